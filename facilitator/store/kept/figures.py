"""Reads the kept figures: as they are, or counted anew for a day that they are not kept by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.store.kept import kinds
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
        self._since = since
        self._counted = since is not None and since.day > 1
        if self._counted:
            teach(connection)

    def sums(self, kind: str, *columns: str, today: int = 0, whole: bool = False) -> list[Any]:
        """The figures of a kind by these columns, with their sum at the end of each row.

        With ``whole`` it does not matter since when.
        """
        places = ", ".join(str(place) for place, _ in enumerate(columns, 1))
        by = f" GROUP BY {places}" if columns else ""
        selected = ", ".join((*columns, "coalesce(sum(k.n), 0)"))
        sql = f"SELECT {selected} FROM ({self._relation(kind, whole=whole)}) AS k{by}"  # noqa: S608
        return self._rows(sql, today)

    def _relation(self, kind: str, *, whole: bool) -> str:
        if self._since is None or whole:
            return f"SELECT key, day, n FROM figure WHERE kind = '{kind}'"  # noqa: S608 - ours
        if self._counted:
            return kinds.since(kind)
        return f"SELECT key, day, n FROM figure WHERE kind = '{kind}' AND key >= :month"  # noqa: S608

    def _rows(self, sql: str, today: int) -> list[Any]:
        day = self._since.isoformat() if self._since else ""
        values = {"since": day, "month": day[:7], "today": today}
        return self._connection.execute(sql, values).fetchall()
