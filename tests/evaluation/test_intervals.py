"""Intervals hold the figure, narrow with more rows, and are the same at every run."""

from __future__ import annotations

from math import nan, sqrt
from typing import TYPE_CHECKING

import pytest

from tests.evaluation.intervals import interval
from tests.evaluation.scores import share

if TYPE_CHECKING:
    from collections.abc import Sequence

HALF = [True, False] * 50


def test_an_interval_is_the_same_at_every_run() -> None:
    assert interval(HALF, share) == interval(HALF, share)


def test_an_interval_is_about_as_wide_as_theory_says() -> None:
    low, high = interval(HALF, share)
    assert low < 0.5 < high
    assert high - low == pytest.approx(2 * 1.96 * sqrt(0.25 / len(HALF)), abs=0.03)


def test_more_rows_narrow_it() -> None:
    low, high = interval(HALF * 10, share)
    wide_low, wide_high = interval(HALF, share)
    assert high - low < (wide_high - wide_low) / 2


def test_what_does_not_vary_has_no_width() -> None:
    assert interval([True] * 10, share) == (1, 1)


def test_draws_that_say_nothing_are_left_out() -> None:
    def of_the_true(rows: Sequence[bool]) -> float:
        return 1.0 if any(rows) else nan

    assert interval([True, False], of_the_true) == (1, 1)
