"""Which actions last, and which weak ones bridge the time until one that does is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.coach.durability import assess
from facilitator.domain.orphans import standing
from facilitator.domain.words import DURABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.domain.records import ActionItem, Review


@dataclass(frozen=True, slots=True)
class Pairs:
    """The actions that stand, by id: the durable ones, and the stopgaps of these.

    ``bridged`` tells the durable action that a stopgap leads to, also by way of another stopgap.
    """

    standing: int
    durable: frozenset[str]
    bridged: Mapping[str, str]

    @property
    def none_durable(self) -> bool:
        """Whether there are actions, and none of them lasts or leads to one that does."""
        return self.standing > 0 and not self.durable

    def counts(self, action_id: str) -> bool:
        """Whether an action is durable or bridged by a durable one."""
        return action_id in self.durable or action_id in self.bridged


def pairs(review: Review) -> Pairs:
    """The durable actions of a review and their stopgaps; what was cancelled is neither."""
    rows = {each.id: each for each in standing(review)}
    durable = frozenset(each.id for each in rows.values() if _label_lasts(each))
    found = {each: _end(each, rows, durable) for each in rows if each not in durable}
    return Pairs(len(rows), durable, {each: end for each, end in found.items() if end})


def _label_lasts(action: ActionItem) -> bool:
    return (action.durability or assess(action.text).label) in DURABLE


def _end(action_id: str, rows: Mapping[str, ActionItem], durable: frozenset[str]) -> str | None:
    """The durable action at the end of a chain of stopgaps; none if it ends or turns before."""
    passed: set[str] = set()
    at = action_id
    while at not in durable:
        after = rows[at].stopgap_for if at in rows else None
        if after is None or at in passed:
            return None
        passed.add(at)
        at = after
    return at
