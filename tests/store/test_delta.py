"""A save writes the rows of its delta and no other, or nothing at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from facilitator.domain.delta import Delta
from facilitator.domain.edits import actions, brief, close, factors, findings, meeting, timeline
from facilitator.domain.phase import Phase
from facilitator.domain.poll import Answer, Asked
from facilitator.domain.records import (
    Evidence,
    Factor,
    Lesson,
    ParkedIdea,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import EvidenceKind, LessonSide
from facilitator.store.errors import NotFound, StaleRevision, WriteFailed
from facilitator.store.store import open_store
from tests.store.support import START, Clock, dump, full_review, save, traced, written_rows

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.store.store import Store

PROOF = Evidence(id="p9", kind=EvidenceKind.LINK, link="https://example.org")
NEW = TimelineEvent(id="e9", text="Later", at=START)

# The edit, and the rows it costs beside the head: rows of its table, its links, its evidence.
COSTS = {
    "head only": (brief.set_field("title", "Other"), 0),
    "one event changed": (timeline.change_event("e2", text="Other"), 1),
    "an event with a picture changed": (timeline.change_event("e1", text="Other"), 1),
    "one event added": (timeline.add_event(NEW), 1),
    "evidence added": (timeline.add_evidence("e1", PROOF), 2),
    "an event nobody points at removed": (timeline.remove_events("e2"), 1),
    # The event and two pieces of evidence; the factor that pointed at two now points at one.
    "an event removed": (timeline.remove_events("e1"), 1 + 2 + 1 + 2 + 1),
    "a star": (timeline.toggle_star("e0"), 1),
    # The factor itself; two links go and one comes.
    "a link taken away": (factors.toggle_event("f2", "e0"), 1 + 2 + 1),
    "a factor changed": (factors.change_factor("f2", text="Other"), 1),
    "a factor added": (factors.add_factor(Factor(id="f9", parent="f2", text="x")), 1),
    "a finding changed": (findings.change_finding("d2", text="Other"), 1),
    "an action changed": (actions.change_action("a1", text="Other"), 1),
    # Its hold on the other stands in its own row. The card counts one less, as do three figures,
    # two of which come to nothing and go; and what the review adds is remembered.
    "an action removed": (actions.remove_action("a2"), 1 + 1 + 3 + 2 + 1),
    "a lesson": (close.add_lesson(Lesson(id="l9", side=LessonSide.WELL, text="x")), 1),
    "an idea": (close.park(ParkedIdea(id="k9", text="x")), 1),
    "a private note": (meeting.set_note(Phase.BRIEF, "x"), 1),
    "a private note taken away": (meeting.set_note(Phase.CLOSE, ""), 1),
    "a show of hands": (meeting.count_hands(Asked.LEARNED, Answer.YES, 1), 0),
    "no opening card": (meeting.set_opening(None), 0),
}


@pytest.fixture
def review(store: Store) -> Review:
    return store.create(full_review())


@pytest.mark.parametrize(("edit", "rows"), COSTS.values(), ids=COSTS.keys())
def test_an_edit_writes_its_rows_and_the_head(
    store: Store, review: Review, edit: Edit, rows: int
) -> None:
    after = edit(review)
    assert written_rows(store, lambda: save(store, review, after)) == rows + 1
    found = store.load("r1")
    assert replace(found, revision=0, updated=None) == replace(after, revision=0, updated=None)


def test_one_changed_event_is_two_statements_among_ten_thousand_others(store: Store) -> None:
    events = tuple(replace(NEW, id=f"e{i:05}") for i in range(10_000))
    before = store.create(Review(id="r1", events=events))
    after = timeline.change_event("e05000", text="y")(before)
    seen = traced(store, lambda: save(store, before, after))
    changing = [line for line in seen if line.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [line.split()[:2] for line in changing] == [["UPDATE", "review"], ["UPDATE", "event"]]
    waiting = [line for line in seen if "busy_timeout" in line]
    seen = [line for line in seen if line not in waiting]
    assert (seen[0], seen[-1]) == ("BEGIN IMMEDIATE", "COMMIT")
    # Who wrote the schema is looked at, for others may have migrated the library meanwhile.
    assert len(seen) - len(changing) <= 4
    assert len(waiting) == 2


def test_unchanged_columns_of_the_head_are_not_written(store: Store, review: Review) -> None:
    after = replace(review, title="Other")
    (head,) = [
        line for line in traced(store, lambda: save(store, review, after)) if "UPDATE" in line
    ]
    assert "Other" in head
    assert review.summary not in head


def test_a_picture_that_stays_is_not_written_again(store: Store, review: Review) -> None:
    after = timeline.add_evidence("e1", PROOF)(review)
    seen = traced(store, lambda: save(store, review, after))
    assert [line.split()[2] for line in seen if line.startswith("INSERT")] == ["evidence"]
    assert not [line for line in seen if "89504e47" in line.lower()]


def test_evidence_may_move_on_from_an_event_that_is_removed(store: Store, review: Review) -> None:
    (first, *others) = review.events
    heir = replace(others[0], evidence=first.evidence[::-1])
    after = replace(
        review,
        events=(heir, *others[1:]),
        factors=(review.factors[0], replace(review.factors[1], events=(heir.id,))),
    )
    now = save(store, review, after)
    assert store.load("r1") == now
    save(store, now, replace(review, revision=now.revision))
    assert store.load("r1").events == review.events


def test_revisions_grow_by_one_and_the_time_is_told(store: Store, clock: Clock) -> None:
    made = store.create(Review(id="r1"))
    assert (made.revision, made.created, made.updated) == (0, clock.at, clock.at)
    saved = store.save(Delta.between(made, replace(made, title="x")), 0)
    assert (saved.revision, saved.at) == (1, clock.at)
    found = store.load("r1")
    assert (found.revision, found.updated, found.created) == (1, saved.at, made.created)


def test_a_save_on_an_older_revision_is_stale_and_changes_nothing(
    store: Store, review: Review
) -> None:
    second = open_store(store.path, Clock())
    try:
        theirs = save(second, review, replace(review, title="Theirs"))
        was = dump(store.path)
        with pytest.raises(StaleRevision):
            save(store, review, timeline.add_event(NEW)(review))
        assert dump(store.path) == was
        # The same edit again, on the newest.
        newest = store.load("r1")
        assert newest == theirs
        save(store, newest, timeline.add_event(NEW)(newest))
        assert second.load("r1").title == "Theirs"
        assert "e9" in {event.id for event in second.load("r1").events}
    finally:
        second.close()


@pytest.mark.parametrize("revision", [0, 6, 8, 2**40])
def test_no_other_revision_will_do(store: Store, review: Review, revision: int) -> None:
    delta = Delta.between(review, replace(review, title="x"))
    with pytest.raises(StaleRevision):
        store.save(delta, revision)


def test_a_review_that_was_deleted_is_told_so(store: Store, review: Review) -> None:
    store.delete("r1")
    with pytest.raises(WriteFailed, match="was deleted"):
        save(store, review, replace(review, title="x"))
    assert store.summaries() == ()


def test_rows_that_are_not_there_are_not_changed_in_silence(store: Store, review: Review) -> None:
    ghost = Lesson(id="l9", side=LessonSide.WELL, text="x")
    haunted = replace(review, lessons=(*review.lessons, ghost))
    was = dump(store.path)
    for after in (review, replace(haunted, lessons=(*review.lessons, replace(ghost, text="y")))):
        with pytest.raises(WriteFailed, match="does not hold all"):
            save(store, haunted, after)
        assert dump(store.path) == was


@pytest.mark.parametrize(
    "after",
    [
        replace(full_review(), factors=(Factor(id="f1", parent=None, events=("gone",)),)),
        replace(full_review(), factors=(*full_review().factors, Factor(id="f3", parent="gone"))),
        replace(full_review(), events=()),
        replace(full_review(), findings=()),
        replace(full_review(), actions=full_review().actions[1:]),
    ],
    ids=["link", "parent", "events", "findings", "stopgap"],
)
def test_rows_that_do_not_fit_together_are_refused_and_nothing_is_kept(
    store: Store, after: Review
) -> None:
    review = store.create(full_review())
    was = dump(store.path)
    with pytest.raises(WriteFailed, match="do not fit together"):
        save(store, review, replace(after, title="Half"))
    assert dump(store.path) == was
    # A COMMIT that failed leaves its transaction open: it must not go out with the next edit.
    now = save(store, review, replace(review, incident="INC-8"))
    assert store.load("r1") == now


def test_a_review_is_made_once(store: Store) -> None:
    made = store.create(full_review())
    with pytest.raises(WriteFailed, match="already has a review with the id “r1”"):
        store.create(replace(made, title="Second"))
    assert store.load("r1") == made


def test_a_deleted_review_takes_all_its_rows_along_and_no_others(store: Store) -> None:
    other = store.create(full_review("r2"))
    was = dump(store.path)
    store.create(full_review("r1"))
    assert dump(store.path) != was
    store.delete("r1")
    assert dump(store.path) == was
    assert store.load("r2") == other
    for act in (store.delete, store.load, store.trash, store.restore):
        with pytest.raises(NotFound):
            act("r1")


def test_the_trash_keeps_a_review_whole(store: Store, clock: Clock) -> None:
    made = store.create(full_review())
    store.trash("r1")
    (thrown,) = store.summaries(trashed=True)
    assert (thrown.id, thrown.trashed_at) == ("r1", clock.at)
    assert store.summaries() == ()
    assert store.load("r1") == made
    with pytest.raises(NotFound):
        store.find("r1")
    store.restore("r1")
    assert store.summaries(trashed=True) == ()
    assert store.find("r1").trashed_at is None
    assert store.load("r1") == made
