"""Write, remember, tell: what becomes of an edit, and of one that cannot be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.app.session import ReviewSession
from facilitator.domain.edits import chain
from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.timeline import add_event, change_event, remove_events
from facilitator.domain.records import Review, TimelineEvent
from facilitator.domain.rules import RuleViolation
from facilitator.store.errors import (
    LibraryUnusable,
    NotFound,
    StaleRevision,
    Trouble,
    WriteFailed,
)

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.store.store import Store
    from tests.app.conftest import Clock


def same(one: Review, two: Review) -> bool:
    """Whether two versions say the same, whatever they were counted as."""
    return replace(one, revision=0, updated=None) == replace(two, revision=0, updated=None)


@pytest.fixture
def session(store: Store, review: Review, clock: Clock) -> ReviewSession:
    return ReviewSession(review, lambda: store, clock)


def add(session: ReviewSession, event_id: str, **fields: Any) -> None:
    at = session.review.events[0].at
    session.apply("Add", add_event(TimelineEvent(id=event_id, text="More", at=at, **fields)))


def test_an_edit_is_written_then_told(session: ReviewSession, store: Store) -> None:
    told: list[Delta] = []
    stored: list[str] = []
    session.subscribe(told.append)
    session.subscribe(lambda _delta: stored.append(store.load("r1").title))
    session.apply("Rename", set_field("title", "Cards were declined"))
    assert [delta.header for delta in told] == [{"title"}]
    assert stored == ["Cards were declined"]
    assert session.review == store.load("r1")
    assert session.undo_label == "Rename"


def test_an_edit_that_changes_nothing_is_no_edit(session: ReviewSession, store: Store) -> None:
    told: list[Delta] = []
    session.subscribe(told.append)
    session.apply("Rename", set_field("title", session.review.title))
    assert not told
    assert session.undo_label is None
    assert session.saved_at is None
    assert store.load("r1").revision == 0


def test_a_rule_that_refuses_changes_nothing(session: ReviewSession, store: Store) -> None:
    before = session.review
    with pytest.raises(RuleViolation):
        session.apply("Remove", chain(set_field("title", "Other"), remove_events("nowhere")))
    assert session.review is before
    assert store.load("r1") == before
    assert session.undo_label is None


def test_a_listener_may_leave(session: ReviewSession) -> None:
    told: list[Delta] = []
    leave = session.subscribe(told.append)
    leave()
    session.apply("Rename", set_field("title", "Other"))
    assert not told


def test_undo_and_redo_go_all_the_way(session: ReviewSession, store: Store) -> None:
    versions = [session.review]
    for number in range(2, 6):
        add(session, f"e{number}")
        versions.append(session.review)
    session.apply("Remove", remove_events("e1", "e3"))
    versions.append(session.review)
    for version in reversed(versions[:-1]):
        session.undo()
        assert same(session.review, version)
        assert store.load("r1") == session.review
    assert session.undo() is None
    for version in versions[1:]:
        session.redo()
        assert same(session.review, version)
        assert store.load("r1") == session.review
    assert session.redo() is None


def test_what_is_done_anew_forgets_what_was_undone(session: ReviewSession) -> None:
    add(session, "e2")
    session.undo()
    assert session.redo_label == "Add"
    session.apply("Rename", set_field("title", "Other"))
    assert session.redo_label is None


def test_typing_is_one_step(session: ReviewSession, clock: Clock) -> None:
    before = session.review
    for text in ("C", "Ca", "Car"):
        session.apply("Change title", set_field("title", text), "field:title")
        clock.move(1.5)
    session.undo()
    assert same(session.review, before)
    assert session.undo_label is None


@pytest.mark.parametrize(("wait", "key"), [(2.5, "field:title"), (0.5, "field:other"), (0.5, None)])
def test_steps_apart_stay_apart(
    session: ReviewSession, clock: Clock, wait: float, key: str | None
) -> None:
    session.apply("Change title", set_field("title", "C"), "field:title")
    clock.move(wait)
    session.apply("Change title", set_field("title", "Ca"), key)
    session.undo()
    assert session.review.title == "C"


def test_typing_after_undo_does_not_join_what_was_there_before(session: ReviewSession) -> None:
    session.apply("Change title", set_field("title", "C"), "k")
    session.apply("Change summary", set_field("summary", "S"), "s")
    session.undo()
    session.apply("Change title", set_field("title", "D"), "k")
    session.undo()
    assert session.review.title == "C"


def test_typing_that_comes_back_to_the_start_leaves_no_step(session: ReviewSession) -> None:
    title = session.review.title
    session.apply("Change title", set_field("title", "C"), "k")
    session.apply("Change title", set_field("title", title), "k")
    assert session.undo_label is None
    session.apply("Change title", set_field("title", "D"), "k")
    assert session.undo_label == "Change title"


def test_a_failed_write_changes_nothing(
    session: ReviewSession, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise WriteFailed("The edit was not saved. The disk is full.")

    told: list[Delta] = []
    session.subscribe(told.append)
    before = session.review
    with monkeypatch.context() as patch:
        patch.setattr(store, "save", fail)
        with pytest.raises(WriteFailed):
            session.apply("Rename", set_field("title", "Other"))
    assert session.review is before
    assert session.undo_label is None
    assert not told
    session.apply("Rename", set_field("title", "Other"))
    assert store.load("r1").title == "Other"


def test_a_failed_undo_may_be_tried_again(
    session: ReviewSession, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise WriteFailed("No.")

    session.apply("Rename", set_field("title", "Other"))
    with monkeypatch.context() as patch:
        patch.setattr(store, "save", fail)
        with pytest.raises(WriteFailed):
            session.undo()
    assert session.review.title == "Other"
    session.undo()
    assert session.review.title == "Shops could not pay"


def test_a_library_that_does_not_open_keeps_the_text(review: Review, clock: Clock) -> None:
    def closed() -> Store:
        raise LibraryUnusable(Trouble.LOCKED, "The library is in use.")

    session = ReviewSession(review, closed, clock)
    with pytest.raises(WriteFailed, match="The library is in use"):
        session.apply("Rename", set_field("title", "Other"))
    assert session.review is review


class TestTwoWindows:
    """Two sessions on one review: each edit is made again on the newest."""

    @pytest.fixture
    def other(self, store: Store, review: Review, clock: Clock) -> ReviewSession:
        return ReviewSession(review, lambda: store, clock)

    def test_both_edits_are_there(
        self, session: ReviewSession, other: ReviewSession, store: Store
    ) -> None:
        told: list[Delta] = []
        other.subscribe(told.append)
        add(session, "e2")
        other.apply("Rename", set_field("title", "Other"))
        stored = store.load("r1")
        assert [event.id for event in stored.events] == ["e1", "e2"]
        assert stored.title == "Other"
        assert other.review == stored
        theirs, own = told
        assert (theirs.foreign, list(theirs.rows), list(theirs.header)) == (True, ["events"], [])
        assert (own.foreign, list(own.rows), list(own.header)) == (False, [], ["title"])
        assert own.before == theirs.after

    def test_only_if_the_rules_refuse_now_it_is_told(
        self, session: ReviewSession, other: ReviewSession
    ) -> None:
        session.apply("Remove", remove_events("e1"))
        with pytest.raises(RuleViolation, match="no longer there"):
            other.apply("Change", change_event("e1", text="Mine"))

    def test_undo_keeps_what_the_other_did(
        self, session: ReviewSession, other: ReviewSession, store: Store
    ) -> None:
        session.apply("Rename", set_field("title", "Mine"))
        add(other, "e2")
        session.undo()
        stored = store.load("r1")
        assert stored.title == "Shops could not pay"
        assert [event.id for event in stored.events] == ["e1", "e2"]

    def test_undo_does_not_take_back_what_the_other_changed_since(
        self, session: ReviewSession, other: ReviewSession, store: Store
    ) -> None:
        session.apply("Change", change_event("e1", text="Mine"))
        other.apply("Change", change_event("e1", text="Theirs"))
        with pytest.raises(RuleViolation, match="Somebody else"):
            session.undo()
        assert store.load("r1").events[0].text == "Theirs"

    def test_a_step_that_the_other_bars_does_not_bar_those_before_it(
        self, session: ReviewSession, other: ReviewSession
    ) -> None:
        session.apply("Rename", set_field("title", "Mine"))
        session.apply("Change", change_event("e1", text="Mine"))
        other.apply("Change", change_event("e1", text="Theirs"))
        with pytest.raises(RuleViolation, match="Somebody else"):
            session.undo()
        assert session.undo_label == "Rename"
        session.undo()
        assert session.review.title == "Shops could not pay"
        assert session.review.events[0].text == "Theirs"

    def test_nor_does_one_that_can_no_longer_be_done_again(
        self, session: ReviewSession, other: ReviewSession
    ) -> None:
        session.apply("Change", change_event("e1", text="Mine"))
        session.apply("Rename", set_field("title", "Mine"))
        session.undo()
        other.apply("Rename", set_field("title", "Theirs"))
        with pytest.raises(RuleViolation, match="Somebody else"):
            session.redo()
        assert session.redo_label is None
        assert session.undo_label == "Change"

    def test_typing_on_after_the_other_is_a_step_of_its_own(
        self, session: ReviewSession, other: ReviewSession
    ) -> None:
        """Undo leads back to the other's words, and not to those of before."""
        session.apply("Change title", set_field("title", "C"), "field:title")
        other.apply("Change title", set_field("title", "Theirs"), "field:title")
        session.apply("Change title", set_field("title", "Ca"), "field:title")
        session.undo()
        assert session.review.title == "Theirs"
        with pytest.raises(RuleViolation, match="Somebody else"):
            session.undo()

    def test_typing_on_while_the_other_works_elsewhere_is_one_step(
        self, session: ReviewSession, other: ReviewSession
    ) -> None:
        session.apply("Change title", set_field("title", "C"), "field:title")
        add(other, "e2")
        session.apply("Change title", set_field("title", "Ca"), "field:title")
        session.undo()
        assert session.review.title == "Shops could not pay"
        assert len(session.review.events) == 2

    def test_a_listener_may_make_an_edit_of_its_own(
        self, session: ReviewSession, other: ReviewSession, store: Store
    ) -> None:
        """While it is told what the other did: nothing is told twice, and nothing goes back."""
        told: list[Delta] = []

        def answer(delta: Delta) -> None:
            if delta.foreign and session.review.incident != "INC-9":
                session.apply("Answer", set_field("incident", "INC-9"))

        session.subscribe(answer)
        session.subscribe(told.append)
        add(other, "e2")
        session.apply("Rename", set_field("title", "Mine"))
        assert session.review == store.load("r1")
        assert (session.review.title, session.review.incident) == ("Mine", "INC-9")
        assert sum("title" in delta.header for delta in told) == 1
        session.undo()
        session.undo()
        assert (session.review.title, session.review.incident) == ("Shops could not pay", "")

    def test_a_review_that_was_deleted_stays_as_it_is_shown(
        self, session: ReviewSession, store: Store
    ) -> None:
        store.delete("r1")
        before = session.review
        with pytest.raises(NotFound):
            session.refresh()
        with pytest.raises(WriteFailed, match="deleted"):
            session.apply("Rename", set_field("title", "Mine"))
        assert session.review is before

    def test_others_that_never_stop_are_told(
        self, session: ReviewSession, store: Store, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def always(*_arguments: object) -> None:
            raise StaleRevision

        monkeypatch.setattr(store, "save", always)
        with pytest.raises(WriteFailed, match="all the time"):
            session.apply("Rename", set_field("title", "Mine"))

    def test_an_undo_label_is_not_the_others(
        self, session: ReviewSession, other: ReviewSession
    ) -> None:
        add(session, "e2")
        other.refresh()
        assert len(other.review.events) == 2
        assert other.undo_label is None
