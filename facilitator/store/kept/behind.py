"""The reviews behind a mark on the page of trends, by the same definitions as its figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from facilitator.store.kept.kinds import EVERY, KINDS, SPELLING
from facilitator.store.kept.names import teach

if TYPE_CHECKING:
    import sqlite3

    from facilitator.domain.trends import Mark

_DATED = "SELECT c.review_id, '', 0, c.day FROM c WHERE"
_IN_PATTERN = "SELECT p.review_id FROM pattern_factor AS p WHERE p.pattern_id = :key"
_OTHERS = {
    "class": f"{_DATED} c.failure_class = :key",
    "undated": f"{_DATED} c.day IS NULL",
    "pattern": f"{_DATED} c.review_id IN ({_IN_PATTERN})",
}
"""Marks of what is not kept as a figure."""
_KEY = {
    "service": f"substr(k.key, 1, length(:key) + 1) = :key || '{SPELLING}'",
    **dict.fromkeys(("due", "until", "check"), "substr(k.key, 1, length(:key)) = :key"),
    **dict.fromkeys(_OTHERS, "1"),
}
_BEHIND = """
WITH {tables}, k(review_id, key, number, dated) AS ({rows})
SELECT DISTINCT k.review_id, c.day FROM k JOIN c ON c.review_id = k.review_id
WHERE (:key = '' OR {key})
    AND (:first IS NULL OR k.number >= :first) AND (:last IS NULL OR k.number <= :last)
    AND (:start IS NULL OR k.dated >= :start) AND (:end IS NULL OR k.dated <= :end)
ORDER BY c.day DESC, k.review_id
"""


def read_behind(connection: sqlite3.Connection, mark: Mark) -> tuple[str, ...]:
    """The ids of the reviews behind a mark, the latest first; none for a mark that is unknown."""
    rows = _OTHERS.get(mark.kind) or KINDS.get(mark.kind)
    if rows is None:
        return ()
    teach(connection)
    sql = _BEHIND.format(tables=EVERY, rows=rows, key=_KEY.get(mark.kind, "k.key = :key"))
    values = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in mark._asdict().items()
    }
    found = connection.execute(sql, values).fetchall()
    return tuple(review_id for review_id, _day in found)
