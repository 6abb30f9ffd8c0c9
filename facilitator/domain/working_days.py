"""Working days: every day but Saturdays and Sundays."""

from __future__ import annotations

from datetime import date, timedelta

_WEEK, _SATURDAY = 5, 5


def is_working_day(day: date) -> bool:
    """Whether people work on this day; holidays differ from place to place and are not known."""
    return day.weekday() < _SATURDAY


def working_days_after(day: date, count: int) -> date:
    """The working day that is so many working days after a day; ``count`` is 1 or more."""
    if count < 1:
        raise ValueError("working days are counted from 1")
    # A day of the weekend counts from the Friday before it.
    start = day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
    weeks, rest = divmod(start.weekday() + count, _WEEK)
    return start + timedelta(days=7 * weeks + rest - start.weekday())
