"""How single values read in print: days, times, counts, statuses and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import MONTHS, format_day
from facilitator.domain.durations import marked
from facilitator.domain.places import zone_words
from facilitator.domain.priority import priority
from facilitator.domain.severity import severity_number
from facilitator.domain.times import days_shown, format_time, local
from facilitator.domain.typed_zones import has_clocks
from facilitator.domain.words import (
    ActionStatus,
    FactorKind,
    Marker,
    Precision,
    ReviewStatus,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from facilitator.domain.records import ActionItem, Factor, Participant, Review, TimelineEvent

STATUSES = {
    ActionStatus.PROPOSED: "Proposed",
    ActionStatus.AGREED: "Agreed",
    ActionStatus.IN_BACKLOG: "In backlog",
    ActionStatus.IN_PROGRESS: "In progress",
    ActionStatus.DONE: "Done",
    ActionStatus.HELD: "Done, and it held",
    ActionStatus.DID_NOT_HOLD: "Done, but it did not hold",
    ActionStatus.DEFERRED: "Put off",
    ActionStatus.CANCELLED: "Given up",
}
REVIEW_STATUSES = {
    ReviewStatus.DRAFT: "Draft",
    ReviewStatus.READY: "Ready for the meeting",
    ReviewStatus.REVIEWED: "Reviewed",
    ReviewStatus.CLOSED: "Closed",
}
_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def count(number: int, one: str, many: str = "") -> str:
    """``four actions``, ``one action``, ``no actions``, ``13 actions``."""
    words = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{words} {one if number == 1 else many or one + 's'}"


def number(value: int) -> str:
    """``four``, ``none``, ``13``."""
    if value == 0:
        return "none"
    return _NUMBERS[value] if value < len(_NUMBERS) else f"{value:,}"


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def listed(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


# -- time ------------------------------------------------------------------------------------


def is_timed(event: TimelineEvent) -> bool:
    """Whether it is known when it was, exactly or about."""
    return event.at is not None and event.precision is not Precision.UNKNOWN


def clock(event: TimelineEvent, zone: str) -> str:
    """``14:03``, or ``unknown``."""
    if event.at is None or not is_timed(event):
        return "unknown"
    return format_time(event.at, zone)


def until(event: TimelineEvent, zone: str) -> str:
    """``to 15:46``, with the day if it is another; empty without an end."""
    if event.end is None or event.at is None:
        return ""
    words = f"to {format_time(event.end, zone)}"
    end = local(event.end, zone).date()
    same = end == local(event.at, zone).date()
    return words if same else f"{words}, {short_day(end)}"


def elsewhere(event: TimelineEvent, zone: str) -> str:
    """``19:33 Kolkata time``, if it was typed in another zone where clocks show another time."""
    if event.at is None or not is_timed(event) or event.zone in {"", zone}:
        return ""
    here, there = (local(event.at, each).replace(tzinfo=None) for each in (zone, event.zone))
    if here == there and has_clocks(event.zone):
        return ""
    return f"{format_time(event.at, event.zone)} {zone_words(event.zone)}"


def short_day(day: date) -> str:
    """``3 March``."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def day_in(day: date, review: Review) -> str:
    """``3 March``, with the year unless it is that of the meeting and of this version too."""
    years = {review.held_on.year if review.held_on else None}
    if review.updated is not None:
        years.add(local(review.updated, review.time_zone).year)
    return short_day(day) if years == {day.year} else format_day(day)


def incident_days(review: Review) -> str:
    """Day of impact start, or else of the first event to that of the last; empty if unknown."""
    start = marked(review.events).get(Marker.IMPACT_START)
    if start is not None and start.at is not None:
        return format_day(local(start.at, review.time_zone).date())
    days = days_shown((event.at for event in review.events), review.time_zone)
    if not days:
        return ""
    return day_span(days[0], days[-1])


def day_span(first: date, last: date) -> str:
    """``3 March 2026``, ``3 to 5 March 2026``, ``30 March to 2 April 2026``; no year twice."""
    if first == last:
        return format_day(first)
    if first.year != last.year:
        return f"{format_day(first)} to {format_day(last)}"
    begin = str(first.day) if first.month == last.month else short_day(first)
    return f"{begin} to {format_day(last)}"


def not_held(review: Review) -> str:
    """What stands in the place of the day of the meeting; one that is over was held some day.

    Of a draft nobody has said so: it may be an old document that was imported.
    """
    if review.status is ReviewStatus.DRAFT:
        return "no day yet"
    over = review.status in {ReviewStatus.REVIEWED, ReviewStatus.CLOSED}
    return "day not noted" if over else "not held yet"


def zone_in_words(review: Review) -> str:
    """``London time (Europe/London)``."""
    words = zone_words(review.time_zone)
    there = has_clocks(review.time_zone) and words != review.time_zone
    return f"{words} ({review.time_zone})" if there else words


def day_of(instant: datetime, review: Review) -> str:
    """The day of an instant, on the clocks of the review."""
    return format_day(local(instant, review.time_zone).date())


# -- review, people, factors, actions --------------------------------------------------------


def severity(review: Review) -> str:
    """``SEV 1, highest``, or a house's own word."""
    highest = severity_number(review.severity) == 1
    return f"{review.severity}, highest" if highest else review.severity


def shown_as(person: Participant) -> str:
    """How somebody appears: alias, else role, never the name."""
    return person.alias or person.role


def effect(factor: Factor, review: Review) -> str:
    """A factor's words; the effect's may come from the title."""
    if factor.kind is FactorKind.EFFECT or factor.parent is None:
        return factor.text or review.title or "What went wrong"
    return factor.text or "Not written yet"


def rating(action: ActionItem) -> str:
    """``P1, severe, likely``; empty if nothing is known of it."""
    told = (priority(action), action.impact, action.likelihood)
    return ", ".join(filter(None, told))
