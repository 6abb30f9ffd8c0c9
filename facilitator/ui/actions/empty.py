"""What Actions shows before the first one: a row that waits for it, and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit import draw_key_cap, ghost_pen

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

KEY, WORDS = "Enter", "what will we change?"
SENTENCE = (
    "Type what will exist once it is done: it lasts longest when the system does it by itself, and "
    "nobody has to remember."
)
_MARGIN, _ROW, _PLATE, _SENTENCE_WIDTH = 40, 76, 16, 620


class EmptyActions(QWidget):
    """The first row, dashed, with the key that makes it real."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("actions.empty")
        self.setAccessibleName(SENTENCE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Row, key and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        margin, top = theme.px(_MARGIN), round(self.height() * 0.34)
        row = QRectF(margin, top, self.width() - 2 * margin, theme.px(_ROW))
        painter.setPen(ghost_pen(theme))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(row, theme.px(6), theme.px(6))
        self._draw_words(painter, row)
        self._draw_sentence(painter, row)

    def _draw_words(self, painter: QPainter, row: QRectF) -> None:
        theme = self._theme
        caps = theme.metrics("label", weight=500)
        wide, high = round(caps.horizontalAdvance(KEY)) + theme.px(14), theme.px(26)
        left = round(row.left()) + theme.px(_PLATE)
        key = QRect(left, round(row.center().y() - high / 2), wide, high)
        draw_key_cap(painter, theme, key, KEY)
        painter.setFont(theme.font("named", weight=600))
        painter.setPen(theme.colour("accent"))
        words = row.adjusted(left + wide + theme.px(10) - row.left(), -1, 0, -1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, WORDS)

    def _draw_sentence(self, painter: QPainter, row: QRectF) -> None:
        theme = self._theme
        width = min(theme.px(_SENTENCE_WIDTH), row.width())
        box = QRectF(row.left(), row.bottom() + theme.px(18), width, theme.px(140))
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(box, Qt.TextFlag.TextWordWrap, SENTENCE)
