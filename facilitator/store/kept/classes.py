"""Failure classes: when their incidents were, and which came after a fix was closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.domain.trends import ClassLine, Occurrence
from facilitator.store.kept.figures import NO_MONTH
from facilitator.store.kept.reviews import LINES, text
from facilitator.store.kept.words import EPOCH

if TYPE_CHECKING:
    import sqlite3

LATEST = 12
"""So many incidents of a class are told, and days on which something was done about it."""

_FIXED = f"f.kind = 'fixed' AND f.key = '{NO_MONTH}' || "
_OF = "FROM card AS c WHERE c.trashed = 0 AND c.failure_class"
# One after the other: a look in the index for each takes less than to go through all cards. A
# limit, even of none, keeps SQLite from asking anew for every column.
_CLASSES = f"""
WITH RECURSIVE w(failure_class) AS (
    SELECT min(c.failure_class) {_OF} > ''
    UNION ALL SELECT (SELECT min(c.failure_class) {_OF} > w.failure_class)
    FROM w WHERE w.failure_class IS NOT NULL
),
g AS (
    SELECT w.failure_class, (SELECT count(*) {_OF} = w.failure_class AND c.day >= :since) AS seen,
        (SELECT count(*) {_OF} = w.failure_class AND c.day IS NULL) AS undated,
        (SELECT min(f.day) FROM figure AS f WHERE {_FIXED} w.failure_class) AS first
    FROM w WHERE w.failure_class IS NOT NULL LIMIT -1
)
SELECT g.failure_class, g.seen, g.undated, (
    SELECT count(*) {_OF} = g.failure_class AND c.day >= max(:since, date(g.first + 1 + {EPOCH}))
) AS again, count(*) OVER ()
FROM g WHERE g.seen > 0 OR :since = ''
ORDER BY again DESC, g.seen DESC, g.failure_class LIMIT {LINES}
"""  # noqa: S608 - our own words
_OCCURRENCES = f"""
SELECT c.review_id, CAST(r.title AS BLOB), c.day, CAST(r.failure_class AS BLOB)
FROM card AS c JOIN review AS r ON r.id = c.review_id
WHERE c.trashed = 0 AND c.failure_class = :class AND c.day >= :since
ORDER BY c.day DESC, c.review_id DESC LIMIT {LATEST}
"""  # noqa: S608 - our own words
_SPELLED = """
SELECT CAST(r.failure_class AS BLOB) FROM card AS c JOIN review AS r ON r.id = c.review_id
WHERE c.trashed = 0 AND c.failure_class = :class LIMIT 1
"""
_CLOSED = f"SELECT f.day FROM figure AS f WHERE {_FIXED} :class ORDER BY f.day"  # noqa: S608


class _Counts(NamedTuple):
    key: str
    seen: int
    undated: int
    again: int
    all: int


def classes(
    connection: sqlite3.Connection, since: date | None
) -> tuple[tuple[ClassLine, ...], int]:
    """The classes that came back most, and how many there are with an incident since then."""
    day = since.isoformat() if since else ""
    found = [_Counts(*row) for row in connection.execute(_CLASSES, {"since": day}).fetchall()]
    lines = tuple(_line(connection, each, day) for each in found)
    return lines, found[0].all if found else 0


def _line(connection: sqlite3.Connection, counts: _Counts, since: str) -> ClassLine:
    values = {"class": counts.key, "since": since}
    rows = connection.execute(_OCCURRENCES, values).fetchall()
    name = rows[0][3] if rows else connection.execute(_SPELLED, values).fetchone()[0]
    closed = _closed(connection, values)
    return ClassLine(
        name=text(name).strip(),
        occurrences=tuple(_occurrence(row, closed) for row in reversed(rows)),
        closed=closed,
        seen=counts.seen,
        again=counts.again,
        undated=counts.undated,
    )


def _closed(connection: sqlite3.Connection, values: dict[str, str]) -> tuple[date, ...]:
    """The first day and the latest."""
    first = connection.execute(f"{_CLOSED} LIMIT 1", values).fetchall()
    latest = connection.execute(f"{_CLOSED} DESC LIMIT {LATEST - 1}", values).fetchall()
    return tuple(date.fromordinal(day) for day in sorted({day for (day,) in first + latest}))


def _occurrence(row: tuple[Any, ...], closed: tuple[date, ...]) -> Occurrence:
    day = date.fromisoformat(row[2])
    again = bool(closed) and day > closed[0]
    return Occurrence(review_id=row[0], title=text(row[1]), day=day, again=again)
