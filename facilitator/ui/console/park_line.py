"""The line at the foot of the parking lot: an idea, and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from facilitator.ui.console.line import ConsoleLine
from facilitator.ui.kit import draw_key_cap

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_HIGH, _CAP_HIGH, _CAP_PAD, _CAP_RIGHT = 40, 22, 7, 9


class ParkLine(ConsoleLine):
    """The key that leads here stands in the line."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__(theme, "console.parking.line")
        self._theme, self._keys = theme, keys
        self.ask("Park an idea")
        self.setFixedHeight(theme.px(_HIGH))
        metrics = theme.metrics("key", "console")
        self._cap_width = round(metrics.horizontalAdvance(keys)) + theme.px(2 * _CAP_PAD)
        self.setTextMargins(theme.px(2), 0, self._cap_width + theme.px(4), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The key stands at the right end."""
        super().paintEvent(event)
        high = self._theme.px(_CAP_HIGH)
        left = self.width() - self._cap_width - self._theme.px(_CAP_RIGHT)
        cap = QRect(left, (self.height() - high) // 2, self._cap_width, high)
        font = self._theme.font("key", "console")
        draw_key_cap(QPainter(self), self._theme, cap, self._keys, font)
