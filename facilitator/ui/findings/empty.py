"""What the page shows before its first finding: a place for its card and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.ui.findings.grid import grid_of
from facilitator.ui.kit import draw_key_cap, ghost_pen
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

FROM_FACTORS, TYPED = ("Insert", "choose factors"), ("Enter", "what did we find?")
SENTENCE = (
    "Say what the factors have in common, in words another team would understand. "
    "At most five findings stay in focus: few findings change more."
)
_HIGH, _CARD, _NUMBER, _PLATE_LEFT, _BELOW = 0.36, 112, 64, 62, 22


class EmptyFindings(QWidget):
    """The first card, dashed, with the key that makes it real."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._way = TYPED
        self.setObjectName("findings.empty")
        self.setAccessibleName(SENTENCE)

    def show_way(self, *, factors: bool) -> None:
        """Begin with factors where there are some, else with typing."""
        self._way = FROM_FACTORS if factors else TYPED
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, plate and sentence, where the first card will stand."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = grid_of(self.width() / theme.scale).card
        top = self.height() * _HIGH - theme.px(_CARD)
        card = QRectF(theme.px(column.left), top, theme.px(column.width), theme.px(_CARD))
        self._draw_card(painter, card)
        self._draw_plate(painter, card)
        below = QRectF(card.left(), card.bottom() + theme.px(_BELOW), card.width(), theme.px(200))
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(below, Qt.TextFlag.TextWordWrap, SENTENCE)

    def _draw_card(self, painter: QPainter, card: QRectF) -> None:
        theme = self._theme
        pen = ghost_pen(theme, theme.scale)
        painter.setPen(pen)
        radius, half = theme.px(tokens()["radius"]["card"]), pen.widthF() / 2
        painter.drawRoundedRect(card.adjusted(half, half, -half, -half), radius, radius)
        painter.setFont(theme.font("question"))
        painter.setPen(theme.colour("accent"))
        number = QRectF(card.left(), card.top(), theme.px(_NUMBER), card.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, "1")

    def _draw_plate(self, painter: QPainter, card: QRectF) -> None:
        theme = self._theme
        key, words = self._way
        wide = round(theme.metrics("label", weight=500).horizontalAdvance(key)) + theme.px(14)
        cap = QRect(0, 0, wide, theme.px(26))
        cap.moveCenter(card.center().toPoint())
        cap.moveLeft(round(card.left()) + theme.px(_PLATE_LEFT))
        draw_key_cap(painter, theme, cap, key)
        painter.setFont(theme.font("named", weight=600))
        painter.setPen(theme.colour("accent"))
        left = cap.right() + theme.px(11)
        rest = QRectF(left, card.top() - 1, card.right() - left, card.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)
