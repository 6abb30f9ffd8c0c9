"""A painted part of the Brief that takes the focus and is changed in its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_RING, _RADIUS = 3, 6


def inset(theme: Theme) -> int:
    """From the edge of a field or panel to its words, in px: border and padding."""
    return theme.px(10) + 1


class Panel(QAbstractButton):
    """Its height follows from its width; Enter, Space, F2 and a click open its form."""

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__()
        self.theme = theme
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def inner(self) -> QRectF:
        """The room of the words, from top to bottom."""
        edge = inset(self.theme)
        return QRectF(self.rect()).adjusted(edge, 0, -edge, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 open, as Space does."""
        if event.key() in _OPENING:
            self.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words break anew."""
        super().resizeEvent(event)
        self.fit()

    def sizeHint(self) -> QSize:
        """As high as its words."""
        return self.minimumSize()

    def fit(self) -> None:
        """Break the words at this width and take the height that they need."""
        self.setFixedHeight(self.arrange())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part, and the ring while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        if self.hasFocus():
            half = _RING / 2
            painter.setPen(QPen(self.theme.colour("accent"), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(ring, self.theme.px(_RADIUS), self.theme.px(_RADIUS))

    def arrange(self) -> int:
        """Lay the content out in ``inner``; returns the height it needs."""
        raise NotImplementedError

    def draw(self, painter: QPainter) -> None:
        """Draw the content."""
        raise NotImplementedError
