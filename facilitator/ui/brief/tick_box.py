"""A box to tick, as large as the type beside it and in the theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox

from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_HIGH, _WIDE, _BOX, _MARGIN, _RADIUS = 44, 72, 26, 5, 4


class TickBox(QCheckBox):
    """A tick in ink while it is on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As high as a field."""
        return QSize(self._theme.px(_WIDE), self._theme.px(_HIGH))

    def hitButton(self, _pos: QPoint) -> bool:
        """All of it can be clicked."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, tick, and the ring while it has the focus."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = theme.px(_BOX)
        middle = QRectF(self.rect()).center()
        box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        pen = 3.0 if self.hasFocus() else 1.5
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "line"), pen))
        painter.setBrush(theme.colour("sheet"))
        half = pen / 2
        radius = theme.px(_RADIUS)
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)
        if self.checkState() is Qt.CheckState.Checked:
            margin = theme.px(_MARGIN)
            tick = box.adjusted(margin, margin, -margin, -margin)
            Glyphs(painter, theme).evidence("supported", tick, theme.colour("ink"))
