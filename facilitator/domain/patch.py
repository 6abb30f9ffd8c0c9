"""A Patch: what a delta changed, small enough to keep, and reversible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.earlier import earlier
from facilitator.domain.edits import rows
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.domain.records import Review

_CHANGED_SINCE = "Somebody else has changed this since, so it stays as it is."


@dataclass(frozen=True, slots=True)
class Change:
    """One row or header field, as it was and as it is now; None for a row that is not there.

    ``row_id`` is None for a header field.
    """

    name: str
    row_id: str | None
    was: Any
    now: Any


@dataclass(frozen=True, slots=True)
class Patch:
    """Changes, at most one of each row and field; falsy when there is none."""

    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    @staticmethod
    def of(delta: Delta) -> Patch:
        """What a delta changed."""
        return Patch((*_header_changes(delta), *_row_changes(delta)))

    def reversed(self) -> Patch:
        """The patch that takes this one back."""
        back = reversed(self.changes)
        return Patch(tuple(Change(each.name, each.row_id, each.now, each.was) for each in back))

    def leads_to(self, later: Patch) -> bool:
        """Whether a later patch begins where this one ends, so that they can be joined."""
        ends = {(each.name, each.row_id): each.now for each in self.changes}
        begins = {(each.name, each.row_id): each.was for each in later.changes}
        return all(ends[key] == begins[key] for key in ends.keys() & begins.keys())

    def then(self, later: Patch) -> Patch:
        """This patch and a later one as one; what came back to where it was is left out."""
        joined = {(each.name, each.row_id): each for each in self.changes}
        for each in later.changes:
            key = (each.name, each.row_id)
            joined[key] = replace(joined[key], now=each.now) if key in joined else each
        return Patch(tuple(each for each in joined.values() if each.was != each.now))

    def applied(self, review: Review) -> Review:
        """The review with these changes.

        RuleViolation if a row or field is not as it was: somebody else has changed it.
        """
        fields: dict[str, Any] = {}
        by_collection: dict[str, list[Change]] = {}
        for each in self.changes:
            if each.row_id is None:
                _check(getattr(review, each.name) == each.was, each.name)
                fields[each.name] = each.now
            else:
                by_collection.setdefault(each.name, []).append(each)
        for name, changes in by_collection.items():
            review = _with_changes(review, name, changes)
        return replace(review, **fields) if fields else review


def _header_changes(delta: Delta) -> tuple[Change, ...]:
    return tuple(
        Change(name, None, getattr(delta.before, name), getattr(delta.after, name))
        for name in sorted(delta.header)
    )


def _row_changes(delta: Delta) -> list[Change]:
    found = []
    for name, touched in delta.rows.items():
        was = earlier(delta, name)
        found += [Change(name, row.id, None, row) for row in touched.added]
        found += [Change(name, row.id, was[row.id], row) for row in touched.changed]
        found += [Change(name, row.id, row, None) for row in touched.removed]
    return found


def _with_changes(review: Review, name: str, changes: list[Change]) -> Review:
    there = {row.id: row for row in getattr(review, name)} if len(changes) > 1 else None
    for each in changes:
        row_id = each.row_id or ""
        found = there.get(row_id) if there is not None else _found(review, name, row_id)
        _check(found == each.was, name)
    gone = {each.row_id for each in changes}
    kept = [row for row in getattr(review, name) if row.id not in gone]
    put = [each.now for each in changes if each.now is not None]
    return rows.with_rows(review, name, (*kept, *put))


def _found(review: Review, name: str, row_id: str) -> Any:
    return next((row for row in getattr(review, name) if row.id == row_id), None)


def _check(holds: bool, field: str) -> None:  # noqa: FBT001 - the one condition it is about
    if not holds:
        raise RuleViolation(field, _CHANGED_SINCE)
