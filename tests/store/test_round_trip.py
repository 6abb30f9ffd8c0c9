"""What is written is what is read, in every field and by both ways to read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest
from hypothesis import given
from sqlalchemy.dialects import sqlite as dialect

from facilitator.domain.order import KEYS
from facilitator.domain.records import (
    COLLECTIONS,
    ActionItem,
    Backlog,
    Evidence,
    Factor,
    Finding,
    Lesson,
    ParkedIdea,
    Participant,
    PhaseNote,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import LessonSide
from facilitator.store.columns import EVIDENCE, INSIDE, PLANS, REVIEW
from facilitator.store.errors import LibraryUnusable, NotFound, WriteFailed
from facilitator.store.quick import Reader
from facilitator.store.tables import METADATA
from tests.store.support import each_row, full_review, save
from tests.strategies import reviews

if TYPE_CHECKING:
    from facilitator.store.plan import Plan
    from facilitator.store.store import Store

RECORDS = (
    Review,
    Participant,
    TimelineEvent,
    Evidence,
    Factor,
    Finding,
    ActionItem,
    Lesson,
    ParkedIdea,
    PhaseNote,
)
ALL_PLANS = (REVIEW, EVIDENCE, *PLANS.values())
OF_THE_STORE = {"review_id", "event_id", "position", "trashed_at"}
"""Columns that no field of a record fills."""
SQL_TYPES = {"VARCHAR": str, "INTEGER": int, "BOOLEAN": bool, "BLOB": bytes}


@given(reviews())
def test_what_is_written_is_what_is_read(shared_store: Store, review: Review) -> None:
    made = shared_store.create(review)
    try:
        assert made == replace(review, created=made.created, updated=made.updated)
        assert made.created == review.created or review.created is None
        assert made.updated == review.updated or review.updated is None
        with Reader(shared_store.path) as reader:
            assert reader.load(review.id) == made
            assert reader.summaries() == shared_store.summaries()
    finally:
        shared_store.delete(review.id)


def test_a_review_with_something_in_every_field(store: Store) -> None:
    review = full_review()
    assert store.create(review) == review
    with Reader(store.path) as reader:
        assert reader.load("r1") == review


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_full_review_fills_every_field(record: type[Any]) -> None:
    """Else the test above would prove less than it says."""
    rows = [row for row in each_row(full_review()) if isinstance(row, record)]
    for field in fields(record):
        values = [getattr(row, field.name) for row in rows]
        assert any(value != field.default for value in values), field.name
        assert any(value not in {None, "", ()} for value in values), field.name


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_record_has_its_column(record: type[Any]) -> None:
    (plan,) = [plan for plan in ALL_PLANS if plan.record is record]
    filled = {column.field for column in plan.columns} | {links.field for links in plan.links}
    apart = set(COLLECTIONS) if record is Review else set()
    apart |= {"evidence"} if record is TimelineEvent else set()
    assert filled | apart == {field.name for field in fields(record)}
    for name, inside in INSIDE.items():
        parts = {column.part for column in plan.columns if column.field == name}
        assert not parts or parts == {field.name for field in fields(inside)}


@pytest.mark.parametrize("plan", ALL_PLANS, ids=lambda plan: plan.table)
def test_a_table_has_the_columns_of_its_record_and_their_types(plan: Plan) -> None:
    columns = METADATA.tables[plan.table].columns
    assert set(plan.names) <= set(columns.keys())
    assert set(columns.keys()) - set(plan.names) <= OF_THE_STORE
    for column in plan.columns:
        there = columns[column.name]
        assert SQL_TYPES[there.type.compile(dialect.dialect())] is column.codec.stored, column.name
        assert there.nullable is column.codec.nullable, column.name
    assert plan.columns[0].name == "id", "Damage is told by the id."


def test_every_record_that_a_review_holds_has_a_plan() -> None:
    held = [str(hint) for hint in get_type_hints(Review).values()]
    held = [hint for hint in held if hint.startswith("tuple[") and "records." in hint]
    assert len(held) == len(PLANS) == len(COLLECTIONS)
    assert set(PLANS) == set(COLLECTIONS)


def test_rows_come_in_canonical_order_however_they_were_written(store: Store) -> None:
    moment = datetime(2026, 3, 3, tzinfo=UTC)
    review = Review(
        id="r1",
        events=tuple(
            TimelineEvent(id=f"e{i:02}", text="x", at=None if i % 5 == 0 else moment)
            for i in range(20)
        ),
        factors=(
            Factor(id="f00", parent=None),
            *(Factor(id=f"f{i:02}", parent="f00", position=i % 3) for i in range(1, 20)),
        ),
        lessons=tuple(Lesson(id=f"l{i:02}", side=LessonSide.WELL, text="x") for i in range(20)),
    )
    turned = replace(
        review,
        events=review.events[::-1],
        factors=review.factors[::-1],
        lessons=review.lessons[::-1],
    )
    found = store.create(turned)
    for name, key in KEYS.items():
        assert list(getattr(found, name)) == sorted(getattr(review, name), key=key), name


def test_links_and_evidence_keep_their_own_order(store: Store) -> None:
    review = full_review()
    made = store.create(review)
    (proof, *others) = made.events[0].evidence
    turned = replace(
        made,
        events=(replace(made.events[0], evidence=(*others, proof)), *made.events[1:]),
        findings=(replace(made.findings[0], factors=("f1", "f2")), *made.findings[1:]),
    )
    now = save(store, made, turned)
    assert store.load("r1") == now


@pytest.mark.parametrize("year", ["0001", "9999"])
@pytest.mark.parametrize("column", ["at", "end"])
def test_an_instant_that_some_zone_has_no_day_for_is_damage(
    store: Store, year: str, column: str
) -> None:
    store.create(full_review())
    with closing(sqlite3.connect(store.path)) as other:
        sql = {"at": "UPDATE event SET at = ?", "end": 'UPDATE event SET "end" = ?'}[column]
        other.execute(f"{sql} WHERE id = 'e1'", (f"{year}-01-01T00:00:00.000000Z",))
        other.commit()
    with pytest.raises(LibraryUnusable, match=f"{column} of event e1 cannot be read"):
        store.load("r1")


@pytest.mark.parametrize("year", [1, 9999])
def test_an_instant_that_could_not_be_read_again_is_not_written(store: Store, year: int) -> None:
    review = store.create(full_review())
    event = replace(review.events[0], at=datetime(year, 6, 1, tzinfo=UTC))
    with pytest.raises(WriteFailed, match="no library can store"):
        save(store, review, replace(review, events=(event, *review.events[1:])))
    assert store.load("r1") == review


def test_an_instant_of_another_zone_is_the_same_instant(store: Store) -> None:
    moment = datetime(2026, 3, 3, 14, 3, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    made = store.create(Review(id="r1", events=(TimelineEvent(id="e1", text="x", at=moment),)))
    (event,) = made.events
    assert event.at == moment
    assert event.at is not None
    assert event.at.tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        "👩‍🚒🏳️‍🌈",
        "שלום עולם",
        "مرحبا",
        "e\u0301 is not \u00e9",
        "a\u0000b",
        "\u202eturned\u202c",
        "'; DROP TABLE review; --",
        "%s ? :name {x}",
        "\U0010ffff",
        "x" * 100_000,
    ],
    ids=lambda text: ascii(text)[:20],
)
def test_any_text_comes_back_as_it_was(store: Store, text: str) -> None:
    review = Review(
        id="r1",
        title=text,
        services=(text,),
        factors=(Factor(id="f1", parent=None, text=text),),
        actions=(ActionItem(id="a1", text=text, backlog=Backlog(key=text)),),
    )
    made = store.create(review)
    assert (made.title, made.services) == (text, (text,))
    assert made.factors == review.factors
    assert made.actions == review.actions


@pytest.mark.parametrize("field", ["title", "services", "notes"])
def test_half_a_character_is_refused_and_nothing_is_written(store: Store, field: str) -> None:
    made = store.create(Review(id="r1", title="Sound"))
    broken: Any = ("a\ud800",) if field == "services" else "a\ud800"
    with pytest.raises(WriteFailed, match="no library can store"):
        save(store, made, replace(made, **{field: broken}))
    with pytest.raises(WriteFailed, match="no library can store"):
        store.create(replace(made, id="r2", **{field: broken}))
    assert store.load("r1") == made
    with pytest.raises(NotFound):
        store.load("r2")
    assert save(store, made, replace(made, title="Still alive")).revision == 1


def test_a_number_too_large_for_a_database_is_refused(store: Store) -> None:
    made = store.create(Review(id="r1"))
    with pytest.raises(WriteFailed, match="no library can store"):
        save(store, made, replace(made, factors=(Factor(id="f1", parent=None, position=2**70),)))
    assert store.load("r1") == made


def test_a_value_of_a_record_inside_may_be_empty(store: Store) -> None:
    review = Review(id="r1", actions=(ActionItem(id="a1", backlog=Backlog()),))
    assert store.create(review).actions[0].backlog == Backlog()
