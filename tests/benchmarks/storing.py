"""One edit against a bare commit, and loading against bare tuples."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from facilitator.app.session import ReviewSession
from facilitator.domain.edits.timeline import change_event
from facilitator.store.store import open_store
from tests.benchmarks.measure import Row, in_turn, ratio_row
from tests.benchmarks.reviews import review

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PRAGMAS = "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON"


def _now() -> datetime:
    return datetime.now(UTC)


def measure_edit() -> Row:
    """Apply, commit and tell one changed event of a thousand; the floor updates one row."""
    with TemporaryDirectory() as home:
        store = open_store(Path(home) / "library.db", _now)
        session = ReviewSession(store.create(review(events=1000)), lambda: store, _now)
        session.subscribe(lambda _delta: None)
        numbers = count()

        def ours() -> None:
            text = f"The ledger stops, take {next(numbers)}"
            session.apply("Change", change_event("e000500", text=text))

        with bare_commit(Path(home) / "bare.db") as floor:
            found = in_turn(ours, floor, 200)
        store.close()
    words = "one row updated and committed by sqlite3 under the same pragmas"
    return ratio_row("one edit: apply, commit, told", *found, 3, words)


@contextmanager
def bare_commit(path: Path) -> Iterator[Callable[[], None]]:
    """The floor of saving: one row of a thousand updated and committed by sqlite3."""
    numbers = count()
    bare = _bare(path)

    def commit() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE event SET text = ? WHERE id = 500", (f"take {next(numbers)}",))
        bare.execute("COMMIT")

    yield commit
    bare.close()


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(_PRAGMAS)
    connection.execute("CREATE TABLE event (id INTEGER PRIMARY KEY, text TEXT)")
    rows = [(number, "The ledger stops") for number in range(1000)]
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO event VALUES (?, ?)", rows)
    connection.execute("COMMIT")
    return connection


def measure_load() -> Row:
    """Ten thousand events as a review; the floor fetches the same rows as tuples."""
    with TemporaryDirectory() as home:
        path = Path(home) / "library.db"
        store = open_store(path, _now)
        store.create(review(events=10_000))
        bare = sqlite3.connect(path)

        def floor() -> None:
            bare.execute("SELECT * FROM event WHERE review_id = 'bench'").fetchall()

        found = in_turn(lambda: store.load("bench"), floor, 15)
        store.close()
        bare.close()
    words = "the same rows as sqlite3 tuples, in any order"
    return ratio_row("load of 10,000 events", *found, 3, words)
