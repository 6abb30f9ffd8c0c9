"""Puts the Console where it belongs, and brings both windows back when a screen goes away.

The Console stays a window of its own also where it stands beside the Stage: a call that shares the
Stage's window must not contain it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication

from facilitator.ui.console.places import (
    LEAST_CONSOLE,
    Box,
    beside,
    console_place,
    rescued,
    screen_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from facilitator.app.settings import Settings

_REMEMBER_MS = 1000
_MOVED = {QEvent.Type.Move, QEvent.Type.Resize}


def screens_now() -> tuple[Box, ...]:
    """What each screen leaves to windows, the primary one first."""
    # Qt lists the primary one first.
    return tuple(_box(each.availableGeometry()) for each in QGuiApplication.screens())


class Docking(QObject):
    """Knows Stage and Console; ``screens`` tells what there is to stand on.

    ``others`` are windows that are brought back with them: where the Stage is while it is frozen.
    """

    def __init__(
        self,
        stage_window: QWidget,
        console_window: QWidget,
        settings: Settings,
        screens: Callable[[], tuple[Box, ...]] = screens_now,
        others: Callable[[], tuple[QWidget, ...]] = tuple,
    ) -> None:
        super().__init__(console_window)
        self._stage, self._console = stage_window, console_window
        self._settings, self._screens, self._others = settings, screens, others
        self._later, self._soon = QTimer(self), QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REMEMBER_MS)
        self._later.timeout.connect(self.remember)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.rescue)
        console_window.installEventFilter(self)
        self._listen()

    def stand(self) -> None:
        """Put the Console where it stood last, or where there is room for it."""
        screens, stage = self._screens(), _box(self._stage.frameGeometry())
        if screens:
            place = console_place(self._settings.console_place, stage, screens)
            _put(self._console, place)

    def beside(self) -> None:
        """Tile both windows on the screen that shows the Stage."""
        screens = self._screens()
        if not screens:
            return
        least = max(LEAST_CONSOLE, self._console.minimumWidth())
        stage, console = beside(screen_of(_box(self._stage.frameGeometry()), screens), least)
        for window, place in ((self._stage, stage), (self._console, console)):
            window.showNormal()
            _put(window, place)
        self._console.raise_()

    def rescue(self) -> None:
        """Bring back what no screen shows any more, whole."""
        screens = self._screens()
        for window in (self._stage, *self._others(), self._console):
            if not window.isVisible() or window.isMinimized():
                continue
            stands = _box(window.frameGeometry())
            place = rescued(stands, screens)
            if place != stands:
                state = window.windowState()
                window.showNormal()
                _put(window, place)
                window.setWindowState(state)

    def remember(self) -> None:
        """Keep where the Console stands, unless it fills its screen or none."""
        self._later.stop()
        window = self._console
        # Where the frame begins, and the size inside: what ``_put`` takes before there is a frame.
        place = (window.x(), window.y(), window.width(), window.height())
        filling = window.isMaximized() or window.isFullScreen() or window.isMinimized()
        if not filling and place != tuple(self._settings.console_place):
            self._settings.change(console_place=place)

    def leave(self) -> None:
        """Remember the place and listen no more."""
        if self._later.isActive():
            self.remember()
        self._soon.stop()
        self._console.removeEventFilter(self)
        application = _application()
        application.screenAdded.disconnect(self._watch)
        application.screenRemoved.disconnect(self._screens_changed)
        for screen in QGuiApplication.screens():
            screen.availableGeometryChanged.disconnect(self._screens_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The Console was moved: keep its place in a while, and at once when it closes."""
        if watched is self._console:
            if event.type() in _MOVED and self._console.isVisible():
                self._moved()
            elif event.type() == QEvent.Type.Close and self._console.isVisible():
                self.remember()
        return False

    def _moved(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _listen(self) -> None:
        application = _application()
        application.screenAdded.connect(self._watch)
        application.screenRemoved.connect(self._screens_changed)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._screens_changed)

    def _screens_changed(self) -> None:
        # Qt itself moves windows too when a screen goes: look once that is done.
        self._soon.start()


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    if not isinstance(application, QGuiApplication):
        raise TypeError("there is no application with windows")
    return application


def _box(rect: QRect) -> Box:
    return Box(rect.x(), rect.y(), rect.width(), rect.height())


def _put(window: QWidget, place: Box) -> None:
    """Put a window, with its frame as far as that is known yet, into a place."""
    outer, inner = window.frameGeometry(), window.geometry()
    across, down = outer.width() - inner.width(), outer.height() - inner.height()
    window.resize(place.width - across, place.height - down)
    window.move(place.left, place.top)
