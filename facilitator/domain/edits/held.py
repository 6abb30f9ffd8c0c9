"""Edits on whether a fix held: what was seen, or when to look again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits import rows
from facilitator.domain.edits.actions import change_action
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.domain.words import FINISHED_STATUSES, ActionStatus

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Review


def answer_held(action_id: str, *, held: bool, because: str) -> Edit:
    """Say whether it held, and by what that was seen."""
    status = ActionStatus.HELD if held else ActionStatus.DID_NOT_HOLD

    def edit(review: Review) -> Review:
        _finished(review, action_id)
        seen = clean_line(because, "held_because")
        if not seen:
            raise RuleViolation("held_because", "Say by what that was seen.")
        return change_action(action_id, status=status, held_because=seen)(review)

    return edit


def check_again(action_id: str, day: date, today: date, because: str = "") -> Edit:
    """Look again on a day to come; what was seen so far may be kept."""

    def edit(review: Review) -> Review:
        action = _finished(review, action_id)
        if day <= today:
            raise RuleViolation("check_on", "That day is not to come any more. Say a later one.")
        seen = clean_line(because, "held_because") or action.held_because
        return change_action(action_id, status=ActionStatus.DONE, check_on=day, held_because=seen)(
            review
        )

    return edit


def _finished(review: Review, action_id: str) -> ActionItem:
    action: ActionItem = rows.find(review, "actions", action_id)
    if action.status not in FINISHED_STATUSES:
        raise RuleViolation("status", "Only of what is done can be said whether it held.")
    return action
