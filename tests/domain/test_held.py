"""When it is asked whether a fix held, and what may be answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from facilitator.domain.edits.actions import set_status
from facilitator.domain.edits.decisions import soak
from facilitator.domain.edits.held import answer_held, check_again
from facilitator.domain.held import check_days, check_due, questions, usual_check
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import DURABLE, ActionStatus, Durability
from tests.strategies import days

TODAY = date(2026, 3, 5)
DONE = ActionStatus.DONE


def review(**fields: Any) -> Review:
    return Review(id="r1", actions=(ActionItem(id="a1", text="Limit the pool", **fields),))


def only(changed: Review) -> ActionItem:
    return changed.actions[0]


def done(**fields: Any) -> ActionItem:
    return only(set_status("a1", DONE, TODAY)(review(**fields)))


def test_the_day_depends_on_how_lasting_it_is() -> None:
    assert [check_days(each) for each in Durability] == [90, 90, 60, 60, 30, 30, 30, 30]
    assert check_days(None) == min(map(check_days, Durability))
    for label in Durability:
        assert done(hint=label).check_on == TODAY + timedelta(days=check_days(label))
    own = done(hint=Durability.REMIND, call=Durability.GUARDRAIL)
    assert own.check_on == TODAY + timedelta(days=90)


def test_a_day_that_somebody_chose_stays() -> None:
    chosen = date(2026, 4, 1)
    assert done(check_on=chosen, status=ActionStatus.AGREED).check_on == chosen
    assert done(check_on=chosen, status=ActionStatus.PROPOSED).check_on == chosen
    assert done(check_on=chosen, status=ActionStatus.HELD, done_on=TODAY).check_on == chosen


def test_the_day_of_a_check_in_is_for_the_decision_alone() -> None:
    soaking = soak("a1", TODAY)(review(hint=Durability.GUARDRAIL))
    assert only(soaking).check_on == date(2026, 3, 9)
    finished = only(set_status("a1", DONE, TODAY)(soaking))
    assert finished.check_on == TODAY + timedelta(days=90)


def test_what_is_not_done_after_all_loses_the_usual_day_only() -> None:
    again = set_status("a1", ActionStatus.IN_PROGRESS, TODAY)
    usual = set_status("a1", DONE, TODAY)(review(hint=Durability.DETECT))
    assert only(again(usual)).check_on is None
    chosen = date(2026, 4, 1)
    own = set_status("a1", DONE, TODAY)(review(check_on=chosen, status=ActionStatus.AGREED))
    assert only(again(own)).check_on == chosen


def test_a_day_at_the_end_of_the_calendar_is_not_passed() -> None:
    end = date(9999, 12, 31)
    assert usual_check(ActionItem(id="a1"), end) == end
    assert usual_check(ActionItem(id="a1"), end - timedelta(days=10)) == end


@given(days, days)
def test_it_is_due_from_its_day_on_while_nobody_has_answered(check_on: date, today: date) -> None:
    action = ActionItem(id="a1", status=DONE, check_on=check_on)
    assert check_due(action, today) is (today >= check_on)
    assert not check_due(replace(action, status=ActionStatus.HELD), today)
    assert not check_due(replace(action, status=ActionStatus.PROPOSED), today)
    assert not check_due(replace(action, check_on=None), today)


@pytest.mark.parametrize(
    ("held", "status"), [(True, ActionStatus.HELD), (False, ActionStatus.DID_NOT_HOLD)]
)
def test_an_answer_says_by_what_it_was_seen(held: bool, status: ActionStatus) -> None:
    there = review(status=DONE, done_on=TODAY, check_on=TODAY)
    answered = only(answer_held("a1", held=held, because=" No page\tsince ")(there))
    assert (answered.status, answered.held_because) == (status, "No page since")
    with pytest.raises(RuleViolation) as refused:
        answer_held("a1", held=held, because="  ")(there)
    assert refused.value.field == "held_because"


def test_only_what_is_done_can_have_held() -> None:
    for edit in (
        answer_held("a1", held=True, because="seen"),
        check_again("a1", TODAY + timedelta(days=30), TODAY),
    ):
        with pytest.raises(RuleViolation, match="Only of what is done"):
            edit(review(status=ActionStatus.IN_PROGRESS))


def test_it_can_be_looked_at_again_on_a_day_to_come() -> None:
    there = review(status=DONE, done_on=TODAY, check_on=TODAY, held_because="One alert")
    later = TODAY + timedelta(days=30)
    again = only(check_again("a1", later, TODAY)(there))
    assert (again.check_on, again.status, again.held_because) == (later, DONE, "One alert")
    assert only(check_again("a1", later, TODAY, "Quiet")(there)).held_because == "Quiet"
    with pytest.raises(RuleViolation, match="not to come"):
        check_again("a1", TODAY, TODAY)(there)


def test_an_answer_can_be_taken_back_by_looking_again() -> None:
    held = review(status=ActionStatus.HELD, done_on=TODAY, held_because="Quiet")
    again = only(check_again("a1", TODAY + timedelta(days=7), TODAY)(held))
    assert again.status is DONE


def test_there_are_four_questions() -> None:
    asked = questions()
    assert len(asked) == 4
    assert all(each.ask.endswith("?") and each.more.endswith("?") for each in asked)


def test_durable_is_looked_at_latest() -> None:
    others = set(Durability) - DURABLE
    assert min(map(check_days, DURABLE)) > max(map(check_days, others))
