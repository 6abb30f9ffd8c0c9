"""Letting a proposal soak: the room hears of it again after two working days."""

from __future__ import annotations

from datetime import timedelta
from itertools import count, islice
from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_weekday
from facilitator.domain.words import ActionStatus

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.records import ActionItem

SOAK_DAYS = 2
_SATURDAY = 5


def check_in_day(today: date) -> date:
    """When the room hears again of what is left to soak today."""
    later = (today + timedelta(days=each) for each in count(1))
    # Holidays differ from place to place and are not known.
    working = (day for day in later if day.weekday() < _SATURDAY)
    return next(islice(working, SOAK_DAYS - 1, None))


def check_in(action: ActionItem) -> date | None:
    """When the room hears of a proposal again; once it is agreed, the day is that of its check."""
    return action.check_on if action.status is ActionStatus.PROPOSED else None


def check_in_words(action: ActionItem) -> str:
    """``check in Mon 30 Nov``; empty for what does not soak."""
    day = check_in(action)
    return "" if day is None else f"check in {format_weekday(day)}"
