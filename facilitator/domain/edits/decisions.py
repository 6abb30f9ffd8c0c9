"""Edits that keep what the room decides on an action while it is discussed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.domain.edits import rows
from facilitator.domain.edits.actions import change_action
from facilitator.domain.rules import RuleViolation
from facilitator.domain.soaking import check_in, check_in_day
from facilitator.domain.words import ActionStatus

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Review

_DONE = "This action is done."
_PAST = {
    ActionStatus.IN_BACKLOG: "This action is agreed: it is in the backlog.",
    ActionStatus.IN_PROGRESS: "This action is agreed: somebody works on it.",
    ActionStatus.DONE: _DONE,
    ActionStatus.HELD: _DONE,
    ActionStatus.DID_NOT_HOLD: _DONE,
    ActionStatus.DEFERRED: "This action is put off. Give it another status first.",
    ActionStatus.CANCELLED: "This action was cancelled. Give it another status first.",
}
"""Why there is nothing to decide on what is neither proposed nor agreed."""


def agree(action_id: str, today: date) -> Edit:
    """Agree on what is proposed; propose again what is agreed."""

    def edit(review: Review) -> Review:
        action = _undecided(review, action_id)
        if action.status is ActionStatus.AGREED:
            fields: dict[str, Any] = {"status": ActionStatus.PROPOSED, "agreed_on": None}
        else:
            fields = {"status": ActionStatus.AGREED, "agreed_on": today}
            if _soaks(action, today):
                # It was for the decision, which is made now.
                fields["check_on"] = None
        return change_action(action_id, **fields)(review)

    return edit


def soak(action_id: str, today: date) -> Edit:
    """Let a proposal soak for two working days; once more takes the day of the check-in away."""

    def edit(review: Review) -> Review:
        action = _undecided(review, action_id)
        if action.status is ActionStatus.AGREED:
            raise RuleViolation("status", "This action is agreed: it need not soak.")
        day = None if _soaks(action, today) else check_in_day(today)
        return change_action(action_id, check_on=day)(review)

    return edit


def _undecided(review: Review, action_id: str) -> ActionItem:
    action: ActionItem = rows.find(review, "actions", action_id)
    if action.status in _PAST:
        raise RuleViolation("status", _PAST[action.status])
    return action


def _soaks(action: ActionItem, today: date) -> bool:
    """Whether a check-in is set; a day farther off is when it is checked that the fix held."""
    day = check_in(action)
    return day is not None and day <= check_in_day(today)
