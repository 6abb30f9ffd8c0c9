"""Paints a line of the import sheet: sign, star, time, who and what, marker, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize

from facilitator.ui.glyphs import Glyphs
from facilitator.ui.sheet_rows import Index, SheetRows
from facilitator.ui.timeline.flags import draw_table_flag
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from facilitator.domain.words import Marker
    from facilitator.ui.importing.lines import Shown
    from facilitator.ui.importing.lines_model import LinesModel
    from facilitator.ui.theme import Theme

ROW = 60
_SIDE, _TICK, _STAR, _WHEN, _FLAG, _FLAG_HIGH, _GAP = 14, 30, 34, 140, 172, 26, 12
_UPPER = 0.56
"""Share of the first line in the height of a row."""


class LinePainter(SheetRows):
    """Two lines of words a row."""

    def __init__(self, theme: Theme, model: LinesModel) -> None:
        super().__init__(theme)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are alike."""
        return QSize(100, self.theme.px(ROW))

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """Draw what a line says."""
        shown, px = self._model.shown(index.row()), self.theme.px
        write = Writing(painter, self.theme)
        inner = box.adjusted(px(_SIDE), px(5), -px(_SIDE), -px(6))
        rule = QRectF(inner.left(), box.bottom() - 1, inner.width(), 1)
        painter.fillRect(rule, self.theme.colour("rule"))
        tick = QRectF(inner.left(), inner.top(), px(_TICK), inner.height() * _UPPER)
        write.line(tick, shown.mark, "text", "accent", 600)
        inner.setLeft(inner.left() + px(_TICK))
        if shown.starred is not None:
            size = px(20)
            star = QRectF(inner.left(), inner.top() + px(3), size, size)
            Glyphs(painter, self.theme).star(star, on=shown.starred)
        inner.setLeft(inner.left() + px(_STAR))
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() * _UPPER)
        lower = QRectF(inner.left(), upper.bottom(), inner.width(), inner.bottom() - upper.bottom())
        self._when(write, upper, shown)
        for each in (upper, lower):
            each.setLeft(each.left() + px(_WHEN))
        if shown.marker is not None:
            self._flag(painter, upper, shown.marker)
        self._words(write, upper, shown)
        write.line(lower, shown.note, "label", "ink2")

    def _when(self, write: Writing, box: QRectF, shown: Shown) -> None:
        part = QRectF(box.left(), box.top(), self.theme.px(_WHEN - 8), box.height())
        write.line(part, shown.when, "label", "ink2" if shown.folded else "ink", 600)

    def _flag(self, painter: QPainter, box: QRectF, marker: Marker) -> None:
        """The marker at the right; the words end before it."""
        px = self.theme.px
        top = box.center().y() - px(_FLAG_HIGH) / 2
        flag = QRectF(box.right() - px(_FLAG), top, px(_FLAG), px(_FLAG_HIGH))
        draw_table_flag(painter, self.theme, flag, marker, words=True)
        box.setRight(flag.left() - px(_GAP))

    def _words(self, write: Writing, box: QRectF, shown: Shown) -> None:
        ink = "ink2" if shown.folded else "ink"
        if shown.head:
            head = f"{shown.head}:"
            write.line(box, head, "text", ink, 600)
            box.setLeft(min(box.right(), box.left() + write.advance(f"{head} ", "text", 600)))
        write.line(box, shown.text, "text", ink, 600 if shown.strong else None)
