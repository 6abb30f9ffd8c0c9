"""What a source leaves open, as questions in words with their answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.clock_changes import both_readings
from facilitator.domain.day_words import format_day
from facilitator.domain.text import shortened
from facilitator.domain.typed_zones import local, offset_at, tz

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.typed_zones import Meaning
    from facilitator.exchange.readers.found import Entry, Stamp

_LEAP = 2024
"""A year in which every month has all its days."""


class Option(NamedTuple):
    """One answer: what to show, and the value to give."""

    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that the source leaves open.

    ``id`` is ``zone``, ``date``, ``order``, ``half``, ``year``, ``back``,
    ``zone CST``, ``clock 2026-10-25 02:30`` or ``person Anna``; the answer is an IANA name, a day,
    ``day`` or ``month``, ``am`` or ``pm``, ``around`` or ``written``, ``next`` or ``same``, a zone,
    an offset, somebody's name. ``example`` is the first place.
    """

    id: str
    text: str
    options: tuple[Option, ...]
    example: str = ""
    count: int = 1


def which_day(stamp: Stamp, where: str) -> Asked:
    """On which day a clock is that names none."""
    text = f"On which day does it begin? It says only “{shortened(stamp.raw)}”."
    return Asked("date", text, (), where)


def which_order(stamp: Stamp, where: str) -> Asked:
    """Whether the day or the month comes first in 3/4/26."""
    assert stamp.slashed is not None  # noqa: S101 - only of such it is asked
    first, second, year = stamp.slashed
    one, other = (date(year or _LEAP, *each) for each in ((second, first), (first, second)))
    text = f"Is “{shortened(stamp.raw)}” the {_spoken(one)} or the {_spoken(other)}?"
    options = (Option("The day comes first", "day"), Option("The month comes first", "month"))
    return Asked("order", text, options, where)


def which_year(stamp: Stamp, said: date, near: date, where: str) -> Asked:
    """Of which year a day is that is a year off those around it."""
    text = f"“{shortened(stamp.raw)}” stands among days of {near.year}. Which year is meant?"
    options = (
        Option(f"{near.year}, as the rows around it", "around"),
        Option(f"{said.year}, as it is written", "written"),
    )
    return Asked("year", text, options, where)


def which_half(entry: Entry) -> Asked:
    """Of which half of the day a clock is."""
    clock = entry.stamp.clock
    assert clock is not None  # noqa: S101 - only a clock has halves
    later = clock.replace(hour=clock.hour + 12)
    text = (
        f"Is “{shortened(entry.stamp.raw)}” in the morning or in the afternoon? No clock says it."
    )
    options = (
        Option(f"In the morning, {clock:%H:%M}", "am"),
        Option(f"In the afternoon, {later:%H:%M}", "pm"),
    )
    return Asked("half", text, options, entry.where)


def whether_next_day(stamp: Stamp, last: datetime, where: str) -> Asked:
    """Whether a clock that goes back is on the next day; ``last`` is what the one before showed."""
    text = f"“{stamp.raw}” comes after {last:%H:%M}. Is that the next day, or is it out of order?"
    options = (Option("On the next day", "next"), Option("Out of order", "same"))
    return Asked("back", text, options, where)


def which_zone(stamp: Stamp, where: str) -> Asked:
    """In which zone a clock is that names none."""
    text = f"On which clocks is “{shortened(stamp.raw)}”? It names no zone."
    return Asked("zone", text, (), where)


def which_meaning(
    said: str, meanings: Iterable[tuple[Meaning, str]], day: date | None, where: str
) -> Asked:
    """Which zone an abbreviation means; with each meaning the offset that was in force instead."""
    found = list(meanings)
    options = [option for meaning, off in found for option in _options(said, meaning, off)]
    if len(found) > 1:
        text = f"Which {said} is meant?"
    else:
        when = f" on {format_day(day)}" if day else ""
        text = f"The clocks there did not show {said}{when}. Which is meant?"
    return Asked(f"zone {said}", text, tuple(options), where)


def _options(said: str, meaning: Meaning, off: str) -> list[Option]:
    if not off:
        return [Option(f"{meaning.place}, UTC{meaning.zone}", meaning.zone)]
    return [
        Option(f"The clocks in {meaning.place} then, UTC{off}", meaning.home),
        Option(f"{said} as written, UTC{meaning.zone}", meaning.zone),
    ]


def which_side(
    name: str, wall: datetime, zone: str, found: tuple[datetime, ...], where: str
) -> Asked:
    """On which side of a clock change a time is; ``found`` are the instants that it may be."""
    readings = found or tuple(sorted(both_readings(wall, tz(zone))))
    shown = f"{wall:%H:%M} on {format_day(wall.date())} ({zone})"
    text = f"{shown} came twice: which?" if found else f"There was no {shown}: which is meant?"
    options = tuple(
        Option(f"{local(at, zone):%H:%M}, UTC{offset_at(at, zone)}", offset_at(at, zone))
        for at in readings
    )
    return Asked(name, text, options, where)


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B}"
