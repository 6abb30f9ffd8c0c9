"""Another review at a glance: what it was about, what was found, and what came of the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_day
from facilitator.domain.held_words import held_words
from facilitator.domain.shown_review import shown_review
from facilitator.domain.words import ActionStatus, FactorKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from facilitator.domain.records import ActionItem, Review


def glance(review: Review, today: date) -> str:
    """Some paragraphs of plain text, without anything private; roles for names, as it says."""
    review = shown_review(review)
    facts = (
        review.incident,
        review.severity,
        "" if review.held_on is None else format_day(review.held_on),
        ", ".join(review.services),
        review.failure_class,
    )
    conditions = (each.text for each in review.factors if each.kind is FactorKind.CONDITION)
    parts = (
        " · ".join(filter(None, facts)),
        review.summary,
        _list("What we found", (each.text for each in review.findings)),
        _list("What made it possible", conditions),
        _list("What was to be changed", (_told(each, today) for each in review.actions)),
    )
    return "\n\n".join(filter(None, parts))


def _list(head: str, texts: Iterable[str]) -> str:
    lines = [f"– {each}" for each in texts if each]
    return "\n".join((head, *lines)) if lines else ""


def _told(action: ActionItem, today: date) -> str:
    told = held_words(action, today) or _status(action)
    return f"{action.text.rstrip('.')}. {told}."


def _status(action: ActionItem) -> str:
    if action.status is ActionStatus.CANCELLED:
        return "Given up"
    if action.status is ActionStatus.DEFERRED:
        return "Put off"
    return "Open"
