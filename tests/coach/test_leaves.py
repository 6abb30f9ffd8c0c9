"""Where a branch ends: in a person, or in what nobody could change."""

from __future__ import annotations

import pytest

from facilitator.coach.leaves import ends_at_person, out_of_reach

PEOPLE = ("Ines Duarte", "Chidi", "")

PERSONS = [
    "The on-call engineer deleted the wrong table",
    "A junior developer pushed to main",
    "Someone unplugged the switch",
    "The duty engineer then restarted both nodes",
    "The intern had deployed it by hand",
    "Ines ran the script",
    "Ines Duarte forgot the flag",
    "chidi also dropped the index",
]
SURROUNDINGS = [
    "An operator tool pages on-call",
    "Operator changes are not logged",
    "The operator saw two prompts that look the same",
    "The engineer had no access to the console",
    "The operator could not see which region it was",
    "We took data files to be harmless",
    "Nobody was told of the rejected rows",
    "The pod restarted",
    "",
]
BEYOND = [
    "Human error",
    "It was just bad luck",
    "The weather.",
    "A thunderstorm took out the line",
    "The vendor changed the interface without notice",
    "The provider has silently retired the endpoint",
    "Physics",
    "Hardware fails",
    "That could happen to anyone",
]
WITHIN = [
    "Flood protection was missing",
    "The contract with the vendor has no notice period",
    "A storm of retries hit the cache",
    "The weather service has no fallback",
    "We rely on one provider",
    "",
]


@pytest.mark.parametrize("text", PERSONS)
def test_what_somebody_did_is_a_person(text: str) -> None:
    assert ends_at_person(text, PEOPLE)


@pytest.mark.parametrize("text", SURROUNDINGS)
def test_what_was_around_people_is_none(text: str) -> None:
    assert not ends_at_person(text, PEOPLE)


def test_blame_is_a_person_whatever_the_subject() -> None:
    assert ends_at_person("Careless work by the night shift")


@pytest.mark.parametrize("text", BEYOND)
def test_what_nobody_could_change(text: str) -> None:
    assert out_of_reach(text)


@pytest.mark.parametrize("text", WITHIN)
def test_what_somebody_can_change(text: str) -> None:
    assert not out_of_reach(text)
