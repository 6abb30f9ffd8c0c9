"""Findings move among those in focus, or among the others."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.domain.edits.findings import FOCUS_LIMIT, move_finding, set_focus
from facilitator.domain.records import Finding, Review
from facilitator.domain.rules import RuleViolation


def review_of(focus: list[bool]) -> Review:
    findings = tuple(
        Finding(id=f"f{n}", position=n, text=f"finding {n}", focus=each)
        for n, each in enumerate(focus)
    )
    return Review(id="r1", findings=findings)


def ids(review: Review, *, focus: bool) -> list[str]:
    return [each.id for each in review.findings if each.focus is focus]


def test_a_finding_passes_the_next_of_its_kind_whatever_stands_between() -> None:
    review = review_of([True, False, False, True])
    moved = move_finding("f0", 1)(review)
    assert ids(moved, focus=True) == ["f3", "f0"]
    assert ids(moved, focus=False) == ["f1", "f2"]
    assert ids(move_finding("f0", -1)(moved), focus=True) == ["f0", "f3"]


def test_a_finding_that_is_gone_is_told() -> None:
    with pytest.raises(RuleViolation):
        move_finding("gone", 1)(review_of([True]))


@given(st.lists(st.booleans(), min_size=1, max_size=9), st.data(), st.integers(-3, 3))
def test_moving_changes_the_order_of_one_kind_only(
    focus: list[bool], data: st.DataObject, step: int
) -> None:
    review = review_of(focus)
    index = data.draw(st.integers(0, len(focus) - 1))
    moved = move_finding(f"f{index}", step)(review)
    own, other = focus[index], not focus[index]
    before = ids(review, focus=own)
    place = before.index(f"f{index}")
    target = max(0, min(len(before) - 1, place + step))
    before.insert(target, before.pop(place))
    assert ids(moved, focus=own) == before
    assert ids(moved, focus=other) == ids(review, focus=other)
    assert [each.position for each in moved.findings] == list(range(len(focus)))


@given(st.lists(st.booleans(), min_size=1, max_size=9), st.data())
def test_a_finding_that_comes_into_focus_is_the_last_there(
    focus: list[bool], data: st.DataObject
) -> None:
    review = review_of(focus)
    index = data.draw(st.integers(0, len(focus) - 1))
    there = ids(review, focus=True)
    assume(len(there) < FOCUS_LIMIT)
    after = ids(set_focus(f"f{index}", focus=True)(review), focus=True)
    assert after == (there if focus[index] else [*there, f"f{index}"])
