"""Which actions of the library are wanted, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.domain.held import check_due
from facilitator.domain.listed_action import (
    OfReview,
    is_back,
    is_durable,
    is_finished,
    is_open,
    is_overdue,
)
from facilitator.domain.priority import priority
from facilitator.domain.words import ActionStatus, Family, Marker, Priority

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Review

LATELY_DAYS = 30
"""What is done or agreed counts as lately for so long, unless a day is said."""


class ActionState(StrEnum):
    """What can be said of an action as it stands on a day; ``value`` is how it is typed."""

    OPEN = "open"
    OVERDUE = "overdue"
    DURABLE = "durable"
    UNOWNED = "unowned"
    UNDATED = "undated"
    DEFERRED = "deferred"
    BACK = "back"
    CHECK_DUE = "check"
    DONE_LATELY = "done"
    AGREED_LATELY = "agreed"


class Order(StrEnum):
    """What comes first; ``value`` is how it is typed."""

    DUE = "due"
    AGE = "age"
    PRIORITY = "priority"
    LASTING = "lasting"
    REVIEW = "review"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFilter:
    """Which actions are wanted: all that is said must hold.

    ``states`` must hold, ``without`` must not. An owner, service or class is wanted if it holds
    the words, whatever their capitals; of several ``priorities`` or ``families`` one is enough.
    ``words`` must each stand in the action's text, owner or ticket, or in the review's title or
    incident. ``since`` is the day from which done and agreed count as lately.
    """

    states: frozenset[ActionState] = frozenset()
    without: frozenset[ActionState] = frozenset()
    owners: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    families: tuple[Family, ...] | None = None
    priorities: tuple[Priority, ...] = ()
    words: tuple[str, ...] = ()
    since: date | None = None
    order: Order = Order.DUE


def lately(wanted: ActionFilter, today: date) -> date:
    """The day from which done and agreed count as lately."""
    return wanted.since or today - timedelta(days=LATELY_DAYS)


def state_holds(state: ActionState, action: ActionItem, today: date, since: date) -> bool:
    """Whether a state can be said of an action."""
    if state is ActionState.CHECK_DUE:
        return check_due(action, today)
    if state is ActionState.DONE_LATELY:
        return is_finished(action) and action.done_on is not None and action.done_on >= since
    if state is ActionState.AGREED_LATELY:
        return is_open(action) and action.agreed_on is not None and action.agreed_on >= since
    return {
        ActionState.OPEN: is_open(action),
        ActionState.OVERDUE: is_overdue(action, today),
        ActionState.DURABLE: is_durable(action),
        ActionState.UNOWNED: is_open(action) and not action.owner,
        ActionState.UNDATED: is_open(action) and action.due is None,
        ActionState.DEFERRED: action.status is ActionStatus.DEFERRED,
        ActionState.BACK: is_back(action, today),
    }[state]


def fits(wanted: ActionFilter, review: Review, action: ActionItem, today: date) -> bool:
    """Whether an action of a review is wanted: what the store must find, said plainly."""
    since = lately(wanted, today)
    return (
        all(state_holds(each, action, today, since) for each in wanted.states)
        and not any(state_holds(each, action, today, since) for each in wanted.without)
        and _holds(action.owner, wanted.owners)
        and _holds(review.failure_class, wanted.classes)
        and all(any(_holds(each, (word,)) for each in review.services) for word in wanted.services)
        and (not wanted.priorities or priority(action) in wanted.priorities)
        and _fits_family(wanted, review, action)
        and all(
            any(_holds(each, (word,)) for each in _told(review, action)) for word in wanted.words
        )
    )


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return all(word.casefold() in text.casefold() for word in words)


def _told(review: Review, action: ActionItem) -> tuple[str, ...]:
    ticket = action.backlog.key if action.backlog else ""
    return action.text, action.owner, ticket, review.title, review.incident


def _fits_family(wanted: ActionFilter, review: Review, action: ActionItem) -> bool:
    """By the factors that it answers, and those that its findings are drawn from."""
    if wanted.families is None:
        return True
    found = [each for each in review.findings if each.id in action.findings]
    answered = {*action.factors, *(factor for each in found for factor in each.factors)}
    families = {each.family for each in review.factors if each.id in answered}
    return not families.isdisjoint(wanted.families)


def of_review(review: Review) -> OfReview:
    """What the list tells of a review."""
    begun = review.created.date() if review.created else None
    return OfReview(
        id=review.id,
        title=review.title,
        incident=review.incident,
        severity=review.severity,
        failure_class=review.failure_class,
        services=review.services,
        day=review.held_on or _incident_day(review) or begun,
    )


def _incident_day(review: Review) -> date | None:
    """In UTC: of the impact's start, or else of the earliest event."""
    placed = [each for each in review.events if each.at is not None]
    started = [each for each in placed if each.marker is Marker.IMPACT_START]
    ats = (each.at.astimezone(UTC) for each in started or placed if each.at is not None)
    first = min(ats, default=None)
    return first.date() if first is not None else None
