"""Edits on many reviews: all or none, taken back field by field, and never at others' cost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.app.library import Library
from facilitator.domain.delta import Delta
from facilitator.domain.edits.actions import change_action, defer, remove_action, set_status
from facilitator.domain.edits.brief import set_field
from facilitator.domain.field_patch import FieldPatch
from facilitator.domain.records import ActionItem, Deferral, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import ActionStatus
from facilitator.store.errors import StaleRevision, WriteFailed

if TYPE_CHECKING:
    from facilitator.app.bulk import BulkStep
    from facilitator.store.store import Store

TODAY = date(2026, 3, 5)
ALL = ("r1", "r2", "r3")


@pytest.fixture(autouse=True)
def _reviews(store: Store) -> None:
    for review_id in ALL:
        actions = (
            ActionItem(id="a1", text="Limit the pool"),
            ActionItem(id="a2", position=1, text="Page earlier", owner="Ana"),
        )
        store.create(Review(id=review_id, title=review_id, actions=actions))


def action(store: Store, review_id: str, action_id: str = "a1") -> ActionItem:
    return next(each for each in store.load(review_id).actions if each.id == action_id)


def owners(store: Store) -> list[str]:
    return [action(store, each).owner for each in ALL]


def give(library: Library, owner: str) -> BulkStep:
    return library.apply_many("Owner", [(each, change_action("a1", owner=owner)) for each in ALL])


def test_all_are_changed_taken_back_and_done_again(library: Library, store: Store) -> None:
    step = give(library, "Maria")
    assert (owners(store), step.rows) == (["Maria"] * 3, 3)
    back = library.take_back(step)
    assert (owners(store), back.rows, back.kept) == ([""] * 3, 3, 0)
    again = library.take_back(back)
    assert (owners(store), again.rows) == (["Maria"] * 3, 3)


def test_several_edits_on_one_review_follow_each_other(library: Library, store: Store) -> None:
    put_off = Deferral(accepted_by="Head", reason="freeze", until=date(2026, 6, 1))
    edits = [("r1", defer("a1", put_off)), ("r1", defer("a2", put_off))]
    step = library.apply_many("Put off", edits)
    assert step.rows == 2
    assert {each.status for each in store.load("r1").actions} == {ActionStatus.DEFERRED}
    library.take_back(step)
    assert {each.status for each in store.load("r1").actions} == {ActionStatus.PROPOSED}
    assert store.load("r1").revision == 2


def test_a_rule_that_refuses_one_leaves_all_as_they_are(library: Library, store: Store) -> None:
    edits = [("r1", change_action("a1", owner="Maria")), ("r2", change_action("a1", text=""))]
    with pytest.raises(RuleViolation):
        library.apply_many("Change", edits)
    assert owners(store) == [""] * 3


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_write_that_fails_half_way_leaves_all_as_they_are(
    library: Library, store: Store, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, calls = store._writer.write_rows, 0

    def failing(*given: Any) -> None:
        nonlocal calls
        calls += 1
        if calls == at + 1:
            raise WriteFailed("The disk is full.")
        whole(*given)

    monkeypatch.setattr(store._writer, "write_rows", failing)
    was = [store.load(each) for each in ALL]
    with pytest.raises(WriteFailed, match="full"):
        give(library, "Maria")
    assert [store.load(each) for each in ALL] == was


def test_an_undo_that_cannot_be_written_can_be_tried_again(
    library: Library, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = give(library, "Maria")
    with monkeypatch.context() as patched:
        patched.setattr(store._writer, "write_rows", _no_disk)
        with pytest.raises(WriteFailed):
            library.take_back(step)
    assert owners(store) == ["Maria"] * 3
    assert library.take_back(step).rows == 3


def _no_disk(*_given: Any) -> None:
    raise WriteFailed("The disk is full.")


def test_a_review_that_others_change_meanwhile_keeps_their_edit(
    library: Library, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, first = store.save_all, True

    def beaten(changes: Any) -> Any:
        nonlocal first
        if first:
            first = False
            monkeypatch.undo()
            library.apply("r2", "Rename", set_field("title", "Cards were declined"))
        return whole(changes)

    monkeypatch.setattr(store, "save_all", beaten)
    assert give(library, "Maria").rows == 3
    assert owners(store) == ["Maria"] * 3
    assert store.load("r2").title == "Cards were declined"


def test_a_review_that_always_changes_is_given_up(
    library: Library, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stale(_changes: Any) -> Any:
        raise StaleRevision("r2")

    monkeypatch.setattr(store, "save_all", stale)
    with pytest.raises(WriteFailed, match="all the time"):
        give(library, "Maria")


def test_what_somebody_has_changed_since_stays_and_is_counted(
    library: Library, store: Store
) -> None:
    step = give(library, "Maria")
    library.apply("r2", "Owner", change_action("a1", owner="Jonas"))
    back = library.take_back(step)
    assert (owners(store), back.rows, back.kept) == (["", "Jonas", ""], 2, 1)
    again = library.take_back(back)
    assert (owners(store), again.kept) == (["Maria", "Jonas", "Maria"], 0)


def test_another_field_that_somebody_has_changed_since_is_left_alone(
    library: Library, store: Store
) -> None:
    step = give(library, "Maria")
    library.apply("r2", "Due", change_action("a1", due=TODAY))
    assert library.take_back(step).kept == 0
    assert (action(store, "r2").owner, action(store, "r2").due) == ("", TODAY)


def test_an_action_or_a_review_that_is_gone_is_counted(library: Library, store: Store) -> None:
    step = give(library, "Maria")
    library.apply("r1", "Remove", remove_action("a1"))
    library.delete("r3")
    back = library.take_back(step)
    assert (back.rows, back.kept) == (1, 2)
    assert action(store, "r2").owner == ""


def test_if_all_of_it_has_changed_since_a_sentence_says_so(library: Library, store: Store) -> None:
    step = give(library, "Maria")
    give(library, "Jonas")
    with pytest.raises(RuleViolation, match="Somebody else"):
        library.take_back(step)
    assert owners(store) == ["Jonas"] * 3


def test_nothing_is_changed_in_a_review_that_is_gone(library: Library, store: Store) -> None:
    library.delete("r2")
    with pytest.raises(WriteFailed, match="no longer in the library"):
        give(library, "Maria")
    assert action(store, "r1").owner == ""


def test_a_review_that_is_open_takes_it_over_and_keeps_its_own_undo(
    library: Library, store: Store
) -> None:
    open_one = library.session("r1")
    open_one.apply("Due", change_action("a2", due=TODAY))
    step = give(library, "Maria")
    open_one.refresh()
    assert open_one.review.actions[0].owner == "Maria"
    open_one.apply("Text", change_action("a2", text="Page at once"))
    library.take_back(step)
    open_one.undo()
    open_one.undo()
    assert open_one.review == store.load("r1")
    assert open_one.review.actions[0].owner == ""
    assert open_one.review.actions[1].due is None


def test_rows_that_come_or_go_are_no_fields(store: Store) -> None:
    before = store.load("r1")
    with pytest.raises(ValueError, match="actions"):
        FieldPatch.of(Delta.between(before, remove_action("a1")(before)))


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(ALL),
        st.sampled_from(("a1", "a2")),
        st.sampled_from(tuple(set(ActionStatus) - {ActionStatus.DEFERRED})),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40)
@given(steps=_STEPS)
def test_undo_and_redo_lead_there_and_back(
    steps: list[tuple[str, str, ActionStatus]],
) -> None:
    reviews = {each: Review(id=each, actions=(_done("a1", 0), _done("a2", 1))) for each in ALL}
    memory = _Memory(reviews)
    library = Library(memory, lambda: None, lambda: "")  # type: ignore[arg-type, return-value]
    was = dict(memory.reviews)
    edits = [(review, set_status(each, status, TODAY)) for review, each, status in steps]
    step = library.apply_many("Status", edits)
    now = dict(memory.reviews)
    if step.rows:
        back = library.take_back(step)
        assert memory.said() == _said(was)
        library.take_back(back)
        assert memory.said() == _said(now)


def _done(action_id: str, position: int) -> ActionItem:
    return ActionItem(id=action_id, position=position, text="x", done_on=TODAY)


def _said(reviews: dict[str, Review]) -> list[Review]:
    return [replace(each, revision=0) for each in reviews.values()]


class _Memory:
    """As much of a store as edits on many reviews need."""

    def __init__(self, reviews: dict[str, Review]) -> None:
        self.reviews = reviews

    def said(self) -> list[Review]:
        return _said(self.reviews)

    def load(self, review_id: str) -> Review:
        return self.reviews[review_id]

    def save_all(self, changes: list[tuple[Delta, int]]) -> None:
        for delta, base in changes:
            self.reviews[delta.after.id] = replace(delta.after, revision=base + 1)


def test_a_library_that_others_hold_locked_changes_nothing(
    library: Library, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitator.store.sqlite.PATIENCE", 50)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WriteFailed, match="in use"):
            give(library, "Maria")
        other.execute("ROLLBACK")
    assert give(library, "Maria").rows == 3
