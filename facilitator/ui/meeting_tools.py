"""What a meeting works with, whether the Console is open or not: clock, prompts, voices, cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from facilitator.app.agendas import AgendaShelf
from facilitator.app.meeting import Meeting
from facilitator.app.meeting_path import meeting_path
from facilitator.app.not_now import NotNow, not_now_path
from facilitator.app.prompts import PromptBook
from facilitator.app.voices import Voices
from facilitator.ui.capture.deeds import CaptureDeeds
from facilitator.ui.console.agenda_deeds import AgendaDeeds
from facilitator.ui.console.agenda_words import share_of
from facilitator.ui.console.console_desk import ConsoleDesk
from facilitator.ui.console.memory import ConsoleMemory
from facilitator.ui.console.parking_deeds import ParkingDeeds
from facilitator.ui.console.ticker import MeetingTicker
from facilitator.ui.decision_deeds import DecisionDeeds
from facilitator.ui.naming_deeds import NamingDeeds
from facilitator.ui.stage_deeds import StageDeeds
from facilitator.ui.visiting import Visits

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.phase import Phase
    from facilitator.ui.capture.line import Draft
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme
    from facilitator.ui.window import MainWindow


class _Deeds(NamedTuple):
    """What follows the review or the meeting until it is made anew."""

    agenda: AgendaDeeds
    stage: StageDeeds
    capture: CaptureDeeds
    decisions: DecisionDeeds
    naming: NamingDeeds


class MeetingTools:
    """Made once for an open review; ``bind`` anew whenever the Stage was made anew."""

    def __init__(self, window: MainWindow, review_id: str) -> None:
        self._window = window
        program = window.program
        shelf = AgendaShelf(program.paths.agendas)
        path = meeting_path(program.paths.meetings, review_id)
        self.meeting = Meeting(path, program.steady, program.now, shelf)
        self.prompts = PromptBook(program.paths.prompts)
        self.voices = Voices()
        self._not_now = NotNow(not_now_path(program.paths.meetings, review_id))
        self._memory = ConsoleMemory()
        self._half_typed: Draft | None = None
        self._ticker = MeetingTicker(self.meeting, window)
        self._unsubscribe = self.meeting.subscribe(self._show_progress)
        self._deeds: _Deeds | None = None

    def console_desk(self, theme: Theme) -> ConsoleDesk:
        """The desk of the Console in its theme."""
        desk = self._desk
        return ConsoleDesk(
            desk=replace(desk, theme=theme),
            meeting=self.meeting,
            prompts=self.prompts,
            voices=self.voices,
            stage_desk=desk,
            memory=self._memory,
            not_now=self._not_now,
            others=Visits(self._window),
        )

    def bind(self, theme: Theme) -> None:
        """Bind the commands to the Stage as it is now; ``theme`` is that of the Console."""
        self._unbind()
        desk, console = self._desk, self.console_desk(theme)
        self._deeds = _Deeds(
            AgendaDeeds(console),
            StageDeeds(desk, self._window),
            self._capture(desk, console),
            DecisionDeeds(desk, self._tell),
            NamingDeeds(desk),
        )
        for deeds in (*self._deeds, ParkingDeeds(console, None)):
            deeds.bind()
        self._show_progress()

    def _capture(self, desk: Desk, console: ConsoleDesk) -> CaptureDeeds:
        """The line to write down, with what was half typed before the Stage was made anew."""
        capture = CaptureDeeds(desk, self._foot, lambda: self._desk_in_front(console))
        capture.draft, self._half_typed = self._half_typed, None
        if self._window.stage is not None:
            self._window.stage.hints_over = capture.hints
        return capture

    def leave(self) -> None:
        """The meeting is over: what was counted is forgotten."""
        self._unbind()
        self._unsubscribe()
        self._ticker.leave()
        self.voices.clear()

    def resume(self) -> None:
        """The program begins in the middle of a meeting."""
        if self._deeds is not None:
            self._deeds.agenda.resume()

    def stage_moved(self, phase: Phase) -> None:
        """The Stage shows another phase: the agenda goes along, if they are coupled."""
        if self._deeds is not None:
            self._deeds.agenda.stage_moved(phase)

    def place_changed(self) -> None:
        """Another row is current on the Stage."""
        if self._deeds is not None:
            self._deeds.capture.place_changed()

    def console_closes(self, console: QWidget) -> None:
        """A line to write down that lies in it closes first; its words are there the next time."""
        line = self._deeds.capture.line if self._deeds is not None else None
        if line is not None and line.window() is console:
            line.close_line()

    # -- inside --------------------------------------------------------------------------------

    @property
    def _desk(self) -> Desk:
        if self._window.desk is None:
            raise LookupError("no review is open")
        return self._window.desk

    def _unbind(self) -> None:
        if self._deeds is None:
            return
        for deeds in self._deeds:
            deeds.leave()
        self._half_typed = self._deeds.capture.draft
        self._deeds = None

    def _foot(self) -> QWidget:
        """What a line to write down lies at the foot of, in the window that has the keys."""
        room, stage = self._window.room, self._window.stage
        if stage is not None and self._window.front() is stage.window():
            return stage.stack
        console = room.console if room is not None else None
        return console.body if console is not None else self._window

    def _desk_in_front(self, console: ConsoleDesk) -> Desk:
        stage = self._window.stage
        there = stage is not None and self._window.front() is stage.window()
        return console.stage_desk if there else console.desk

    def _tell(self, words: str, *, done: bool = True) -> None:
        room = self._window.room
        if self._window.stage is not None:
            self._window.stage.tell_step(words, done=done)
        if room is not None and room.console is not None:
            room.console.show_saved(words)

    def _show_progress(self) -> None:
        stage = self._window.stage
        if stage is not None:
            wanted = self._window.program.settings.progress_line
            stage.show_progress(*(share_of(self.meeting) if wanted else (None, "")))
