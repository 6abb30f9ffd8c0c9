"""What the room decides on an action: agreed, proposed again, or left to soak."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitator.domain.edits.decisions import agree, soak
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.soaking import check_in, check_in_day, check_in_words
from facilitator.domain.words import ActionStatus

TODAY = date(2026, 11, 26)  # A Thursday.
LATER = sorted(set(ActionStatus) - {ActionStatus.PROPOSED, ActionStatus.AGREED})


def with_action(**fields: object) -> Review:
    action = replace(ActionItem(id="a", text="Reject bad files"), **fields)  # type: ignore[arg-type]
    return Review(id="r", actions=(action,))


def only(review: Review) -> ActionItem:
    (action,) = review.actions
    return action


# -- two working days --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "then"),
    [
        (date(2026, 11, 23), date(2026, 11, 25)),  # Monday
        (date(2026, 11, 26), date(2026, 11, 30)),  # Thursday
        (date(2026, 11, 27), date(2026, 12, 1)),
        (date(2026, 11, 28), date(2026, 12, 1)),
        (date(2026, 11, 29), date(2026, 12, 1)),  # Sunday
    ],
)
def test_the_check_in_is_two_working_days_later(day: date, then: date) -> None:
    assert check_in_day(day) == then


# -- agreeing ----------------------------------------------------------------------------------


def test_what_is_proposed_is_agreed_today() -> None:
    action = only(agree("a", TODAY)(with_action()))
    assert action.status is ActionStatus.AGREED
    assert action.agreed_on == TODAY


def test_what_is_agreed_is_proposed_again() -> None:
    before = with_action(proposed_on=TODAY, check_on=date(2027, 3, 1))
    assert agree("a", TODAY)(agree("a", TODAY)(before)) == before


def test_the_check_in_ends_when_it_is_agreed() -> None:
    soaking = soak("a", TODAY)(with_action())
    agreed = agree("a", TODAY + timedelta(days=4))(soaking)
    assert only(agreed).check_on is None


@pytest.mark.parametrize("status", LATER)
@pytest.mark.parametrize("decide", [agree, soak])
def test_what_is_further_on_is_left_alone(status: ActionStatus, decide: object) -> None:
    with pytest.raises(RuleViolation, match=r"^This action (is|was) .+\.$"):
        decide("a", TODAY)(with_action(status=status))  # type: ignore[operator]


def test_what_is_gone_is_not_decided() -> None:
    with pytest.raises(RuleViolation, match="no longer there"):
        agree("b", TODAY)(with_action())


# -- soaking -----------------------------------------------------------------------------------


def test_a_proposal_soaks_for_two_working_days_and_no_more_on_the_same_key() -> None:
    before = with_action()
    soaking = soak("a", TODAY)(before)
    assert only(soaking).status is ActionStatus.PROPOSED
    assert check_in(only(soaking)) == date(2026, 11, 30)
    assert check_in_words(only(soaking)) == "check in Mon 30 Nov"
    assert soak("a", TODAY)(soaking) == before


def test_a_check_far_off_is_no_check_in() -> None:
    soaking = soak("a", TODAY)(with_action(check_on=date(2027, 3, 1)))
    assert only(soaking).check_on == date(2026, 11, 30)


def test_what_is_agreed_need_not_soak() -> None:
    with pytest.raises(RuleViolation, match="need not soak"):
        soak("a", TODAY)(with_action(status=ActionStatus.AGREED))


def test_the_day_of_what_is_agreed_is_no_check_in() -> None:
    action = only(with_action(status=ActionStatus.AGREED, check_on=TODAY))
    assert check_in(action) is None
    assert not check_in_words(action)
