"""How the labels read, and how vague an action is."""

from __future__ import annotations

import pytest

from facilitator.coach.durability import assess
from facilitator.coach.wording import LABEL_WORDS, question_of, strength_of, tier_of
from facilitator.domain.words import DURABLE, Durability
from tests.coach.plain_cases import TELLABLE, VAGUE


@pytest.mark.parametrize("label", list(Durability))
def test_every_label_has_words(label: Durability) -> None:
    assert LABEL_WORDS[label]
    assert question_of(label).endswith("?")
    assert strength_of(label) in {"stronger", "intermediate", "weaker"}


def test_the_tiers() -> None:
    assert {label for label in Durability if tier_of(label) == "durable"} == DURABLE
    tiers = [tier_of(label) for label in Durability]
    assert tiers == ["durable"] * 2 + ["assist"] * 2 + ["vigilance"] * 2 + ["not yet"] * 2


@pytest.mark.parametrize("text", VAGUE)
def test_vague(text: str) -> None:
    assert assess(text).vague


@pytest.mark.parametrize("text", TELLABLE)
def test_not_vague(text: str) -> None:
    assert not assess(text).vague
