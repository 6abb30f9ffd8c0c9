"""Reads who was asked elsewhere, of all reviews, and which services and teams the library names."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.domain.asked import Asked
from facilitator.domain.words import Answer
from facilitator.store.patterns import services_of

if TYPE_CHECKING:
    from facilitator.store.plan import Select

_ASKED = (
    'SELECT t."review_id", r."title", r."incident", t."finding", f."text", t."whom", t."answer",'
    ' t."note", t."asked_on", t."answered_on"'
    ' FROM "addressee" AS t'
    ' JOIN "review" AS r ON r."id" = t."review_id" AND r."trashed_at" IS NULL'
    ' JOIN "finding" AS f ON f."review_id" = t."review_id" AND f."id" = t."finding"'
)
_SERVICES = (
    'SELECT t."services", count(*) FROM "review" AS t WHERE t."trashed_at" IS NULL GROUP BY 1'
)
_WHOM = (
    'SELECT t."whom", count(*) FROM "addressee" AS t'
    ' JOIN "review" AS r ON r."id" = t."review_id" AND r."trashed_at" IS NULL GROUP BY 1'
)
_ANSWERS = {each.value: each for each in Answer}


def read_asked(select: Select) -> tuple[Asked, ...]:
    """Everybody who was asked; those who have not answered first, the longest asked before others.

    What is damaged in a row is left out; the rest is no worse for it.
    """
    return tuple(sorted((_asked(row) for row in select(_ASKED, ())), key=_age))


def _asked(row: tuple[Any, ...]) -> Asked:
    review_id, title, incident, finding_id, finding, whom, answer, note, asked_on, answered = row
    return Asked(
        review_id=review_id,
        title=str(title),
        incident=str(incident),
        finding_id=finding_id,
        finding=str(finding),
        whom=str(whom),
        answer=_ANSWERS.get(answer, Answer.UNKNOWN),
        note=str(note),
        asked_on=_day(asked_on),
        answered_on=_day(answered),
    )


def _age(asked: Asked) -> tuple[Any, ...]:
    day = asked.asked_on or date.max
    return not asked.open, day, asked.review_id, asked.finding_id, asked.whom.casefold()


def read_names(select: Select) -> dict[str, int]:
    """The services and teams that reviews name or have asked, with how many do."""
    found: Counter[str] = Counter()
    for stored, count in select(_SERVICES, ()):
        for service in services_of(stored):
            found[service] += count
    for whom, count in select(_WHOM, ()):
        found[str(whom)] += count
    return dict(found)


def _day(stored: Any) -> date | None:
    try:
        return date.fromisoformat(stored)
    except (TypeError, ValueError):
        return None
