"""Reads the list of reviews, whole or a page at a time: what a row shows of each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime
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

    ``day`` is that of the incident, or else the one it was held on. ``open_actions`` counts those
    of which something is still expected, ``done_actions`` those carried out; ``families`` are
    those of its factors not ruled out; ``strongest`` is the most durable label among its actions
    not cancelled. ``damage`` says what of it cannot be read: then nothing but its id, and perhaps
    its title, is known.
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
    day: date | None = None
    open_actions: int = 0
    done_actions: int = 0
    families: tuple[Family, ...] = ()
    strongest: Durability | None = None
    damage: str = ""


# The cards know when it was. What has not happened yet stands by the day it was begun.
_DATED = (
    'SELECT c."day", c."review_id" FROM "card" AS c WHERE c."trashed" = 0 AND c."day" IS NOT NULL'
)
_UNDATED = (
    'SELECT coalesce(substr(r."created", 1, 10), \'\'), r."id" FROM "card" AS c'
    ' JOIN "review" AS r ON r."id" = c."review_id" WHERE c."trashed" = 0 AND c."day" IS NULL'
)
_TRASH = (
    'SELECT r."id" FROM "review" AS r WHERE r."trashed_at" IS NOT NULL'
    ' ORDER BY r."trashed_at" DESC, r."id" DESC'
)
_DAYS = 'SELECT c."review_id", c."day" FROM "card" AS c {where}'
_COLUMNS = tuple(
    Column(field.name, field.name, None, codec_for(field.type))
    for field in fields(Summary)
    # What has a default is counted from other tables.
    if field.default is MISSING
)
_REVIEWS = query("review", [column.name for column in _COLUMNS])
_ACTIONS = (
    'SELECT t."review_id", t."status", coalesce(t."call", t."hint"), count(*) FROM "action" AS t'
    ' {where} GROUP BY t."review_id", t."status", coalesce(t."call", t."hint")'
)
_FAMILIES = (
    'SELECT DISTINCT t."review_id", t."family" FROM "factor" AS t {where}'
    ' t."kind" <> ? AND t."evidence_status" <> ?'
)
_NOT_SHOWN = (FactorKind.EFFECT.value, EvidenceStatus.RULED_OUT.value)
_STATUSES = {status.value: status for status in ActionStatus}
_FAMILY = {family.value: family for family in Family}
_RANK: dict[str, int] = {label.value: rank for rank, label in enumerate(Durability)}
_BY_RANK = tuple(Durability)


def read_order(select: Select, *, trashed: bool = False) -> tuple[str, ...]:
    """The ids of the reviews, newest first; of those in the trash, last moved there first."""
    if trashed:
        return tuple(row[0] for row in select(_TRASH, ()))
    rows = [(str(day), review_id) for day, review_id in select(_UNDATED, ())]
    rows += select(_DATED, ())
    rows.sort(reverse=True)
    return tuple(review_id for _day, review_id in rows)


def read_summaries(select: Select) -> tuple[Summary, ...]:
    """All reviews, those in the trash too, the latest change first."""
    return tuple(sorted(_summaries(select, None), key=_age))


def read_page(select: Select, ids: Sequence[str]) -> tuple[Summary, ...]:
    """These reviews, in this order; those that are no longer there are left out."""
    found = {each.id: each for each in _summaries(select, ids)}
    return tuple(found[each] for each in ids if each in found)


def _age(summary: Summary) -> tuple[float, str]:
    return (-summary.updated.timestamp() if summary.updated else 0.0, summary.id)


def _summaries(select: Select, ids: Sequence[str] | None) -> Iterator[Summary]:
    """All reviews, or these; one that is damaged says so, and the rest are as they are."""
    marks = "" if ids is None else f"({', '.join('?' * len(ids))})"
    of_review = f'WHERE t."id" IN {marks}' if marks else ""
    own = f'WHERE t."review_id" IN {marks}' if marks else ""
    asked = ids or ()
    damage: dict[str, str] = {}
    actions = _action_counts(select(_ACTIONS.format(where=own), asked), damage)
    where = f"{own} AND" if own else "WHERE"
    families = _families(select(_FAMILIES.format(where=where), (*asked, *_NOT_SHOWN)), damage)
    days: dict[str, Any] = dict(
        select(_DAYS.format(where=own and own.replace('t."', 'c."')), asked)
    )
    for head in _heads(select(f"{_REVIEWS} {of_review}", asked)):
        review_id = head["id"]
        if "damage" in head:
            yield _damaged(head, head["damage"])
        elif review_id in damage:
            yield _damaged(head, damage[review_id])
        else:
            yield Summary(
                **head,
                day=_day(days.get(review_id)),
                **_counted(actions.get(review_id, _Counts())),
                families=_ordered(families.get(review_id, set())),
            )


def _heads(rows: Sequence[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    """The columns of every review; of one that is damaged what is left, and what is not."""
    try:
        columns = to_columns("review", _COLUMNS, rows)
    except Unreadable as problem:
        if len(rows) > 1:
            for row in rows:
                yield from _heads([row])
        else:
            left = dict(zip((column.name for column in _COLUMNS), rows[0], strict=True))
            yield {**left, "damage": problem.column}
        return
    for values in zip(*columns.values(), strict=True):
        yield dict(zip(columns, values, strict=True))


def _damaged(head: dict[str, Any], column: str) -> Summary:
    title, trashed_at = head["title"], head["trashed_at"]
    if not isinstance(trashed_at, datetime | None):
        trashed_at = datetime.min.replace(tzinfo=UTC)
    return Summary(
        id=str(head["id"]),
        title=title if isinstance(title, str) else "",
        incident="",
        severity="",
        services=(),
        status=ReviewStatus.DRAFT,
        held_on=None,
        revision=0,
        created=None,
        updated=None,
        trashed_at=trashed_at,
        damage=column.replace("_", " "),
    )


@dataclass(slots=True)
class _Counts:
    unfinished: int = 0
    done: int = 0
    best: int | None = None


def _counted(counts: _Counts) -> dict[str, Any]:
    return {
        "open_actions": counts.unfinished,
        "done_actions": counts.done,
        "strongest": None if counts.best is None else _BY_RANK[counts.best],
    }


def _ordered(families: set[Family]) -> tuple[Family, ...]:
    return tuple(each for each in Family if each in families)


def _day(stored: Any) -> date | None:
    """The day on a card; none if it is damaged, for it can be made anew."""
    try:
        return date.fromisoformat(stored) if stored else None
    except (TypeError, ValueError):
        return None


def _action_counts(rows: Iterable[tuple[Any, ...]], damage: dict[str, str]) -> dict[str, _Counts]:
    found: dict[str, _Counts] = {}
    for review_id, stored, label, number in rows:
        status = _STATUSES.get(stored)
        if status is None or (label is not None and label not in _RANK):
            damage[review_id] = f"{'status' if status is None else 'durability'} of an action"
            continue
        counts = found.setdefault(review_id, _Counts())
        counts.unfinished += number * (status not in CLOSED_STATUSES)
        counts.done += number * (status in FINISHED_STATUSES)
        if label is not None and status is not ActionStatus.CANCELLED:
            rank = _RANK[label]
            counts.best = rank if counts.best is None else min(rank, counts.best)
    return found


def _families(rows: Iterable[tuple[Any, ...]], damage: dict[str, str]) -> dict[str, set[Family]]:
    found: dict[str, set[Family]] = {}
    for review_id, stored in rows:
        if stored in _FAMILY:
            found.setdefault(review_id, set()).add(_FAMILY[stored])
        elif stored is not None:
            damage[review_id] = "family of a factor"
    return found
