"""How it reads whether a fix held: when somebody looks again, and what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_short
from facilitator.domain.held import check_due
from facilitator.domain.words import FINISHED_STATUSES, ActionStatus

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.records import ActionItem

ASK = "Did it hold?"
_OUTCOMES = {ActionStatus.HELD: "Held", ActionStatus.DID_NOT_HOLD: "Did not hold"}


def outcome_words(action: ActionItem) -> str:
    """``Did not hold: it was switched off``; empty until somebody knows."""
    outcome = _OUTCOMES.get(action.status, "")
    seen = action.held_because.rstrip(".")
    return ": ".join(filter(None, (outcome, seen))) if outcome else ""


def held_words(action: ActionItem, today: date) -> str:
    """``Done 3 Feb; look again 4 Apr``, or what was seen; empty for what is not done."""
    if action.status not in FINISHED_STATUSES:
        return ""
    if outcome := outcome_words(action):
        return outcome
    done = "Done" if action.done_on is None else f"Done {format_short(action.done_on, today)}"
    if action.check_on is None:
        return done
    since = "since " if check_due(action, today) else ""
    return f"{done}; look again {since}{format_short(action.check_on, today)}"
