"""The figures themselves, against numbers worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evaluation import scores

PAIRS = [("a", "a"), ("a", "b"), ("b", "a"), ("b", "b"), ("a", "a")]
pairs = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=30)


def test_f1_of_a_value() -> None:
    assert scores.f1(PAIRS, "a") == pytest.approx(2 / 3)
    assert scores.f1(PAIRS, "b") == pytest.approx(1 / 2)
    assert scores.f1(PAIRS, "c") == 0


def test_precision_and_recall() -> None:
    told = [("a", "a"), ("a", "b"), ("a", "b"), ("b", "a")]
    assert scores.precision(told, "a") == pytest.approx(1 / 2)
    assert scores.recall(told, "a") == pytest.approx(1 / 3)
    assert scores.recall(told, "c") == 0


def test_macro_f1_counts_every_value_alike() -> None:
    many = [("a", "a")] * 98 + [("b", "a"), ("b", "b")]
    assert scores.macro_f1(many) == pytest.approx((196 / 197 + 2 / 3) / 2)
    assert scores.agreement(many) == pytest.approx(0.99)


def test_a_value_told_and_never_wanted_counts_too() -> None:
    assert scores.macro_f1([("a", "a"), ("a", "c")]) == pytest.approx((2 / 3 + 0) / 2)


def test_a_value_neither_wanted_nor_told_does_not_count() -> None:
    assert scores.macro_f1([("a", "a")]) == 1
    assert scores.macro_f1([]) == 0


def test_the_confusion_matrix_has_a_line_for_each_value_wanted() -> None:
    assert scores.confusion(PAIRS, ["a", "b", "c"]) == [[2, 1, 0], [1, 1, 0], [0, 0, 0]]


@given(pairs)
def test_f1_is_the_harmonic_mean_of_precision_and_recall(told: list[tuple[str, str]]) -> None:
    for value in "abc":
        one, other = scores.precision(told, value), scores.recall(told, value)
        mean = 2 * one * other / (one + other) if one + other else 0
        assert scores.f1(told, value) == pytest.approx(mean)


@given(pairs)
def test_no_figure_leaves_its_range(told: list[tuple[str, str]]) -> None:
    assert 0 <= scores.macro_f1(told) <= 1
    assert 0 <= scores.agreement(told) <= 1
