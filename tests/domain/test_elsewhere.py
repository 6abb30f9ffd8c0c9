"""Where else a finding could hold: who was asked, and what they say."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.domain.edits.elsewhere import (
    address,
    change_addressee,
    remove_addressee,
    take_answer,
)
from facilitator.domain.edits.findings import remove_finding
from facilitator.domain.records import Addressee, Finding, Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import Answer

REVIEW = Review(id="r", findings=(Finding(id="d1", text="The pool has no limit"),))
ASKED = Addressee(id="w1", finding="d1", whom="  Search ", asked_on=date(2026, 3, 1))


def test_a_finding_is_addressed_once_to_each() -> None:
    review = address(ASKED)(REVIEW)
    assert [each.whom for each in review.addressees] == ["Search"]
    with pytest.raises(RuleViolation, match="already"):
        address(Addressee(id="w2", finding="d1", whom="SEARCH"))(review)
    with pytest.raises(RuleViolation, match="which service"):
        address(Addressee(id="w2", finding="d1", whom=" "))(review)
    with pytest.raises(RuleViolation, match="no longer there"):
        address(Addressee(id="w2", finding="gone", whom="Mail"))(review)


def test_an_answer_has_a_day_and_no_answer_has_none() -> None:
    review = take_answer("w1", Answer.APPLIES, " same pool ", date(2026, 3, 4))(
        address(ASKED)(REVIEW)
    )
    (answered,) = review.addressees
    assert (answered.answer, answered.note) == (Answer.APPLIES, "same pool")
    assert answered.answered_on == date(2026, 3, 4)
    (asked,) = take_answer("w1", Answer.UNKNOWN, "", date(2026, 3, 5))(review).addressees
    assert asked.answered_on is None


def test_whom_was_asked_goes_with_the_finding() -> None:
    review = address(ASKED)(REVIEW)
    assert change_addressee("w1", whom="Mail")(review).addressees[0].whom == "Mail"
    assert remove_addressee("w1")(review).addressees == ()
    assert remove_finding("d1")(review).addressees == ()
