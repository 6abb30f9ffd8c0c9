"""Says in SQL what ``domain.action_filter`` says of an action; a test holds both together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.action_filter import ActionState, Order, lately
from facilitator.domain.listed_action import EXPECTED
from facilitator.domain.priority import MATRIX
from facilitator.domain.words import DURABLE, FINISHED_STATUSES, ActionStatus, Durability

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from enum import StrEnum

    from facilitator.domain.action_filter import ActionFilter


def _listed(words: Iterable[StrEnum]) -> str:
    """Our own words as a list in SQL."""
    return ", ".join(f"'{each.value}'" for each in sorted(words))


_OPEN = f'a."status" IN ({_listed(EXPECTED)})'
_DONE = f'a."status" IN ({_listed(FINISHED_STATUSES)})'
_LABEL = 'coalesce(a."call", a."hint")'
_STATES = {
    ActionState.OPEN: _OPEN,
    ActionState.OVERDUE: f'{_OPEN} AND a."due" < :today',
    ActionState.DURABLE: f"{_LABEL} IN ({_listed(DURABLE)})",
    ActionState.UNOWNED: f"{_OPEN} AND a.\"owner\" = ''",
    ActionState.UNDATED: f'{_OPEN} AND a."due" IS NULL',
    ActionState.DEFERRED: f"a.\"status\" = '{ActionStatus.DEFERRED.value}'",
    ActionState.BACK: 'a."deferral_until" <= :today',
    ActionState.CHECK_DUE: f'a."status" = \'{ActionStatus.DONE.value}\' AND a."check_on" <= :today',
    ActionState.DONE_LATELY: f'{_DONE} AND a."done_on" >= :since',
    ActionState.AGREED_LATELY: f'{_OPEN} AND a."agreed_on" >= :since',
}
_RISKS = " ".join(
    f"WHEN a.\"impact\" = '{impact.value}' AND a.\"likelihood\" = '{likelihood.value}'"
    f" THEN '{given.value}'"
    for (impact, likelihood), given in MATRIX.items()
)
_PRIORITY = f'(CASE {_RISKS} ELSE a."stated_priority" END)'
OF_REVIEW = 'coalesce(r."held_on", c."day", substr(r."created", 1, 10))'
"""When it was held; what says no such day stands by the incident, and else by its beginning."""
JOINED = (
    '"action" AS a JOIN "review" AS r ON r."id" = a."review_id"'
    ' LEFT JOIN "card" AS c ON c."review_id" = a."review_id"'
)
_WHEN = f'coalesce(a."agreed_on", a."proposed_on", {OF_REVIEW}, \'9\')'
_RANKS = " ".join(f"WHEN '{label.value}' THEN {rank}" for rank, label in enumerate(Durability))
_FAMILIES = (
    'EXISTS (SELECT 1 FROM "factor" AS f WHERE f."review_id" = a."review_id"'
    ' AND f."family" IN ({}) AND (EXISTS (SELECT 1 FROM "action_factor" AS x'
    ' WHERE x."review_id" = a."review_id" AND x."action_id" = a."id" AND x."factor_id" = f."id")'
    ' OR EXISTS (SELECT 1 FROM "action_finding" AS y JOIN "finding_factor" AS z'
    ' ON z."review_id" = y."review_id" AND z."finding_id" = y."finding_id"'
    ' WHERE y."review_id" = a."review_id" AND y."action_id" = a."id"'
    ' AND z."factor_id" = f."id")))'
)
_IN_REVIEW = 'a."review_id" IN (SELECT w."id" FROM "review" AS w WHERE {})'
"""Asked once of every review, and not of every action."""
_OF_SERVICE = _IN_REVIEW.format('any_holds(:{}, w."services")')
_OF_CLASS = _IN_REVIEW.format('holds(:{}, w."failure_class")')
_NAMED = _IN_REVIEW.format('holds(:{}, w."title", w."incident")')
_SAID = f'(holds(:{{}}, a."text", a."owner", a."backlog_key") OR {_NAMED})'
_PLACE = 'a."review_id", a."position", a."id"'
# What has no day, rating or label comes last, on every database alike.
_ORDERS = {
    Order.DUE: f"coalesce(a.\"due\", '9'), {_PLACE}",
    Order.AGE: f"{_WHEN}, {_PLACE}",
    Order.PRIORITY: f"coalesce({_PRIORITY}, '9'), coalesce(a.\"due\", '9'), {_PLACE}",
    Order.LASTING: f"CASE {_LABEL} {_RANKS} ELSE {len(Durability)} END, {_PLACE}",
    Order.REVIEW: f"coalesce({OF_REVIEW}, '') DESC, {_PLACE}",
    Order.DONE: f"coalesce(a.\"done_on\", '') DESC, {_PLACE}",
}


def order_by(order: Order) -> str:
    """What an order sorts by; two actions never stand at the same place."""
    return _ORDERS[order]


def sums(states: Sequence[ActionState], today: date, since: date) -> tuple[str, dict[str, str]]:
    """A column for each state that counts the actions it can be said of."""
    columns = ", ".join(f"sum(CASE WHEN {_STATES[each]} THEN 1 ELSE 0 END)" for each in states)
    return columns or "0", {"today": today.isoformat(), "since": since.isoformat()}


def condition(wanted: ActionFilter, today: date) -> tuple[str, dict[str, str]]:
    """When an action of a review is wanted, over ``action`` AS a and ``review`` AS r."""
    values = {"today": today.isoformat(), "since": lately(wanted, today).isoformat()}
    parts = ['r."trashed_at" IS NULL']
    parts += [f"({_STATES[each]})" for each in sorted(wanted.states)]
    # What is not known cannot be said: NOT alone would lose it.
    parts += [f"NOT coalesce({_STATES[each]}, 0)" for each in sorted(wanted.without)]
    if wanted.priorities:
        parts.append(f"{_PRIORITY} IN ({_listed(wanted.priorities)})")
    if wanted.families is not None:
        parts.append(_FAMILIES.format(_listed(wanted.families)))
    texts = (
        ("owner", wanted.owners, 'holds(:{}, a."owner")'),
        ("service", wanted.services, _OF_SERVICE),
        ("class", wanted.classes, _OF_CLASS),
        ("word", wanted.words, _SAID),
    )
    for kind, words, said in texts:
        for number, word in enumerate(words):
            name = f"{kind}{number}"
            values[name] = word.casefold()
            parts.append(said.replace("{}", name))
    return " AND ".join(parts), values
