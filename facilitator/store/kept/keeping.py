"""Keeps cards and figures as every write leaves them, within the transaction it is given."""

from __future__ import annotations

from collections import Counter
from datetime import UTC
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from facilitator.domain.earlier import earlier
from facilitator.domain.words import EvidenceStatus, FactorKind, Marker
from facilitator.store.kept.action_edits import keep_actions
from facilitator.store.kept.cards import ALL_CARDS, CARD_OF_FACTORS, ONE_CARD
from facilitator.store.kept.kinds import COUNT_EACH, COUNT_OF_FACTORS, COUNT_ONE, OF_FACTORS
from facilitator.store.kept.remembered import added, remember, rows_in, text_of, write

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import date

    from facilitator.domain.delta import Delta
    from facilitator.domain.records import Review
    from facilitator.domain.words import Family
    from facilitator.store.kept.remembered import Figure, Row

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
    elif "actions" in changed:
        if not keep_actions(connection, delta):
            keep(connection, delta.after.id)
    elif changed:
        _keep_families(connection, delta.after.id)


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


def _keep_families(connection: sqlite3.Connection, review_id: str) -> None:
    """The same after an edit of its factors alone."""
    was, key = added(connection, review_id), {"id": review_id}
    try:
        stay = [row for row in rows_in(was) if row[0] not in OF_FACTORS]
    except (TypeError, ValueError):
        keep(connection, review_id)
        return
    connection.execute(CARD_OF_FACTORS, key)
    rows = connection.execute(COUNT_OF_FACTORS, key).fetchall()
    _put(connection, review_id, was, sorted(stay + rows))


def _put(connection: sqlite3.Connection, review_id: str, was: bytes, rows: Sequence[Row]) -> None:
    now = text_of(rows)
    if was != now.encode():
        _exchange(connection, was, rows)
        remember(connection, [(review_id, now)])


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
    kept = dict.fromkeys((review_id for (review_id,) in every), text_of([]))
    for review_id, rows in groupby(connection.execute(COUNT_EACH), key=itemgetter(0)):
        adds = [row[1:] for row in rows]
        kept[review_id] = text_of(adds)
        for *figure, n in adds:
            totals[tuple(figure)] += n
    write(connection, dict(sorted(totals.items())))
    remember(connection, kept.items())


def _exchange(connection: sqlite3.Connection, was: bytes, rows: Iterable[Row]) -> None:
    """Put rows of figures in the place of those that were."""
    try:
        before = set(rows_in(was)) if was else set()
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
    write(connection, changed)
