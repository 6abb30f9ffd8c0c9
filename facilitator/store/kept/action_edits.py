"""Keeps cards and figures after an edit of actions alone, by what the touched ones add."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.domain.earlier import earlier
from facilitator.store.kept.of_actions import Work, of_action, of_review, work
from facilitator.store.kept.remembered import remember, rows_in, text_of, write

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from facilitator.domain.delta import Delta
    from facilitator.store.kept.remembered import Figure

_KEPT = (
    f"SELECT c.lost, c.trashed, c.day, c.failure_class, CAST(f.figures AS BLOB),"  # noqa: S608
    f" {', '.join(f'c.{name}' for name in Work._fields)}"
    " FROM card AS c JOIN figures_of AS f ON f.review_id = c.review_id WHERE c.review_id = ?"
)
_KEEP_WORK = (
    f"UPDATE card SET {', '.join(f'{name} = ?' for name in Work._fields)} WHERE review_id = ?"  # noqa: S608
)


class _Kept(NamedTuple):
    """What is kept of a review as it was before the edit; ``adds`` is what it adds to figures."""

    trashed: bool
    day: date | None
    failure_class: str
    adds: dict[Figure, int]
    work: Work


def keep_actions(connection: sqlite3.Connection, delta: Delta) -> bool:
    """Whether it could be kept; if not, the review must be counted from its rows.

    So must one with a damaged row, and one whose card or figures cannot be read.
    """
    review_id = delta.after.id
    kept = _kept(connection, review_id)
    if kept is None:
        return False
    now = work(delta.after.actions)
    if now != kept.work:
        connection.execute(_KEEP_WORK, (*now, review_id))
    return kept.trashed or _change(connection, review_id, kept.adds, _changed(kept, now, delta))


def _kept(connection: sqlite3.Connection, review_id: str) -> _Kept | None:
    found = connection.execute(_KEPT, (review_id,)).fetchone()
    if found is None or found[0]:
        return None
    _lost, trashed, stored, failure_class, text, *was = found
    try:
        day = date.fromisoformat(stored) if stored else None
        adds: dict[Figure, int] = {row[:3]: row[3] for row in rows_in(text)}
    except (TypeError, ValueError):
        return None
    return _Kept(trashed, day, failure_class, adds, Work(*was))


def _changed(kept: _Kept, now: Work, delta: Delta) -> dict[Figure, int]:
    """How much more or less the review adds to figures, which may be nothing."""
    found: dict[Figure, int] = {}
    if now.lasting != kept.work.lasting:
        _count(found, [of_review(kept.day, lasting=kept.work.lasting)], -1)
        _count(found, [of_review(kept.day, lasting=now.lasting)], 1)
    rows: Any = delta.rows["actions"]
    for action in (*rows.removed, *earlier(delta, "actions").values()):
        _count(found, of_action(action, kept.day, kept.failure_class), -1)
    for action in (*rows.added, *rows.changed):
        _count(found, of_action(action, kept.day, kept.failure_class), 1)
    return found


def _count(found: dict[Figure, int], figures: Iterable[Figure], n: int) -> None:
    for figure in figures:
        found[figure] = found.get(figure, 0) + n


def _change(
    connection: sqlite3.Connection,
    review_id: str,
    adds: dict[Figure, int],
    changed: dict[Figure, int],
) -> bool:
    """Change by how much figures are more or less, and what the review adds to them.

    Not if it did not add what it should have.
    """
    more = {figure: n for figure, n in changed.items() if n}
    for figure, n in more.items():
        adds[figure] = adds.get(figure, 0) + n
    if min(adds.values(), default=0) < 0:
        return False
    write(connection, more)
    rows = sorted((*figure, n) for figure, n in adds.items() if n)
    remember(connection, [(review_id, text_of(rows))])
    return True
