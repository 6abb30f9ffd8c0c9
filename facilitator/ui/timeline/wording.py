"""How kinds, times and days of events read on the Timeline page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_day, format_short, format_weekday
from facilitator.domain.places import zone_words
from facilitator.domain.shown_words import KIND_WORDS, MARKER_WORDS
from facilitator.domain.words import Precision
from facilitator.domain.zones import clock

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from facilitator.domain.records import Review, TimelineEvent

PRECISION_WORDS = {
    Precision.EXACT: "Exact",
    Precision.ABOUT: "About",
    Precision.UNKNOWN: "Unknown",
}


def clock_words(at: datetime, zone_name: str) -> str:
    """``14:03``, with seconds only where there are some."""
    local = clock(at, zone_name)
    return f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"


def time_words(event: TimelineEvent, zone_name: str) -> str:
    """The time of an event as its row shows it."""
    if event.at is None or event.precision is Precision.UNKNOWN:
        return "unknown"
    return clock_words(event.at, zone_name)


def until_words(event: TimelineEvent, zone_name: str) -> str:
    """``to 15:46``, with the day if it is another; empty without an end."""
    if event.end is None or event.at is None:
        return ""
    words = clock_words(event.end, zone_name)
    end = clock(event.end, zone_name).date()
    if end != clock(event.at, zone_name).date():
        words = f"{words}, {format_short(end, end)}"
    return f"to {words}"


def day_of(event: TimelineEvent, zone_name: str) -> date | None:
    """The day an event stands on, on the clocks of the zone."""
    return None if event.at is None else clock(event.at, zone_name).date()


def days_words(review: Review) -> str:
    """``3 March 2026, London time``, or from the first day to the last; the zone alone if empty."""
    zone = zone_words(review.time_zone)
    span = day_span(review.events, review.time_zone)
    if span is None:
        return zone
    first, last = span
    if first == last:
        return f"{format_day(first)}, {zone}"
    same_month = (first.year, first.month) == (last.year, last.month)
    start = str(first.day) if same_month else format_short(first, last)
    end = format_day(last) if same_month else format_short(last)
    return f"{start} to {end}, {zone}"


def day_span(events: Sequence[TimelineEvent], zone_name: str) -> tuple[date, date] | None:
    """First and last day of events in canonical order; None if none has a place in time."""
    placed = next((each for each in events if each.at is not None), None)
    if placed is None or placed.at is None:
        return None
    last = next(each.at for each in reversed(events) if each.at is not None)
    return clock(placed.at, zone_name).date(), clock(last, zone_name).date()


def day_mark(day: date, *, short: bool) -> str:
    """The day at the first row of it: ``Tue 3 Mar``, or ``3 Mar`` where there is less room."""
    return format_short(day, day) if short else format_weekday(day)


def spoken(event: TimelineEvent, zone_name: str) -> str:
    """A row in one sentence, for screen readers."""
    about = "about " if event.precision is Precision.ABOUT else ""
    when = f"{about}{time_words(event, zone_name)} {until_words(event, zone_name)}".strip()
    if when == "unknown":
        when = "time unknown"
    parts = [when, KIND_WORDS[event.kind], event.text]
    if event.marker is not None:
        parts.append(f"marked {MARKER_WORDS[event.marker]}")
    if event.lane:
        parts.append(event.lane)
    parts.append("in the story" if event.starred else "not in the story")
    return ", ".join(parts)


def count_words(starred: int, total: int) -> str:
    """``10 of 14 tell the story``."""
    return f"{starred:,} of {total:,} tell{'s' if total == 1 else ''} the story"
