"""What the weights that were learnt from labelled actions say of the signs in an action."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.linear import DAMPED, SCALE
from facilitator.domain.words import DURABLE, Durability

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from facilitator.coach.linear import Linear
    from facilitator.coach.rules import Rule

LABELS = tuple(Durability)
WEIGHTS = "actions_weights"
"""A column for each label, one for the square of a sign's size, and one for vagueness."""

_WEAK = (LABELS.index(Durability.DOCUMENT), LABELS.index(Durability.REMIND))
# A rule on paper that is shown as durable does more harm than a guard that is shown as a rule.
_WEAK_ENOUGH = 0.09
# How much a rule counts beside the words, unless it is only the next best sign.
_TRUSTED = {"shape": 1.25, "target": 1.25}
_VAGUE_ENOUGH, _RULED_VAGUE = -1.25, 3.5


class Reading(NamedTuple):
    """The label, how likely it is of one in all, and whether the action is vague."""

    label: Durability
    share: float
    vague: bool


def read(signs: Collection[str], rule: Rule, weights: Linear, *, vague: bool) -> Reading:
    """What words and rules say together; ``vague`` is what the rules say."""
    *sums, squares, open_ended = weights.sums(signs)
    sums = _damped(sums, squares, weights)
    sums[LABELS.index(rule.label)] += _TRUSTED.get(rule.kind, 0.0)
    top = max(sums)
    powers = [exp(each - top) for each in sums]
    total = sum(powers)
    best = _cautious([power / total for power in powers])
    vague = open_ended + _RULED_VAGUE * vague > _VAGUE_ENOUGH
    return Reading(LABELS[best], powers[best] / total, vague)


def _damped(sums: Sequence[float], squares: float, weights: Linear) -> list[float]:
    """The sums of a text as it was learnt from, by the squares of the sizes of its signs."""
    much = squares**DAMPED or 1.0
    starts = [each / SCALE for each in weights.start]
    return [begin + (each - begin) / much for begin, each in zip(starts, sums, strict=False)]


def _cautious(shares: Sequence[float]) -> int:
    """The place of the likeliest label; with any doubt, not of the more durable one."""
    best = shares.index(max(shares))
    if LABELS[best] in DURABLE and sum(shares[each] for each in _WEAK) > _WEAK_ENOUGH:
        return max(_WEAK, key=shares.__getitem__)
    return best
