"""Freezes the Stage: the room keeps its picture while the facilitator works in a window apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMainWindow, QWidget

from facilitator.ui.fronts import bring_to_front
from facilitator.ui.frozen_sign import FrozenSign

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QPixmap

    from facilitator.ui.registry import Registry
    from facilitator.ui.stage import Stage
    from facilitator.ui.theme import Theme

_TITLE = "Only for you: the Stage is frozen – Facilitator"
_COMMAND = "stage.freeze"
_APART = 48
"""How far the window of the facilitator stands from that of the room, in px."""
_FRAME = (8, 40, 8, 8)
"""What a frame may add on the four sides of a window that has none yet, in px."""


class StagePicture(QWidget):
    """The Stage as it was when it was frozen."""

    def __init__(self, theme: Theme, picture: QPixmap) -> None:
        super().__init__()
        self._theme, self._picture = theme, picture
        self.setObjectName("stage.frozen")
        self.setAccessibleName("The Stage as it was when it was frozen")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As large as it was, or smaller where the window has become smaller."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        was = self._picture.deviceIndependentSize()
        shrunk = min(1.0, self.width() / was.width(), self.height() / was.height())
        box = QRectF(0, 0, was.width() * shrunk, was.height() * shrunk)
        painter.drawPixmap(box, self._picture, QRectF(self._picture.rect()))


class Workbench(QMainWindow):
    """Holds the real Stage while it is frozen; closing it lets the Stage go on."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("workbench")
        self.setAccessibleName("Stage, only for you")
        self.setWindowTitle(_TITLE)
        self.setPalette(theme.palette())

    def show_sign(self, theme: Theme, keys: str) -> None:
        """Say over the Stage that it is frozen, and which keys let it go on."""
        self.setMenuWidget(FrozenSign(theme, keys))

    def closeEvent(self, event: QCloseEvent) -> None:
        """The Stage goes home first."""
        event.ignore()
        self.closed.emit()


class Freezing:
    """Moves the Stage between the window that is shared and one that is not."""

    def __init__(self, shared: QMainWindow, registry: Registry) -> None:
        self._shared, self._registry = shared, registry
        self.workbench: Workbench | None = None

    @property
    def home(self) -> QMainWindow:
        """The window that the real Stage is in."""
        return self.workbench or self._shared

    @property
    def frozen(self) -> bool:
        """Whether the room sees a picture."""
        return self.workbench is not None

    def freeze(self, stage: Stage, theme: Theme) -> Workbench:
        """Leave a picture to the room and take the Stage to a window apart."""
        from facilitator.ui.open_sheets import move_sheets  # noqa: PLC0415 - the start needs none

        focus = stage.focusWidget()
        picture = StagePicture(theme, stage.grab())
        bench = self.workbench = Workbench(theme)
        bench.setStyleSheet(self._shared.styleSheet())
        bench.show_sign(theme, self._registry.keys(_COMMAND))
        self._shared.takeCentralWidget()
        self._shared.setCentralWidget(picture)
        bench.setCentralWidget(stage)
        stage.show()
        self._registry.serve(bench)
        bench.setGeometry(_whole(self._shared.geometry().translated(_APART, _APART), self._shared))
        bench.show()
        bench.activateWindow()
        self._give_keys(stage, focus)
        move_sheets(self._shared, bench)
        return bench

    def dress(self, theme: Theme) -> None:
        """Give the window apart the looks of the Stage in it; the room's picture stays."""
        if self.workbench is not None:
            self.workbench.setPalette(theme.palette())
            self.workbench.setStyleSheet(self._shared.styleSheet())
            self.workbench.show_sign(theme, self._registry.keys(_COMMAND))

    def thaw(self, stage: Stage | None) -> None:
        """Bring the Stage home, where the room sees it as it is now."""
        bench, self.workbench = self.workbench, None
        if bench is None:
            return
        from facilitator.ui.open_sheets import move_sheets  # noqa: PLC0415 - the start needs none

        # Asked of the window apart, PySide would take it for that window's and let go of it too.
        focus = stage.focusWidget() if stage is not None else None
        self._registry.release(bench)
        bench.takeCentralWidget()
        if stage is not None:
            self._shared.setCentralWidget(stage)
            stage.show()
            bring_to_front(self._shared)
            self._give_keys(stage, focus)
            move_sheets(bench, self._shared)
        bench.hide()
        bench.deleteLater()

    @staticmethod
    def _give_keys(stage: Stage, focus: QWidget | None) -> None:
        if focus is not None and stage.isAncestorOf(focus):
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            stage.page.focus_start()


def _whole(place: QRect, window: QWidget) -> QRect:
    """The place moved, and made smaller if need be, so that its frame is whole on the screen."""
    left, top, right, bottom = _FRAME
    room = window.screen().availableGeometry().adjusted(left, top, -right, -bottom)
    place = QRect(place.topLeft(), place.size().boundedTo(room.size()))
    place.moveRight(min(place.right(), room.right()))
    place.moveBottom(min(place.bottom(), room.bottom()))
    place.moveLeft(max(place.left(), room.left()))
    place.moveTop(max(place.top(), room.top()))
    return place
