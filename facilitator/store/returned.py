"""Reads what was done in other reviews about the failure class of a review."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.domain.returned import Fix
from facilitator.domain.words import FINISHED_STATUSES, ActionStatus
from facilitator.store.kept.words import is_fix

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.store.plan import Select

MOST = 60
"""So many actions are read: of every review the latest is told, and few reviews."""
_STATUSES = tuple(sorted(each.value for each in FINISHED_STATUSES))
# What was done after this incident could not have kept it away.
_FIXES = f"""
SELECT c.review_id, r.title, r.incident, r.failure_class, t.id, t.text, t.status, t.done_on
FROM card AS mine
JOIN card AS c ON c.trashed = 0 AND c.failure_class = mine.failure_class
    AND c.review_id <> mine.review_id
JOIN review AS r ON r.id = c.review_id
JOIN action AS t ON t.review_id = c.review_id AND t.status IN (?, ?, ?)
WHERE mine.review_id = ? AND mine.failure_class <> ''
    AND (t.done_on IS NULL OR mine.day IS NULL OR t.done_on <= mine.day)
    AND {is_fix("coalesce(t.call, t.hint)")}
ORDER BY t.done_on DESC, c.review_id, t.position LIMIT {MOST}
"""  # noqa: S608 - a number of ours


def read_fixes(review_id: str) -> Callable[[Select], tuple[Fix, ...]]:
    """Reads the latest fix of every other review of the same class, the latest first.

    A row that cannot be understood is left out; the rest is no worse for it.
    """

    def read(select: Select) -> tuple[Fix, ...]:
        found: dict[str, Fix] = {}
        for row in select(_FIXES, (*_STATUSES, review_id)):
            fix = _fix(row)
            if fix is not None:
                found.setdefault(fix.review_id, fix)
        return tuple(found.values())

    return read


def _fix(row: tuple[Any, ...]) -> Fix | None:
    review_id, title, incident, failure_class, action_id, text, status, done_on = row
    if not isinstance(text, str):
        return None
    return Fix(
        review_id=review_id,
        title=str(title),
        incident=str(incident),
        failure_class=str(failure_class),
        action_id=action_id,
        text=text,
        status=ActionStatus(status),
        done_on=_day(done_on),
    )


def _day(stored: Any) -> date | None:
    try:
        return date.fromisoformat(stored)
    except (TypeError, ValueError):
        return None
