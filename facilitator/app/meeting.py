"""The meeting that is going on: its clock, kept on the disk, and whoever follows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from facilitator.app.meeting_file import BadFile, MeetingFile
from facilitator.domain import meeting_clock as clocks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.app.agendas import AgendaShelf
    from facilitator.domain.agenda import Agenda
    from facilitator.domain.meeting_clock import MeetingClock
    from facilitator.domain.phase import Phase

WRITTEN_EVERY = 10.0
"""Seconds; a crash loses no more, and the rule for silences gives even that back."""
_ABANDONED = 25.0
"""Seconds after which a running clock that another program kept is kept here."""


class Meeting:
    """One review's meeting.

    Inside the program time is measured by ``steady``, so that a moved clock on the wall changes
    nothing; across a restart by the time since the file was written. Two programs that have the
    same review open show the same clock: who changed it last keeps it, the other follows the file.
    """

    def __init__(
        self,
        path: Path,
        steady: Callable[[], float],
        now: Callable[[], datetime],
        shelf: AgendaShelf,
    ) -> None:
        self._file = MeetingFile(path)
        self._folder = path.parent
        self._steady, self._now = steady, now
        self.shelf = shelf
        self._bad = self._trouble = ""
        self._listeners: list[Callable[[], None]] = []
        self._clock = clocks.new_clock(shelf.first())
        self._looked = self._written = steady()
        self._keeps = False
        self._begin()

    # -- what it says --------------------------------------------------------------------------

    @property
    def problem(self) -> str:
        """A sentence when the file could not be used or written; the clock works all the same."""
        return self._trouble or self._bad

    @property
    def agenda(self) -> Agenda:
        """The agenda as it was chosen."""
        return self._clock.agenda

    @property
    def running(self) -> bool:
        """Whether time is counted."""
        return self._clock.running

    @property
    def begun(self) -> bool:
        """Whether it was started at all."""
        return self._clock.elapsed is not None

    @property
    def current(self) -> int | None:
        """Index of the slot the meeting is in."""
        return self._clock.current

    @property
    def gap(self) -> float | None:
        """Seconds of a long silence that wait to be counted or left out."""
        return self._clock.gap or None

    def used(self, index: int) -> float:
        """Seconds used of a slot."""
        return self._clock.used[index]

    def planned(self, index: int) -> float:
        """Seconds planned for a slot, with those it was given since."""
        return clocks.planned(self._clock, index)

    def to_come(self) -> range:
        """Indices of the slots behind the current one."""
        return clocks.to_come(self._clock)

    def ends_at(self) -> datetime:
        """When it will be over, if it goes on now and as planned."""
        return self._now() + timedelta(seconds=clocks.remaining(self._clock))

    def late(self) -> float | None:
        """Seconds by which it ends after the first plan, below 0 before; None before the start."""
        return clocks.lateness(self._clock)

    def as_planned(self) -> Agenda:
        """The agenda with the minutes that slots were given or lost since."""
        slots = enumerate(self.agenda.slots)
        return replace(
            self.agenda,
            slots=tuple(
                replace(slot, minutes=clocks.minutes_of(self._clock, index))
                for index, slot in slots
            ),
        )

    # -- what is done --------------------------------------------------------------------------

    def start(self) -> None:
        """Let the clock run, or go on."""
        self._change(clocks.start)

    def pause(self) -> None:
        """Let it stand."""
        self._change(clocks.pause)

    def next(self) -> None:
        """To the next slot; the last one stays."""
        self._change(clocks.go_on)

    def go_to(self, index: int) -> None:
        """To a slot; IndexError if there is none."""
        self._change(lambda clock: clocks.go_to(clock, index))

    def go_to_phase(self, phase: Phase) -> None:
        """To the first slot of a phase that is not behind, while the clock runs."""
        if self.running:
            self._change(lambda clock: clocks.go_to_phase(clock, phase))

    def more(self, minutes: int, index: int | None = None) -> None:
        """Give a slot, or the current one, so many minutes more; less if below 0."""
        self._change(lambda clock: clocks.give(clock, _or_current(clock, index), minutes))

    def choose(self, agenda: Agenda) -> None:
        """Go on with another agenda; what was used of slots that are in both stays."""
        self._change(lambda clock: clocks.choose(clock, agenda))

    def reset(self) -> None:
        """Begin anew."""
        self._change(clocks.reset)

    def count_gap(self) -> None:
        """Count the long silence as meeting time."""
        self._change(clocks.count_gap)

    def leave_gap(self) -> None:
        """Leave it out."""
        self._change(clocks.leave_gap)

    def tick(self) -> None:
        """Look at the time, keep it now and then, and tell whoever follows."""
        self._look()
        since = self._looked - self._written
        if self.running and since >= (WRITTEN_EVERY if self._keeps else _ABANDONED):
            self._keep()
        self._tell()

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call a listener after every change and tick, until what is returned is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # -- inside --------------------------------------------------------------------------------

    def _change(self, change: Callable[[MeetingClock], MeetingClock]) -> None:
        """Count the time so far, change the clock, write it, tell it: in this order."""
        before = self._clock
        self._look()
        changed = change(self._clock)
        if changed != self._clock:
            self._clock = changed
            self._keep()
        if changed != before:
            self._tell()

    def _look(self) -> None:
        """Take over what another program wrote, and the time that went by since the last look."""
        at = self._steady()
        seconds, self._looked = at - self._looked, at
        written = self._read() if self._file.changed() else None
        if written is None:
            self._clock = clocks.passed(self._clock, seconds)
            return
        self._keeps, self._written = False, at
        # It was written since the last look, whatever the other's clock on the wall says.
        self._clock = clocks.passed(self._clock, min(seconds, self._since(written)))

    def _begin(self) -> None:
        written = self._read()
        if written is not None:
            silence = self._since(written)
            self._clock = clocks.passed(self._clock, silence)
            # A file written just now may be in the hands of another program.
            self._keeps = silence > _ABANDONED

    def _since(self, written: datetime) -> float:
        """Seconds on the wall since then; 0 if its clock was put back."""
        return max(0.0, (self._now() - written).total_seconds())

    def _read(self) -> datetime | None:
        """Take the clock from the file; when that was written, or None if there is no good one."""
        try:
            found = self._file.read()
        except BadFile as error:
            aside = self._file.put_aside()
            kept = f" It was kept as {aside}." if aside else ""
            self._bad = f"The clock of this meeting is not as it was: its file {error}.{kept}"
            return None
        except OSError as error:
            self._trouble = f"The clock of this meeting cannot be read: {_why(error)}."
            return None
        if found is None:
            return None
        self._clock, written = found
        return written

    def _keep(self) -> None:
        self._keeps, self._written = True, self._looked
        try:
            self._file.write(self._clock, self._now())
        except OSError as error:
            self._trouble = (
                f"The clock cannot be kept in {self._folder}: {_why(error)}. "
                "It goes on until the program ends."
            )
        else:
            self._trouble = ""

    def _tell(self) -> None:
        for listener in list(self._listeners):
            listener()


def _or_current(clock: MeetingClock, index: int | None) -> int:
    return (clock.current or 0) if index is None else index


def _why(error: OSError) -> str:
    return error.strerror or "no reason was given"
