"""Actions get the hints of their texts."""

from __future__ import annotations

from dataclasses import replace

from facilitator.coach.durability import assess
from facilitator.coach.hinting import rehinted, with_hint
from facilitator.domain.records import ActionItem, Review
from facilitator.domain.words import Durability

PLAIN = ActionItem(id="a1", text="Reject limits files that fail the schema")


def test_an_action_gets_its_hint() -> None:
    hinted = with_hint(PLAIN)
    assert hinted == replace(PLAIN, hint=Durability.GUARDRAIL, vague=False)


def test_a_hinted_action_stays_the_same_object() -> None:
    hinted = with_hint(PLAIN)
    assert with_hint(hinted) is hinted


def test_a_new_text_gets_a_new_hint_and_the_call_stays() -> None:
    called = replace(with_hint(PLAIN), call=Durability.DETECT, call_reason="It only warns.")
    changed = with_hint(replace(called, text="Be more careful"))
    assert (changed.hint, changed.vague) == (Durability.REMIND, True)
    assert (changed.call, changed.call_reason) == (Durability.DETECT, "It only warns.")


def test_only_rows_that_differ_are_new() -> None:
    fine = with_hint(PLAIN)
    review = Review(id="r", actions=(fine, ActionItem(id="a2", text="Update the runbook")))
    hinted = rehinted(review)
    assert hinted.actions[0] is fine
    assert hinted.actions[1].hint is Durability.DOCUMENT
    assert rehinted(hinted) is hinted


def test_hints_are_those_of_the_texts() -> None:
    texts = ("Add an alert", "", "Fix the race condition")
    review = Review(
        id="r", actions=tuple(ActionItem(id=f"a{n}", text=text) for n, text in enumerate(texts))
    )
    assert [each.hint for each in rehinted(review).actions] == [assess(t).label for t in texts]
