"""Keeps the index of the search up to date: lazily, a few reviews in each transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.store.search.texts import SUBJECTS, read_texts

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from typing import Any

BATCH = 20
"""So many reviews are taken in at once: others wait no longer than that to write."""

_STALE = (
    'SELECT r."id" FROM "review" AS r LEFT JOIN "searched" AS s ON s."review_id" = r."id"'
    ' WHERE s."revision" IS NOT r."revision" UNION ALL'
    ' SELECT s."review_id" FROM "searched" AS s LEFT JOIN "review" AS r'
    ' ON r."id" = s."review_id" WHERE r."id" IS NULL'
)
_COLUMNS = ", ".join((*SUBJECTS, "places"))
_MARKS = ", ".join("?" * (len(SUBJECTS) + 2))
_PUT = f"INSERT INTO search (rowid, {_COLUMNS}) VALUES ({_MARKS})"  # noqa: S608 - our own names


def stale_ids(connection: sqlite3.Connection) -> list[str]:
    """The reviews that the index does not hold as they are now, and those that are gone."""
    return [row[0] for row in connection.execute(_STALE)]


def take_in(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Bring these reviews up to date, or forget them if they are gone; within a transaction."""

    def select(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        return connection.execute(sql, parameters).fetchall()

    for review_id in ids:
        forget(connection, review_id)
    for review_id, (revision, texts) in read_texts(select, ids).items():
        added = connection.execute(
            'INSERT INTO "searched" ("review_id", "revision") VALUES (?, ?)', (review_id, revision)
        )
        connection.execute(_PUT, (added.lastrowid, *texts.row()))


def forget(connection: sqlite3.Connection, review_id: str) -> None:
    """Take a review out of the index; within a transaction."""
    found = connection.execute('SELECT "id" FROM "searched" WHERE "review_id" = ?', (review_id,))
    for (row_id,) in found.fetchall():
        connection.execute("DELETE FROM search WHERE rowid = ?", (row_id,))
        connection.execute('DELETE FROM "searched" WHERE "id" = ?', (row_id,))
