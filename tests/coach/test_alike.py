"""Which texts say the same, and that they are found among many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.coach.alike import alike, pairs

SAME = [
    ("Alerts were not routed to on-call", "Alert was not routed to the on-call"),
    ("No check reads the file", "The file is read by no check"),
    ("Certificates expire silently", "A certificate expired silently"),
    ("Queue depth pages nobody", "Nobody is paged on queue depth"),
    ("The ledger stops on a bad file", "The ledger stops on a bad settings file"),
    ("Timeouts", "timeout."),
    ("The limit’s owner isn’t known", "The limit's owner is not known"),
    ("Очередь переполнена", "Очереди переполнены"),
    ("Retry limit is 5", "The retry limit was 5"),
]
DIFFERENT = [
    ("No alert on queue depth", "No alert on disk depth"),
    ("Staging was skipped", "Paging was skipped"),
    ("Retry limit is 5", "Retry limit is 50"),
    ("The check was run", "The check was not run"),
    ("Checks run before a release", "Checks run after a release"),
    ("Nobody owns the limits file", "Everybody owns the limits file"),
    ("Reads wait for the primary", "Writes wait for the primary"),
    ("The rollback took long", "The rollback of the ledger needed a second person to approve it"),
    ("", ""),
    ("The", "The"),
    ("?", "!"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_in_nearly_the_same_words(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_a_word_or_number_of_its_own_makes_another_factor(one: str, other: str) -> None:
    assert not alike(one, other)


@given(st.text(), st.text())
def test_it_goes_both_ways(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_they_are_found_among_many(one: str, other: str) -> None:
    others = [f"{first} and {second}" for first, second in DIFFERENT]
    assert pairs((one, *others, other)) == ((0, len(others) + 1),)


def test_each_goes_with_the_first_that_says_the_same() -> None:
    told = ("Nothing checks a file", "No gate", "nothing checks the file", "Nothing checks files")
    assert pairs(told) == ((0, 2), (0, 3))


def test_very_many_that_say_the_same_all_go_with_the_first() -> None:
    assert pairs(("The same again",) * 200) == tuple((0, later) for later in range(1, 200))


def test_very_many_that_differ_in_a_number_are_left_alone() -> None:
    assert pairs(tuple(f"Region {number} was full" for number in range(200))) == ()


_WORDS = st.sampled_from(("the", "queue", "no", "not", "checks", "check", "files", "4", "5", "is"))


@given(st.lists(st.lists(_WORDS, max_size=5).map(" ".join), max_size=12).map(tuple))
def test_every_pair_is_alike_and_names_the_later_once(texts: tuple[str, ...]) -> None:
    found = pairs(texts)
    assert all(alike(texts[first], texts[later]) and first < later for first, later in found)
    assert len({later for _, later in found}) == len(found)
