"""Reads the list of reviews: a few columns a review and what its actions and factors amount to."""

from collections.abc import Iterable
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from typing import Any

from facilitator.domain.words import (
    CLOSED_STATUSES,
    FINISHED_STATUSES,
    ActionStatus,
    Durability,
    EvidenceStatus,
    FactorKind,
    Family,
    ReviewStatus,
)
from facilitator.store.mapper import Unreadable, to_columns
from facilitator.store.plan import Column, Select, query
from facilitator.store.values import codec_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the list tells of a review.

    ``open_actions`` counts those of which something is still expected, ``done_actions`` those
    carried out; ``families`` are those of its factors not ruled out; ``strongest`` is the most
    durable label among its actions not cancelled.
    """

    id: str
    title: str
    incident: str
    severity: str
    services: tuple[str, ...]
    status: ReviewStatus
    held_on: date | None
    revision: int
    created: datetime | None
    updated: datetime | None
    trashed_at: datetime | None
    open_actions: int = 0
    done_actions: int = 0
    families: tuple[Family, ...] = ()
    strongest: Durability | None = None


_COLUMNS = tuple(
    Column(field.name, field.name, None, codec_for(field.type))
    for field in fields(Summary)
    # What has a default is counted from other tables.
    if field.default is MISSING
)
_REVIEWS = query("review", [column.name for column in _COLUMNS])
_ACTIONS = (
    'SELECT t."review_id", t."status", coalesce(t."call", t."hint"), count(*) FROM "action" AS t'
    ' GROUP BY t."review_id", t."status", coalesce(t."call", t."hint")'
)
_FAMILIES = (
    'SELECT DISTINCT t."review_id", t."family" FROM "factor" AS t'
    ' WHERE t."family" IS NOT NULL AND t."kind" <> ? AND t."evidence_status" <> ?'
)
_STATUSES = {status.value: status for status in ActionStatus}
_FAMILY = {family.value: family for family in Family}
_RANK: dict[str, int] = {label.value: rank for rank, label in enumerate(Durability)}
_BY_RANK = tuple(Durability)


def read_summaries(select: Select) -> tuple[Summary, ...]:
    """All reviews, those in the trash too, the latest change first."""
    columns = to_columns("review", _COLUMNS, select(_REVIEWS, ()))
    actions = _action_counts(select(_ACTIONS, ()))
    families = _families(
        select(_FAMILIES, (FactorKind.EFFECT.value, EvidenceStatus.RULED_OUT.value))
    )
    found = [
        _summary(dict(zip(columns, values, strict=True)), actions, families)
        for values in zip(*columns.values(), strict=True)
    ]
    return tuple(sorted(found, key=_age))


def _age(summary: Summary) -> tuple[float, str]:
    return (-summary.updated.timestamp() if summary.updated else 0.0, summary.id)


@dataclass(slots=True)
class _Counts:
    unfinished: int = 0
    done: int = 0
    best: int | None = None


def _summary(
    head: dict[str, Any], actions: dict[str, _Counts], families: dict[str, set[Family]]
) -> Summary:
    counts = actions.get(head["id"]) or _Counts()
    there = families.get(head["id"])
    return Summary(
        **head,
        open_actions=counts.unfinished,
        done_actions=counts.done,
        families=tuple(each for each in Family if each in there) if there else (),
        strongest=None if counts.best is None else _BY_RANK[counts.best],
    )


def _action_counts(rows: Iterable[tuple[Any, ...]]) -> dict[str, _Counts]:
    found: dict[str, _Counts] = {}
    for review_id, stored, label, number in rows:
        status = _known(_STATUSES, stored, "action", review_id, "status")
        counts = found.setdefault(review_id, _Counts())
        counts.unfinished += number * (status not in CLOSED_STATUSES)
        counts.done += number * (status in FINISHED_STATUSES)
        if label is not None and status is not ActionStatus.CANCELLED:
            rank = _known(_RANK, label, "action", review_id, "hint")
            counts.best = rank if counts.best is None else min(rank, counts.best)
    return found


def _families(rows: Iterable[tuple[Any, ...]]) -> dict[str, set[Family]]:
    found: dict[str, set[Family]] = {}
    for review_id, stored in rows:
        family = _known(_FAMILY, stored, "factor", review_id, "family")
        found.setdefault(review_id, set()).add(family)
    return found


def _known(words: dict[str, Any], stored: Any, table: str, review_id: str, column: str) -> Any:
    if stored not in words:
        raise Unreadable(table, f"in {review_id}", column)
    return words[stored]
