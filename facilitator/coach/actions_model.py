"""What the weights that were learnt from labelled actions say of the signs in an action."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.vocabulary import FUNCTION_WORDS
from facilitator.domain.words import DURABLE, Durability

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from facilitator.coach.linear import Linear
    from facilitator.coach.rules import Rule

LABELS = tuple(Durability)
WEIGHTS = "actions_weights"
"""A column for each label, and one for vagueness."""

_WEAK = (LABELS.index(Durability.DOCUMENT), LABELS.index(Durability.REMIND))
# A rule on paper that is shown as durable does more harm than a guard that is shown as a rule.
_WEAK_ENOUGH = 0.09
# How much a rule counts beside the words, unless it is only the next best sign.
_TRUSTED = {"shape": 1.0, "target": 1.0}
_VAGUE_ENOUGH, _RULED_VAGUE = -1.25, 3.5


class Reading(NamedTuple):
    """The label, how likely it is of one in all, and whether the action is vague."""

    label: Durability
    share: float
    vague: bool


def read(signs: Collection[str], rule: Rule, weights: Linear, *, vague: bool) -> Reading:
    """What words and rules say together; ``vague`` is what the rules say."""
    *sums, open_ended = weights.sums(signs)
    sums[LABELS.index(rule.label)] += _TRUSTED.get(rule.kind, 0.0)
    top = max(sums)
    powers = [exp(each - top) for each in sums]
    total = sum(powers)
    best = _cautious([power / total for power in powers])
    vague = open_ended + _RULED_VAGUE * vague > _VAGUE_ENOUGH
    return Reading(LABELS[best], powers[best] / total, vague)


def _cautious(shares: Sequence[float]) -> int:
    """The place of the likeliest label; with any doubt, not of the more durable one."""
    best = shares.index(max(shares))
    if LABELS[best] in DURABLE and sum(shares[each] for each in _WEAK) > _WEAK_ENOUGH:
        return max(_WEAK, key=shares.__getitem__)
    return best


def deciding(
    line: str, signs: Collection[str], label: Durability, other: Durability, weights: Linear
) -> str:
    """The word, or the two words, of a line that speak most for one label against another."""
    first, second = LABELS.index(label), LABELS.index(other)
    told = [
        (row[first] - row[second], sign)
        for sign in signs
        if _tells(sign) and f" {sign} " in line and (row := weights.row(sign))
    ]
    most, sign = max(told, default=(0, ""))
    return sign if most > 0 else ""


def _tells(sign: str) -> bool:
    """Whether a word, or one of two, means something by itself."""
    words = sign.split()
    return any(word[0].isalpha() and word not in FUNCTION_WORDS for word in words)
