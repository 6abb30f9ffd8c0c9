"""Paints the rows of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain.words import Family
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.library.columns import OVERHANG, Columns, columns
from facilitator.ui.library.found_line import MarkedWords
from facilitator.ui.library.model import LINE_ROLE
from facilitator.ui.library.signs import draw_share, draw_status
from facilitator.ui.library.wording import (
    STATUS_WORDS,
    damage_words,
    done_words,
    facts,
    line_words,
    title_words,
    undated_title,
)
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from facilitator.store.listing import Summary
    from facilitator.store.search.lines import FoundLine
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

ROW, FOUND_ROW = 76, 100
"""Height of a row, and of one with the line that was found."""
_BAR, _TITLE_TOP, _FACTS_TOP, _LINE_TOP, _GAP = 4, 14, 39, 64, 24
_SHAPE, _SHAPE_PITCH, _NOTHING = 17, 27, 4
_METER_HIGH, _METER_GAP = 22, 58
_SHARE, _SHARE_HIGH, _SHARE_GAP = 72, 8, 84
_SIGN, _SIGN_GAP = 18, 27
_DOT, _DOT_GAP = 4, 10
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class RowPainter(QStyledItemDelegate):
    """Title and facts, the line that was found, then the columns that have room.

    ``found`` makes room for that line; it is told before the rows are laid out.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.columns: Columns = columns(theme.px(1344), theme.scale)
        self.found = False

    @property
    def height(self) -> int:
        """Of every row, in px."""
        return self._theme.px(FOUND_ROW if self.found else ROW)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """All rows are of one height."""
        return QSize(self._theme.px(200), self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        row: QRect = option.rect
        summary: Summary = index.data(Qt.ItemDataRole.UserRole)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(row.topLeft())
        self._draw_ground(painter, row.height(), chosen=chosen)
        line: FoundLine | None = index.data(LINE_ROLE)
        self._draw_title(painter, summary, line)
        self._draw_facts(painter, summary)
        if not summary.damage:
            middle = row.height() / 2
            self._draw_families(painter, summary, middle)
            self._draw_meter(painter, summary, middle)
            self._draw_done(painter, summary, middle)
            self._draw_status(painter, summary, middle)
        painter.restore()

    def _draw_ground(self, painter: QPainter, height: int, *, chosen: bool) -> None:
        theme, place = self._theme, self.columns
        if chosen:
            width = round(place.right) + theme.px(OVERHANG)
            painter.fillRect(0, 0, width, height - 1, theme.colour("accent_tint"))
            painter.fillRect(0, 0, theme.px(_BAR), height - 1, theme.colour("accent"))
        left, right = round(place.title), round(place.right)
        painter.fillRect(left, height - 1, right - left, 1, theme.colour("rule"))

    def _box(self, top: int, role: str) -> QRectF:
        """Where a line of words stands in the first column."""
        theme, place = self._theme, self.columns
        width = place.title_width - theme.px(_GAP)
        return QRectF(place.title, theme.px(top), width, theme.line(role, "library"))

    def _draw_title(self, painter: QPainter, summary: Summary, line: FoundLine | None) -> None:
        """The title; a line that says no more than this is not drawn again below it.

        One that has no room is drawn without the day that stands below it.
        """
        box, words = self._box(_TITLE_TOP, "row_title"), title_words(summary)
        colour = "ink" if summary.title else "ink2"
        marked = MarkedWords(painter, self._theme, "row_title", colour)
        if line is not None and line.text == words and marked.fits(words, box.width()):
            marked.draw(words, line.spans, box)
            return
        fits = marked.fits(words, box.width())
        marked.draw(words if fits else undated_title(summary), (), box)
        if line is not None:
            self._draw_line(painter, line)

    def _draw_facts(self, painter: QPainter, summary: Summary) -> None:
        box = self._box(_FACTS_TOP, "label")
        painter.setFont(self._theme.font("label", "library"))
        left = box.left()
        for fact in (damage_words(summary),) if summary.damage else facts(summary):
            left = self._draw_fact(painter, fact, left, box.right())

    def _draw_line(self, painter: QPainter, line: FoundLine) -> None:
        text, spans = line_words(line)
        box = self._box(_LINE_TOP, "label")
        MarkedWords(painter, self._theme, "label", "ink2").draw(text, spans, box)

    def _draw_fact(self, painter: QPainter, fact: str, left: float, right: float) -> float:
        """Draw a fact, with a dot before it if it is not the first; where it ends.

        One that has no room is left out; only the first is cut.
        """
        theme = self._theme
        metrics = theme.metrics("label", "library")
        middle = theme.px(_FACTS_TOP) + theme.line("label", "library") / 2
        if left > self.columns.title:
            between = theme.px(2 * _DOT_GAP)
            if left + between + metrics.horizontalAdvance(fact) > right:
                return left
            self._draw_dot(painter, QPointF(left + between / 2, middle))
            left += between
        painter.setPen(theme.colour("ink2"))
        words = metrics.elidedText(fact, Qt.TextElideMode.ElideRight, right - left)
        box = QRectF(left, middle - 50, right - left, 100)
        painter.drawText(box, _LINE, words)
        return left + metrics.horizontalAdvance(words)

    def _draw_dot(self, painter: QPainter, centre: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("line"))
        half = self._theme.px(_DOT) / 2
        painter.drawEllipse(centre, half, half)

    def _draw_families(self, painter: QPainter, summary: Summary, middle: float) -> None:
        if self.columns.families is None:
            return
        theme, glyphs = self._theme, Glyphs(painter, self._theme)
        size = theme.px(_SHAPE)
        for place, family in enumerate(Family):
            left = self.columns.families + theme.px(_SHAPE_PITCH * place)
            if family in summary.families:
                glyphs.family(family.value, QRectF(left, middle - size / 2, size, size))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("step_off"))
                half = theme.px(_NOTHING) / 2
                painter.drawEllipse(QPointF(left + size / 2, middle), half, half)

    def _draw_meter(self, painter: QPainter, summary: Summary, middle: float) -> None:
        left = self.columns.meter
        if left is None:
            return
        theme = self._theme
        if summary.strongest is None:
            self._say(painter, "None yet", left, middle, colour="ink2")
            return
        label = summary.strongest.value
        Glyphs(painter, theme).meter(label, left, middle - theme.px(_METER_HIGH) / 2)
        if self.columns.meter_words:
            words = tokens()["durability"][label]["word"]
            self._say(painter, words, left + theme.px(_METER_GAP), middle)

    def _draw_done(self, painter: QPainter, summary: Summary, middle: float) -> None:
        left = self.columns.actions
        if left is None:
            return
        theme = self._theme
        total = summary.open_actions + summary.done_actions
        if not total:
            self._say(painter, done_words(summary), left, middle, colour="ink2")
            return
        high = theme.px(_SHARE_HIGH)
        bar = QRectF(left, middle - high / 2, theme.px(_SHARE), high)
        draw_share(painter, theme, bar, summary.done_actions / total)
        self._say(painter, done_words(summary), left + theme.px(_SHARE_GAP), middle)

    def _draw_status(self, painter: QPainter, summary: Summary, middle: float) -> None:
        left = self.columns.status
        if left is None:
            return
        theme = self._theme
        size = theme.px(_SIGN)
        box = QRectF(left, middle - size / 2, size, size)
        draw_status(painter, theme, box, summary.status)
        self._say(painter, STATUS_WORDS[summary.status], left + theme.px(_SIGN_GAP), middle)

    def _say(
        self, painter: QPainter, words: str, left: float, middle: float, *, colour: str = "ink"
    ) -> None:
        painter.setPen(self._theme.colour(colour))
        painter.setFont(self._theme.font("text", "library"))
        painter.drawText(QRectF(left, middle - 50, 400, 100), _LINE, words)
