"""A library that the first version wrote opens in this one with all that it held."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.domain.records import Review
from facilitator.domain.words import NameUse
from facilitator.store import schema, sqlite
from facilitator.store.columns import EVIDENCE, PLANS, REVIEW
from facilitator.store.copies import check_library
from facilitator.store.files import new_file
from facilitator.store.mapper import to_values
from facilitator.store.quick import Reader, State, look
from facilitator.store.store import open_store
from tests.store.support import Clock, dump, full_review, save
from tests.store.test_kept import counted_anew, kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from facilitator.store.plan import Plan

LATER = ("names", "opening", "poll", "phase_notes", "glossary", "releases", "addressees")
"""What a review of the first version did not have."""


def of_the_first_version(review: Review) -> Review:
    blank = Review(id="")
    actions = tuple(replace(each, held_because="") for each in review.actions)
    return replace(review, actions=actions, **{name: getattr(blank, name) for name in LATER})


def insert(connection: sqlite3.Connection, table: str, values: dict[str, Any]) -> None:
    """Write a row by plain SQL: the tables of this program are not those of the first version."""
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    sql = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 - names of ours
    connection.execute(sql, tuple(values.values()))


def head(review: Review) -> dict[str, Any]:
    values = to_values(REVIEW, review) | {"trashed_at": None}
    return {name: value for name, value in values.items() if name.split("_")[0] not in LATER}


def rows(review: Review) -> Iterator[tuple[str, dict[str, Any]]]:
    """Table and values of everything that belongs to a review."""
    for name, plan in PLANS.items():
        for record in getattr(review, name):
            values = to_values(plan, record) | {"review_id": review.id}
            values.pop("held_because", None)
            yield plan.table, values
            yield from links(plan, record, review.id)
    for event in review.events:
        for place, proof in enumerate(event.evidence):
            beside = {"review_id": review.id, "event_id": event.id, "position": place}
            yield EVIDENCE.table, to_values(EVIDENCE, proof) | beside


def links(plan: Plan, record: Any, review_id: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for each in plan.links:
        for place, target in enumerate(getattr(record, each.field)):
            key = {"review_id": review_id, each.owner: record.id, each.target: target}
            yield each.table, key | {"position": place}


@pytest.fixture
def first(library_path: Path) -> Path:
    """A library made by the first step alone, with two reviews, one of them in the trash."""
    new_file(library_path).rename(library_path)
    with sqlite.make_engine(library_path).begin() as connection:
        sqlite.mark_as_library(connection)
        schema.upgrade(connection, "0001")
    with closing(sqlite3.connect(library_path)) as plain:
        for review in (of_the_first_version(full_review()), Review(id="r2", title="Trashed")):
            insert(plain, REVIEW.table, head(review))
            for table, values in rows(review):
                insert(plain, table, values)
        plain.execute("UPDATE review SET trashed_at = '2026-03-04T00:00:00.000000Z' WHERE id='r2'")
        plain.commit()
    library_path.with_name(f"{library_path.name}-journal").unlink(missing_ok=True)
    return library_path


def test_a_library_of_the_first_version_opens_with_all_that_it_held(first: Path) -> None:
    was = dump(first)
    assert look(first) is State.BEHIND
    store = open_store(first, Clock())
    try:
        assert look(first) is State.CURRENT
        held = of_the_first_version(full_review())
        assert store.load("r1") == held
        assert [each.id for each in store.summaries(trashed=True)] == ["r2"]
        with Reader(first) as reader:
            assert reader.load("r1") == held
        # What is kept ready is filled in for it.
        assert kept(store) == counted_anew(store)
        assert (store.trends(date(2026, 3, 5)).reviews, len(kept(store)["card"])) == (1, 2)
        now = save(store, held, replace(full_review(), revision=held.revision))
        assert store.load("r1") == now
        assert now.names is NameUse.NAMES
    finally:
        store.close()
    check_library(first)
    (copy,) = first.with_name("backups").iterdir()
    assert dump(copy) == was


def test_what_the_first_version_did_not_know_is_as_usual(first: Path) -> None:
    store = open_store(first, Clock())
    found, blank = store.load("r1"), Review(id="r1")
    store.close()
    assert {name: getattr(found, name) for name in LATER} == {
        name: getattr(blank, name) for name in LATER
    }


def test_the_first_step_alone_makes_what_the_first_version_had(first: Path) -> None:
    """Else the tests above would prove less than they say."""
    with closing(sqlite3.connect(first)) as plain:
        columns = {row[1] for row in plain.execute("PRAGMA table_info(review)")}
        tables = {row[0] for row in plain.execute("SELECT name FROM sqlite_master")}
    assert "names" not in columns
    assert "phase_note" not in tables
    assert {"notes", "trashed_at"} <= columns
