"""A failure that may have come back: what was done about its class in an earlier review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_short

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.words import ActionStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """An action that was done in another review of the same class, before this incident."""

    review_id: str
    title: str
    incident: str
    failure_class: str
    action_id: str
    text: str
    status: ActionStatus
    done_on: date | None

    @property
    def key(self) -> str:
        """What is remembered when it is put off: with other words it is asked about again."""
        return f"returned:{self.review_id}:{self.action_id}:{self.text}"


def fix_words(fix: Fix, today: date) -> str:
    """``A fix for “Bad settings” was closed on 3 Feb in INC-12: Reject bad files``."""
    on = "" if fix.done_on is None else f" on {format_short(fix.done_on, today)}"
    where = fix.incident or f"“{fix.title}”"
    return f"A fix for “{fix.failure_class}” was closed{on} in {where}: {fix.text}"
