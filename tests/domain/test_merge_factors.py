"""Two factors that say the same become one, and nothing that hung on either is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain import tree
from facilitator.domain.delta import Delta
from facilitator.domain.edits.factors import merge_factors
from facilitator.domain.patch import Patch
from facilitator.domain.records import ActionItem, Factor, Finding, Review, TimelineEvent
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import EvidenceStatus, FactorKind, Family
from tests.strategies import reviews


def condition(name: str, parent: str, position: int = 0) -> Factor:
    return Factor(id=name, parent=parent, position=position, text=f"Factor {name}")


REVIEW = Review(
    id="r1",
    events=tuple(TimelineEvent(id=each, text=each) for each in ("e1", "e2")),
    factors=(
        Factor(id="a", parent=None, text="Orders were lost", kind=FactorKind.EFFECT),
        replace(condition("b", "a"), events=("e1",)),
        condition("b1", "b"),
        replace(
            condition("c", "a", 1),
            family=Family.DESIGN_DECISION,
            evidence_status=EvidenceStatus.SUPPORTED,
            events=("e2", "e1"),
        ),
        condition("c1", "c"),
        condition("c2", "c", 1),
    ),
    findings=(Finding(id="n1", text="Found", factors=("c", "b")),),
    actions=(ActionItem(id="x1", text="Do it", factors=("c1", "c")),),
)


def shape(review: Review) -> str:
    return " ".join(f"{factor.id}{depth}" for factor, depth in tree.walk(review.factors))


def factor(review: Review, name: str) -> Factor:
    return next(each for each in review.factors if each.id == name)


def test_the_kept_one_gets_all_of_the_other() -> None:
    merged = merge_factors("b", "c")(REVIEW)
    assert shape(merged) == "a0 b1 b12 c12 c22"
    kept = factor(merged, "b")
    assert kept.text == "Factor b"
    assert kept.family is Family.DESIGN_DECISION
    assert kept.evidence_status is EvidenceStatus.SUPPORTED
    assert kept.events == ("e1", "e2")
    assert merged.findings[0].factors == ("b",)
    assert merged.actions[0].factors == ("c1", "b")


def test_a_child_that_says_the_same_goes_into_its_parent() -> None:
    assert shape(merge_factors("c", "c1")(REVIEW)) == "a0 b1 b12 c1 c22"


def test_a_parent_that_says_the_same_leaves_its_place_to_the_child() -> None:
    merged = merge_factors("c1", "c")(REVIEW)
    assert shape(merged) == "a0 b1 b12 c11 c22"
    assert merged.actions[0].factors == ("c1",)


def test_what_says_the_same_as_the_effect_goes_into_it() -> None:
    merged = merge_factors("a", "c")(REVIEW)
    assert shape(merged) == "a0 b1 b12 c11 c21"
    assert factor(merged, "a").kind is FactorKind.EFFECT


@pytest.mark.parametrize("own", [True, False])
def test_the_bracket_is_that_of_the_children(own: bool) -> None:
    rows = tuple(each for each in REVIEW.factors if own or each.id != "b1")
    joint = tuple(replace(each, joint=each.id == "c") for each in rows)
    assert factor(merge_factors("b", "c")(replace(REVIEW, factors=joint)), "b").joint is not own


@pytest.mark.parametrize(
    ("kept", "gone", "field"),
    [("b", "b", "factor"), ("b", "a", "factor"), ("b", "x", "factors"), ("x", "b", "factors")],
)
def test_what_cannot_be_merged_is_refused(kept: str, gone: str, field: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        merge_factors(kept, gone)(REVIEW)
    assert refused.value.field == field


@st.composite
def merges(draw: st.DrawFn) -> tuple[Review, str, str]:
    """A review, and two of its factors that can be merged."""
    review = draw(reviews().filter(lambda each: len(each.factors) > 1))
    gone = draw(st.sampled_from([each for each in review.factors if each.parent is not None]))
    kept = draw(st.sampled_from([each for each in review.factors if each.id != gone.id]))
    return review, kept.id, gone.id


@given(merges())
def test_only_the_other_factor_goes_and_every_link_stays(case: tuple[Review, str, str]) -> None:
    review, kept, gone = case
    merged = merge_factors(kept, gone)(review)
    walked = {each.id for each, _depth in tree.walk(merged.factors)}
    assert walked == {each.id for each in review.factors} - {gone}
    for name in ("findings", "actions"):
        for before, after in zip(getattr(review, name), getattr(merged, name), strict=True):
            led = {kept if each == gone else each for each in before.factors}
            assert set(after.factors) == led
            assert len(after.factors) == len(led)
    both = {*factor(review, kept).events, *factor(review, gone).events}
    assert set(factor(merged, kept).events) == both
    assert factor(merged, kept).text == factor(review, kept).text


@given(merges())
def test_a_merge_can_be_taken_back(case: tuple[Review, str, str]) -> None:
    review, kept, gone = case
    merged = merge_factors(kept, gone)(review)
    assert Patch.of(Delta.between(review, merged)).reversed().applied(merged) == review
