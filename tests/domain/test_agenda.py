"""What an agenda may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import MOST_SLOTS, Agenda, Slot, checked
from facilitator.domain.phase import Phase, phase_of
from facilitator.domain.rules import RuleViolation


def agenda(*slots: Slot, words: str = "Ours") -> Agenda:
    return Agenda("a1", words, slots)


def refusal(given: Agenda) -> RuleViolation:
    with pytest.raises(RuleViolation) as caught:
        checked(given)
    return caught.value


def test_a_slot_is_called_by_its_own_words_or_by_its_phase() -> None:
    assert Slot(Phase.TIMELINE, 5, "Silent reading").name == "Silent reading"
    assert Slot(Phase.TIMELINE, 5).name == "Timeline"


def test_an_agenda_is_as_long_as_its_slots() -> None:
    assert agenda(Slot(Phase.BRIEF, 5), Slot(Phase.TIMELINE, 20)).minutes == 25


def test_words_are_cleaned_and_those_that_repeat_the_phase_are_none() -> None:
    given = agenda(
        Slot(Phase.BRIEF, 5, " Brief "), Slot(Phase.CLOSE, 5, "Say\tthanks"), words=" A  b "
    )
    kept = checked(given)
    assert kept.words == "A b"
    assert [slot.words for slot in kept.slots] == ["", "Say thanks"]


@pytest.mark.parametrize("minutes", [0, -1, 241])
def test_the_minutes_of_a_slot_have_bounds(minutes: int) -> None:
    refused = refusal(agenda(Slot(Phase.BRIEF, 5), Slot(Phase.CLOSE, minutes)))
    assert (refused.field, refused.reason) == ("1.minutes", "A slot has 1 to 240 minutes.")


@pytest.mark.parametrize("count", [0, MOST_SLOTS + 1])
def test_the_number_of_slots_has_bounds(count: int) -> None:
    assert refusal(agenda(*[Slot(Phase.BRIEF, 5)] * count)).field == "slots"


def test_an_agenda_needs_a_name_and_no_words_are_too_long() -> None:
    slot = Slot(Phase.BRIEF, 5)
    assert refusal(agenda(slot, words=" \n ")).reason == "Give the agenda a name."
    assert refusal(agenda(slot, words="x" * 61)).field == "words"
    assert refusal(agenda(Slot(Phase.BRIEF, 5, "x" * 61))).field == "0.words"


@given(st.text(max_size=30))
def test_a_phase_is_known_by_its_key_alone(key: str) -> None:
    assert phase_of(key) in {None, *Phase}
    assert all(phase_of(phase.key) is phase for phase in Phase)
