"""Edits on the actions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.edits import rows
from facilitator.domain.held import check_when_done, check_when_opened
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.domain.words import FINISHED_STATUSES, ActionStatus

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Backlog, Deferral, Review
    from facilitator.domain.words import Durability, Impact, Likelihood


def add_action(action: ActionItem) -> Edit:
    """Add an action at the end of the list."""

    def edit(review: Review) -> Review:
        placed = replace(action, position=rows.next_position(review.actions))
        return rows.added(review, "actions", _checked(review, placed))

    return edit


def change_action(action_id: str, **fields: Any) -> Edit:
    """Change fields of one action."""

    def edit(review: Review) -> Review:
        action = replace(rows.find(review, "actions", action_id), **fields)
        return rows.replaced(review, "actions", _checked(review, action))

    return edit


def remove_action(action_id: str) -> Edit:
    """Remove an action; a stopgap that stood in for it stands alone."""

    def edit(review: Review) -> Review:
        rows.find(review, "actions", action_id)
        for action in review.actions:
            if action.stopgap_for == action_id:
                review = rows.changed(review, "actions", action.id, stopgap_for=None)
        return rows.removed(review, "actions", {action_id})

    return edit


def set_status(action_id: str, status: ActionStatus, today: date) -> Edit:
    """Set the status and the date it gives; deferring goes through ``defer``."""

    def edit(review: Review) -> Review:
        action = rows.find(review, "actions", action_id)
        dates: dict[str, Any] = {}
        if status is ActionStatus.AGREED and action.agreed_on is None:
            dates["agreed_on"] = today
        if status not in FINISHED_STATUSES:
            # Opened again: it will be done on another day.
            dates["done_on"] = None
            if action.done_on is not None:
                dates["check_on"] = check_when_opened(action)
        else:
            dates["done_on"] = action.done_on or today
            if action.status not in FINISHED_STATUSES:
                dates["check_on"] = check_when_done(action, dates["done_on"], today)
        deferral = action.deferral if status is ActionStatus.DEFERRED else None
        return change_action(action_id, status=status, deferral=deferral, **dates)(review)

    return edit


def defer(action_id: str, deferral: Deferral) -> Edit:
    """Put an action off: who accepts the recurrence, why, and until when."""
    return change_action(action_id, status=ActionStatus.DEFERRED, deferral=deferral)


def rate(action_id: str, impact: Impact | None, likelihood: Likelihood | None) -> Edit:
    """Rate the risk that an action answers; a full rating replaces a stated priority."""

    def edit(review: Review) -> Review:
        stated = rows.find(review, "actions", action_id).stated_priority
        if impact is not None and likelihood is not None:
            stated = None
        return change_action(
            action_id, impact=impact, likelihood=likelihood, stated_priority=stated
        )(review)

    return edit


def call_durability(action_id: str, call: Durability | None, reason: str = "") -> Edit:
    """Overrule the coach's hint, with a reason; None returns to the hint."""

    def edit(review: Review) -> Review:
        why = clean_line(reason, "call_reason") if call is not None else ""
        if call is not None and not why:
            raise RuleViolation("call_reason", "Say why you see it differently.")
        return change_action(action_id, call=call, call_reason=why)(review)

    return edit


def set_backlog(action_id: str, backlog: Backlog | None) -> Edit:
    """Say where the action stands in the backlog."""
    return change_action(action_id, backlog=backlog)


def toggle_factor(action_id: str, factor_id: str) -> Edit:
    """Link a factor to an action, or unlink it."""
    return _toggle(action_id, "factors", factor_id)


def toggle_finding(action_id: str, finding_id: str) -> Edit:
    """Link a finding to an action, or unlink it."""
    return _toggle(action_id, "findings", finding_id)


def move_action(action_id: str, step: int) -> Edit:
    """Move an action up (-1) or down (1)."""
    return lambda review: rows.moved_by(review, "actions", action_id, step)


def _toggle(action_id: str, name: str, target: str) -> Edit:
    def edit(review: Review) -> Review:
        rows.find(review, name, target)
        links = rows.toggled(getattr(rows.find(review, "actions", action_id), name), target)
        return rows.changed(review, "actions", action_id, **{name: links})

    return edit


def _checked(review: Review, action: ActionItem) -> ActionItem:
    text = clean_line(action.text)
    if not text:
        raise RuleViolation("text", "Say what will be changed.")
    _check_stopgap(review, action)
    return replace(
        action,
        text=text,
        owner=clean_line(action.owner, "owner"),
        call_reason=clean_line(action.call_reason, "call_reason"),
        held_because=clean_line(action.held_because, "held_because"),
        backlog=_cleaned_backlog(action.backlog),
        deferral=_checked_deferral(action),
        factors=_known(review.factors, action.factors),
        findings=_known(review.findings, action.findings),
    )


def _checked_deferral(action: ActionItem) -> Deferral | None:
    if action.status is not ActionStatus.DEFERRED:
        return None
    deferral = action.deferral
    if deferral is None:
        raise RuleViolation("deferral", "Deferring needs who accepts it, why, and until when.")
    accepted_by = clean_line(deferral.accepted_by, "accepted_by")
    reason = clean_line(deferral.reason, "reason")
    if not accepted_by:
        raise RuleViolation("accepted_by", "Say who accepts that it can happen again.")
    if not reason:
        raise RuleViolation("reason", "Say why it is put off.")
    return replace(deferral, accepted_by=accepted_by, reason=reason)


def _cleaned_backlog(backlog: Backlog | None) -> Backlog | None:
    if backlog is None:
        return None
    cleaned = replace(
        backlog,
        system=clean_line(backlog.system, "system"),
        key=clean_line(backlog.key, "key"),
        url=clean_line(backlog.url, "url"),
    )
    return cleaned if cleaned.key or cleaned.url or cleaned.system else None


def _check_stopgap(review: Review, action: ActionItem) -> None:
    if action.stopgap_for is None:
        return
    if action.stopgap_for == action.id:
        raise RuleViolation("stopgap_for", "An action cannot be its own stopgap.")
    rows.find(review, "actions", action.stopgap_for)


def _known(rows_there: Any, ids: tuple[str, ...]) -> tuple[str, ...]:
    there = {row.id for row in rows_there}
    return tuple(dict.fromkeys(each for each in ids if each in there))
