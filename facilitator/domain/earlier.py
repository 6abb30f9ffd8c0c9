"""Finds the earlier version of rows that a delta changed."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from facilitator.domain.order import KEYS

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta


def earlier(delta: Delta, name: str) -> dict[str, Any]:
    """The rows of a collection that were changed, as they were before, by id."""
    before, after = getattr(delta.before, name), getattr(delta.after, name)
    found = {}
    missing = set()
    for row in delta.rows[name].changed:
        # A row that kept its place is found without looking through ten thousand others.
        place = bisect_left(after, KEYS[name](row), key=KEYS[name])
        if place < len(before) and before[place].id == row.id:
            found[row.id] = before[place]
        else:
            missing.add(row.id)
    if missing:
        found |= {row.id: row for row in before if row.id in missing}
    return found
