"""A parked idea becomes a row of the review, in one step that can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.delta import Delta
from facilitator.domain.edits import parking
from facilitator.domain.patch import Patch
from facilitator.domain.records import (
    ActionItem,
    Factor,
    Finding,
    ParkedIdea,
    Review,
    TimelineEvent,
)
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import FactorKind, Marker, Precision
from tests.strategies import needed, reviews

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit

AT = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)
REVIEW = Review(
    id="r1",
    factors=(Factor(id="f0", parent=None, kind=FactorKind.EFFECT),),
    events=(TimelineEvent(id="e1", text="Pages fire", at=AT, marker=Marker.DETECTED),),
    parking=(ParkedIdea(id="p1", text="Refunds"), ParkedIdea(id="p2", text="Handover")),
)


def promotions(text: str) -> dict[str, Edit]:
    """Each way to promote the first idea, by the collection the idea goes to."""
    event = TimelineEvent(id="zz", text=text, precision=Precision.UNKNOWN)
    return {
        "events": parking.promote_to_event("p1", event),
        "factors": parking.promote_to_factor("p1", Factor(id="zz", parent="f0", text=text)),
        "findings": parking.promote_to_finding("p1", Finding(id="zz", text=text)),
        "actions": parking.promote_to_action("p1", ActionItem(id="zz", text=text)),
    }


KINDS = sorted(promotions("x"))


@pytest.mark.parametrize("kind", KINDS)
def test_the_row_comes_and_the_idea_goes(kind: str) -> None:
    after = promotions("Refunds too")[kind](REVIEW)
    added = [each for each in getattr(after, kind) if each not in getattr(REVIEW, kind)]
    assert [(each.id, each.text) for each in added] == [("zz", "Refunds too")]
    assert [each.id for each in after.parking] == ["p2"]
    others = set(KINDS) - {kind}
    assert all(getattr(after, each) == getattr(REVIEW, each) for each in others)


@given(reviews(), needed, st.sampled_from(KINDS))
def test_one_patch_takes_it_back(review: Review, text: str, kind: str) -> None:
    review = replace(
        review,
        factors=REVIEW.factors,
        parking=(ParkedIdea(id="p1", text=text),),
    )
    after = promotions(text)[kind](review)
    patch = Patch.of(Delta.between(review, after))
    assert patch.reversed().applied(after) == review
    assert patch.applied(review) == after


@pytest.mark.parametrize("kind", KINDS)
def test_an_idea_that_is_gone_adds_nothing(kind: str) -> None:
    gone = replace(REVIEW, parking=REVIEW.parking[1:])
    with pytest.raises(RuleViolation, match="no longer there"):
        promotions("Refunds")[kind](gone)


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"factors"}))
def test_a_row_that_is_refused_leaves_the_idea(kind: str) -> None:
    with pytest.raises(RuleViolation):
        promotions("  ")[kind](REVIEW)
    assert len(REVIEW.parking) == 2


def test_a_factor_needs_a_parent_that_is_there() -> None:
    with pytest.raises(RuleViolation):
        parking.promote_to_factor("p1", Factor(id="zz", parent="gone", text="x"))(REVIEW)


def test_a_marker_leaves_the_event_that_had_it() -> None:
    event = TimelineEvent(id="zz", text="Seen", at=AT, marker=Marker.DETECTED)
    after = parking.promote_to_event("p1", event)(REVIEW)
    assert {each.id: each.marker for each in after.events} == {"e1": None, "zz": Marker.DETECTED}


def test_an_idea_is_said_in_other_words() -> None:
    after = parking.reword_idea("p2", "  Handover \n at lunch ")(REVIEW)
    assert [each.text for each in after.parking] == ["Refunds", "Handover at lunch"]
    with pytest.raises(RuleViolation, match="Say what to park"):
        parking.reword_idea("p2", " ")(REVIEW)
    with pytest.raises(RuleViolation, match="no longer there"):
        parking.reword_idea("gone", "x")(REVIEW)
