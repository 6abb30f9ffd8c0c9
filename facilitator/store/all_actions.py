"""Finds and reads actions over all reviews that are not in the trash, a page at a time.

The rows that fit are found once for a filter, as numbers in their order; what is shown of them is
read as plain columns. A row that cannot be read is told as damaged, and the others are shown.
"""

from __future__ import annotations

from array import array
from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.domain.listed_action import ListedAction, OfReview
from facilitator.store.action_sql import JOINED, OF_REVIEW, condition, order_by, sums
from facilitator.store.columns import PLANS
from facilitator.store.mapper import Unreadable, to_records
from facilitator.store.values import codec_for

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from facilitator.domain.action_filter import ActionFilter, ActionState

_PLAN = PLANS["actions"]
_HEAD = ("id", "title", "incident", "severity", "failure_class", "services")
_SERVICES = codec_for(tuple[str, ...])
_ROW = ", ".join(
    [f'a."{name}"' for name in _PLAN.names]
    + [f'r."{name}"' for name in _HEAD]
    + [OF_REVIEW, "a.rowid"]
)
_READ = (
    f"SELECT {_ROW} FROM {JOINED}"  # noqa: S608 - our own names
    " WHERE a.rowid IN ({})"
)
_LAST_HELD = (
    'SELECT max(r."held_on") FROM "review" AS r WHERE r."trashed_at" IS NULL AND r."held_on" < ?'
)
_MOST = 500
"""So many parameters a statement: every build of SQLite takes more."""


def find_actions(
    connection: sqlite3.Connection, wanted: ActionFilter, today: date
) -> Sequence[int]:
    """The row numbers of the actions that fit, in the order that is wanted."""
    _teach(connection)
    where, values = condition(wanted, today)
    sql = (
        f"SELECT a.rowid FROM {JOINED}"  # noqa: S608 - our own conditions
        f" WHERE {where} ORDER BY {order_by(wanted.order)}"
    )
    return array("q", (row[0] for row in connection.execute(sql, values)))


def count_states(
    connection: sqlite3.Connection, states: Sequence[ActionState], today: date, since: date
) -> Mapping[ActionState, int]:
    """How many actions each of these states can be said of."""
    columns, values = sums(states, today, since)
    sql = (
        f'SELECT {columns} FROM "action" AS a WHERE a."review_id" NOT IN'  # noqa: S608 - as above
        ' (SELECT r."id" FROM "review" AS r WHERE r."trashed_at" IS NOT NULL)'
    )
    (found,) = connection.execute(sql, values).fetchall()
    return {state: int(count or 0) for state, count in zip(states, found, strict=True)}


def read_actions(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, ListedAction]:
    """The rows with these numbers; those that are gone meanwhile are left out."""
    wanted = list(numbers)
    found: dict[int, ListedAction] = {}
    for start in range(0, len(wanted), _MOST):
        some = wanted[start : start + _MOST]
        marks = ", ".join("?" * len(some))
        for row in connection.execute(_READ.format(marks), some).fetchall():
            found[row[-1]] = _listed(row)
    return found


def last_held(connection: sqlite3.Connection, today: date) -> date | None:
    """The day of the last review meeting before today."""
    ((day,),) = connection.execute(_LAST_HELD, (today.isoformat(),)).fetchall()
    return _day(day)


def _listed(row: tuple[Any, ...]) -> ListedAction:
    stored, head = row[: len(_PLAN.columns)], row[len(_PLAN.columns) : -1]
    review = _review(dict(zip((*_HEAD, "day"), head, strict=True)))
    try:
        (action,) = to_records(_PLAN, [stored], {"factors": [()], "findings": [()]})
    except Unreadable as damage:
        return ListedAction(
            review=review, id=str(stored[0]), action=None, damaged=str(damage.column)
        )
    return ListedAction(review=review, id=action.id, action=action)


def _review(head: dict[str, Any]) -> OfReview:
    """The head of the review, as much of it as can be read."""
    texts = ("id", "title", "incident", "severity", "failure_class")
    try:
        services = tuple(_SERVICES.decode([head["services"]])[0])
    except (TypeError, ValueError, RecursionError):
        services = ()
    return OfReview(
        **{name: head[name] if isinstance(head[name], str) else "" for name in texts},
        services=services,
        day=_day(head["day"]),
    )


def _day(stored: Any) -> date | None:
    try:
        return date.fromisoformat(str(stored)[:10])
    except ValueError:
        return None


def _teach(connection: sqlite3.Connection) -> None:
    """Let SQLite compare texts as Python does, whatever their alphabet."""
    connection.create_function("holds", -1, _holds, deterministic=True)
    connection.create_function("any_holds", 2, _any_holds, deterministic=True)


def _holds(word: str, *texts: Any) -> bool:
    return any(word in text.casefold() for text in texts if isinstance(text, str))


def _any_holds(word: str, services: Any) -> bool:
    try:
        return any(word in each.casefold() for each in _SERVICES.decode([services])[0])
    except (TypeError, ValueError, RecursionError):
        return False
