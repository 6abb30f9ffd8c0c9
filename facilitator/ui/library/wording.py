"""How a review reads in the list, aloud, and to the line that searches it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_short
from facilitator.domain.severity import severity_words
from facilitator.domain.words import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from facilitator.app.searching import Answer
    from facilitator.store.listing import Summary
    from facilitator.store.search.lines import FoundLine

STATUS_WORDS = {
    ReviewStatus.DRAFT: "Draft",
    ReviewStatus.READY: "Ready",
    ReviewStatus.REVIEWED: "Reviewed",
    ReviewStatus.CLOSED: "Closed",
}
UNREAD = "library"
"""The damage of a review of which nothing could be read."""
_LABELS = {
    ("brief", "services"): "Service",
    ("brief", "failure_class"): "Failure class",
    ("brief", "incident"): "Incident",
    ("brief", "status"): "Status",
    ("brief", "notes"): "Private note",
    ("phase_notes", ""): "Private note",
    ("actions", "owner"): "Owner",
    ("glossary", ""): "Word",
}
UNTITLED = "No title yet"
_DATED = re.compile(
    r"(?:(?:incident|outage|post-?mortem|report)\s+)?(?:(?:on|of|from)\s+)?"
    r"(\d{4})[-/.](\d\d)[-/.](\d\d)\b[\s:,;.–—-]*",
    re.IGNORECASE,
)
"""The beginning of a title that tells the day, as many archives name their reports."""


def title_words(summary: Summary) -> str:
    """The title, or that there is none."""
    return summary.title or UNTITLED


def undated_title(summary: Summary) -> str:
    """The title without the day that it begins with, where that stands below it anyway."""
    title, day = title_words(summary), day_of(summary)
    found = _DATED.match(title)
    if found is None or day is None or summary.trashed_at is not None:
        return title
    told = tuple(map(int, found.groups()))
    rest = title[found.end() :]
    return f"{rest[:1].upper()}{rest[1:]}" if rest and told == day.timetuple()[:3] else title


def local_day(at: datetime) -> date:
    """The day of an instant on the clocks of this machine."""
    return at.astimezone().date()


def day_of(summary: Summary) -> date | None:
    """The day of the incident, or else of the meeting; before both the day it was begun."""
    day = summary.day or summary.held_on
    if day is not None:
        return day
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
    if summary.damage:
        return f"{title_words(summary)}, {damage_words(summary)}"
    return ", ".join((title_words(summary), status, *facts(summary)))


def damage_words(summary: Summary) -> str:
    """Why a row shows nothing else."""
    if summary.damage == UNREAD:
        return "This review cannot be read now; the rest works."
    return f"This review cannot be read: the {summary.damage} is damaged; the rest works."


def line_words(line: FoundLine) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The line that was found, with what it is where that is not plain, and what to mark in it."""
    place = line.place
    keys = (place.row, place.field, "")
    labels = (_LABELS.get((place.collection, key)) for key in keys)
    label = next((f"{each}: " for each in labels if each), "")
    return f"{label}{line.text}", tuple((a + len(label), b + len(label)) for a, b in line.spans)


def spoken_line(line: FoundLine | None) -> str:
    """The line that was found, read aloud after the row."""
    return f", found: {line_words(line)[0]}" if line is not None else ""


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


def trashed_with(line: str, summaries: Iterable[Summary]) -> list[str]:
    """The ids of those in the trash that hold every one of these words."""
    words = line.casefold().split()
    return [each.id for each in summaries if all(word in searched(each) for word in words)]


def said_words(answer: Answer) -> str:
    """What of a line could not be read, and how much could be searched; empty if all is well."""
    found, said = answer.found, answer.wanted.trouble
    if found.waiting:
        ready = max(0, found.of - found.waiting)
        said = f"{said} {ready:,} of {found.of:,} reviews are searchable so far.".lstrip()
    return said


def count_words(shown: int, total: int, *, trashed: bool) -> str:
    """``7 of 47 reviews``, ``47 reviews``; in the trash ``3 in the trash``."""
    count = f"{total:,}" if shown == total else f"{shown:,} of {total:,}"
    if trashed:
        return f"{count} in the trash"
    return f"{count} {'review' if total == 1 else 'reviews'}"
