"""What the actions still lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.hinting import with_hint
from facilitator.coach.lack import Lack, of_rows
from facilitator.domain.orphans import causeless_actions, standing
from facilitator.domain.priority import priority
from facilitator.domain.words import CLOSED_STATUSES, DURABLE, ActionStatus, Durability

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from facilitator.domain.records import ActionItem, Backlog, Review

    Lacking = Callable[[ActionItem], bool]

_NOT_YET = frozenset((Durability.INVESTIGATE, Durability.REPAIR))


def actions(review: Review, today: date | None = None) -> Iterator[Lack]:
    """Durable actions with a cause, an owner, a date, a place and a rating.

    What is done or cancelled lacks nothing of that, and what is deferred no owner, date, place
    or rating; but it needs a day that is still to come.
    """
    hinted = standing_actions(review)
    if not hinted:
        yield Lack("no_action", "actions", "There is no action yet", "actions")
        return
    if not any(each.durability in DURABLE for each in hinted):
        first = hinted[0].id
        message = "There is no durable action yet"
        yield Lack("no_durable_action", f"actions[{first}]", message, "actions", first)
    expected = [each for each in hinted if each.status not in CLOSED_STATUSES]
    yield from _said(expected)
    yield from of_rows(
        "action_without_cause",
        "actions",
        causeless_actions(review),
        "action has no cause",
        "actions have no cause",
    )
    yield from of_rows(
        "deferred_without_end",
        "actions",
        (each for each in expected if _without_end(each, today)),
        "deferral has run out, or has no end",
        "deferrals have run out, or have no end",
    )
    under_way = [each for each in expected if each.status is not ActionStatus.DEFERRED]
    for rule, lacking, one, several in _CARRYING:
        rows = (each for each in under_way if lacking(each))
        yield from of_rows(rule, "actions", rows, one, several)


def _said(expected: Sequence[ActionItem]) -> Iterator[Lack]:
    """What they say is no action yet, or nobody could tell that it is done."""
    yield from of_rows(
        "not_an_action",
        "actions",
        (each for each in expected if _not_an_action(each)),
        "entry is not an action yet",
        "entries are not actions yet",
    )
    yield from of_rows(
        "vague",
        "actions",
        (each for each in expected if is_vague(each)),
        "action is vague",
        "actions are vague",
        quiet=True,
    )


def standing_actions(review: Review) -> tuple[ActionItem, ...]:
    """Every action that is not cancelled, with a hint even if it came without one."""
    return tuple(
        each if each.hint is not None and each.vague is not None else with_hint(each)
        for each in standing(review)
    )


def is_vague(action: ActionItem) -> bool:
    """Whether nobody could tell that it is done; what is no action yet has that to come."""
    return bool(action.vague) and not _not_an_action(action)


def _not_an_action(action: ActionItem) -> bool:
    return action.durability in _NOT_YET


def _without_end(action: ActionItem, today: date | None) -> bool:
    """Put off, with no day to come on which somebody looks at it again."""
    if action.status is not ActionStatus.DEFERRED:
        return False
    return action.deferral is None or (today is not None and action.deferral.until < today)


def _placeless(backlog: Backlog | None) -> bool:
    return backlog is None or not (backlog.key or backlog.url or backlog.system)


_CARRYING: tuple[tuple[str, Lacking, str, str], ...] = (
    (
        "no_owner",
        lambda action: not action.owner.strip(),
        "action has no owner",
        "actions have no owner",
    ),
    (
        "no_date",
        lambda action: action.due is None,
        "action has no date",
        "actions have no date",
    ),
    (
        "no_place",
        lambda action: _placeless(action.backlog),
        "action is not in the backlog",
        "actions are not in the backlog",
    ),
    (
        "not_rated",
        lambda action: priority(action) is None,
        "action is not rated",
        "actions are not rated",
    ),
)
"""Rules on carrying it out: the name, the test, the words for one and for several."""
