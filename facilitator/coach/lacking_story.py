"""What the brief, the timeline and the close of a review still lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.lack import Lack
from facilitator.domain.durations import marked
from facilitator.domain.shown_words import MARKER_WORDS
from facilitator.domain.words import Marker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.records import Review

_NEEDED = ("title", "severity", "summary", "impact")


def brief(review: Review) -> Iterator[Lack]:
    """Title, severity, summary and impact."""
    for name in _NEEDED:
        if not getattr(review, name).strip():
            yield Lack(f"no_{name}", f"review.{name}", f"The review has no {name}", "brief", name)


def timeline(review: Review) -> Iterator[Lack]:
    """Events, and among them the five moments that durations are counted from."""
    if not review.events:
        yield Lack("no_timeline", "events", "The timeline is empty", "timeline")
        return
    there = marked(review.events)
    missing = tuple(MARKER_WORDS[marker] for marker in Marker if marker not in there)
    if missing:
        words = " or ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
        message = f"No event is marked {words}"
        yield Lack("marker_missing", "events", message, "timeline", details=missing)


def close(review: Review) -> Iterator[Lack]:
    """Lessons."""
    if not review.lessons:
        yield Lack("no_lessons", "lessons", "No lesson is written down", "close")
