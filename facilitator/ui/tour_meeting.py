"""A meeting of the sample review for the tour: the same hour every time, with the Console open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from facilitator.domain.edits.meeting import set_note
from facilitator.domain.phase import Phase
from facilitator.ui.console.window import ConsoleWindow
from facilitator.ui.prompt_card import PromptCard

if TYPE_CHECKING:
    from facilitator.ui.desk import Desk
    from facilitator.ui.meeting_tools import MeetingTools
    from facilitator.ui.program import Program

_BEGIN = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)
_USED = ((Phase.BRIEF, 4), (Phase.TIMELINE, 19), (Phase.FACTORS, 28))
"""Minutes used of phases; more than are planned for the last of them."""
_SPOKEN = (1, 1, 2, 1, 3, 1)
"""How often the people at the top of the list have spoken."""
_FACTOR = "No last good file"
_NOTE = (
    "The limits owner is new: leave time to think.\n"
    "Come back to the plans that were dropped. Ask what stood against them."
)
_CONSOLE = (900, 1000)


@dataclass
class Hour:
    """Both clocks of the program, moved by hand: pictures are the same whenever they are drawn."""

    gone: float = 0.0

    def steady(self) -> float:
        """Seconds since it began."""
        return self.gone

    def now(self) -> datetime:
        """The time on the wall."""
        return _BEGIN + timedelta(seconds=self.gone)


class TourMeeting:
    """What is shown of a meeting; the review is on the Stage already."""

    def __init__(self, program: Program, hour: Hour) -> None:
        self._window, self._hour = program.window, hour
        room = program.window.room
        if room is None:
            raise LookupError("no review is open")
        self._room = room

    @property
    def _tools(self) -> MeetingTools:
        return self._room.tools()

    @property
    def _desk(self) -> Desk:
        return self._room.console_desk().stage_desk

    def show_opening(self) -> None:
        """The opening card, before anything else."""
        self._window.go(Phase.BRIEF)
        self._window.registry.run("stage.opening")

    def show_prompt(self) -> None:
        """A question about a factor, large and alone."""
        self._window.go(Phase.FACTORS, self._factor)
        prompt = self._tools.prompts.for_situations(("phase.factors",))[0]
        self._window.show_card(PromptCard(self._desk, prompt, ""))

    def show_spotlight(self) -> None:
        """The first finding, large and alone."""
        self._window.go(Phase.FINDINGS, self._desk.review.findings[0].id)
        self._window.registry.run("findings.spotlight")

    def console(self) -> ConsoleWindow:
        """The Console when one phase takes longer than planned; the Stage shows the same."""
        self._window.close_card()
        self._spend()
        self._desk.apply("Note", set_note(Phase.FACTORS, _NOTE))
        for person, times in zip(self._desk.review.participants, _SPOKEN, strict=False):
            for _time in range(times):
                self._tools.voices.spoke(person.id)
        console = ConsoleWindow(self._room.console_desk())
        console.resize(*_CONSOLE)
        console.show()
        console.place_changed(self._window.shown_phase(), self._window.selected())
        if self._window.stage is not None:
            console.show_saved(self._window.stage.saved_words())
        console.notes.focus_start()
        return console

    def _spend(self) -> None:
        meeting = self._tools.meeting
        meeting.start()
        for phase, minutes in _USED:
            self._window.go(phase, self._factor if phase is Phase.FACTORS else None)
            for _minute in range(minutes):
                self._hour.gone += 60
                meeting.tick()

    @property
    def _factor(self) -> str:
        return next(each.id for each in self._desk.review.factors if each.text.startswith(_FACTOR))
