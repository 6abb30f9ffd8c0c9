"""Shared steps of the edits: find, put in canonical order, replace and remove rows."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from facilitator.domain.order import KEYS
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.records import Review

T = TypeVar("T")

_ID = attrgetter("id")

_WORDS = {
    "participants": "person",
    "events": "event",
    "factors": "factor",
    "findings": "finding",
    "actions": "action",
    "addressees": "addressee",
    "lessons": "lesson",
    "parking": "parked idea",
    "phase_notes": "note",
    "glossary": "word",
    "releases": "release",
}


def find(review: Review, name: str, row_id: str) -> Any:
    """The row with this id; RuleViolation if somebody else has removed it."""
    for row in getattr(review, name):
        if row.id == row_id:
            return row
    raise RuleViolation(name, f"This {_WORDS[name]} is no longer there.")


def with_rows(review: Review, name: str, rows: Iterable[Any]) -> Review:
    """The review with this collection, put in canonical order."""
    return _with(review, name, tuple(sorted(rows, key=KEYS[name])))


def added(review: Review, name: str, row: Any) -> Review:
    """The review with one row more, at its canonical place."""
    rows = getattr(review, name)
    if row.id in map(_ID, rows):
        raise RuleViolation(name, f"This {_WORDS[name]} is already there.")
    place = bisect_right(rows, KEYS[name](row), key=KEYS[name])
    return _with(review, name, (*rows[:place], row, *rows[place:]))


def replaced(review: Review, name: str, row: Any) -> Review:
    """The review with the row of the same id exchanged."""
    rows = getattr(review, name)
    index = next((i for i, other in enumerate(rows) if other.id == row.id), None)
    if index is None:
        raise RuleViolation(name, f"This {_WORDS[name]} is no longer there.")
    key = KEYS[name]
    if key(rows[index]) == key(row):
        return _with(review, name, (*rows[:index], row, *rows[index + 1 :]))
    return added(removed(review, name, {row.id}), name, row)


def changed(review: Review, name: str, row_id: str, **fields: Any) -> Review:
    """The review with some fields of one row changed."""
    return replaced(review, name, replace(find(review, name, row_id), **fields))


def removed(review: Review, name: str, ids: Iterable[str]) -> Review:
    """The review without these rows."""
    gone = set(ids)
    rows = getattr(review, name)
    return _with(review, name, tuple(row for row in rows if row.id not in gone))


def unlinked(review: Review, name: str, field: str, gone: set[str]) -> Review:
    """The review with ids in ``gone`` taken out of every row's link list ``field``."""
    rows = getattr(review, name)
    kept = tuple(_without(row, field, gone) for row in rows)
    return review if kept == rows else _with(review, name, kept)


def _with(review: Review, name: str, collection: tuple[Any, ...]) -> Review:
    fields: dict[str, Any] = {name: collection}
    return replace(review, **fields)


def _without(row: Any, field: str, gone: set[str]) -> Any:
    links = getattr(row, field)
    if gone.isdisjoint(links):
        return row
    return replace(row, **{field: tuple(link for link in links if link not in gone)})


def toggled(links: tuple[str, ...], link: str) -> tuple[str, ...]:
    """The links with this one added at the end, or taken out if it was there."""
    return tuple(x for x in links if x != link) if link in links else (*links, link)


def moved_by(review: Review, name: str, row_id: str, step: int) -> Review:
    """The review with one placed row moved up (-1) or down (1) in its list."""
    rows = list(getattr(review, name))
    index = next((i for i, row in enumerate(rows) if row.id == row_id), None)
    if index is None:
        find(review, name, row_id)
        return review
    target = max(0, min(len(rows) - 1, index + step))
    rows.insert(target, rows.pop(index))
    return with_rows(review, name, renumbered(rows))


def renumbered(rows: list[Any]) -> list[Any]:
    """The same rows with positions 0, 1, 2 …; rows already there are shared."""
    return [
        row if row.position == index else replace(row, position=index)
        for index, row in enumerate(rows)
    ]


def next_position(rows: Iterable[Any]) -> int:
    """The position after the last."""
    return max((row.position for row in rows), default=-1) + 1
