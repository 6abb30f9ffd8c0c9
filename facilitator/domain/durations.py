"""Durations of an incident, from markers only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.domain.words import Marker, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from facilitator.domain.records import TimelineEvent

MEASURED = (Marker.DETECTED, Marker.ACKNOWLEDGED, Marker.MITIGATED, Marker.RESOLVED)
"""Markers whose distance from impact start is told."""

VERBS = {
    Marker.DETECTED: "to detect",
    Marker.ACKNOWLEDGED: "to acknowledge",
    Marker.MITIGATED: "to mitigate",
    Marker.RESOLVED: "to resolve",
}

# Seconds of a minute; minutes of an hour and of a day.
_MINUTE, _HOUR, _DAY = 60, 60, 1440


@dataclass(frozen=True, slots=True)
class Duration:
    """Time from impact start to a marker; ``span`` is None while one of them is unknown.

    ``about`` says that the span is not exact, ``about_at`` that the marker's own time is not.
    """

    marker: Marker
    at: datetime | None
    span: timedelta | None
    about: bool
    about_at: bool = False


def marked(events: Iterable[TimelineEvent]) -> dict[Marker, TimelineEvent]:
    """The event of each marker that stands."""
    return {event.marker: event for event in events if event.marker is not None}


def durations(events: Iterable[TimelineEvent]) -> tuple[Duration, ...]:
    """The four durations, each counted from impact start; negative if the order is odd."""
    found = marked(events)
    return tuple(_duration(found, marker) for marker in MEASURED)


def _duration(found: dict[Marker, TimelineEvent], marker: Marker) -> Duration:
    start, end = found.get(Marker.IMPACT_START), found.get(marker)
    about = any(event.precision is Precision.ABOUT for event in (start, end) if event)
    at, begun, ended = end.at if end else None, _known(start), _known(end)
    span = None if begun is None or ended is None else ended - begun
    about_at = end is not None and end.precision is Precision.ABOUT
    return Duration(marker, at, span, about, about_at)


def _known(event: TimelineEvent | None) -> datetime | None:
    return None if event is None or event.precision is Precision.UNKNOWN else event.at


def span_words(span: timedelta) -> str:
    """How a duration reads: ``17 min``, ``1 h 04 min``, ``2 d 03 h``, ``45 s``."""
    seconds = int(span.total_seconds())
    if seconds < 0:
        return f"−{span_words(-span)}"
    if seconds < _MINUTE:
        return f"{seconds} s"
    minutes = seconds // _MINUTE
    if minutes < _HOUR:
        return f"{minutes} min"
    if minutes < 2 * _DAY:
        return f"{minutes // _HOUR} h {minutes % _HOUR:02} min"
    return f"{minutes // _DAY} d {minutes % _DAY // _HOUR:02} h"
