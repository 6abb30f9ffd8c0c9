"""The list of all actions finds what a look at every loaded review would find."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.action_filter import (
    ActionFilter,
    ActionState,
    Order,
    fits,
    lately,
    of_review,
    state_holds,
)
from facilitator.domain.records import ActionItem, Review, TimelineEvent
from facilitator.domain.words import ActionStatus, Family, Priority
from tests import strategies as any_
from tests.store.support import full_review

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.listed_action import ListedAction
    from facilitator.store.store import Store

TODAY = date(2026, 3, 5)
_WORDS = st.sampled_from(("a", "A", "é", "ß", "SS", "שלום", "maria", "=1+1", "x y", "%", "_"))


def several(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(strategy, max_size=1).map(tuple)


filters = st.builds(
    ActionFilter,
    states=st.frozensets(st.sampled_from(ActionState), max_size=2),
    without=st.frozensets(st.sampled_from(ActionState), max_size=1),
    owners=several(_WORDS),
    services=several(_WORDS),
    classes=several(_WORDS),
    families=st.none() | st.lists(st.sampled_from(Family), max_size=2).map(tuple),
    priorities=st.lists(st.sampled_from(Priority), max_size=2).map(tuple),
    words=several(_WORDS),
    since=st.none() | any_.days,
    order=st.sampled_from(Order),
)


def listed(store: Store, wanted: ActionFilter, today: date = TODAY) -> list[ListedAction]:
    numbers = store.find_actions(wanted, today)
    rows = store.read_actions(numbers)
    return [rows[each] for each in numbers]


def found(store: Store, wanted: ActionFilter, today: date = TODAY) -> set[tuple[str, str]]:
    return {(each.review.id, each.id) for each in listed(store, wanted, today)}


def looked_for(
    reviews: Sequence[Review], wanted: ActionFilter, today: date
) -> set[tuple[str, str]]:
    return {
        (review.id, action.id)
        for review in reviews
        for action in review.actions
        if fits(wanted, review, action, today)
    }


@settings(max_examples=40)
@given(st.data())
def test_the_store_finds_what_a_look_at_every_review_finds(
    shared_store: Store, data: st.DataObject
) -> None:
    made = [data.draw(any_.reviews(review_id)) for review_id in ("r000001", "r000002")]
    gone = replace(data.draw(any_.reviews()), id="r000003")
    try:
        for review in (*made, gone):
            shared_store.create(review)
        shared_store.trash(gone.id)
        stored = [shared_store.load(each.id) for each in made]
        for _ in range(4):
            wanted, today = data.draw(filters), data.draw(any_.days)
            assert found(shared_store, wanted, today) == looked_for(stored, wanted, today)
        _check_counts(shared_store, stored, data.draw(any_.days))
        _check_rows(shared_store, stored)
    finally:
        for review in (*made, gone):
            shared_store.delete(review.id)


def _check_counts(store: Store, reviews: Sequence[Review], today: date) -> None:
    since = lately(ActionFilter(), today)
    counts = store.count_states(tuple(ActionState), today, since)
    actions = [action for review in reviews for action in review.actions]
    for state in ActionState:
        holding = [each for each in actions if state_holds(state, each, today, since)]
        assert counts[state] == len(holding)


def _check_rows(store: Store, reviews: Sequence[Review]) -> None:
    whole = {
        (review.id, action.id): (of_review(review), replace(action, factors=(), findings=()))
        for review in reviews
        for action in review.actions
    }
    rows = {(each.review.id, each.id): (each.review, each.action) for each in listed(store, ALL)}
    assert rows == whole


ALL = ActionFilter()


def keep(store: Store, review_id: str, *actions: ActionItem, held: date | None = None) -> None:
    placed = tuple(replace(each, position=place) for place, each in enumerate(actions))
    store.create(Review(id=review_id, title=review_id, held_on=held, actions=placed))


def texts(store: Store, **wanted: object) -> list[str]:
    rows = listed(store, ActionFilter(**wanted))  # type: ignore[arg-type]
    return [each.action.text for each in rows if each.action]


def test_what_is_due_first_stands_first_and_what_has_no_day_last(store: Store) -> None:
    days = (None, TODAY, TODAY - timedelta(days=9))
    keep(store, "r1", *(ActionItem(id=f"a{n}", text=f"{n}", due=day) for n, day in enumerate(days)))
    assert texts(store) == ["2", "1", "0"]


def test_age_is_counted_from_the_incident_where_nobody_says_when_the_review_was(
    store: Store,
) -> None:
    long_ago = TimelineEvent(id="e1", text="It begins", at=datetime(2018, 4, 18, 12, tzinfo=UTC))
    actions = (ActionItem(id="a1", text="Cull slower"),)
    store.create(Review(id="r2", events=(long_ago,), actions=actions))
    keep(store, "r1", ActionItem(id="a1", text="Limit the pool"), held=date(2020, 1, 1))
    assert texts(store, order=Order.AGE) == ["Cull slower", "Limit the pool"]
    assert texts(store, order=Order.REVIEW) == ["Limit the pool", "Cull slower"]
    days = [each.review.day for each in listed(store, ActionFilter(order=Order.AGE))]
    assert days == [date(2018, 4, 18), date(2020, 1, 1)]


def test_age_is_counted_from_the_agreement_or_from_the_review(store: Store) -> None:
    old, new = date(2024, 1, 1), date(2026, 1, 1)
    keep(store, "r1", ActionItem(id="a1", text="new", agreed_on=new), held=old)
    keep(store, "r2", ActionItem(id="a1", text="old"), held=old)
    keep(store, "r3", ActionItem(id="a1", text="proposed", proposed_on=date(2025, 1, 1)))
    assert texts(store, order=Order.AGE) == ["old", "proposed", "new"]


def test_the_last_meeting_before_today_is_known(store: Store) -> None:
    assert store.last_held(TODAY) is None
    for number, day in enumerate((date(2026, 1, 9), date(2026, 2, 20), TODAY, date(2031, 1, 1))):
        keep(store, f"r{number}", held=day)
    assert store.last_held(TODAY) == date(2026, 2, 20)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ("UPDATE action SET status = 'wild' WHERE id = 'a2'", "status"),
        ("UPDATE action SET due = 'soon' WHERE id = 'a2'", "due"),
        ("UPDATE action SET deferral_reason = 'alone' WHERE id = 'a2'", "deferral"),
    ],
)
def test_a_damaged_row_is_told_and_the_others_are_shown(
    store: Store, change: str, column: str
) -> None:
    store.create(full_review())
    with closing(sqlite3.connect(store.path)) as other:
        other.execute(change)
        other.commit()
    rows = {each.id: each for each in listed(store, ALL)}
    assert rows["a2"].damaged == column
    assert rows["a2"].action is None
    assert rows["a2"].review.title == full_review().title
    assert rows["a1"].action is not None
    assert sum(store.count_states([ActionState.DEFERRED], TODAY, TODAY).values()) == 1


def test_a_review_whose_head_is_damaged_still_shows_its_actions(store: Store) -> None:
    store.create(full_review())
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("UPDATE review SET services = '{', held_on = 'then', created = 'once'")
        other.commit()
    row = listed(store, ALL)[0]
    assert (row.review.services, row.review.day) == ((), None)
    assert listed(store, ActionFilter(services=("pay",))) == []


def test_rows_that_are_gone_meanwhile_are_left_out(store: Store) -> None:
    keep(store, "r1", ActionItem(id="a1", text="Limit the pool", status=ActionStatus.DONE))
    numbers = store.find_actions(ALL, TODAY)
    store.delete("r1")
    assert store.read_actions(numbers) == {}
