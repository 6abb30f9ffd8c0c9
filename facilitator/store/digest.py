"""Reads what a digest of some days is made of, of all its reviews at once."""

from __future__ import annotations

import json
from datetime import date
from itertools import repeat
from typing import TYPE_CHECKING, Any

from facilitator.domain.digest import CameBack
from facilitator.domain.order import KEYS
from facilitator.domain.records import COLLECTIONS
from facilitator.domain.words import EvidenceStatus, Family
from facilitator.store.columns import PLANS, REVIEW
from facilitator.store.kept.figures import NO_MONTH
from facilitator.store.kept.reviews import text
from facilitator.store.kept.words import EPOCH
from facilitator.store.mapper import to_records
from facilitator.store.plan import query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.records import Review
    from facilitator.store.plan import Plan, Select

_OF = (
    'SELECT r."id", coalesce(c."lost", 0) FROM "review" AS r'
    ' LEFT JOIN "card" AS c ON c."review_id" = r."id" WHERE r."trashed_at" IS NULL AND ('
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

_TOLD = ("participants", "findings", "actions", "addressees", "lessons")
"""What a digest tells of a review, or needs to know so as not to tell it."""
_THESE = 'IN (SELECT j."value" FROM json_each(?) AS j)'
_MET = (
    'SELECT f."family", count(DISTINCT f."review_id") FROM "factor" AS f'  # noqa: S608 - our words
    f' WHERE f."review_id" {_THESE} AND f."parent" IS NOT NULL AND f."family" IS NOT NULL'
    f" AND f.\"evidence_status\" <> '{EvidenceStatus.RULED_OUT.value}' GROUP BY 1"
)
_NAMES = (
    'SELECT t."name" FROM "participant" AS t UNION SELECT a."owner" FROM "action" AS a'
    ' UNION SELECT a."deferral_accepted_by" FROM "action" AS a'
    ' WHERE a."deferral_accepted_by" IS NOT NULL'
)


def read_names(select: Select) -> tuple[str, ...]:
    """Everybody whom any review names, each once, and what else owners are called."""
    return tuple(str(name) for (name,) in select(_NAMES, ()))


def read_ids(select: Select, first: date, last: date) -> tuple[list[str], int]:
    """Reviews held from a day to another, or of which an action or a question is of these days.

    Those of which everything that counts can be read, by day; and how many others there are.
    """
    found = select(_OF, (first.isoformat(), last.isoformat()))
    sound = [review_id for review_id, lost in found if not lost]
    return sound, len(found) - len(sound)


def read_told(select: Select, ids: Sequence[str]) -> list[Review]:
    """These reviews, as far as they are there, in this order; ``Unreadable`` if one is damaged.

    Only heads, people, findings, actions, lessons and who was asked, without links between them.
    """
    these = json.dumps(ids)
    rows = select(f'{query(REVIEW.table, REVIEW.names)} WHERE t."id" {_THESE}', (these,))
    beside: dict[str, Any] = {name: repeat(()) for name in COLLECTIONS}
    for name in _TOLD:
        found = _rows_of(select, name, these)
        beside[name] = [found.get(row[0], ()) for row in rows]
    reviews = {each.id: each for each in to_records(REVIEW, rows, beside)}
    return [reviews[each] for each in ids if each in reviews]


def _rows_of(select: Select, name: str, these: str) -> dict[str, tuple[Any, ...]]:
    """The rows of a collection by review, in canonical order, without what they are linked to."""
    plan: Plan = PLANS[name]
    names = (*plan.names, "review_id")
    stored = select(f'{query(plan.table, names)} WHERE t."review_id" {_THESE}', (these,))
    records = to_records(
        plan, [row[:-1] for row in stored], {each.field: repeat(()) for each in plan.links}
    )
    found: dict[str, list[Any]] = {}
    for row, record in zip(stored, records, strict=True):
        found.setdefault(row[-1], []).append(record)
    return {each: tuple(sorted(of, key=KEYS[name])) for each, of in found.items()}


def read_met(select: Select, ids: Sequence[str]) -> dict[Family, int]:
    """How many of these reviews met each family; what was ruled out counts nowhere."""
    return {Family(family): count for family, count in select(_MET, (json.dumps(ids),))}


def read_came_back(select: Select, first: date, last: date) -> tuple[CameBack, ...]:
    """The failure classes with incidents of these days after their first fix was closed.

    Those that came back most are first. All incidents count, not only the latest of a class.
    """
    found = select(_AGAIN, (first.isoformat(), last.isoformat()))
    return tuple(map(_came_back, found))


def _came_back(row: tuple[Any, ...]) -> CameBack:
    name, closed, times = row
    return CameBack(text(name).strip(), date.fromisoformat(closed), times)
