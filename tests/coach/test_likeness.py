"""How often factors of two reviews are rightly said to be the same: precision before recall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.coach.likeness import likeness, said, shared_words
from tests.coach.factor_pairs import (
    KEPT_OTHER,
    KEPT_SAME,
    TRIED_OTHER,
    TRIED_SAME,
)

if TYPE_CHECKING:
    from tests.coach.factor_pairs import Pairs


def _figures(same: Pairs, other: Pairs) -> tuple[float, float]:
    """Precision and recall."""
    found = sum(_alike(*pair) for pair in same)
    wrong = sum(_alike(*pair) for pair in other)
    return found / (found + wrong), found / len(same)


def _alike(one: str, other: str) -> bool:
    return likeness(said(one), said(other)) > 0


def test_there_are_enough_pairs_and_none_stands_twice() -> None:
    pairs = [*TRIED_SAME, *TRIED_OTHER, *KEPT_SAME, *KEPT_OTHER]
    assert len(pairs) >= 120
    assert len({frozenset(pair) for pair in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("same", "other"), [(TRIED_SAME, TRIED_OTHER), (KEPT_SAME, KEPT_OTHER)], ids=["tried", "kept"]
)
def test_it_is_cautious(same: Pairs, other: Pairs) -> None:
    precision, recall = _figures(same, other)
    assert precision >= 0.95
    assert recall >= 0.85


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No canary for the config push", "The config push had a canary"),
        ("Reads of the queue wait for the primary", "Writes of the queue wait for the primary"),
        ("The server ignores errors of the client", "The client ignores errors of the server"),
        ("Disk", "disk"),
        ("All the work of the team", "The team works on all"),
        ("", ""),
    ],
)
def test_what_it_does_not_call_the_same(one: str, other: str) -> None:
    assert likeness(said(one), said(other)) == 0


def test_it_tells_which_words_are_shared() -> None:
    one, other = said("Certificates were renewed by hand"), said("Manual certificate renewal")
    assert likeness(one, other) == 1
    assert len(shared_words(one, other)) == 3


@given(st.text(), st.text())
def test_it_goes_both_ways(one: str, other: str) -> None:
    assert likeness(said(one), said(other)) == likeness(said(other), said(one))


_TEXTS = st.sampled_from([text for pair in (*TRIED_SAME, *TRIED_OTHER) for text in pair])


@given(_TEXTS, _TEXTS)
def test_the_order_of_two_texts_does_not_matter(one: str, other: str) -> None:
    assert likeness(said(one), said(other)) == likeness(said(other), said(one))
