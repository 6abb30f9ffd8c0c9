"""How days read, in English whatever the machine's language."""

from __future__ import annotations

from datetime import date

MONTHS = (
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
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def format_day(day: date) -> str:
    """``3 March 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_long(day: date) -> str:
    """``Tuesday 3 March 2026``."""
    return f"{WEEKDAYS[day.weekday()]} {format_day(day)}"


def format_short(day: date, today: date | None = None) -> str:
    """``3 Mar``, with the year if it is not that of ``today``."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return words if today is not None and today.year == day.year else f"{words} {day.year}"


def format_weekday(day: date) -> str:
    """``Tue 3 Mar``."""
    return f"{WEEKDAYS[day.weekday()][:3]} {format_short(day, day)}"
