"""Finds the reviews that a digest of some days is made of, and the failures that came back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.domain.digest import CameBack
from facilitator.store.kept.figures import NO_MONTH
from facilitator.store.kept.reviews import text
from facilitator.store.kept.words import EPOCH

if TYPE_CHECKING:
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

_AGAIN = f"""
WITH g AS (
    SELECT c.failure_class, min(c.review_id) AS review_id, (
        SELECT min(f.day) FROM figure AS f
        WHERE f.kind = 'fixed' AND f.key = '{NO_MONTH}' || c.failure_class
    ) AS first
    FROM card AS c WHERE c.trashed = 0 AND c.failure_class <> '' AND c.day BETWEEN ?1 AND ?2
    GROUP BY 1
)
SELECT CAST(r.failure_class AS BLOB), date(g.first + {EPOCH}), (
    SELECT count(*) FROM card AS c WHERE c.trashed = 0 AND c.failure_class = g.failure_class
        AND c.day > date(g.first + {EPOCH}) AND c.day BETWEEN ?1 AND ?2
) AS again
FROM g JOIN review AS r ON r.id = g.review_id WHERE again > 0 ORDER BY again DESC, 1
"""  # noqa: S608 - our own words

_NAMES = (
    'SELECT t."name" FROM "participant" AS t UNION SELECT a."owner" FROM "action" AS a'
    ' UNION SELECT a."deferral_accepted_by" FROM "action" AS a'
    ' WHERE a."deferral_accepted_by" IS NOT NULL'
)


def read_names(select: Select) -> tuple[str, ...]:
    """Everybody whom any review names, each once, and what else owners are called."""
    return tuple(str(name) for (name,) in select(_NAMES, ()))


def read_ids(select: Select, first: date, last: date) -> list[str]:
    """Reviews held from a day to another, or of which an action or a question is of these days."""
    found = select(_OF, (first.isoformat(), last.isoformat()))
    return [review_id for (review_id,) in found]


def read_came_back(select: Select, first: date, last: date) -> tuple[CameBack, ...]:
    """The failure classes with incidents of these days after their first fix was closed.

    Those that came back most are first. All incidents count, not only the latest of a class.
    """
    found = select(_AGAIN, (first.isoformat(), last.isoformat()))
    return tuple(map(_came_back, found))


def _came_back(row: tuple[Any, ...]) -> CameBack:
    name, closed, times = row
    return CameBack(text(name).strip(), date.fromisoformat(closed), times)
