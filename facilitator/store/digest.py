"""Finds the reviews that a digest of some days is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from facilitator.store.plan import Select

_OF = (
    'SELECT r."id" FROM "review" AS r WHERE r."trashed_at" IS NULL AND ('
    ' r."held_on" BETWEEN ?1 AND ?2'
    ' OR r."id" IN (SELECT a."review_id" FROM "action" AS a'
    '  WHERE a."done_on" BETWEEN ?1 AND ?2 OR a."check_on" BETWEEN ?1 AND ?2)'
    ' OR r."id" IN (SELECT t."review_id" FROM "addressee" AS t'
    '  WHERE t."asked_on" BETWEEN ?1 AND ?2 OR t."answered_on" BETWEEN ?1 AND ?2)'
    ') ORDER BY r."held_on", r."id"'
)


def read_ids(select: Select, first: date, last: date) -> list[str]:
    """Reviews held from a day to another, or of which an action or a question is of these days."""
    found = select(_OF, (first.isoformat(), last.isoformat()))
    return [review_id for (review_id,) in found]
