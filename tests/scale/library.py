"""Writes made-up reviews into a library by plain SQL: through the door it would take minutes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from facilitator.store.columns import PLANS, REVIEW
from facilitator.store.kept.keeping import keep_all
from facilitator.store.kept.names import teach
from facilitator.store.mapper import to_values
from facilitator.store.schema import create_library
from facilitator.store.search.index import stale_ids, take_in
from facilitator.store.versions import VERSION
from tests.scale.reviews import many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from facilitator.domain.records import Review

_BATCH = 200
Rows = dict[str, list[dict[str, Any]]]


def made(folder: Path, count: int, seed: int = 1, *, events: int = 40, actions: int = 10) -> Path:
    """A library of so many reviews in this folder, made once; its path."""
    path = folder / f"library-{VERSION}-{count}-{events}-{actions}-{seed}.db"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        building = path.with_suffix(".building")
        building.unlink(missing_ok=True)
        create_library(building)
        fill(building, many(count, seed, events=events, actions=actions))
        building.rename(path)
    return path


def fill(path: Path, reviews: Iterable[Review]) -> None:
    """Write the reviews, and what the program keeps of them: the figures and the index."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        rows: Rows = {}
        for number, review in enumerate(reviews, 1):
            for table, values in _rows(review):
                rows.setdefault(table, []).append(values)
            if number % _BATCH == 0:
                _write(connection, rows)
        _write(connection, rows)
        _keep(connection)
        connection.commit()


def _keep(connection: sqlite3.Connection) -> None:
    teach(connection)
    keep_all(connection)
    stale = stale_ids(connection)
    for start in range(0, len(stale), _BATCH):
        take_in(connection, stale[start : start + _BATCH])


def _rows(review: Review) -> Iterator[tuple[str, dict[str, Any]]]:
    yield REVIEW.table, to_values(REVIEW, review) | {"trashed_at": None}
    own = {"review_id": review.id}
    for name, plan in PLANS.items():
        for record in getattr(review, name):
            yield plan.table, to_values(plan, record) | own
            for links in plan.links:
                for place, target in enumerate(getattr(record, links.field)):
                    link = {links.owner: record.id, links.target: target, "position": place}
                    yield links.table, link | own


def _write(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, values in rows.items():
        names = list(values[0])
        columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        sql = f'INSERT INTO "{table}" ({columns}) VALUES ({marks})'  # noqa: S608 - names of ours
        connection.executemany(sql, [tuple(each.values()) for each in values])
    rows.clear()
