"""The words list of a review, and the record of what left the house."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from facilitator.domain.edits.sharing import add_term, change_term, record_release, remove_term
from facilitator.domain.records import Release, Review, Term
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import Audience

LEDGER = Term(id="t1", word="Ledger", meaning="Where payments are booked")
RELEASE = Release(
    id="s1",
    audience=Audience.WIDE,
    form="pdf",
    at=datetime(2026, 3, 9, tzinfo=UTC),
    revision=4,
    found=1,
    accepted=" Public \n already ",
)


def test_a_word_is_explained_once() -> None:
    review = add_term(LEDGER)(Review(id="r"))
    with pytest.raises(RuleViolation):
        add_term(Term(id="t2", word="ledger", meaning="Again"))(review)
    reworded = Term(id="t1", word="LEDGER", meaning="The books")
    assert change_term(reworded)(review).glossary == (reworded,)
    assert remove_term("t1")(review).glossary == ()


@pytest.mark.parametrize(("word", "meaning", "field"), [("", "x", "word"), ("x", " ", "meaning")])
def test_a_word_needs_its_meaning(word: str, meaning: str, field: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        add_term(Term(id="t", word=word, meaning=meaning))(Review(id="r"))
    assert refused.value.field == field


def test_an_acceptance_is_kept_in_words() -> None:
    assert record_release(RELEASE)(Review(id="r")).releases[0].accepted == "Public already"
    with pytest.raises(RuleViolation):
        record_release(
            Release(
                **{name: getattr(RELEASE, name) for name in RELEASE.__slots__} | {"accepted": " "}
            )
        )
