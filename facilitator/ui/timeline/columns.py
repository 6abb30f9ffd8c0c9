"""How wide the columns of the event table are: the words give way to signs where room is short."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.ui.timeline.model import Column

WIDE = 1440
"""From this window width on the table shows where things happened."""

SHORT_UNTIL = 40
"""What is left of it where no event has an end: seconds reach into it."""
_FULL = {
    Column.STAR: 44,
    Column.PRECISION: 102,
    Column.TIME: 64,
    Column.UNTIL: 92,
    Column.KIND: 156,
    Column.MARKER: 186,
    Column.WHERE: 92,
}
_TIGHT = ((Column.KIND, 40), (Column.MARKER, 52), (Column.PRECISION, 64))
"""What gives way first where the words of the events would get less than ``_LEAST``."""
_LEAST = 460
DAYS, _SHORT_DAYS = 122, 94
"""What a day with its weekday needs before the time, and a day without it."""


@dataclass(frozen=True, slots=True)
class Used:
    """What the events have of what needs room: days that change, ends, markers and lanes."""

    days: bool = False
    ends: bool = True
    markers: bool = True
    where: bool = True


def column_widths(width: float, used: Used) -> dict[Column, float]:
    """Widths that fill ``width``, both in px at type size 100 %; a column of 0 is dropped."""
    widths: dict[Column, float] = dict(_FULL)
    if not used.where:
        widths[Column.WHERE] = 0
    if not used.markers:
        widths[Column.MARKER] = 0
    if not used.ends:
        widths[Column.UNTIL] = SHORT_UNTIL
    if used.days:
        widths[Column.PRECISION] = DAYS
    for column, least in _TIGHT:
        if width - sum(widths.values()) < _LEAST:
            widths[column] = min(least, widths[column])
    if used.days:
        widths[Column.PRECISION] = max(widths[Column.PRECISION], _SHORT_DAYS)
    widths[Column.TEXT] = max(0.0, width - sum(widths.values()))
    return widths
