"""How a review reads in the list, aloud, and to the line that searches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_short
from facilitator.domain.severity import severity_words
from facilitator.domain.words import ReviewStatus

if TYPE_CHECKING:
    from datetime import date, datetime

    from facilitator.store.listing import Summary

STATUS_WORDS = {
    ReviewStatus.DRAFT: "Draft",
    ReviewStatus.READY: "Ready",
    ReviewStatus.REVIEWED: "Reviewed",
    ReviewStatus.CLOSED: "Closed",
}
UNTITLED = "No title yet"


def title_words(summary: Summary) -> str:
    """The title, or that there is none."""
    return summary.title or UNTITLED


def local_day(at: datetime) -> date:
    """The day of an instant on the clocks of this machine."""
    return at.astimezone().date()


def day_of(summary: Summary) -> date | None:
    """The day the review was held; until then the day it was begun."""
    if summary.held_on is not None:
        return summary.held_on
    return local_day(summary.created) if summary.created is not None else None


def facts(summary: Summary) -> tuple[str, ...]:
    """What stands below the title."""
    if summary.trashed_at is not None:
        when = f"Moved here {format_short(local_day(summary.trashed_at))}"
    else:
        day = day_of(summary)
        when = format_short(day) if day is not None else ""
    found = (when, summary.incident, severity_words(summary.severity), open_words(summary))
    return tuple(fact for fact in found if fact)


def open_words(summary: Summary) -> str:
    """How many actions are open; empty if none is."""
    count = summary.open_actions
    if count == 0:
        return ""
    return "1 open action" if count == 1 else f"{count:,} open actions"


def done_words(summary: Summary) -> str:
    """``2 of 5`` actions, or that there are none."""
    total = summary.open_actions + summary.done_actions
    return f"{summary.done_actions} of {total}" if total else "None yet"


def spoken(summary: Summary) -> str:
    """The row, read aloud."""
    status = STATUS_WORDS[summary.status]
    return ", ".join((title_words(summary), status, *facts(summary)))


def searched(summary: Summary) -> str:
    """The words that the line looks in."""
    severity = f"{summary.severity} {severity_words(summary.severity)}"
    words = (
        summary.title,
        summary.incident,
        severity,
        *summary.services,
        STATUS_WORDS[summary.status],
    )
    return "\n".join(words).casefold()


def count_words(shown: int, total: int, *, trashed: bool) -> str:
    """``7 of 47 reviews``, ``47 reviews``; in the trash ``3 in the trash``."""
    count = f"{total:,}" if shown == total else f"{shown:,} of {total:,}"
    if trashed:
        return f"{count} in the trash"
    return f"{count} {'review' if total == 1 else 'reviews'}"
