"""What the agenda and its clock say, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.places import zone_words
from facilitator.domain.zones import clock

if TYPE_CHECKING:
    from datetime import datetime

    from facilitator.app.meeting import Meeting

_MINUTE, _HOUR = 60, 3600
_TOO_FAR = 12 * _HOUR
"""A meeting that goes on the next day is not late: it goes on."""


def used_minutes(meeting: Meeting, index: int) -> int:
    """Whole minutes used of a slot."""
    return int(meeting.used(index) // _MINUTE)


def planned_minutes(meeting: Meeting, index: int) -> int:
    """Minutes planned for it."""
    return round(meeting.planned(index) / _MINUTE)


def over_minutes(meeting: Meeting, index: int) -> int:
    """Whole minutes over the plan, 0 if it is not over."""
    return max(0, used_minutes(meeting, index) - planned_minutes(meeting, index))


def figures(meeting: Meeting, index: int) -> str:
    """``28 of 25, 3 over``; ``15`` where nothing was used yet."""
    over, used = over_minutes(meeting, index), used_minutes(meeting, index)
    planned = planned_minutes(meeting, index)
    if not used and index != meeting.current:
        return str(planned)
    return f"{used} of {planned}" + (f", {over} over" if over else "")


def row_said(meeting: Meeting, index: int) -> str:
    """A row as it is read aloud."""
    slot, over = meeting.agenda.slots[index], over_minutes(meeting, index)
    used, planned = used_minutes(meeting, index), planned_minutes(meeting, index)
    said = [slot.name, f"{used} of {minutes_words(planned)}"]
    if over:
        said.append(f"{over} over")
    if index == meeting.current:
        said.append("current" if meeting.running or not meeting.begun else "current, paused")
    return ", ".join(said)


def clock_words(meeting: Meeting) -> tuple[str, str]:
    """What the clock shows: the slot and its minutes, ``Factors`` and ``28 of 25 min``."""
    at = meeting.current
    if at is None or not meeting.begun:
        return meeting.agenda.words, f"{meeting.as_planned().minutes} min"
    words = f"{used_minutes(meeting, at)} of {planned_minutes(meeting, at)} min"
    return meeting.agenda.slots[at].name, words


def is_over(meeting: Meeting) -> bool:
    """Whether the current slot has used more than its minutes."""
    at = meeting.current
    return meeting.begun and at is not None and over_minutes(meeting, at) > 0


def advice(meeting: Meeting, keys: str) -> str:
    """The sentence below the clock; ``keys`` start and pause it."""
    at = meeting.current
    if at is None or not meeting.begun:
        return f"{keys} starts the clock, or Space in the agenda."
    if not meeting.running:
        return f"Paused. {keys} goes on."
    over = over_minutes(meeting, at)
    return f"{over} over. {_way_out(meeting)}" if over else _coming(meeting)


def _way_out(meeting: Meeting) -> str:
    """Where the minutes could come from: the longest slot to come."""
    coming = [index for index in meeting.to_come() if planned_minutes(meeting, index) > 1]
    if not coming:
        return "Park the rest."
    longest = max(coming, key=lambda index: planned_minutes(meeting, index))
    return f"Park the rest, or take them from {meeting.agenda.slots[longest].name}."


def _coming(meeting: Meeting) -> str:
    coming = meeting.to_come()
    if not coming:
        return "This is the last on the agenda."
    slot = meeting.agenda.slots[coming[0]]
    return f"Next: {slot.name}, {planned_minutes(meeting, coming[0])} min."


def end_words(meeting: Meeting, ends_at: datetime) -> str:
    """``ends about 15:31, 1 min late``; ``ends_at`` is on the clock that people look at."""
    end, late = f"{ends_at:%H:%M}", meeting.late()
    if late is None:
        return f"would end at {end}"
    minutes = round(late / _MINUTE)
    if abs(late) > _TOO_FAR:
        return f"ends about {end}"
    how = f"{abs(minutes)} min {'late' if minutes > 0 else 'early'}" if minutes else "on time"
    return f"ends about {end}, {how}"


def there_words(here: datetime, zone: str) -> str:
    """``00:19 London time`` where the clocks of a zone show another time than those here."""
    there = clock(here, zone)
    return "" if there.utcoffset() == here.utcoffset() else f"{there:%H:%M} {zone_words(zone)}"


def shortened_end(said: str) -> str:
    """The same where there is little room: ``15:31, 1 min late``."""
    return said.removeprefix("ends about ").removeprefix("would end at ")


def minutes_words(minutes: int) -> str:
    """``1 minute``, ``25 minutes``."""
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def gap_words(meeting: Meeting) -> str:
    """That a long silence waits to be counted, or an empty text."""
    return "" if meeting.gap is None else f"{_long_words(meeting.gap)} went by."


def _long_words(seconds: float) -> str:
    hours, minutes = divmod(round(seconds / _MINUTE), 60)
    if not hours:
        return minutes_words(minutes)
    words = "An hour" if hours == 1 else f"{hours} hours"
    return f"{words} and {minutes_words(minutes)}" if minutes else words


def share_of(meeting: Meeting) -> tuple[float | None, str]:
    """For the Stage's line: how much of the current slot is used, and that in words."""
    at = meeting.current
    if at is None or not meeting.begun:
        return None, ""
    used, planned = used_minutes(meeting, at), planned_minutes(meeting, at)
    words = f"{meeting.agenda.slots[at].name}: {used} of {minutes_words(planned)}"
    return meeting.used(at) / meeting.planned(at), words
