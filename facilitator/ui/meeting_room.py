"""Runs the meeting of one open review: clock, Console, cards, and what others do meanwhile."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from facilitator.ui.fronts import bring_to_front
from facilitator.ui.theme import themed

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.phase import Phase
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.console.window import ConsoleWindow
    from facilitator.ui.meeting_console import MeetingConsole
    from facilitator.ui.meeting_tools import MeetingTools
    from facilitator.ui.theme import Theme
    from facilitator.ui.watching import SessionWatch
    from facilitator.ui.window import MainWindow

_PREFIXES = ("meeting.", "stage.", "capture.")
_NEEDS_CONSOLE = frozenset({"meeting.prompt", "meeting.prompts", "meeting.beside", "meeting.share"})
_FREEZE, _GO_ON = "Freeze the Stage", "Let the Stage go on"
_PLACE_MS = 30
"""So long the Console waits before it follows the Stage: keys on the Stage come first."""


class MeetingRoom:
    """Lives as long as a review is on the Stage; the Console may come and go.

    All of it is made when its first command runs, or when a meeting is found to be under way: a
    review that is only drafted needs none of it.
    """

    def __init__(self, window: MainWindow, review_id: str) -> None:
        self._window, self._review_id = window, review_id
        self._tools: MeetingTools | None = None
        self._console: MeetingConsole | None = None
        self._watch: SessionWatch | None = None
        self._place = QTimer(window)
        self._place.setSingleShot(True)
        self._place.setInterval(_PLACE_MS)
        self._place.timeout.connect(self._tell_place)
        self._bind()

    # -- what there is -------------------------------------------------------------------------

    @property
    def console(self) -> ConsoleWindow | None:
        """The Console, while it is open."""
        return self._console.window if self._console is not None else None

    def theme(self) -> Theme:
        """The theme of the Console."""
        settings = self._window.program.settings
        return themed(settings.console_scheme, settings.console_size)

    # -- coming and going ----------------------------------------------------------------------

    def look_on(self) -> None:
        """From now on show what others do, and a meeting that is under way.

        To be called once the first picture is out.
        """
        from facilitator.app.meeting_path import under_way  # noqa: PLC0415 - see the docstring
        from facilitator.store.watch import Watch  # noqa: PLC0415 - the same
        from facilitator.ui.watching import SessionWatch  # noqa: PLC0415 - the same

        desk, paths = self._window.desk, self._window.program.paths
        if desk is None or self._watch is not None:
            return
        self._watch = SessionWatch(desk, Watch(paths.library, self._review_id))
        if under_way(paths.meetings, self._review_id):
            self.tools().resume()

    def tools(self) -> MeetingTools:
        """The tools of the meeting, made when they are first needed."""
        if self._tools is None:
            from facilitator.ui.meeting_tools import MeetingTools  # noqa: PLC0415 - see the class

            self._tools = MeetingTools(self._window, self._review_id)
            self._tools.bind(self.theme())
        return self._tools

    def settle(self) -> bool:
        """Keep what is typed in the Console; False, with words there, if it cannot be."""
        if self._console is None or self._console.window.settle():
            return True
        self._console.come_to_front()
        self._console.window.warn()
        return False

    def leave(self) -> None:
        """The review leaves the Stage, and the meeting with it."""
        self._place.stop()
        self._close_console()
        if self._tools is not None:
            self._tools.leave()
        if self._watch is not None:
            self._watch.stop()
        self._window.registry.say("stage.freeze", _FREEZE)
        for prefix in _PREFIXES:
            self._window.registry.unbind(prefix)

    def dress_anew(self) -> None:
        """Themes or type sizes have changed: make again what shows them."""
        if self._tools is not None:
            self._tools.bind(self.theme())
            self._dress_console()

    # -- what happens on the Stage -------------------------------------------------------------

    def place_changed(self) -> None:
        """The Stage shows another phase, or another row is current there."""
        if self._tools is not None:
            self._place.start()

    def stage_moved(self, phase: Phase) -> None:
        """The Stage shows another phase."""
        if self._tools is not None:
            self._tools.stage_moved(phase)
        self.place_changed()

    # -- commands ------------------------------------------------------------------------------

    def park(self) -> bool:
        """Take the keys to the Console's own line for an idea; False if they are elsewhere."""
        return self._in_console(lambda console: console.park())

    def find(self) -> bool:
        """Look for words in the private notes; False if the keys are elsewhere."""
        return self._in_console(lambda console: console.window.notes.find_words())

    def _in_console(self, run: Callable[[MeetingConsole], object]) -> bool:
        console = self._console
        if console is None or not console.window.isActiveWindow():
            return False
        run(console)
        return True

    def freeze(self) -> None:
        """Freeze the Stage, or let it go on."""
        freezing, stage = self._window.freezing, self._window.stage
        if freezing.frozen:
            freezing.thaw(stage)
        elif stage is not None:
            freezing.freeze(stage, self._window.theme).closed.connect(self.freeze)
        words = _GO_ON if freezing.frozen else _FREEZE
        self._window.registry.say("stage.freeze", words)
        if self.console is not None:
            self.console.say_frozen(freezing.frozen)

    def open_console(self) -> None:
        """Open the Console, or bring it to the front; from there, back to the Stage."""
        if self._console is None:
            from facilitator.ui.meeting_console import MeetingConsole  # noqa: PLC0415 - opens late

            self._console = MeetingConsole(self._window, self.console_desk())
            self._console.closed.connect(self._close_console)
            self._console.show()
            self._console.window.say_frozen(self._window.freezing.frozen)
            self._tell_place()
        elif self._console.window.isActiveWindow():
            bring_to_front(self._window.freezing.home)
        else:
            self._console.come_to_front()

    # -- inside --------------------------------------------------------------------------------

    def console_desk(self) -> ConsoleDesk:
        """The desk of the Console, in its theme as it is now."""
        return self.tools().console_desk(self.theme())

    def _bind(self) -> None:
        """Bind every command to a beginner that makes the tools first."""
        registry = self._window.registry
        for command in registry.commands:
            if command.startswith(_PREFIXES) and command != "meeting.hide":
                registry.bind(command, partial(self._begin, command))
        registry.bind("stage.freeze", self.freeze)
        registry.bind("meeting.console", self.open_console)

    def _begin(self, command: str) -> None:
        if command in _NEEDS_CONSOLE:
            self.open_console()
        else:
            self.tools()
        self._window.registry.run(command)

    def _dress_console(self) -> None:
        """A sheet over it is waited for, and what was refused stays: in the looks there were."""
        from facilitator.ui.open_sheets import open_sheets  # noqa: PLC0415 - see the class

        if self._console is None:
            return
        sheets = open_sheets(self._console.window)
        if sheets:
            # Later, as one sheet may open another when it closes.
            sheets[-1].closed.connect(lambda: QTimer.singleShot(0, self._dress_console))
        elif not self._console.window.settle():
            self._console.window.warn()
        else:
            self._console = self._console.made_anew(self.console_desk())

    def _close_console(self) -> None:
        console, self._console = self._console, None
        if console is None:
            return
        self.tools().console_closes(console.window)
        console.leave()
        for command in _NEEDS_CONSOLE:
            self._window.registry.bind(command, partial(self._begin, command))
        self._window.registry.unbind("meeting.hide")

    def _tell_place(self) -> None:
        if self._tools is not None:
            self._tools.place_changed()
        if self.console is not None and self._window.stage is not None:
            self.console.place_changed(self._window.shown_phase(), self._window.selected())
