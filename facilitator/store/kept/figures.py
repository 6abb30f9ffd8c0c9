"""Reads the kept figures: as they are, or counted anew for a day that they are not kept by."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from facilitator.domain.trends import Month, Quarter
from facilitator.store.kept.kinds import COUNT_SINCE, WHOLE
from facilitator.store.kept.names import teach

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

_QUARTER = "substr(k.key, 1, 4) * 4 + (substr(k.key, 6, 2) + 2) / 3"
"""The place of the quarter of a figure among all; 0 if it has no day."""
REST = "substr(k.key, 8)"
"""What the key of a figure goes on with behind its month."""

NO_MONTH = "0000-00"
"""Stands in the place of the month of what has no day."""
END = "~"
"""Comes after all months."""
_MONTH = len(NO_MONTH)


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

    def sums(
        self, kind: str, *columns: str, today: int = 0, since: str = "", before: str = END
    ) -> list[Any]:
        """The figures of a kind by these columns, with their sum at the end of each row.

        From a month on if one is named, and before another; else those of a kind may be together.
        """
        if self._whole and not since:
            kind = WHOLE.get(kind, kind)
        places = ", ".join(str(place) for place, _ in enumerate(columns, 1))
        by = f" GROUP BY {places}" if columns else ""
        selected = ", ".join((*columns, "coalesce(sum(k.n), 0)"))
        return self._rows(selected, kind, by, today=today, since=since, before=before)

    def by_key(self, kind: str, *sums: str, today: int = 0) -> list[Any]:
        """Rows of (key, how many, and these sums), in the order of the keys.

        So they stand in the table: SQLite need not sort them.
        """
        if self._whole:
            kind = WHOLE.get(kind, kind)
        selected = ", ".join(("k.key", "sum(k.n)", *sums))
        return self._rows(selected, kind, " GROUP BY k.key", today=today)

    def by_quarter(self, kind: str, since: str = "") -> dict[Quarter | None, dict[str, int]]:
        """How many there are of each quarter by what their key goes on with, the earliest first.

        None stands for what has no day.
        """
        found: dict[int, dict[str, int]] = defaultdict(dict)
        for place, rest, n in self.sums(kind, _QUARTER, REST, since=since):
            found[place][rest] = n
        return {quarter_of(place): counts for place, counts in found.items()}

    def _rows(  # noqa: PLR0913 - what is selected, and of which rows
        self,
        selected: str,
        kind: str,
        by: str,
        *,
        today: int = 0,
        since: str = "",
        before: str = END,
    ) -> list[Any]:
        sql = (
            f"SELECT {selected} FROM {self._table} AS k"  # noqa: S608 - our own words
            f" WHERE k.kind = :kind AND k.key >= :month AND k.key < :before{by}"
        )
        month = max(since, self._month)
        values = {"kind": kind, "month": month, "before": before, "today": today}
        return self._connection.execute(sql, values).fetchall()

    def latest(self, kind: str, before: str = END) -> Month | None:
        """The latest month before another in which there is anything of a kind."""
        row = self._connection.execute(
            f"SELECT substr(max(k.key), 1, {_MONTH}) FROM {self._table} AS k"  # noqa: S608 - the same
            " WHERE k.kind = ? AND k.key >= ? AND k.key < ?",
            (kind, self._month, before),
        ).fetchone()
        return month_of(str(row[0])) if row[0] else None


def month_of(key: str) -> Month:
    """The month that a key begins with."""
    return Month(int(key[:4]), int(key[5:_MONTH]))


def quarter_of(place: int) -> Quarter | None:
    """The quarter of this place among all; None in the place of what has no day."""
    year, number = divmod(place - 1, 4)
    return Quarter(year, number + 1) if place else None
