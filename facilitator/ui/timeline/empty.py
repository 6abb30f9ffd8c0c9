"""What the Timeline shows before its first event: an axis, a place for it and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from facilitator.ui.kit import draw_key_cap, ghost_pen
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

KEY, WORDS = "Enter", "what happened first?"
SENTENCE = (
    "Type a time and what happened, like “14:03 deploy of 4.2 starts”, or “2026-03-03 14:03 …” if "
    "it was not today. It need not be in order: every event finds its place."
)
_MARGIN, _LEFT, _DISC, _SENTENCE_WIDTH = 40, 152, 28, 620


class EmptyTimeline(QWidget):
    """The first disc, dashed, with the key that makes it real."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("timeline.empty")
        self.setAccessibleName(SENTENCE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axis, disc, plate and sentence."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        middle = self.height() * 0.42
        left = theme.px(_LEFT)
        painter.setPen(QPen(theme.colour("line"), theme.px(2)))
        margin = theme.px(_MARGIN)
        painter.drawLine(QPointF(margin, middle), QPointF(self.width() - margin, middle))
        disc = theme.px(_DISC)
        painter.setPen(ghost_pen(theme))
        painter.setBrush(theme.colour("paper"))
        painter.drawEllipse(QRectF(left - disc / 2, middle - disc / 2, disc, disc))
        plate = self._draw_plate(painter, left - disc / 2, middle + theme.px(32))
        self._draw_sentence(painter, plate)

    def _draw_plate(self, painter: QPainter, left: float, top: float) -> QRectF:
        theme = self._theme
        ghost = tokens()["selection"]["ghost"]
        metrics, caps = theme.metrics("named", weight=600), theme.metrics("label", weight=500)
        cap = round(caps.horizontalAdvance(KEY)) + theme.px(14)
        width = theme.px(10) + cap + theme.px(10) + metrics.horizontalAdvance(WORDS) + theme.px(16)
        plate = QRectF(left, top, width, theme.px(ghost["height"]))
        painter.setBrush(theme.colour("paper"))
        painter.drawRoundedRect(plate, theme.px(ghost["radius"]), theme.px(ghost["radius"]))
        high = theme.px(26)
        key = QRect(round(left) + theme.px(10), round(plate.center().y() - high / 2), cap, high)
        draw_key_cap(painter, theme, key, KEY)
        painter.setFont(theme.font("named", weight=600))
        painter.setPen(theme.colour("accent"))
        words = plate.adjusted(theme.px(20) + cap, -1, 0, -1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, WORDS)
        return plate

    def _draw_sentence(self, painter: QPainter, plate: QRectF) -> None:
        theme = self._theme
        width = min(theme.px(_SENTENCE_WIDTH), self.width() - plate.left() - theme.px(_MARGIN))
        box = QRectF(plate.left(), plate.bottom() + theme.px(18), width, theme.px(120))
        painter.setFont(theme.font("text"))
        painter.setPen(theme.colour("ink2"))
        painter.drawText(box, Qt.TextFlag.TextWordWrap, SENTENCE)
