"""What single actions add to the figures and to a card, told from the records of a review.

The definitions are those of ``kinds`` and ``cards``, once more in Python: an edit has its records
in memory, and to count them in the database takes ten times as long. A property holds that both
give the same after any edits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.marks import DURABLE as FLAG
from facilitator.domain.marks import NO_LABEL, OTHER
from facilitator.domain.words import (
    CLOSED_STATUSES,
    DURABLE,
    FINISHED_STATUSES,
    NO_FIX,
    ActionStatus,
    Durability,
)
from facilitator.store.kept.figures import NO_MONTH
from facilitator.store.kept.kinds import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from facilitator.domain.records import ActionItem

    Figure = tuple[str, str, int]

_RANKS = {label: rank for rank, label in enumerate(Durability)}
_OPEN = frozenset(ActionStatus) - CLOSED_STATUSES - {ActionStatus.DEFERRED}


class Work(NamedTuple):
    """What a card says of the actions of a review; the names are those of its columns."""

    open_actions: int
    done_actions: int
    strongest: int | None
    lasting: bool


def work(actions: Iterable[ActionItem]) -> Work:
    """The same of these."""
    is_open = done = 0
    ranks = []
    for each in actions:
        is_open += each.status not in CLOSED_STATUSES
        done += each.status in FINISHED_STATUSES
        if each.durability is not None and each.status is not ActionStatus.CANCELLED:
            ranks.append(_RANKS[each.durability])
    strongest = min(ranks, default=None)
    lasting = strongest is not None and strongest < len(DURABLE)
    return Work(is_open, done, strongest, lasting)


def of_review(dated: date | None, *, lasting: bool) -> Figure:
    """What a review with a durable action adds, or one without."""
    return "review", f"{_month(dated)}{FLAG if lasting else OTHER}", 0


def of_action(action: ActionItem, day: date | None, failure_class: str) -> Iterator[Figure]:
    """What an action adds in a review of this day and class, which is folded."""
    status, dated = action.status, action.agreed_on or action.proposed_on or day
    lasting = action.durability in DURABLE
    month, flag = _month(dated), FLAG if lasting else OTHER
    yield "status", f"{month}{flag}{status.value}", 0
    if status is ActionStatus.CANCELLED:
        return
    yield "label", f"{month}{action.durability or NO_LABEL}", 0
    for kind, promised in _promised(action):
        yield kind, f"{month}{flag}", promised.toordinal()
        yield WHOLE[kind], f"{NO_MONTH}{flag}", promised.toordinal()
    if lasting and status in _OPEN:
        yield "age", month, dated.toordinal() if dated else 0
    if status in FINISHED_STATUSES:
        yield from _finished(action, dated, failure_class)
    elif dated:
        yield "flow", f"{month}in", 0


def _promised(action: ActionItem) -> Iterator[tuple[str, date]]:
    """The day that something is expected of it, if it is open, put off or done."""
    status = action.status
    if action.due and status in _OPEN:
        yield "due", action.due
    elif action.deferral and status is ActionStatus.DEFERRED:
        yield "until", action.deferral.until
    elif action.check_on and status is ActionStatus.DONE:
        yield "check", action.check_on


def _finished(action: ActionItem, dated: date | None, failure_class: str) -> Iterator[Figure]:
    done_on = action.done_on
    if done_on is None:
        return
    if failure_class and action.durability not in NO_FIX:
        yield "fixed", f"{NO_MONTH}{failure_class}", done_on.toordinal()
    if dated is not None:
        took = max(0, (done_on - dated).days)
        yield "flow", f"{_month(dated)}in", 0
        yield "flow", f"{_month(done_on)}out", 0
        yield "took", _month(done_on), took
        yield WHOLE["took"], NO_MONTH, took


def _month(day: date | None) -> str:
    return day.isoformat()[:7] if day else NO_MONTH
