"""What each review adds to the figures, so that it can be taken away again; and the figures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    Row = tuple[str, str, int, int]
    Figure = tuple[Any, ...]

_ADD = (
    "INSERT INTO figure (kind, key, day, n) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (kind, key, day) DO UPDATE SET n = n + excluded.n"
)
_DROP = "DELETE FROM figure WHERE kind = ? AND key = ? AND day = ? AND n = 0"
# As bytes, for damage may be no text.
_REMEMBERED = "SELECT CAST(figures AS BLOB) FROM figures_of WHERE review_id = ?"
_REMEMBER = (
    "INSERT INTO figures_of (review_id, figures) VALUES (?, ?)"
    " ON CONFLICT (review_id) DO UPDATE SET figures = excluded.figures"
)
_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def added(connection: sqlite3.Connection, review_id: str) -> bytes:
    """What a review adds to the figures, as it is kept; nothing for one that is not there."""
    found = connection.execute(_REMEMBERED, (review_id,)).fetchone()
    return bytes(found[0]) if found else b""


def remember(connection: sqlite3.Connection, texts: Iterable[tuple[str, str]]) -> None:
    """Keep what reviews add now: rows of (id, text)."""
    connection.executemany(_REMEMBER, texts)


def text_of(rows: Sequence[Any]) -> str:
    """Rows of figures as they are kept."""
    return _TEXT.encode(rows)


def rows_in(text: bytes) -> list[Row]:
    """The rows in a text; TypeError or ValueError for what are none."""
    found = json.loads(text)
    if not isinstance(found, list):
        raise TypeError
    return [(kind, key, day, n + 0) for kind, key, day, n in found]


def write(connection: sqlite3.Connection, changed: Mapping[Figure, int]) -> None:
    """Write by how much figures are more or less."""
    connection.executemany(_ADD, [(*figure, n) for figure, n in changed.items()])
    connection.executemany(_DROP, [figure for figure, n in changed.items() if n < 0])
