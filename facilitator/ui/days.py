"""How days and times read on the screen, in the review's zone."""

from __future__ import annotations

from datetime import date, datetime

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def clock(at: datetime, zone_name: str) -> datetime:
    """An instant on the clocks of a zone."""
    from facilitator.domain.zones import zone  # noqa: PLC0415 - the list of reviews needs none

    return at.astimezone(zone(zone_name))


def long_day(day: date) -> str:
    """``Tuesday 3 March 2026``."""
    return f"{_DAYS[day.weekday()]} {plain_day(day)}"


def plain_day(day: date) -> str:
    """``3 March 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, today: date | None = None) -> str:
    """``3 Mar``, with the year if it is not that of ``today``."""
    words = f"{day.day} {_MONTHS[day.month - 1][:3]}"
    return words if today is not None and today.year == day.year else f"{words} {day.year}"


def weekday_day(day: date) -> str:
    """``Thu 19 Mar``."""
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"
