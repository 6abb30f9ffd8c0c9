"""Keeps cards and figures as every write leaves them, within the transaction it is given."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from facilitator.domain.earlier import earlier
from facilitator.domain.words import EvidenceStatus, FactorKind, Marker
from facilitator.store.kept.cards import ALL_CARDS, CARD_PARTS, ONE_CARD
from facilitator.store.kept.kinds import COUNT_EACH, COUNT_ONE, COUNT_PARTS, DEPENDENT

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import date

    from facilitator.domain.delta import Delta
    from facilitator.domain.records import Review
    from facilitator.domain.words import Family

    Row = tuple[str, str, int, int]
    Figure = tuple[Any, ...]

_HEADER = ("services", "failure_class", "held_on")
_FIELDS = {
    "events": ("at", "marker"),
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
"""What figures depend on: of the review itself, and of its rows."""

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
    changed = {name for name, fields in _FIELDS.items() if _changes_rows(delta, name, fields)}
    # Of events only the day counts, and of factors which families there are: one more among
    # thousands costs no look at all of them in the database.
    for name, counts in (("events", _incident), ("factors", _families)):
        if name in changed and counts(delta.before) == counts(delta.after):
            changed.remove(name)
    if delta.touches(*_HEADER) or len(changed) > 1 or "events" in changed:
        keep(connection, delta.after.id)
    elif changed:
        _keep_part(connection, delta.after.id, *changed)


def _incident(review: Review) -> date | None:
    """The day that events date a review by, as its card has it; one that opens has no damage."""
    # They stand in the order of their instants.
    marked = (each.at for each in review.events if each.marker is Marker.IMPACT_START)
    first = next(marked, None) or (review.events[0].at if review.events else None)
    return None if first is None else first.astimezone(UTC).date()


def _families(review: Review) -> frozenset[Family | None]:
    """The families that its card has."""
    return frozenset(
        each.family
        for each in review.factors
        if each.kind is not FactorKind.EFFECT
        and each.evidence_status is not EvidenceStatus.RULED_OUT
    ) - {None}


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


def keep(connection: sqlite3.Connection, review_id: str) -> None:
    """Write a review's card, and put what it adds in the place of what it added before."""
    key = {"id": review_id}
    connection.execute(ONE_CARD, key)
    rows = connection.execute(COUNT_ONE, key).fetchall()
    _put(connection, review_id, added(connection, review_id), rows)


def _keep_part(connection: sqlite3.Connection, review_id: str, part: str) -> None:
    """The same after an edit of its factors alone, or of its actions."""
    was, key = added(connection, review_id), {"id": review_id}
    try:
        stay = [row for row in _rows(was) if row[0] not in DEPENDENT[part]]
    except (TypeError, ValueError):
        keep(connection, review_id)
        return
    connection.execute(CARD_PARTS[part], key)
    rows = connection.execute(COUNT_PARTS[part], key).fetchall()
    _put(connection, review_id, was, sorted(stay + rows))


def _put(connection: sqlite3.Connection, review_id: str, was: bytes, rows: Sequence[Row]) -> None:
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
    totals: Counter[Figure] = Counter()
    every = connection.execute("SELECT review_id FROM card").fetchall()
    kept = dict.fromkeys((review_id for (review_id,) in every), _text([]))
    for review_id, rows in groupby(connection.execute(COUNT_EACH), key=itemgetter(0)):
        adds = [row[1:] for row in rows]
        kept[review_id] = _text(adds)
        for *figure, n in adds:
            totals[tuple(figure)] += n
    figures = sorted((*figure, n) for figure, n in totals.items())
    connection.executemany(_ADD, figures)
    connection.executemany(_REMEMBER, [(each, text.decode()) for each, text in kept.items()])


def _text(rows: Iterable[Any]) -> bytes:
    return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":")).encode()


def _exchange(connection: sqlite3.Connection, was: bytes, rows: Iterable[Row]) -> None:
    """Put rows of figures in the place of those that were."""
    try:
        before = set(_rows(was)) if was else set()
    except (TypeError, ValueError):
        # What it added cannot be read, so all is counted anew.
        keep_all(connection)
        return
    after = set(rows)
    changed: Counter[Figure] = Counter()
    for *figure, n in after - before:
        changed[tuple(figure)] += n
    for *figure, n in before - after:
        changed[tuple(figure)] -= n
    connection.executemany(_ADD, [(*figure, n) for figure, n in changed.items()])
    connection.executemany(_DROP, [figure for figure, n in changed.items() if n < 0])


def _rows(text: bytes) -> list[Row]:
    """The rows in a text; TypeError or ValueError for what are none."""
    found = json.loads(text)
    if not isinstance(found, list):
        raise TypeError
    return [(kind, key, day, n + 0) for kind, key, day, n in found]
