"""The list tells of every review what the review itself would."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.records import ActionItem, Factor, Review
from facilitator.domain.words import (
    CLOSED_STATUSES,
    FINISHED_STATUSES,
    ActionStatus,
    Durability,
    EvidenceStatus,
    FactorKind,
    Family,
    Marker,
)
from facilitator.store.errors import NotFound
from facilitator.store.listing import Summary
from facilitator.store.quick import Reader
from tests.store.support import START
from tests.strategies import reviews

if TYPE_CHECKING:
    from facilitator.store.store import Store


def day_of(review: Review) -> date | None:
    """The day of the incident, or else of the meeting."""
    told = [event for event in review.events if event.at is not None]
    start = next((each for each in told if each.marker is Marker.IMPACT_START), None)
    first = start or min(told, key=lambda event: event.at or START, default=None)
    return first.at.date() if first is not None and first.at is not None else review.held_on


def told(review: Review) -> Summary:
    """What the list should tell, worked out from the whole review."""
    counted = [action for action in review.actions if action.status is not ActionStatus.CANCELLED]
    labels = {action.durability for action in counted if action.durability}
    families = {
        factor.family
        for factor in review.factors
        if factor.kind is not FactorKind.EFFECT
        and factor.evidence_status is not EvidenceStatus.RULED_OUT
    }
    return Summary(
        id=review.id,
        title=review.title,
        incident=review.incident,
        severity=review.severity,
        services=review.services,
        status=review.status,
        held_on=review.held_on,
        day=day_of(review),
        revision=review.revision,
        created=review.created,
        updated=review.updated,
        trashed_at=None,
        open_actions=sum(each.status not in CLOSED_STATUSES for each in review.actions),
        done_actions=sum(each.status in FINISHED_STATUSES for each in review.actions),
        families=tuple(family for family in Family if family in families),
        strongest=next((label for label in Durability if label in labels), None),
    )


@given(st.lists(reviews(), max_size=3))
def test_a_summary_is_what_the_review_amounts_to(shared_store: Store, drawn: list[Review]) -> None:
    made = [
        shared_store.create(replace(review, id=f"r{place}")) for place, review in enumerate(drawn)
    ]
    try:
        found = shared_store.summaries()
        assert {each.id: each for each in found} == {each.id: told(each) for each in made}
        times = [each.updated for each in found if each.updated]
        assert times == sorted(times, reverse=True)
        with Reader(shared_store.path) as reader:
            assert reader.summaries() == found
    finally:
        for each in made:
            shared_store.delete(each.id)


def test_every_status_and_label_counts_as_it_should(store: Store) -> None:
    actions = tuple(
        ActionItem(id=f"a{number:03}", position=number, text="x", status=status, hint=label)
        for number, (status, label) in enumerate(
            (status, label) for status in ActionStatus for label in Durability
        )
    )
    review = store.create(Review(id="r1", actions=actions))
    assert store.summaries() == (told(review),)
    cancelled = tuple(replace(each, status=ActionStatus.CANCELLED) for each in actions)
    store.create(Review(id="r2", actions=cancelled))
    assert store.find("r2").strongest is None


def test_a_family_that_was_ruled_out_does_not_count(store: Store) -> None:
    root = Factor(id="f1", parent=None, kind=FactorKind.EFFECT)
    gone = Factor(
        id="f2",
        parent="f1",
        family=Family.OBSERVABILITY_GAP,
        evidence_status=EvidenceStatus.RULED_OUT,
    )
    there = replace(
        gone, id="f3", family=Family.FALSE_ASSUMPTION, evidence_status=EvidenceStatus.UNKNOWN
    )
    store.create(Review(id="r1", factors=(root, gone, there)))
    assert store.find("r1").families == (Family.FALSE_ASSUMPTION,)


def test_the_latest_change_stands_first(store: Store) -> None:
    for number, days in enumerate((1, 3, 2)):
        at = START + timedelta(days=days)
        store.create(Review(id=f"r{number}", created=at, updated=at))
    assert [each.id for each in store.summaries()] == ["r1", "r2", "r0"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("r1", "r1"),
        ("r10", "r10"),
        ("shops", "r1"),
        ("SHOPS COULD", "r1"),
        ("Ärger", "r2"),
        ("ärg", "r2"),
    ],
)
def test_a_word_finds_the_review_that_begins_with_it(store: Store, word: str, found: str) -> None:
    for review_id, title in (("r1", "Shops could not pay"), ("r10", "r"), ("r2", "Ärger")):
        store.create(Review(id=review_id, title=title))
    assert store.find(word).id == found


@pytest.mark.parametrize("word", ["", "could", "r3", "%", "_", "r", "S"])
def test_a_word_that_finds_none_or_several_is_told(store: Store, word: str) -> None:
    for number in range(3):
        store.create(Review(id=f"r{number}", title=f"Shops {number}"))
    with pytest.raises(NotFound) as told_why:
        store.find(word)
    assert f"“{word}”" in told_why.value.sentence
    assert told_why.value.sentence.endswith(".")


def test_no_more_than_five_candidates_are_named(store: Store) -> None:
    for number in range(9):
        store.create(Review(id=f"r{number}", title=f"Shops {number}"))
    with pytest.raises(NotFound, match=r"fits 9 reviews: .* and more"):
        store.find("shops")


# -- a page at a time ------------------------------------------------------------------------------


def test_the_order_is_newest_first_by_day_then_by_change(store: Store) -> None:
    days = {"r1": date(2026, 3, 5), "r2": date(2026, 3, 7), "r3": None, "r4": date(2026, 3, 7)}
    for number, (review_id, day) in enumerate(days.items()):
        at = START + timedelta(hours=number)
        store.create(Review(id=review_id, held_on=day, created=at, updated=at))
    # The third was begun on the 3rd of March and not held yet.
    assert store.order() == ("r4", "r2", "r1", "r3")
    with Reader(store.path) as reader:
        assert reader.order() == store.order()
    store.trash("r2")
    store.trash("r1")
    assert store.order() == ("r4", "r3")
    assert store.order(trashed=True) == ("r1", "r2")


@given(st.lists(reviews(), max_size=3))
def test_a_page_shows_what_the_whole_list_shows(shared_store: Store, drawn: list[Review]) -> None:
    made = [shared_store.create(replace(each, id=f"r{at}")) for at, each in enumerate(drawn)]
    try:
        whole = {each.id: each for each in shared_store.summaries()}
        ids = [each.id for each in reversed(made)]
        page = shared_store.page([*ids, "gone"])
        assert page == tuple(whole[each] for each in ids)
        assert sorted(shared_store.order()) == sorted(ids)
    finally:
        for each in made:
            shared_store.delete(each.id)


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE review SET status = 'what' WHERE id = 'r1'", "status"),
        ("UPDATE review SET services = '{' WHERE id = 'r1'", "services"),
        ("UPDATE review SET held_on = 'Monday' WHERE id = 'r1'", "held on"),
        ("UPDATE review SET updated = x'ff' WHERE id = 'r1'", "updated"),
        ("UPDATE action SET status = 'what' WHERE review_id = 'r1'", "status of an action"),
        ("UPDATE action SET hint = 'what' WHERE review_id = 'r1'", "durability of an action"),
        ("UPDATE factor SET family = 'what' WHERE review_id = 'r1'", "family of a factor"),
    ],
)
def test_a_damaged_review_is_listed_as_damaged_and_the_rest_as_ever(
    store: Store, sql: str, told: str
) -> None:
    action = ActionItem(id="a1", text="x", hint=Durability.DETECT)
    root = Factor(id="f1", parent=None, kind=FactorKind.EFFECT)
    cause = Factor(id="f2", parent="f1", family=Family.DESIGN_DECISION)
    for review_id in ("r1", "r2"):
        store.create(Review(id=review_id, title="Shops", actions=(action,), factors=(root, cause)))
    before = store.page(["r2"])
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(sql)
    assert sorted(store.order()) == ["r1", "r2"]
    damaged, other = store.page(["r1", "r2"])
    assert (damaged.id, damaged.title, damaged.damage) == ("r1", "Shops", told)
    assert (other,) == before
    assert {each.id: each.damage for each in store.summaries()} == {"r1": told, "r2": ""}
