"""Reads the kept figures: as they are, or counted anew for a day that they are not kept by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.store.kept.kinds import COUNT_SINCE, WHOLE
from facilitator.store.kept.names import teach

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

MONTH = "substr(k.key, 1, 7)"
QUARTER = "substr(k.key, 1, 4) || 'Q' || ((substr(k.key, 6, 2) + 2) / 3)"
REST = "substr(k.key, 8)"
FLAG = "substr(k.key, 8, 1)"
"""Parts of the key of a figure."""

NO_MONTH = "0000-00"
"""Stands in the place of the month of what has no day."""


class Figures:
    """The figures of a library within one transaction, from a day on (None: all of them).

    They are kept by month: from another day than the first of one they are counted from the rows.
    """

    def __init__(self, connection: sqlite3.Connection, since: date | None) -> None:
        self._connection = connection
        self._table = "figure"
        # Keys begin with a month, or with the place of one.
        self._month = since.isoformat()[:7] if since else ""
        self._whole = since is None
        if since is not None and since.day > 1:
            self._count(since)

    def _count(self, since: date) -> None:
        """Count the figures from the rows, into a table that only this connection knows."""
        teach(self._connection)
        self._table = "temp.counted"
        self._connection.execute("DROP TABLE IF EXISTS temp.counted")
        self._connection.execute(
            "CREATE TABLE temp.counted (kind, key, day, n, PRIMARY KEY (kind, key, day))"
            " WITHOUT ROWID"
        )
        self._connection.execute(
            f"INSERT INTO temp.counted {COUNT_SINCE}", {"since": since.isoformat()}
        )

    def sums(self, kind: str, *columns: str, today: int = 0, since: str = "") -> list[Any]:
        """The figures of a kind by these columns, with their sum at the end of each row.

        From a month on if one is named; else those of a kind may be together.
        """
        if self._whole and not since:
            kind = WHOLE.get(kind, kind)
        places = ", ".join(str(place) for place, _ in enumerate(columns, 1))
        by = f" GROUP BY {places}" if columns else ""
        selected = ", ".join((*columns, "coalesce(sum(k.n), 0)"))
        return self._rows(selected, kind, by, today, max(since, self._month))

    def each(self, kind: str, column: str) -> list[Any]:
        """The figures of a kind as they are kept: rows of (column, number, how many)."""
        kind = WHOLE.get(kind, kind) if self._whole else kind
        return self._rows(f"{column}, k.day, k.n", kind, "", 0, self._month)

    def by_key(self, kind: str, *sums: str, today: int) -> list[Any]:
        """Rows of (key, how many, and these sums), in the order of the keys."""
        selected = ", ".join(("k.key", "sum(k.n)", *sums))
        return self._rows(selected, kind, " GROUP BY k.key", today, self._month)

    def _rows(self, selected: str, kind: str, by: str, today: int, month: str) -> list[Any]:
        sql = (
            f"SELECT {selected} FROM {self._table} AS k"  # noqa: S608 - our own words
            f" WHERE k.kind = :kind AND k.key >= :month{by}"
        )
        values = {"kind": kind, "month": month, "today": today}
        return self._connection.execute(sql, values).fetchall()

    def months(self, kind: str, most: int) -> list[str]:
        """The latest months in which there is anything of a kind, each found by its own look."""
        found: list[str] = []
        before = "~"
        while len(found) < most and (month := self._latest(kind, before)):
            found.append(month)
            before = month
        return found

    def _latest(self, kind: str, before: str) -> str | None:
        row = self._connection.execute(
            f"SELECT substr(max(k.key), 1, 7) FROM {self._table} AS k"  # noqa: S608 - the same
            " WHERE k.kind = ? AND k.key >= ? AND k.key < ?",
            (kind, self._month, before),
        ).fetchone()
        return str(row[0]) if row[0] else None
