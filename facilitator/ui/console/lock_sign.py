"""The sign of what stays private: a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_WIDE, _HIGH, _PEN = 12.0, 15.0, 1.5


class LockSign(QWidget):
    """A closed lock beside the words that say it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(theme.px(_WIDE), theme.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Body, shackle and keyhole."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / _WIDE, self.height() / _HIGH)
        painter.setPen(QPen(self._theme.colour("ink2"), _PEN))
        painter.drawRoundedRect(QRectF(1, 6.25, 10, 7.75), 1.5, 1.5)
        shackle = QPainterPath(QPointF(3.25, 6.25))
        shackle.lineTo(3.25, 4)
        shackle.arcTo(QRectF(3.25, 1.25, 5.5, 5.5), 180, -180)
        shackle.lineTo(8.75, 6.25)
        painter.drawPath(shackle)
        painter.drawLine(QPointF(6, 9.25), QPointF(6, 11))
