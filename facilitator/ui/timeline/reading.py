"""How an entry line reads in the preview, piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_weekday
from facilitator.domain.shown_words import KIND_WORDS, MARKER_WORDS
from facilitator.domain.words import Precision
from facilitator.domain.zones import clock
from facilitator.ui.preview import Part
from facilitator.ui.timeline.wording import clock_words, time_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from facilitator.domain.event_line import EventLine
    from facilitator.domain.records import TimelineEvent
    from facilitator.domain.words import EventKind, Marker

_LONGEST = 200
"""More of a text is never shown beside the line."""


def parts_of(
    line: EventLine, zone: str, *, kind: EventKind, day: date | None, holder: TimelineEvent | None
) -> tuple[Part, ...]:
    """Time, kind, place, marker, story and text, as far as the line says them.

    ``kind`` is the event's kind in the end; ``day``, which is today, puts the day before the
    time; ``holder`` is the event that loses its marker.
    """
    parts = [Part(when_words(line, zone, day=day), strong=True)] if line.when else []
    if line.text:
        parts.append(Part(KIND_WORDS[kind], sign=("kind", kind.value)))
    if line.lane:
        parts.append(Part(f"new lane {line.lane}" if line.new_lane else line.lane))
    if line.marker is not None:
        words = _marker_words(line.marker, holder, zone)
        parts.append(Part(words, sign=("marker", line.marker.value)))
    if line.starred:
        parts.append(Part("in the story"))
    if line.text:
        parts.append(Part(f"“{line.text[:_LONGEST]}”"))
    return tuple(parts)


def when_words(line: EventLine, zone: str, *, day: date | None) -> str:
    """``about Tue 3 Mar 14:10``, ``14:03 to 14:20`` or ``time unknown``.

    A day of another year than ``day`` says its year; None leaves days out.
    """
    if line.precision is Precision.UNKNOWN:
        return "time unknown"
    if line.at is None:
        return line.when.typed if line.when else ""
    about = "about " if line.precision is Precision.ABOUT else ""
    words = f"{about}{_at_words(line.at, zone, day=day)}"
    if line.end is None:
        return words
    begun = clock(line.at, zone).date()
    later = begun if clock(line.end, zone).date() != begun else None
    return f"{words} to {_at_words(line.end, zone, day=later)}"


def _marker_words(marker: Marker, holder: TimelineEvent | None, zone: str) -> str:
    """``Detected``, or ``Detected, no longer at 14:21``."""
    words = MARKER_WORDS[marker]
    return words if holder is None else f"{words}, no longer at {time_words(holder, zone)}"


def _at_words(at: datetime, zone: str, *, day: date | None) -> str:
    clock_time = clock_words(at, zone)
    if day is None:
        return clock_time
    there = clock(at, zone).date()
    year = f" {there.year}" if there.year != day.year else ""
    return f"{format_weekday(there)}{year} {clock_time}"
