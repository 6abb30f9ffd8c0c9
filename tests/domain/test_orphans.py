"""Factors that no action answers, and actions without a cause."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.orphans import causeless_actions, standing, unanswered_factors
from facilitator.domain.records import ActionItem, Factor, Finding, Review
from facilitator.domain.words import ActionStatus, EvidenceStatus, FactorKind

FACTORS = (
    Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="shops could not pay"),
    Factor(id="t", parent="f0", position=0, kind=FactorKind.TRIGGER, text="a rollout"),
    Factor(id="a", parent="f0", position=1, text="all regions at once"),
    Factor(id="a1", parent="a", text="no staged rollout"),
    Factor(id="b", parent="f0", position=2, text="nobody was paged"),
    Factor(
        id="c",
        parent="f0",
        position=3,
        text="last night's release",
        evidence_status=EvidenceStatus.RULED_OUT,
    ),
)
FINDINGS = (Finding(id="n", text="found", factors=("b",)),)


def review(*actions: ActionItem) -> Review:
    return Review(id="r", factors=FACTORS, findings=FINDINGS, actions=actions)


def action(**fields: Any) -> ActionItem:
    return ActionItem(id="x", text="do it", **fields)


def ids(rows: Any) -> list[str]:
    return [row.id for row in rows]


def test_without_actions_every_condition_is_unanswered_but_not_what_set_it_off() -> None:
    assert ids(unanswered_factors(review())) == ["a", "a1", "b"]


def test_an_action_answers_its_factor_and_what_that_led_to() -> None:
    assert ids(unanswered_factors(review(action(factors=("a1",))))) == ["b"]
    assert ids(unanswered_factors(review(action(factors=("a",))))) == ["a1", "b"]


def test_an_action_answers_the_factors_of_its_finding() -> None:
    assert ids(unanswered_factors(review(action(findings=("n",))))) == ["a", "a1"]


def test_a_cancelled_action_answers_nothing_and_needs_no_cause() -> None:
    given_up = action(factors=("a1",), status=ActionStatus.CANCELLED)
    assert ids(unanswered_factors(review(given_up))) == ["a", "a1", "b"]
    assert causeless_actions(review(replace(given_up, factors=()))) == ()
    assert causeless_actions(review(action(status=ActionStatus.DONE))) == ()
    assert standing(review(given_up)) == ()


def test_an_action_without_links_has_no_cause() -> None:
    assert ids(causeless_actions(review(action()))) == ["x"]
    assert causeless_actions(review(action(findings=("n",)))) == ()
    assert causeless_actions(review(action(factors=("a",)))) == ()


def test_a_factor_without_words_is_not_asked_about_yet() -> None:
    empty = replace(review(), factors=(*FACTORS, Factor(id="e", parent="f0", position=9)))
    assert "e" not in ids(unanswered_factors(empty))


@given(st.sets(st.sampled_from(["a", "a1", "b", "t", "c", "gone"])))
def test_one_more_link_never_leaves_more_unanswered(links: set[str]) -> None:
    before = unanswered_factors(review(action(factors=tuple(sorted(links - {"a1"})))))
    after = unanswered_factors(review(action(factors=tuple(sorted(links | {"a1"})))))
    assert set(after) <= set(before)
