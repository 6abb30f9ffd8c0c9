"""Finds reviews by what is written in them, over a connection of its own."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from facilitator.store import sqlite
from facilitator.store.listing import read_order
from facilitator.store.quick import check_current, translated
from facilitator.store.search.index import stale_ids
from facilitator.store.search.lines import FoundLine, best_line
from facilitator.store.search.query import (
    WEIGHTS,
    conditions,
    excluding,
    in_title,
    matching,
    ranking,
)
from facilitator.store.search.texts import SUBJECTS

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from facilitator.domain.search_words import Wanted

LEVELS = 10
"""Reviews are as good as each other if they are in the same of so many parts below the best."""

MANY = 2_000
"""Of more than so many reviews those come first that have it in the title: ranks take too long."""

_INDEXED = 'SELECT s."review_id", s."id" FROM "searched" AS s'
_WEIGHTS = ", ".join(map(str, WEIGHTS.values()))
_ROWS = "SELECT rowid FROM search WHERE search MATCH ?"
_RANKED = f"SELECT rowid, bm25(search, {_WEIGHTS}) FROM search WHERE search MATCH ?"  # noqa: S608
_TEXTS = f"SELECT {', '.join(SUBJECTS)}, places FROM search WHERE rowid = ?"  # noqa: S608
_WHERE = 'SELECT r."id" FROM "review" AS r JOIN "card" AS c ON c."review_id" = r."id" WHERE {}'


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of what was found, the best first; or the newest, where nothing can be ranked.

    ``of`` counts the reviews there are, ``waiting`` those whose words are not in the index yet.
    """

    ids: tuple[str, ...]
    ranked: bool
    of: int
    waiting: int


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The reviews outside the trash, newest first, and their rows in the index."""

    version: int
    ids: tuple[str, ...]
    rows: dict[str, int]
    """The row of a review in the index."""
    places: dict[int, int]
    """The place in ``ids`` of the review that a row is of."""
    waiting: int


class Searcher:
    """An open library, for searching only; threads may share it, one searches at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._connection: sqlite3.Connection | None = None
        self._shelf: _Shelf | None = None

    def close(self) -> None:
        """Let go of the file; the next search opens it again."""
        with self._lock:
            self._shelf = None
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def waiting(self) -> list[str]:
        """The reviews that are not, or not as they are now, in the index."""
        with self._reading() as connection:
            return stale_ids(connection) if self._current(connection).waiting else []

    def find(self, wanted: Wanted, today: date) -> Found:
        """The reviews that hold all that is wanted; LibraryUnusable if it cannot be read."""
        with self._reading() as connection:
            shelf = self._current(connection)
            places, ranked = _places(connection, wanted, shelf)
            ids = [shelf.ids[place] for place in places]
            condition, parameters = conditions(wanted, today)
            if condition:
                kept = connection.execute(_WHERE.format(condition), parameters).fetchall()
                fulfilling = {row[0] for row in kept}
                ids = [each for each in ids if each in fulfilling]
            return Found(tuple(ids), ranked, len(shelf.ids), shelf.waiting)

    def lines(self, wanted: Wanted, ids: Sequence[str]) -> dict[str, FoundLine]:
        """For each of these reviews the line that shows best why it was found, if one does."""
        found: dict[str, FoundLine] = {}
        if not wanted.sought:
            return found
        with self._reading() as connection:
            rows = self._current(connection).rows
            for review_id in ids:
                texts = connection.execute(_TEXTS, (rows.get(review_id),)).fetchone()
                line = best_line(wanted, texts) if texts is not None else None
                if line is not None:
                    found[review_id] = line
        return found

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, translated(self._path):
            if self._connection is None:
                self._connection = sqlite.connect(self._path)
            with sqlite.reading(self._connection):
                yield self._connection

    def _current(self, connection: sqlite3.Connection) -> _Shelf:
        """Read anew only what others have changed: a letter that is typed changes nothing."""
        ((version,),) = connection.execute("PRAGMA data_version").fetchall()
        if self._shelf is None or self._shelf.version != version:
            check_current(connection, self._path)
            ids = read_order(lambda sql, values: connection.execute(sql, values).fetchall())
            rows = dict(connection.execute(_INDEXED).fetchall())
            places = {rows[each]: place for place, each in enumerate(ids) if each in rows}
            self._shelf = _Shelf(version, ids, rows, places, len(stale_ids(connection)))
        return self._shelf


def _places(
    connection: sqlite3.Connection, wanted: Wanted, shelf: _Shelf
) -> tuple[list[int], bool]:
    """The places of what the index finds, in the order to show them, and whether by rank."""
    asked, left_out = matching(wanted), excluding(wanted)
    places = _found(connection, asked, shelf) if asked else list(range(len(shelf.ids)))
    if left_out:
        without = set(_found(connection, left_out, shelf))
        places = [place for place in places if place not in without]
    levels = _levels(connection, wanted, shelf, len(places)) if asked else {}
    if not levels:
        return sorted(places), False
    # One number each: the level first, and within it the place.
    count = len(shelf.ids)
    keys = sorted([levels.get(place, LEVELS) * count + place for place in places])
    return [key % count for key in keys], True


def _found(connection: sqlite3.Connection, asked: str, shelf: _Shelf) -> list[int]:
    known = shelf.places
    rows = connection.execute(_ROWS, (asked,)).fetchall()
    return [known[row] for (row,) in rows if row in known]


def _levels(
    connection: sqlite3.Connection, wanted: Wanted, shelf: _Shelf, count: int
) -> dict[int, int]:
    """How many levels below the best a place is; among equals the newest comes first."""
    if count > MANY:
        titled = in_title(wanted)
        return dict.fromkeys(_found(connection, titled, shelf), 0) if titled else {}
    asked = ranking(wanted)
    scores = connection.execute(_RANKED, (asked,)).fetchall() if asked and count > 1 else []
    best = min([score for _row, score in scores], default=0.0)
    if not best:
        return {}
    known, step = shelf.places, -LEVELS / best
    return {known[row]: int(LEVELS + step * score) for row, score in scores if row in known}
