"""Days of an action: what a severity suggests for its due date, and what a person types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from facilitator.domain.days import nearest_such, scan_date, scan_future_day
from facilitator.domain.rules import RuleViolation
from facilitator.domain.severity import severity_number
from facilitator.domain.text import clean_line, shortened

if TYPE_CHECKING:
    from collections.abc import Callable

    Scan = Callable[[str, date], tuple[date, int] | None]

WORST = 2
"""Up to this severity the short time comes first."""

_AGO = re.compile(r"(?:yesterday|([0-9]{1,4}) days? ago)", re.IGNORECASE)
_LEAD = re.compile(r"(?:due|by|on|until|till) +", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Preset:
    """A usual time until an action is due."""

    words: str
    days: int

    def day(self, today: date) -> date:
        """The day it means today."""
        return today + timedelta(days=self.days)


_SHORT, _LONG = Preset("in 15 days", 15), Preset("in 30 days", 30)
_OTHERS = (Preset("in 1 week", 7), Preset("in 4 weeks", 28), Preset("in 8 weeks", 56))


def presets(severity: str) -> tuple[Preset, ...]:
    """The usual times, that of the severity first: 15 days for the worst two, else 30."""
    number = severity_number(severity)
    worst = number is not None and number <= WORST
    first = (_SHORT, _LONG) if worst else (_LONG, _SHORT)
    return (*first, *_OTHERS)


def read_due(typed: str, today: date) -> date | None:
    """A day to come as typed: ``+14d``, ``in 15 days``, ``thu``, ``19 Mar``; None for nothing.

    RuleViolation("due", …) if it is no day.
    """
    return _read(typed, today, _scan_future)


def read_day(typed: str, today: date) -> date | None:
    """A day that may have passed; ``4 Mar`` is the nearest one. None for nothing.

    RuleViolation("due", …) if it is no day.
    """
    return _read(typed, today, _scan_near)


def _read(typed: str, today: date, scan: Scan) -> date | None:
    text = _LEAD.sub("", clean_line(typed, "due"), count=1)
    if not text:
        return None
    try:
        found = scan(text, today)
    except RuleViolation as refused:
        raise RuleViolation("due", refused.reason) from None
    if found is None or found[1] != len(text):
        raise RuleViolation(
            "due", f"“{shortened(text)}” is not a day. Write it like +14d, 19 Mar or 2026-03-19."
        )
    return found[0]


def _scan_future(text: str, today: date) -> tuple[date, int] | None:
    return scan_future_day(text, 0, today)


def _scan_near(text: str, today: date) -> tuple[date, int] | None:
    if match := _AGO.fullmatch(text):
        return today - timedelta(days=int(match[1] or 1)), len(text)
    found = scan_date(text, 0, lambda month, day: nearest_such(today, month, day))
    return found or scan_future_day(text, 0, today)
