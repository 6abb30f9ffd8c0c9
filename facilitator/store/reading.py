"""Reads one review as columns, over any way to run a SELECT."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.domain.order import KEYS
from facilitator.domain.words import NameUse
from facilitator.store.columns import EVIDENCE, PLANS, REVIEW
from facilitator.store.links import check_links
from facilitator.store.mapper import Unreadable, to_columns, to_records
from facilitator.store.plan import query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.records import Participant, Review
    from facilitator.store.plan import Links, Plan, Select

_NAMES = tuple(column for column in REVIEW.columns if column.name in {"id", "names"})


def read_review(select: Select, review_id: str) -> Review | None:
    """The whole review, in canonical order, or None; ``Unreadable`` if a value is damaged."""
    heads = select(query(REVIEW.table, REVIEW.names, "id"), (review_id,))
    if not heads:
        return None
    collections = {name: _collection(select, name, plan, review_id) for name, plan in PLANS.items()}
    check_links(collections)
    (review,) = to_records(REVIEW, heads, {name: [rows] for name, rows in collections.items()})
    found: Review = review
    return found


def read_people(select: Select, review_id: str) -> tuple[tuple[Participant, ...], NameUse]:
    """Who takes part in a review, and what stands for them; ``Unreadable`` if damaged."""
    plan = PLANS["participants"]
    rows = select(query(plan.table, plan.names, "review_id"), (review_id,))
    uses = to_columns(
        "review", _NAMES, select(query("review", ("id", "names"), "id"), (review_id,))
    )
    return tuple(to_records(plan, rows, {})), next(iter(uses["names"]), NameUse.ROLES)


def _collection(select: Select, name: str, plan: Plan, review_id: str) -> tuple[Any, ...]:
    rows = select(query(plan.table, plan.names, "review_id"), (review_id,))
    ids = [row[0] for row in rows]
    beside: dict[str, list[Any]] = {}
    for links in plan.links:
        beside[links.field] = _by_owner(links.table, ids, _linked(select, links, review_id))
    if name == "events":
        beside["evidence"] = _by_owner("evidence", ids, _evidence(select, review_id))
    return tuple(sorted(to_records(plan, rows, beside), key=KEYS[name]))


def _by_owner(
    table: str, owners: Sequence[str], found: dict[str, tuple[Any, ...]]
) -> list[tuple[Any, ...]]:
    """What belongs to each of these rows; ``Unreadable`` if something belongs to none."""
    ordered = [found.pop(owner, ()) for owner in owners]
    for stray in found:
        raise Unreadable(table, stray, "owner")
    return ordered


def _linked(select: Select, links: Links, review_id: str) -> dict[str, tuple[str, ...]]:
    names = (links.owner, links.target)
    rows = select(query(links.table, names, "review_id", (links.owner, "position")), (review_id,))
    found: dict[str, tuple[str, ...]] = {}
    for owner, target in rows:
        found[owner] = (*found.get(owner, ()), target)
    return found


def _evidence(select: Select, review_id: str) -> dict[str, tuple[Any, ...]]:
    names = (*EVIDENCE.names, "event_id")
    rows = select(query("evidence", names, "review_id", ("event_id", "position")), (review_id,))
    records = to_records(EVIDENCE, [row[:-1] for row in rows], {})
    found: dict[str, tuple[Any, ...]] = {}
    for row, record in zip(rows, records, strict=True):
        found[row[-1]] = (*found.get(row[-1], ()), record)
    return found
