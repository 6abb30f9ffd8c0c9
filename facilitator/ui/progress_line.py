"""The thin line on the Stage that shows how much of the phase's time is used, without a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_HEIGHT, _LEAST_OVER, _PITCH, _PEN = 4, 24, 8, 3
"""Height, the least that shows the time is over, and the slashes, in px at type size 100 %."""


class ProgressLine(QWidget):
    """Accent on a rule; what is over is slashed at the end in another colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self._drawn = (0, 0)
        self.setObjectName("stage.progress")
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def show_share(self, share: float | None, words: str) -> None:
        """Show so much of the slot as used, more than 1 if it is over; None hides the line."""
        self.setVisible(share is not None)
        if share is None:
            return
        self._share = share
        if words != self.accessibleName():
            self.setAccessibleName(words)
        if self._lengths() != self._drawn:
            self._drawn = self._lengths()
            self.update()

    def _lengths(self) -> tuple[int, int]:
        """Px in accent, and px behind it that are over."""
        whole = self.width()
        if self._share <= 1:
            return round(max(0.0, self._share) * whole), 0
        over = round(whole * (1 - 1 / self._share))
        over = min(whole, max(self._theme.px(_LEAST_OVER), over))
        return whole - over, over

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The lengths follow the width."""
        self._drawn = self._lengths()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """What is left, what is used, what is over."""
        theme, painter = self._theme, QPainter(self)
        used, over = self._drawn
        painter.fillRect(self.rect(), theme.colour("rule"))
        painter.fillRect(0, 0, used, self.height(), theme.colour("accent"))
        if over:
            self._draw_over(painter, QRect(used, 0, over, self.height()))

    def _draw_over(self, painter: QPainter, box: QRect) -> None:
        theme = self._theme
        painter.fillRect(box, theme.colour("note_tint"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("note"), theme.px(_PEN)))
        painter.setClipRect(box)
        high = box.height()
        for left in range(box.left(), box.right() + high, theme.px(_PITCH)):
            painter.drawLine(QLineF(left, box.bottom() + 1, left + high, box.top()))
