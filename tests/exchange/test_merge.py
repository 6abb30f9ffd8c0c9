"""Importing into a review adds what is new, leaves what is there, and keeps every rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings

from facilitator import resources
from facilitator.domain.records import (
    ActionItem,
    Evidence,
    Factor,
    Finding,
    Lesson,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import EvidenceKind, FactorKind, LessonSide, Marker
from facilitator.exchange.fields import NUMBER_LIMIT
from facilitator.exchange.merge import merge
from facilitator.exchange.review_json import read_review, write_review
from tests.strategies import ids, reviews

AT = datetime(2026, 3, 4, 14, 3, tzinfo=UTC)


def event(name: str, **fields: Any) -> TimelineEvent:
    """An event of this id."""
    return TimelineEvent(id=name, text=name, at=AT, **fields)


def tree(*below: str, root: str) -> tuple[Factor, ...]:
    """An effect and the factors directly below it."""
    return (
        Factor(id=root, parent=None, kind=FactorKind.EFFECT),
        *(Factor(id=each, parent=root, position=place) for place, each in enumerate(below)),
    )


def merged(review: Review, other: Review) -> tuple[Review, list[str]]:
    """The merged review and where something was left out."""
    result, skipped = merge(review, other, ids("z"))
    assert all(each.why.endswith(".") for each in skipped)
    return result, [each.where for each in skipped]


def test_the_same_review_again_changes_nothing() -> None:
    review = read_review(resources.path("sample.json").read_bytes(), ids("n"))
    result, where = merged(review, replace(review, id="other", title="Another"))
    assert result == review
    assert len(where) == 9 + 14 + 16 + 6 + 7 + 7 + 3


def test_what_is_new_comes_after_what_is_there() -> None:
    review = Review(
        id="r",
        title="Mine",
        findings=(Finding(id="g1", text="a"),),
        actions=(ActionItem(id="a1", text="a"),),
    )
    other = Review(
        id="s",
        title="Theirs",
        findings=(Finding(id="g2", text="b"),),
        actions=(ActionItem(id="a2", text="b", findings=("g2",)),),
    )
    result, where = merged(review, other)
    assert result.title == "Mine"
    assert [each.id for each in result.findings] == ["g1", "g2"]
    assert [each.position for each in result.actions] == [0, 1]
    assert result.actions[1].findings == ("g2",)
    assert where == []


def test_positions_stay_within_what_is_read_again() -> None:
    far = tuple(replace(each, position=NUMBER_LIMIT) for each in tree("f2", root="f1"))
    review, other = Review(id="r", title="Mine", factors=far), Review(id="s", title="Theirs")
    more = tree("f3", root="f1")
    result, _ = merged(review, replace(other, factors=more))
    assert [each.id for each in result.factors if each.parent] == ["f2", "f3"]
    assert read_review(write_review(result), ids("n")).factors == result.factors


def test_people_and_lessons_that_read_the_same_come_once() -> None:
    ada = Participant(id="p1", name="Ada", role="Lead")
    lesson = Lesson(id="l1", side=LessonSide.WELL, text="We asked")
    review = Review(id="r", participants=(ada,), lessons=(lesson,))
    other = Review(
        id="s",
        participants=(replace(ada, id="p9"), Participant(id="p1", name="Grace")),
        lessons=(replace(lesson, id="l9"),),
    )
    result, where = merged(review, other)
    assert [each.name for each in result.participants] == ["Ada", "Grace"]
    assert len({each.id for each in result.participants}) == 2
    assert result.lessons == (lesson,)
    assert where == ["review.participants[0]", "review.lessons.well[0]"]


def test_a_marker_that_stands_is_not_moved() -> None:
    review = Review(id="r", events=(event("e1", marker=Marker.DETECTED),))
    other = Review(id="s", events=(event("e2", marker=Marker.DETECTED),))
    result, where = merged(review, other)
    assert [each.marker for each in result.events] == [Marker.DETECTED, None]
    assert where == ["review.events[e2].marker"]


def test_two_trees_become_one() -> None:
    review = Review(id="r", factors=tree("a", "b", root="mine"))
    other = Review(
        id="s",
        factors=(*tree("c", root="theirs"), Factor(id="d", parent="c")),
        findings=(Finding(id="g", text="x", factors=("theirs", "c")),),
    )
    result, where = merged(review, other)
    parents = {each.id: each.parent for each in result.factors}
    assert parents == {"mine": None, "a": "mine", "b": "mine", "c": "mine", "d": "c"}
    positions = {each.id: each.position for each in result.factors}
    assert positions["c"] > positions["b"]
    assert result.findings[0].factors == ("mine", "c")
    assert where == ["review.factors[theirs]"]


def test_the_focus_set_stays_at_five() -> None:
    def focused(*names: str) -> tuple[Finding, ...]:
        return tuple(
            Finding(id=name, text=name, focus=True, position=place)
            for place, name in enumerate(names)
        )

    result, where = merged(
        Review(id="r", findings=focused("a", "b", "c", "d")),
        Review(id="s", findings=focused("e", "f")),
    )
    assert [each.focus for each in result.findings] == [True] * 5 + [False]
    assert where == ["review.findings[f].focus"]


def test_evidence_gets_an_id_of_its_own() -> None:
    link = Evidence(id="v1", kind=EvidenceKind.LINK, link="https://example.org")
    review = Review(id="r", events=(event("e1", evidence=(link,)),))
    other = Review(id="s", events=(event("e2", evidence=(link,)),))
    result, _ = merged(review, other)
    assert len({each.id for row in result.events for each in row.evidence}) == 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviews(), reviews("r000002"))
def test_the_result_can_always_be_written_and_read(review: Review, other: Review) -> None:
    result, _ = merge(review, other, ids("n"))
    data = write_review(result)
    assert write_review(read_review(data, ids("m"))) == data
