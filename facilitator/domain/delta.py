"""A Delta: the rows that one edit added, changed and removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.records import COLLECTIONS, HEADER_FIELDS

if TYPE_CHECKING:
    from facilitator.domain.records import Review, Row


@dataclass(frozen=True, slots=True)
class Rows:
    """What happened to one collection."""

    added: tuple[Row, ...] = ()
    changed: tuple[Row, ...] = ()
    removed: tuple[Row, ...] = ()

    @property
    def count(self) -> int:
        """How many rows were touched."""
        return len(self.added) + len(self.changed) + len(self.removed)

    @property
    def ids(self) -> frozenset[str]:
        """Ids of every row touched."""
        return frozenset(row.id for row in (*self.added, *self.changed, *self.removed))


@dataclass(frozen=True, slots=True)
class Delta:
    """The difference between two versions of one review; falsy when there is none.

    ``foreign`` says that somebody else has made it, in another window: nothing here led to it.
    ``quiet`` says that it was written down beside the page, which stays where it is.
    """

    before: Review
    after: Review
    header: frozenset[str]
    rows: dict[str, Rows]
    foreign: bool = False
    quiet: bool = False

    def __bool__(self) -> bool:
        return bool(self.header or self.rows)

    @property
    def leads(self) -> bool:
        """Whether a page shall go to the row that changed."""
        return not (self.foreign or self.quiet)

    def touches(self, *names: str) -> bool:
        """Whether any of these collections or header fields changed."""
        return any(name in self.rows or name in self.header for name in names)

    @staticmethod
    def between(before: Review, after: Review) -> Delta:
        """Compare two versions; collections shared by identity cost nothing."""
        header = frozenset(
            name for name in HEADER_FIELDS if getattr(before, name) != getattr(after, name)
        )
        rows = {}
        for name in COLLECTIONS:
            old, new = getattr(before, name), getattr(after, name)
            if old is not new and (difference := _compare(old, new)) is not None:
                rows[name] = difference
        return Delta(before, after, header, rows)


def _compare(old: tuple[Row, ...], new: tuple[Row, ...]) -> Rows | None:
    start = _common_prefix(old, new)
    end = _common_prefix(old[start:][::-1], new[start:][::-1])
    was = {row.id: row for row in old[start : len(old) - end]}
    now = {row.id: row for row in new[start : len(new) - end]}
    added = tuple(row for row in now.values() if row.id not in was)
    changed = tuple(row for row in now.values() if row.id in was and was[row.id] != row)
    removed = tuple(row for row in was.values() if row.id not in now)
    return Rows(added, changed, removed) if added or changed or removed else None


def _common_prefix(a: tuple[Row, ...], b: tuple[Row, ...]) -> int:
    """Length of the shared beginning, by halving slices: tuples compare shared rows at C speed."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
