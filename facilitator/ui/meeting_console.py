"""The Console while it is open: its window, where it stands, and the commands that need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.ui.console.docking import Docking
from facilitator.ui.console.frame_deeds import FrameDeeds
from facilitator.ui.console.going_on import Spot, keep_lines, put_lines
from facilitator.ui.console.parking_deeds import ParkingDeeds
from facilitator.ui.console.prompt_deeds import PromptDeeds
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.fronts import bring_to_front
from facilitator.ui.open_sheets import close_sheets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.delta import Delta
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.window import MainWindow


class MeetingConsole(QObject):
    """Made for one window; ``closed`` tells that a person has closed it."""

    closed = Signal()

    def __init__(self, stage: MainWindow, console: ConsoleDesk) -> None:
        super().__init__()
        self._stage, self._desk = stage, console
        self.window = ConsoleWindow(console)
        put_lines(self.window, console.memory)
        self._docking = Docking(
            stage, self.window, console.desk.settings, others=self._apart_from_the_room
        )
        self._parking = ParkingDeeds(console, self.window.parking)
        for deeds in (
            FrameDeeds(self.window, self._docking),
            PromptDeeds(console, self.window.prompts),
            self._parking,
        ):
            deeds.bind()
        stage.registry.serve(self.window)
        self._unsubscribe = console.desk.session.subscribe(self._follow)
        self.window.closed.connect(self.closed)

    def show(self) -> None:
        """Put it where it belongs, with the keys."""
        self._docking.stand()
        self.window.show()
        self.come_to_front()
        self._show_saved()

    def come_to_front(self) -> None:
        """Give it the keys."""
        bring_to_front(self.window)

    def park(self) -> None:
        """Type an idea in the Console's own line."""
        self._parking.park()

    def leave(self) -> None:
        """Let go of everything; what was typed is kept by now."""
        close_sheets(self.window)
        keep_lines(self.window, self._desk.memory)
        self._unsubscribe()
        self._docking.leave()
        self._stage.registry.release(self.window)
        self.window.leave()
        self.window.hide()
        self.window.deleteLater()

    def made_anew(self, console: ConsoleDesk) -> MeetingConsole:
        """The same in another theme, at the same place, with the keys where they were."""
        old = self.window
        old.settle()
        place, state, current, note = (
            old.geometry(),
            old.windowState(),
            old.current,
            old.notes.place,
        )
        in_front, spot = old.isActiveWindow(), Spot(old)
        self.leave()
        new = MeetingConsole(self._stage, console)
        new.window.setGeometry(place)
        new.window.setWindowState(state & ~Qt.WindowState.WindowActive)
        new._show_at(in_front)
        new.window.place_changed(self._stage.shown_phase(), self._stage.selected())
        new.window.notes.show_place(note)
        new.window.say_frozen(self._stage.freezing.frozen)
        if in_front:
            new.window.focus_section(current.name if current else "agenda")
            spot.go_on_in(new.window)
        new._show_saved()
        return new

    def _show_at(self, in_front: bool) -> None:
        """Show it; if the Stage has the keys, that keeps them and stays on top."""
        home, without = self._stage.freezing.home, Qt.WidgetAttribute.WA_ShowWithoutActivating
        keys_at_home = home.isActiveWindow()
        self.window.setAttribute(without, not in_front)
        self.window.show()
        self.window.setAttribute(without, on=False)
        if keys_at_home:
            home.raise_()
            home.activateWindow()

    def _apart_from_the_room(self) -> tuple[QWidget, ...]:
        bench = self._stage.freezing.workbench
        return () if bench is None else (bench,)

    def _follow(self, delta: Delta) -> None:
        self.window.follow(delta)
        self._show_saved()

    def _show_saved(self) -> None:
        if self._stage.stage is not None:
            self.window.show_saved(self._stage.stage.saved_words())
