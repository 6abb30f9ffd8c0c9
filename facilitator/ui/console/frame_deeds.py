"""What the commands on the Console's window do: beside the Stage, out of captures, how to share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.console import capture_guard

if TYPE_CHECKING:
    from facilitator.ui.console.docking import Docking
    from facilitator.ui.console.window import ConsoleWindow

_HIDE, _SHOW = "Keep the Console out of captures", "Let captures show the Console"


class FrameDeeds:
    """Bound for as long as the Console is open."""

    def __init__(self, window: ConsoleWindow, docking: Docking) -> None:
        self._window, self._docking = window, docking
        self._desk = window.console.desk

    def bind(self) -> None:
        """Bind the commands; that on captures only where the system can be asked."""
        registry = self._desk.registry
        registry.bind("meeting.beside", self._docking.beside)
        registry.bind("meeting.share", self.share)
        if capture_guard.available():
            registry.bind("meeting.hide", self.hide)
            self._show(capture_guard.ASKED if self._asked() else "")

    def hide(self) -> None:
        """Ask the system to leave the Console out of captures, or to show it again."""
        memory = self._window.console.memory
        memory.out_of_captures = not memory.out_of_captures
        done = capture_guard.hide(self._window, memory.out_of_captures)
        if memory.out_of_captures and not done:
            memory.out_of_captures = False
            self._show(capture_guard.REFUSED)
        else:
            self._show(capture_guard.ASKED if memory.out_of_captures else "")

    def _asked(self) -> bool:
        """Ask for this window too, if it was asked for the one before it."""
        memory = self._window.console.memory
        if memory.out_of_captures:
            memory.out_of_captures = capture_guard.hide(self._window, on=True)
        return memory.out_of_captures

    def _show(self, words: str) -> None:
        self._window.foot.say_captures(words)
        hidden = self._window.console.memory.out_of_captures
        self._desk.registry.say("meeting.hide", _SHOW if hidden else _HIDE)

    def share(self) -> None:
        """Say why to share the window and not the screen, where the keys are."""
        from facilitator.ui.console.sharing_sheet import SharingSheet  # noqa: PLC0415 - on request

        front = self._desk.host.front()
        here = front is self._window
        sheet = SharingSheet(self._window.theme if here else self._window.console.stage_desk.theme)
        sheet.open_over(front, sheet.area)
