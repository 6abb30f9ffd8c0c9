"""Which situations hold where, and that there are questions for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.app.prompts import known_situations
from facilitator.coach.situations import about, situations
from facilitator.domain.phase import Phase
from facilitator.domain.records import ActionItem, Factor, Finding, Review, TimelineEvent
from facilitator.domain.words import (
    ActionStatus,
    Durability,
    EventKind,
    EvidenceStatus,
    FactorKind,
    Family,
    Marker,
)
from tests.coach.complete import complete_review
from tests.strategies import reviews

KNOWN = {each.name for each in known_situations()}
EFFECT = Factor(id="f0", parent=None, text="Orders were lost", kind=FactorKind.EFFECT)


def tree(*factors: Factor) -> Review:
    return Review(id="r1", factors=(EFFECT, *factors))


def condition(name: str = "f1", parent: str = "f0", **given: Any) -> Factor:
    return Factor(id=name, parent=parent, text=f"Factor {name}", **given)


def of_factor(review: Review, name: str = "f1") -> tuple[str, ...]:
    found = situations(review, Phase.FACTORS, name)
    return tuple(each for each in found if each.startswith(("factor.", "family.")))


def of_action(**given: Any) -> tuple[str, ...]:
    text = given.pop("text", "Reject files that fail the schema")
    review = Review(id="r1", actions=(ActionItem(id="a1", text=text, **given),))
    found = situations(review, Phase.ACTIONS, "a1")
    return tuple(each for each in found if each.startswith("action."))


@pytest.mark.parametrize("phase", Phase)
def test_a_phase_alone(phase: Phase) -> None:
    found = situations(Review(id="r1"), phase, None)
    assert f"phase.{phase.key}" in found
    assert found[-1] == "room.quiet"
    assert about(Review(id="r1"), None) == ""


def test_a_meeting_opens_on_the_brief() -> None:
    assert situations(Review(id="r1"), Phase.BRIEF, None)[0] == "opening"


@pytest.mark.parametrize("marker", Marker)
@pytest.mark.parametrize("kind", EventKind)
def test_an_event_goes_by_its_marker_then_its_kind(marker: Marker, kind: EventKind) -> None:
    event = TimelineEvent(id="e1", text="It begins", marker=marker, kind=kind)
    review = Review(id="r1", events=(event,))
    found = situations(review, Phase.TIMELINE, "e1")
    assert found[:3] == (f"marker.{marker}", f"kind.{kind}", "phase.timeline")
    assert about(review, "e1") == "It begins"
    plain = Review(id="r1", events=(replace(event, marker=None),))
    assert situations(plain, Phase.TIMELINE, "e1")[0] == f"kind.{kind}"


def test_the_effect() -> None:
    assert of_factor(tree(), "f0") == ("factor.effect",)


@pytest.mark.parametrize("family", Family)
def test_a_factor_goes_by_its_evidence_its_end_and_its_family(family: Family) -> None:
    found = of_factor(tree(condition(family=family)))
    assert found == ("factor.no_evidence", "factor.stopped", f"family.{family}")


def test_a_hypothesis_without_a_family() -> None:
    found = of_factor(tree(condition(evidence_status=EvidenceStatus.HYPOTHESIS)))
    assert found == ("factor.hypothesis", "factor.stopped", "factor.no_family")


def test_a_trigger_needs_no_family() -> None:
    trigger = condition(kind=FactorKind.TRIGGER, evidence_status=EvidenceStatus.SUPPORTED)
    assert of_factor(tree(trigger)) == ("factor.stopped", "factor.trigger")


def test_a_branch_has_stopped_if_only_what_was_ruled_out_is_behind() -> None:
    above = condition(evidence_status=EvidenceStatus.SUPPORTED)
    behind = condition("f2", "f1")
    assert "factor.stopped" not in of_factor(tree(above, behind))
    ruled_out = replace(behind, evidence_status=EvidenceStatus.RULED_OUT)
    assert "factor.stopped" in of_factor(tree(above, ruled_out))
    assert of_factor(tree(above, ruled_out), "f2") == ()


def test_a_branch_of_three_whys_has_not_stopped_early() -> None:
    chain = (condition(), condition("f2", "f1"), condition("f3", "f2"))
    assert "factor.stopped" not in of_factor(tree(*chain), "f3")
    assert "factor.stopped" in of_factor(tree(*chain[:2]), "f2")


def test_factors_needed_jointly() -> None:
    assert of_factor(tree(condition(joint=True)))[-1] == "factor.joint"


def test_a_single_chain_is_told_on_factors_whatever_is_selected() -> None:
    chain = tree(condition(), condition("f2", "f1"))
    assert situations(chain, Phase.FACTORS, None)[0] == "tree.single_chain"
    assert "tree.single_chain" in situations(chain, Phase.FACTORS, "f1")
    assert "tree.single_chain" not in situations(chain, Phase.FINDINGS, None)
    branched = tree(condition(), condition("f2"))
    assert "tree.single_chain" not in situations(branched, Phase.FACTORS, None)


@pytest.mark.parametrize(("focus", "name"), [(True, "finding.focus"), (False, "finding.recorded")])
def test_a_finding(focus: bool, name: str) -> None:
    review = Review(id="r1", findings=(Finding(id="n1", text="Files are not read", focus=focus),))
    assert situations(review, Phase.FINDINGS, "n1")[:2] == (name, "phase.findings")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        (Durability.ELIMINATE, "action.durable"),
        (Durability.GUARDRAIL, "action.durable"),
        (Durability.AUTOMATE, "action.assist"),
        (Durability.DETECT, "action.assist"),
        (Durability.DOCUMENT, "action.vigilance"),
        (Durability.REMIND, "action.vigilance"),
        (Durability.INVESTIGATE, "action.not_yet"),
        (Durability.REPAIR, "action.not_yet"),
    ],
)
def test_an_action_goes_by_the_tier_of_its_label(label: Durability, name: str) -> None:
    assert of_action(call=label, owner="Ines", due=date(2026, 6, 1)) == (name,)


def test_what_an_action_lacks_is_as_the_coach_tells_it() -> None:
    assert of_action() == ("action.durable", "action.no_owner", "action.no_date")
    assert "action.vague" in of_action(text="Improve monitoring")
    assert of_action(status=ActionStatus.CANCELLED) == ("action.durable",)


def test_an_action_that_did_not_hold() -> None:
    found = of_action(status=ActionStatus.DID_NOT_HOLD)
    assert found == ("action.did_not_hold", "action.durable")


def test_a_record_is_found_from_any_phase() -> None:
    review = complete_review()
    assert situations(review, Phase.CLOSE, "a1")[0] == "action.durable"
    assert about(review, "a1") == "Reject files that fail the schema"
    assert situations(review, Phase.CLOSE, "summary") == ("phase.close", "room.quiet")


@given(reviews(), st.sampled_from(Phase), st.data())
def test_there_are_questions_for_whatever_holds(
    review: Review, phase: Phase, data: st.DataObject
) -> None:
    rows: list[Any] = [*review.events, *review.factors, *review.findings, *review.actions]
    selected = data.draw(st.sampled_from([None, "gone", *(each.id for each in rows)]))
    found = situations(review, phase, selected)
    assert len(set(found)) == len(found)
    assert set(found) <= KNOWN
