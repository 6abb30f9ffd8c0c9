"""What the commands of the agenda do, and how agenda and Stage move together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.domain.phase import Phase
    from facilitator.ui.console.console_desk import ConsoleDesk

_COUPLED = {
    True: "Let agenda and Stage move apart",
    False: "Let agenda and Stage move together",
}
_PROGRESS = {True: "No progress line on the Stage", False: "Progress line on the Stage"}


class AgendaDeeds:
    """Follows the meeting until ``leave``; the words of its commands follow the state."""

    def __init__(self, console: ConsoleDesk) -> None:
        self._console, self._desk = console, console.desk
        self._meeting = console.meeting
        self._at = self._meeting.current
        self._said: tuple[tuple[str, str, bool], ...] = ()
        self._leave = self._meeting.subscribe(self._follow)

    def bind(self) -> None:
        """Bind the commands."""
        bind = self._desk.registry.bind
        bind("meeting.clock", self.clock)
        bind("meeting.next", self._meeting.next)
        bind("meeting.more_1", lambda: self._meeting.more(1))
        bind("meeting.more_5", lambda: self._meeting.more(5))
        bind("meeting.agenda", self.choose)
        bind("meeting.coupled", lambda: self._toggle("coupled"))
        bind("meeting.progress", lambda: self._toggle("progress_line"))
        self._said = ()
        self._say()

    def leave(self) -> None:
        """No longer follow the meeting."""
        self._leave()

    def resume(self) -> None:
        """The program begins in the middle of a meeting: the Stage goes to where that stands."""
        if self._meeting.running:
            self._move_stage()

    def clock(self) -> None:
        """Start, pause, go on."""
        if self._meeting.running:
            self._meeting.pause()
        else:
            self._meeting.start()

    def choose(self) -> None:
        """Ask for the agenda."""
        from facilitator.ui.console.agenda_sheet import choose_agenda  # noqa: PLC0415 - opens rarely

        choose_agenda(self._console)

    def stage_moved(self, phase: Phase) -> None:
        """The Stage shows another phase: the agenda goes there, if they move together."""
        if self._desk.settings.coupled:
            self._meeting.go_to_phase(phase)

    # -- inside --------------------------------------------------------------------------------

    def _toggle(self, name: str) -> None:
        settings = self._desk.settings
        settings.change(**{name: not getattr(settings, name)})
        # Whoever shows it looks again.
        self._meeting.tick()

    def _follow(self) -> None:
        if self._meeting.current != self._at:
            self._at = self._meeting.current
            self._move_stage()
        self._say()

    def _move_stage(self) -> None:
        if self._at is None or not self._desk.settings.coupled:
            return
        phase = self._meeting.agenda.slots[self._at].phase
        if self._desk.host.shown_phase() is not phase:
            self._desk.host.go(phase)

    def _say(self) -> None:
        said = (
            ("meeting.clock", self._clock_words(), True),
            ("meeting.next", *self._next_words()),
            ("meeting.coupled", _COUPLED[self._desk.settings.coupled], True),
            ("meeting.progress", _PROGRESS[self._desk.settings.progress_line], True),
        )
        if said != self._said:
            self._said = said
            for command, words, enabled in said:
                self._desk.registry.say(command, words, enabled=enabled)

    def _clock_words(self) -> str:
        if self._meeting.running:
            return "Pause the clock"
        return "Let the clock go on" if self._meeting.begun else "Start the clock"

    def _next_words(self) -> tuple[str, bool]:
        coming = self._meeting.to_come()
        if not coming:
            return "Next on the agenda", False
        return f"Next on the agenda: {self._meeting.agenda.slots[coming[0]].name}", True
