"""A ring around the pointer, so that the room sees what is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_ACROSS, _GONE_AFTER_MS = 56, 2000


class PointerRing(QWidget):
    """Moves over one window with the pointer, and is gone when that has rested for a while.

    It is no larger than the ring, so a move repaints where it was and where it is, and no more.
    It hears of moves from the system's window: widgets hear of them only if they ask to.
    """

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setObjectName("pointer_ring")
        self.setAccessibleName("Ring around the pointer")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        gap = tokens()["focus"]["gap"]
        self.setFixedSize(theme.px(_ACROSS) + 2 * gap, theme.px(_ACROSS) + 2 * gap)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_GONE_AFTER_MS)
        self._rest.timeout.connect(self.hide)
        self.hide()
        window.winId()
        self._moves = window.windowHandle()
        self._moves.installEventFilter(self)

    def take_away(self) -> None:
        """No ring any more."""
        self._moves.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer; it keeps what it does."""
        if watched is self._moves:
            if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
                self._go(event.position().toPoint())
            elif event.type() == QEvent.Type.Leave:
                self.hide()
        return False

    def _go(self, at: QPoint) -> None:
        self.move(at - QPoint(self.width() // 2, self.height() // 2))
        self.raise_()
        self.show()
        self._rest.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ring with a little paper on both sides, to be seen on ink too."""
        focus, painter = tokens()["focus"], QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap, ring = focus["gap"], focus["ring"]
        half = ring / 2 + gap
        circle = QRectF(self.rect()).adjusted(half, half, -half, -half)
        for colour, width in (("paper", ring + 2 * gap), ("accent", ring)):
            painter.setPen(QPen(self._theme.colour(colour), width))
            painter.drawEllipse(circle)
