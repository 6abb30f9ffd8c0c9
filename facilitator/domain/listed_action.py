"""An action as the list of all actions shows it: with the review that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from facilitator.domain.words import (
    CLOSED_STATUSES,
    DURABLE,
    FINISHED_STATUSES,
    ActionStatus,
)

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem

EXPECTED = frozenset(ActionStatus) - CLOSED_STATUSES - {ActionStatus.DEFERRED}
"""Statuses in which something is expected: what is put off is accepted until its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfReview:
    """What the list tells of the review of an action; ``day`` is when it was held.

    Where no such day is known it is that of the incident, or else the one it was begun on.
    """

    id: str
    title: str = ""
    incident: str = ""
    severity: str = ""
    failure_class: str = ""
    services: tuple[str, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAction:
    """A row of the list; ``action`` is None if what is stored cannot be read.

    ``damaged`` names what cannot be read then. Links to factors and findings are left out.
    """

    review: OfReview
    id: str
    action: ActionItem | None
    damaged: str = ""


def is_open(action: ActionItem) -> bool:
    """Whether something is expected of it."""
    return action.status in EXPECTED


def is_overdue(action: ActionItem, today: date) -> bool:
    """Whether its day has passed, and something is expected of it still."""
    return is_open(action) and action.due is not None and action.due < today


def is_durable(action: ActionItem) -> bool:
    """Whether it holds when nobody remembers it."""
    return action.durability in DURABLE


def is_back(action: ActionItem, today: date) -> bool:
    """Whether it was put off until a day that has come."""
    return action.deferral is not None and action.deferral.until <= today


def is_finished(action: ActionItem) -> bool:
    """Whether its work was carried out."""
    return action.status in FINISHED_STATUSES


def since_when(listed: ListedAction) -> date | None:
    """When it came up: agreed, else proposed, else on the day of the review."""
    action = listed.action
    if action is None:
        return listed.review.day
    return action.agreed_on or action.proposed_on or listed.review.day
