"""The clock of a meeting: how much of each slot is used, and when the meeting will end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.agenda import MINUTES, Agenda

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.phase import Phase

MINUTE = 60.0
COUNTED = 10 * MINUTE
"""A silence of up to so many seconds is meeting time; nobody knows what a longer one was."""
OVER = 4 * 60 * MINUTE
"""After a silence of more than this the meeting is over: the clock stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingClock:
    """The agenda and what became of it.

    ``used`` are seconds of each slot, ``more`` the minutes it was given or lost since the agenda
    was chosen. ``elapsed`` are seconds since the first start, pauses included, and None before it;
    ``promised`` is how many the plan of that moment took. ``gap`` are seconds of silence that are
    not counted yet, and would go to slot ``gap_at``.
    """

    agenda: Agenda
    used: tuple[float, ...]
    more: tuple[int, ...]
    current: int | None = None
    running: bool = False
    elapsed: float | None = None
    promised: float = 0.0
    gap: float = 0.0
    gap_at: int = 0


def new_clock(agenda: Agenda) -> MeetingClock:
    """A clock that was not started yet."""
    none = len(agenda.slots)
    return MeetingClock(agenda=agenda, used=(0.0,) * none, more=(0,) * none)


# -- what it says ----------------------------------------------------------------------------------


def minutes_of(clock: MeetingClock, index: int) -> int:
    """The planned minutes of a slot, with those it was given since."""
    return clock.agenda.slots[index].minutes + clock.more[index]


def planned(clock: MeetingClock, index: int) -> float:
    """The same in seconds."""
    return minutes_of(clock, index) * MINUTE


def left(clock: MeetingClock, index: int) -> float:
    """Seconds that are left of a slot, 0 when it is over."""
    return max(0.0, planned(clock, index) - clock.used[index])


def to_come(clock: MeetingClock) -> range:
    """The slots behind the current one; all of them before the first."""
    return range(0 if clock.current is None else clock.current + 1, len(clock.used))


def remaining(clock: MeetingClock) -> float:
    """Seconds until the end: the rest of the current slot, and the slots to come."""
    now = 0.0 if clock.current is None else left(clock, clock.current)
    return now + sum(left(clock, index) for index in to_come(clock))


def lateness(clock: MeetingClock) -> float | None:
    """Seconds by which it will end after the first plan, below 0 if before; None before the start.

    Counted in time that went by, so that a moved clock on the wall changes nothing.
    """
    if clock.elapsed is None:
        return None
    return clock.elapsed + remaining(clock) - clock.promised


# -- what is done to it ----------------------------------------------------------------------------


def start(clock: MeetingClock) -> MeetingClock:
    """Let it run: in the current slot, or in the first."""
    if clock.elapsed is None:
        clock = replace(clock, elapsed=0.0, promised=_whole(clock))
    return replace(clock, running=True, current=clock.current or 0)


def pause(clock: MeetingClock) -> MeetingClock:
    """Let it stand."""
    return replace(clock, running=False)


def reset(clock: MeetingClock) -> MeetingClock:
    """As it was before the first start."""
    return new_clock(clock.agenda)


def passed(clock: MeetingClock, seconds: float) -> MeetingClock:
    """So much time went by since it was looked at last."""
    if clock.elapsed is None or seconds <= 0:
        return clock
    clock = replace(clock, elapsed=clock.elapsed + seconds)
    if not clock.running or clock.current is None:
        return clock
    if seconds <= COUNTED:
        return _use(clock, clock.current, seconds)
    runs = seconds <= OVER
    return replace(clock, gap=clock.gap + seconds, gap_at=clock.current, running=runs)


def count_gap(clock: MeetingClock) -> MeetingClock:
    """Count the silence to the slot it fell into."""
    return leave_gap(_use(clock, clock.gap_at, clock.gap))


def leave_gap(clock: MeetingClock) -> MeetingClock:
    """Do not count the silence."""
    return replace(clock, gap=0.0, gap_at=0)


