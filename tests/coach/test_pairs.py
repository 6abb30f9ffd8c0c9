"""Which actions last, and which bridge the time until one that does is done."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from facilitator.coach.pairs import pairs
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.words import DURABLE, ActionStatus, Durability
from tests.strategies import reviews

GATE = ActionItem(id="gate", text="Reject bad files", hint=Durability.GUARDRAIL)
RUNBOOK = ActionItem(
    id="runbook", text="Update the runbook", hint=Durability.DOCUMENT, stopgap_for="gate"
)
ALERT = ActionItem(id="alert", text="Add an alert", hint=Durability.DETECT)


def of(*actions: ActionItem) -> Review:
    return Review(id="r", actions=actions)


def test_a_weak_action_is_bridged_by_the_durable_one_it_stands_in_for() -> None:
    found = pairs(of(GATE, RUNBOOK, ALERT))
    assert (found.standing, *found.durable) == (3, "gate")
    assert found.bridged == {"runbook": "gate"}
    assert [found.counts(each) for each in ("gate", "runbook", "alert")] == [True, True, False]
    assert not found.none_durable


def test_a_stopgap_of_a_stopgap_leads_to_the_same_end() -> None:
    mail = replace(ALERT, id="mail", stopgap_for="runbook")
    assert pairs(of(mail, RUNBOOK, GATE)).bridged == {"mail": "gate", "runbook": "gate"}


def test_stopgaps_in_a_circle_lead_nowhere() -> None:
    one = replace(ALERT, id="one", stopgap_for="two")
    two = replace(ALERT, id="two", stopgap_for="one")
    assert pairs(of(one, two, GATE)).bridged == {}
    assert pairs(of(one, two)).none_durable


def test_what_was_cancelled_bridges_nothing_and_is_not_bridged() -> None:
    cancelled = replace(GATE, status=ActionStatus.CANCELLED)
    found = pairs(of(cancelled, RUNBOOK))
    assert (found.standing, *found.durable, *found.bridged) == (1,)
    assert found.none_durable
    assert pairs(of(GATE, replace(RUNBOOK, status=ActionStatus.CANCELLED))).bridged == {}


def test_a_stopgap_for_a_weak_action_does_not_count() -> None:
    assert not pairs(of(ALERT, replace(RUNBOOK, stopgap_for="alert"), GATE)).counts("runbook")


def test_the_call_counts_before_the_hint_and_words_where_there_is_neither() -> None:
    called = replace(GATE, call=Durability.DETECT, call_reason="It only warns.")
    assert pairs(of(called, RUNBOOK)).none_durable
    assert pairs(of(replace(GATE, hint=None))).durable == {"gate"}


def test_without_actions_nothing_is_said() -> None:
    assert not pairs(of()).none_durable


@given(reviews())
def test_every_pair_ends_at_a_standing_durable_action(review: Review) -> None:
    found = pairs(review)
    rows = {each.id: each for each in review.actions}
    for each in (*found.durable, *found.bridged.values()):
        assert rows[each].durability in DURABLE
        assert rows[each].status is not ActionStatus.CANCELLED
    assert found.durable.isdisjoint(found.bridged)
    assert all(rows[each].stopgap_for for each in found.bridged)
