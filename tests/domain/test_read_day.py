"""Days as they are typed where they may lie in the past."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.day_words import format_day
from facilitator.domain.days import read_day
from facilitator.domain.rules import RuleViolation

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", TODAY),
        (" Yesterday ", date(2026, 3, 4)),
        ("tomorrow", date(2026, 3, 6)),
        ("2026-03-04", date(2026, 3, 4)),
        ("4 Mar", date(2026, 3, 4)),
        ("March 4, 2025", date(2025, 3, 4)),
        ("30 December", date(2025, 12, 30)),
    ],
)
def test_days_that_are_typed(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["soon", "2026-13-01", "4 Mar at noon", "03/04/2026", "31 Feb"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(RuleViolation):
        read_day(typed, TODAY)


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)), st.integers(-150, 150))
def test_a_day_as_it_is_shown_is_read_back(day: date, near: int) -> None:
    assert read_day(format_day(day), TODAY) == day
    beside = TODAY + timedelta(days=near)
    without_year = format_day(beside).rsplit(" ", 1)[0]
    assert read_day(without_year, TODAY) == beside