def go_to(clock: MeetingClock, index: int) -> MeetingClock:
    """Make a slot the current one; IndexError if there is none."""
    if not 0 <= index < len(clock.used):
        raise IndexError(index)
    return replace(clock, current=index)


def go_on(clock: MeetingClock) -> MeetingClock:
    """To the next slot; the last one stays."""
    coming = to_come(clock)
    return replace(clock, current=coming[0]) if coming else clock


def go_to_phase(clock: MeetingClock, phase: Phase) -> MeetingClock:
    """To the first slot of a phase that is not behind, if the present one is not of it."""
    at = clock.current or 0
    slots = clock.agenda.slots
    ahead = (index for index in range(at, len(slots)) if slots[index].phase is phase)
    found = next(ahead, None)
    return clock if found is None else replace(clock, current=found)


def give(clock: MeetingClock, index: int, minutes: int) -> MeetingClock:
    """Give a slot so many minutes more, or less, within what a slot can have."""
    wanted = minutes_of(clock, index) + minutes
    given = min(max(wanted, MINUTES.start), MINUTES.stop - 1)
    more = list(clock.more)
    more[index] = given - clock.agenda.slots[index].minutes
    return replace(clock, more=tuple(more))


def choose(clock: MeetingClock, agenda: Agenda) -> MeetingClock:
    """Go on with another agenda: slots of the same phase and words keep what was used of them.

    Of the same agenda, changed, a slot with new words is known by its phase, and the end that was
    promised stays; with another agenda it is promised anew.
    """
    # Kept under a name of its own it is still the same.
    same = agenda.id == clock.agenda.id or agenda.slots == clock.agenda.slots
    kept = _kept(clock.agenda, agenda, by_phase=same)
    fresh = new_clock(agenda)
    whole = agenda.minutes * MINUTE
    return replace(
        clock,
        agenda=agenda,
        used=tuple(0.0 if old is None else clock.used[old] for old in kept),
        more=fresh.more,
        current=_place(clock, agenda, kept, clock.current),
        promised=clock.promised if same or clock.elapsed is None else whole,
        gap_at=_place(clock, agenda, kept, clock.gap_at) or 0,
    )


# -- inside ----------------------------------------------------------------------------------------


def _whole(clock: MeetingClock) -> float:
    return sum(planned(clock, index) for index in range(len(clock.used)))


def _use(clock: MeetingClock, index: int, seconds: float) -> MeetingClock:
    used = list(clock.used)
    used[index] += seconds
    return replace(clock, used=tuple(used))


def _kept(old: Agenda, new: Agenda, *, by_phase: bool) -> tuple[int | None, ...]:
    """For every new slot the old one that it goes on with; each old one at most once."""
    kept: list[int | None] = [None] * len(new.slots)
    for same_words in (True, False) if by_phase else (True,):
        for at, index in _pairs(old, new, kept, same_words=same_words):
            kept[at] = index
    return tuple(kept)


def _pairs(
    old: Agenda, new: Agenda, kept: list[int | None], *, same_words: bool
) -> Iterator[tuple[int, int]]:
    free = [index for index in range(len(old.slots)) if index not in kept]
    for at, slot in enumerate(new.slots):
        if kept[at] is not None:
            continue
        for index in free:
            other = old.slots[index]
            if other.phase is slot.phase and (not same_words or other.words == slot.words):
                free.remove(index)
                yield at, index
                break


def _place(
    clock: MeetingClock, agenda: Agenda, kept: tuple[int | None, ...], at: int | None
) -> int | None:
    """Where a place of the old agenda is on the new: its slot, else its phase, else its turn."""
    if at is None:
        return None
    if at in kept:
        return kept.index(at)
    phase = clock.agenda.slots[at].phase
    alike = (index for index, slot in enumerate(agenda.slots) if slot.phase is phase)
    return next(alike, min(at, len(agenda.slots) - 1))
