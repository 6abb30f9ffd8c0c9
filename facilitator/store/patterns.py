"""The patterns of a library, and the factors that reviews met, as far as patterns need them."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, update

from facilitator.domain.patterns import Met, Pattern, Patterns, Place, Tried
from facilitator.domain.words import (
    DURABLE,
    ActionStatus,
    Durability,
    EvidenceStatus,
    FactorKind,
    Family,
)
from facilitator.store.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from facilitator.store.plan import Select

    Rows = list[tuple[Any, ...]]
    MetRows = tuple[Rows, Rows]
    _Head = tuple[str, str, tuple[str, ...], date | None]

_PATTERNS = 'SELECT t."id", t."name", t."created" FROM "pattern" AS t'
_COUNT = 'SELECT count(*) FROM "pattern"'
_PLACES = 'SELECT t."pattern_id", t."review_id", t."factor_id" FROM "pattern_factor" AS t'
_DECLINED = 'SELECT t."digest" FROM "declined_pattern" AS t'
_REVIEWS = (
    'SELECT t."id", t."title", t."incident", t."services",'
    ' coalesce(c."day", t."held_on", substr(t."created", 1, 10))'
    ' FROM "review" AS t LEFT JOIN "card" AS c ON c."review_id" = t."id"'
    ' WHERE t."trashed_at" IS NULL'
)
_FACTORS = (
    'SELECT t."review_id", t."id", t."text", t."family" FROM "factor" AS t'
    ' WHERE t."kind" = ? AND t."evidence_status" <> ?'
)
_TRIED = (
    'SELECT p."pattern_id", a."review_id", a."id", a."text", a."status",'
    ' coalesce(a."call", a."hint")'
    ' FROM "pattern_factor" AS p'
    ' JOIN "action_factor" AS l'
    ' ON l."review_id" = p."review_id" AND l."factor_id" = p."factor_id"'
    ' JOIN "action" AS a ON a."review_id" = l."review_id" AND a."id" = l."action_id"'
    " UNION "
    'SELECT p."pattern_id", a."review_id", a."id", a."text", a."status",'
    ' coalesce(a."call", a."hint")'
    ' FROM "pattern_factor" AS p'
    ' JOIN "finding_factor" AS f'
    ' ON f."review_id" = p."review_id" AND f."factor_id" = p."factor_id"'
    ' JOIN "action_finding" AS l'
    ' ON l."review_id" = f."review_id" AND l."finding_id" = f."finding_id"'
    ' JOIN "action" AS a ON a."review_id" = l."review_id" AND a."id" = l."action_id"'
    " ORDER BY 2, 3"
)
_STATUSES = {each.value: each for each in ActionStatus}
_FAMILIES = {each.value: each for each in Family}
_LABELS = {each.value: each for each in Durability}
_DURABLE = frozenset(each.value for each in DURABLE)


def read_patterns(select: Select) -> Patterns:
    """All patterns, also those whose reviews are in the trash; and what was declined."""
    places: dict[str, set[Place]] = defaultdict(set)
    for pattern_id, review_id, factor_id in select(_PLACES, ()):
        places[pattern_id].add(Place(review_id, factor_id))
    found = [
        Pattern(id=one, name=name, created=created, places=frozenset(places[one]))
        for one, name, created in select(_PATTERNS, ())
    ]
    found.sort(key=lambda each: (each.name.casefold(), each.id))
    return Patterns(tuple(found), frozenset(row[0] for row in select(_DECLINED, ())))


def count_patterns(select: Select) -> int:
    """How many patterns there are."""
    return int(select(_COUNT, ())[0][0])


def met_rows(select: Select) -> MetRows:
    """What ``met_of`` needs, in as little time as can be: nobody else writes meanwhile."""
    conditions = (FactorKind.CONDITION.value, EvidenceStatus.RULED_OUT.value)
    return select(_REVIEWS, ()), select(_FACTORS, conditions)


def met_of(rows: MetRows) -> tuple[Met, ...]:
    """The conditions that are not ruled out, of the reviews that are not in the trash.

    What is damaged in a row is left out; the rest of the library is no worse for it.
    """
    reviews, factors = rows
    heads = {
        key: (str(title), str(incident), services_of(services), _day(day))
        for key, title, incident, services, day in reviews
    }
    return tuple(
        _met(Place(review_id, factor_id), text, family, heads[review_id])
        for review_id, factor_id, text, family in factors
        if review_id in heads and isinstance(text, str)
    )


def _met(place: Place, text: str, family: Any, head: _Head) -> Met:
    title, incident, services, day = head
    return Met(
        place=place,
        text=text,
        title=title,
        incident=incident,
        services=services,
        family=_FAMILIES.get(family),
        day=day,
    )


def read_tried(select: Select) -> dict[str, tuple[Tried, ...]]:
    """The actions that answer the factors of each pattern, those cancelled too."""
    found: dict[str, list[Tried]] = defaultdict(list)
    for pattern_id, review_id, action_id, text, status, label in select(_TRIED, ()):
        if status in _STATUSES:
            tried = Tried(
                review_id=review_id,
                action_id=action_id,
                text=str(text),
                status=_STATUSES[status],
                durable=label in _DURABLE,
                label=_LABELS.get(label),
            )
            found[pattern_id].append(tried)
    return {key: tuple(each) for key, each in found.items()}


def services_of(stored: Any) -> tuple[str, ...]:
    """The services as they are stored; none if that cannot be read."""
    try:
        found = json.loads(stored)
    except (TypeError, ValueError, RecursionError):
        return ()
    if not isinstance(found, list):
        return ()
    return tuple(each for each in found if isinstance(each, str))


def _day(stored: Any) -> date | None:
    try:
        return date.fromisoformat(stored)
    except (TypeError, ValueError):
        return None


def write_patterns(connection: Connection, before: Patterns, after: Patterns) -> None:
    """Write what differs between the two, and nothing else."""
    was = {each.id: each for each in before.each}
    now = {each.id: each for each in after.each}
    _drop(connection, was.keys() - now.keys())
    for key, each in now.items():
        _write_head(connection, was.get(key), each)
    _move(connection, before.taken, after.taken)
    _decline(connection, before.declined, after.declined)


def _drop(connection: Connection, gone: Iterable[str]) -> None:
    pattern = table("pattern")
    for each in sorted(gone):
        connection.execute(delete(pattern).where(pattern.c.id == each))


def _write_head(connection: Connection, was: Pattern | None, now: Pattern) -> None:
    pattern = table("pattern")
    if was is None:
        values = {"id": now.id, "name": now.name, "created": now.created}
        connection.execute(insert(pattern), values)
    elif was.name != now.name:
        change = update(pattern).where(pattern.c.id == now.id)
        connection.execute(change, {"name": now.name})


def _move(connection: Connection, was: Mapping[Place, str], now: Mapping[Place, str]) -> None:
    member = table("pattern_factor")
    for place in sorted(each for each in was if was[each] != now.get(each)):
        here = (member.c.review_id == place.review_id, member.c.factor_id == place.factor_id)
        connection.execute(delete(member).where(*here, member.c.pattern_id == was[place]))
    for place in sorted(each for each in now if now[each] != was.get(each)):
        values = {**place._asdict(), "pattern_id": now[place]}
        connection.execute(insert(member), values)


def _decline(connection: Connection, was: frozenset[str], now: frozenset[str]) -> None:
    declined = table("declined_pattern")
    for each in sorted(was - now):
        connection.execute(delete(declined).where(declined.c.digest == each))
    for each in sorted(now - was):
        connection.execute(insert(declined), {"digest": each})
