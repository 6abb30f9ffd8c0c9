"""What the head of a report, its day and its durations, says of the days of its events."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.document_day import clocks_in
from facilitator.exchange.readers.document.line_times import has_day
from facilitator.exchange.readers.stamps import days_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from facilitator.exchange.readers.found import Entry

_NEAR = timedelta(days=2)


def span_begun(durations: Iterable[str], entries: Sequence[Entry], day: date) -> date:
    """An earlier day, if a duration tells of a span that begins on it, as the timeline does.

    “16 hours (22:25 on 2026-03-03 to 14:30 on 2026-03-04)” says more than the day of the report.
    """
    first = entries[0].stamp.day if entries else None
    if first is None or not day - _NEAR <= first < day:
        return day
    spans = ([stamp.day for stamp in days_in(each)] for each in durations)
    return first if any(days[:1] == [first] and day in days[1:] for days in spans) else day


def dated_by_head(
    entries: Sequence[Entry], durations: Iterable[str], day: date | None
) -> Sequence[Entry]:
    """The events, with the day of the report where only days far before it led to the first clock.

    That is sure only if a duration names that clock too, beside the day: “1 h (20:17 to 21:25)”.
    Without it the clocks may be of the day on which the cause came.
    """
    at = next((at for at, each in enumerate(entries) if each.stamp.clock), 0)
    led = [each.stamp.day for each in entries[:at] if each.stamp.day]
    if day is None or not led or max(led) + _NEAR >= day:
        return entries
    first = entries[at]
    told = {stamp.clock for each in durations for stamp in clocks_in(each) if not has_day(stamp)}
    if has_day(first.stamp) or first.stamp.clock not in told:
        return entries
    return (*entries[:at], first._replace(stamp=first.stamp._replace(day=day)), *entries[at + 1 :])
