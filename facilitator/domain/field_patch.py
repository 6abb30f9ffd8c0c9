"""A FieldPatch: exactly the fields that edits changed, so that they can be taken back one by one.

A ``Patch`` takes back whole rows and refuses a row of which anything is different by now. Here a
row may have changed otherwise meanwhile, as long as nobody changed the same fields.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.earlier import earlier
from facilitator.domain.edits import rows

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.domain.records import Review


@dataclass(frozen=True, slots=True)
class RowFields:
    """Fields of one row as they were and as they are now; ``row_id`` None for the review's own."""

    collection: str
    row_id: str | None
    was: tuple[tuple[str, Any], ...]
    now: tuple[tuple[str, Any], ...]

    def reversed(self) -> RowFields:
        """What takes it back."""
        return RowFields(self.collection, self.row_id, self.now, self.was)


@dataclass(frozen=True, slots=True)
class FieldPatch:
    """The changed fields of one review, row by row; falsy when there are none."""

    review_id: str
    rows: tuple[RowFields, ...]

    def __bool__(self) -> bool:
        return bool(self.rows)

    @staticmethod
    def of(delta: Delta) -> FieldPatch:
        """What a delta changed; ValueError if it added or removed rows, which have no fields."""
        found = []
        if delta.header:
            names = sorted(delta.header)
            found.append(_changed("", None, delta.before, delta.after, names))
        for name, touched in delta.rows.items():
            if touched.added or touched.removed:
                raise ValueError(name)
            was = earlier(delta, name)
            found += [_changed(name, row.id, was[row.id], row) for row in touched.changed]
        return FieldPatch(delta.after.id, tuple(found))

    def reversed(self) -> FieldPatch:
        """The patch that takes this one back."""
        return FieldPatch(self.review_id, tuple(each.reversed() for each in self.rows))

    def split(self, review: Review) -> tuple[FieldPatch, FieldPatch]:
        """What of it can be made on a review, and what somebody has changed otherwise."""
        fitting = tuple(each for each in self.rows if _is_as_it_was(review, each))
        others = tuple(each for each in self.rows if each not in fitting)
        return FieldPatch(self.review_id, fitting), FieldPatch(self.review_id, others)

    def applied(self, review: Review) -> Review:
        """The review with these fields; the rows must be there."""
        for each in self.rows:
            if each.row_id is None:
                review = replace(review, **dict(each.now))
            else:
                review = rows.changed(review, each.collection, each.row_id, **dict(each.now))
        return review


def _changed(
    collection: str, row_id: str | None, was: Any, now: Any, names: list[str] | None = None
) -> RowFields:
    every = names or [field.name for field in fields(now)]
    differing = [name for name in every if getattr(was, name) != getattr(now, name)]
    return RowFields(
        collection,
        row_id,
        tuple((name, getattr(was, name)) for name in differing),
        tuple((name, getattr(now, name)) for name in differing),
    )


def _is_as_it_was(review: Review, change: RowFields) -> bool:
    row: Any = review
    if change.row_id is not None:
        there = getattr(review, change.collection)
        row = next((each for each in there if each.id == change.row_id), None)
    return row is not None and all(getattr(row, name) == was for name, was in change.was)
