"""A patch is a delta that can be kept, taken back and joined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.delta import Delta
from facilitator.domain.patch import Patch
from tests.strategies import reviews

if TYPE_CHECKING:
    from facilitator.domain.records import Review


def patch(before: Review, after: Review) -> Patch:
    return Patch.of(Delta.between(before, after))


def like(review: Review, other: Review) -> Review:
    """What ``review`` says, under the number and dates of ``other``: edits leave these alone."""
    return replace(
        review,
        id=other.id,
        revision=other.revision,
        created=other.created,
        updated=other.updated,
    )


PAIRS = st.tuples(reviews(), reviews())


@given(PAIRS)
def test_it_leads_there_and_back(pair: tuple[Review, Review]) -> None:
    before, after = pair[0], like(pair[1], pair[0])
    there = patch(before, after)
    assert there.applied(before) == after
    assert there.reversed().applied(after) == before


@given(st.tuples(reviews(), reviews(), reviews()))
def test_two_are_as_good_as_one(three: tuple[Review, Review, Review]) -> None:
    first = three[0]
    second, third = like(three[1], first), like(three[2], first)
    joined = patch(first, second).then(patch(second, third))
    assert joined.applied(first) == third
    assert not patch(first, second).then(patch(second, first))


@given(reviews())
def test_nothing_changed_is_an_empty_patch(review: Review) -> None:
    assert not patch(review, review)
