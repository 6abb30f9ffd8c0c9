"""Letting a proposal soak: the room hears of it again after two working days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_weekday
from facilitator.domain.words import ActionStatus
from facilitator.domain.working_days import working_days_after

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.records import ActionItem

SOAK_DAYS = 2


def check_in_day(today: date) -> date:
    """When the room hears again of what is left to soak today."""
    return working_days_after(today, SOAK_DAYS)


def check_in(action: ActionItem) -> date | None:
    """When the room hears of a proposal again; once it is agreed, the day is that of its check."""
    return action.check_on if action.status is ActionStatus.PROPOSED else None


def check_in_words(action: ActionItem) -> str:
    """``check in Mon 30 Nov``; empty for what does not soak."""
    day = check_in(action)
    return "" if day is None else f"check in {format_weekday(day)}"
