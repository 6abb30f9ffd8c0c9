"""What is odd or open in a timeline: a quiet list, never a gate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.domain.durations import marked, span_words
from facilitator.domain.gaps import GAP_MINUTES
from facilitator.domain.shown_words import MARKER_WORDS
from facilitator.domain.text import shortened
from facilitator.domain.times import format_time
from facilitator.domain.words import Marker, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.domain.records import Review, TimelineEvent


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: the rule's name, a sentence, and the events it is about."""

    rule: str
    message: str
    event_ids: tuple[str, ...] = ()


def remarks(
    review: Review, *, now: datetime | None = None, gap_minutes: int = GAP_MINUTES
) -> tuple[Remark, ...]:
    """Every remark on the timeline of a review; none while it is empty.

    Rules: ``marker_order``, ``marker_missing``, ``end_before_begin``, ``future`` (if ``now``, aware
    UTC, is given), ``placeless``, ``gap`` (unless ``gap_minutes`` is 0).
    """
    events = review.events
    if not events:
        return ()
    return (
        *_odd_order(events),
        *_missing(events),
        *_ends_early(events),
        *(_future(events, now) if now else ()),
        *_placeless(events),
        *_gaps(events, review.time_zone, gap_minutes),
    )


def _odd_order(events: Sequence[TimelineEvent]) -> Iterator[Remark]:
    found = marked(events)
    known = [(marker, found[marker]) for marker in Marker if marker in found]
    known = [(marker, event) for marker, event in known if _times(event)]
    for (before, first), (after, second) in pairwise(known):
        if first.at and second.at and second.at < first.at:
            yield Remark(
                "marker_order",
                f"{MARKER_WORDS[after]} stands before {MARKER_WORDS[before]}.",
                (second.id, first.id),
            )


def _times(event: TimelineEvent) -> tuple[datetime, datetime] | None:
    """Beginning and end, if the time of the event is known."""
    if event.at is None or event.precision is Precision.UNKNOWN:
        return None
    return event.at, max(event.at, event.end or event.at)


def _missing(events: Sequence[TimelineEvent]) -> Iterator[Remark]:
    found = marked(events)
    missing = [MARKER_WORDS[marker] for marker in Marker if marker not in found]
    if missing:
        words = " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
        yield Remark("marker_missing", f"No event is marked {words} yet.")


def _ends_early(events: Sequence[TimelineEvent]) -> Iterator[Remark]:
    for event in events:
        if event.at and event.end and event.end < event.at:
            message = f"“{shortened(event.text)}” ends before it begins."
            yield Remark("end_before_begin", message, (event.id,))


def _future(events: Sequence[TimelineEvent], now: datetime) -> Iterator[Remark]:
    ids = tuple(each.id for each in events if any(at > now for at in (each.at, each.end) if at))
    if ids:
        words = "One event is" if len(ids) == 1 else f"{len(ids):,} events are"
        yield Remark("future", f"{words} in the future.", ids)


def _placeless(events: Sequence[TimelineEvent]) -> Iterator[Remark]:
    ids = tuple(event.id for event in events if event.at is None)
    if ids:
        words = "One event has" if len(ids) == 1 else f"{len(ids):,} events have"
        yield Remark("placeless", f"{words} no place on the timeline yet.", ids)


def _gaps(events: Sequence[TimelineEvent], zone: str, minutes: int) -> Iterator[Remark]:
    longest = timedelta(minutes=minutes)
    last: tuple[str, datetime] | None = None
    for event_id, begun, ended in _during_impact(events) if minutes else ():
        if last is not None and begun - last[1] > longest:
            between = f"{format_time(last[1], zone)} and {format_time(begun, zone)}"
            message = f"Nothing is told between {between}: {span_words(begun - last[1])}."
            yield Remark("gap", message, (last[0], event_id))
        if last is None or ended > last[1]:
            last = event_id, ended


def _during_impact(events: Sequence[TimelineEvent]) -> Iterator[tuple[str, datetime, datetime]]:
    """Id, beginning and end of the events from impact start to resolved, or else mitigated."""
    found = marked(events)
    start = found.get(Marker.IMPACT_START)
    stop = found.get(Marker.RESOLVED) or found.get(Marker.MITIGATED)
    if start is None or start.at is None:
        return
    for event in events:
        times = _times(event)
        if times and times[0] >= start.at and not (stop and stop.at and times[0] > stop.at):
            yield event.id, *times
