"""Days as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from facilitator.domain.day_words import MONTHS, WEEKDAYS
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from collections.abc import Callable

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""Years that a typed day may have: enough for every incident, and free of overflows."""

_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_WEEKDAY = "|".join(f"{name}|{name[:4]}|{name[:3]}" for name in WEEKDAYS)
_END = r"(?![\w/])"
# A T may follow: it joins the day to a time.
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9_/A-SU-Za-su-z])")
_DAY_MONTH = re.compile(
    rf"([0-9]{{1,2}})(?:st|nd|rd|th)?\s({_MONTH})\.?{_END}(?:,?\s([12][0-9]{{3}}){_END}(?!:))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"({_MONTH})\.?\s([0-9]{{1,2}})(?:st|nd|rd|th)?{_END}(?!:)"
    rf"(?:,?\s([12][0-9]{{3}}){_END}(?!:))?",
    re.IGNORECASE,
)
_SLASHED = re.compile(rf"([0-9]{{1,2}})([/.])([0-9]{{1,2}})\2([0-9]{{4}}|[0-9]{{2}}){_END}")
_DAY_WORD = re.compile(
    rf"(?:(today|tomorrow)|(?:(?:next|this)\s)?({_WEEKDAY})){_END}", re.IGNORECASE
)
_LATER = re.compile(
    rf"(?:\+|in\s)?([0-9]{{1,4}})\s?(d(?:ays?)?|w(?:eeks?)?){_END}|(next)\sweek{_END}",
    re.IGNORECASE,
)


def month_number(word: str) -> int:
    """1 to 12 for the first three letters of a month's name, in any case."""
    return [name[:3].lower() for name in MONTHS].index(word[:3].lower()) + 1


def real_day(year: int, month: int, day: int) -> date:
    """The day, or RuleViolation if the calendar has none or it is out of reach."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleViolation(
            "time", f"The year {year} is out of reach: {FIRST_YEAR} to {LAST_YEAR}."
        )
    try:
        return date(year, month, day)
    except ValueError:
        raise RuleViolation(
            "time", f"There is no {year:04}-{month:02}-{day:02} in the calendar."
        ) from None


def refuse_slashes(text: str, position: int) -> None:
    """Refuse ``03/04/2026`` and ``3.4.26``, whose day and month would be a guess."""
    match = _SLASHED.match(text, position)
    if match is None:
        return
    first, second = int(match[1]), int(match[3])
    year = match[4] if len(match[4]) == len("2026") else f"20{match[4]}"
    readings = [(second, first)] if first != second else []
    readings = [(m, d) for m, d in [*readings, (first, second)] if 1 <= m <= len(MONTHS)]
    ways = " or ".join(f"{year}-{month:02}-{day:02}" for month, day in readings)
    raise RuleViolation(
        "time", f"“{match[0]}” leaves open which is the day. Write {ways or '2026-04-03'}."
    )


def scan_date(
    text: str, position: int, complete: Callable[[int, int], date]
) -> tuple[date, int] | None:
    """A calendar date at ``position`` and where it ends: ``2026-03-04``, ``4 Mar``, ``March 4``.

    ``complete(month, day)`` finds the year of a date written without one.
    """
    refuse_slashes(text, position)
    if match := _ISO.match(text, position):
        return real_day(int(match[1]), int(match[2]), int(match[3])), match.end()
    if match := _DAY_MONTH.match(text, position):
        day, month, year = match[1], match[2], match[3]
    elif match := _MONTH_DAY.match(text, position):
        month, day, year = match[1], match[2], match[3]
    else:
        return None
    number = month_number(month)
    found = real_day(int(year), number, int(day)) if year else complete(number, int(day))
    return found, match.end()


def scan_future_day(text: str, position: int, today: date) -> tuple[date, int] | None:
    """A day to come at ``position``: also ``+14d``, ``2w``, ``in 10 days``, ``tomorrow``, ``thu``.

    A weekday is the next such day after today, ``next week`` a week from today; ``19 Mar`` is the
    next 19 March, today included.
    """
    if match := _LATER.match(text, position):
        week = match[3] or match[2][0].lower() == "w"
        return today + timedelta(days=int(match[1] or 1) * (7 if week else 1)), match.end()
    if match := _DAY_WORD.match(text, position):
        return _named_day(match[1], match[2], today), match.end()
    return scan_date(text, position, lambda month, day: _next_such(today, month, day))


def read_day(text: str, today: date) -> date:
    """A whole text that is a day near today, past or to come: also ``today``, ``yesterday``.

    A day without a year is the one that lies nearest.
    """
    typed = " ".join(text.split())
    words = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if typed.lower() in words:
        return today + timedelta(days=words[typed.lower()])
    found = scan_date(typed, 0, lambda month, day: nearest_such(today, month, day))
    if found is None or found[1] != len(typed):
        raise RuleViolation("time", "Write the day like 5 Mar, 2026-03-05 or today.")
    return found[0]


def past_day(text: str, today: date) -> date:
    """As ``read_day``, but never a day to come: one without a year is the last such day."""
    found = read_day(text, today)
    if found <= today:
        return found
    if re.search(r"[12][0-9]{3}", text):
        raise RuleViolation("time", f"{found} is still to come.")
    return max(each for each in _such_days(today.year, found.month, found.day) if each <= today)


def nearest_such(anchor: date, month: int, day: int) -> date:
    """The day of this month and number that lies nearest to ``anchor``."""
    return min(_such_days(anchor.year, month, day), key=lambda each: abs((each - anchor).days))


def _next_such(today: date, month: int, day: int) -> date:
    return next(each for each in _such_days(today.year, month, day) if each >= today)


def _such_days(year: int, month: int, day: int) -> list[date]:
    # A leap day may be eight years away.
    around = [day_or_none(each, month, day) for each in range(year - 8, year + 9)]
    found = [each for each in around if each is not None]
    if not found:
        raise RuleViolation("time", f"There is no {day} {MONTHS[month - 1]} in the calendar.")
    return found


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _named_day(word: str | None, weekday: str | None, today: date) -> date:
    if weekday is None:
        return today + timedelta(days=0 if (word or "").lower() == "today" else 1)
    target = [name[:3].lower() for name in WEEKDAYS].index(weekday[:3].lower())
    return today + timedelta(days=(target - today.weekday() - 1) % 7 + 1)
