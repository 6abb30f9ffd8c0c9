"""Keeps cards and figures as every write leaves them, within the transaction it is given."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from facilitator.domain.earlier import earlier
from facilitator.store.kept.cards import ALL_CARDS, ONE_CARD, SAME_TIMELINE
from facilitator.store.kept.kinds import COUNT_ALL, COUNT_EACH, COUNT_ONE

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from facilitator.domain.delta import Delta

    Figure = tuple[str, str, int]
    Counts = dict[Figure, int]

_HEADER = ("services", "failure_class", "held_on")
_FIELDS = {
    "factors": ("kind", "family", "evidence_status"),
    "actions": (
        "status",
        "hint",
        "call",
        "due",
        "proposed_on",
        "agreed_on",
        "done_on",
        "check_on",
        "deferral",
    ),
}
_TIMES = ("at", "marker")

_ADD = (
    "INSERT INTO figure (kind, key, day, n) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (kind, key, day) DO UPDATE SET n = n + excluded.n"
)
_DROP = "DELETE FROM figure WHERE kind = ? AND key = ? AND day = ? AND n = 0"
# As bytes, for damage may be no text.
_REMEMBERED = "SELECT CAST(figures AS BLOB) FROM figures_of WHERE review_id = ?"
_REMEMBER = "INSERT OR REPLACE INTO figures_of (review_id, figures) VALUES (?, ?)"


def keep_delta(connection: sqlite3.Connection, delta: Delta) -> None:
    """Keep what an edit changed; most edits change nothing of it."""
    if _changes_rows(delta, "events", _TIMES):
        keep(connection, delta.after.id)
    elif delta.touches(*_HEADER) or any(
        _changes_rows(delta, name, fields) for name, fields in _FIELDS.items()
    ):
        keep(connection, delta.after.id, same_timeline=True)


def _changes_rows(delta: Delta, name: str, fields: Iterable[str]) -> bool:
    """Whether rows came or went, or one of these fields is another now."""
    rows = delta.rows.get(name)
    if rows is None:
        return False
    if rows.added or rows.removed:
        return True
    was = earlier(delta, name)
    return any(
        getattr(row, field) != getattr(was[row.id], field)
        for row in rows.changed
        for field in fields
    )


def keep(connection: sqlite3.Connection, review_id: str, *, same_timeline: bool = False) -> None:
    """Write a review's card, and put what it adds in the place of what it added before."""
    was, key = added(connection, review_id), {"id": review_id}
    connection.execute(SAME_TIMELINE if same_timeline and was else ONE_CARD, key)
    rows = connection.execute(COUNT_ONE, key).fetchall()
    now = _text(rows)
    if was != now:
        _exchange(connection, was, rows)
        connection.execute(_REMEMBER, (review_id, now.decode()))


def added(connection: sqlite3.Connection, review_id: str) -> bytes:
    """What a review adds to the figures, as it is kept; nothing for one that is not there."""
    found = connection.execute(_REMEMBERED, (review_id,)).fetchone()
    return bytes(found[0]) if found else b""


def take_away(connection: sqlite3.Connection, was: bytes) -> None:
    """Take away what a review added that was deleted; its card has gone along with it."""
    _exchange(connection, was, ())


def keep_all(connection: sqlite3.Connection) -> None:
    """Write all cards and figures anew."""
    for table in ("card", "figure", "figures_of"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
    connection.execute(ALL_CARDS)
    connection.execute(f"INSERT INTO figure (kind, key, day, n) {COUNT_ALL}")
    each = groupby(connection.execute(COUNT_EACH).fetchall(), key=itemgetter(0))
    kept = {review_id: _text([row[1:] for row in rows]) for review_id, rows in each}
    every = connection.execute("SELECT review_id FROM card").fetchall()
    connection.executemany(
        _REMEMBER, [(review_id, kept.get(review_id, b"[]").decode()) for (review_id,) in every]
    )


def _text(rows: Iterable[Any]) -> bytes:
    return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":")).encode()


def _exchange(connection: sqlite3.Connection, was: bytes, rows: Sequence[Iterable[Any]]) -> None:
    try:
        before = _counts(json.loads(was or b"[]"))
    except (TypeError, ValueError):
        # What it added cannot be read, so all is counted anew.
        keep_all(connection)
        return
    after = _counts(rows)
    changed = {
        figure: after.get(figure, 0) - before.get(figure, 0)
        for figure in before.keys() | after.keys()
        if after.get(figure, 0) != before.get(figure, 0)
    }
    connection.executemany(_ADD, [(*figure, n) for figure, n in sorted(changed.items())])
    connection.executemany(_DROP, sorted(figure for figure, n in changed.items() if n < 0))


def _counts(rows: Any) -> Counts:
    if not isinstance(rows, Sequence):
        raise TypeError
    return {(kind, key, day): n for kind, key, day, n in rows}
