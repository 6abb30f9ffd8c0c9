"""What the weights that were learnt from labelled actions say of the signs in an action."""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.action_signs import pairs_of_words, signs_of_word
from facilitator.coach.linear import DAMPED, SCALE, linear
from facilitator.domain.words import DURABLE, Durability

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from facilitator.coach.linear import Linear
    from facilitator.coach.rules import Rule

LABELS = tuple(Durability)
WEIGHTS, WORDS = "actions_weights", "actions_words"
"""A column for each label and one for the square of a sign's size; the first also has one for
vagueness, the second is of bare words."""

_WEAK = (LABELS.index(Durability.DOCUMENT), LABELS.index(Durability.REMIND))
# A rule on paper that is shown as durable does more harm than a guard that is shown as a rule.
_WEAK_ENOUGH = 0.05
# How much a rule counts beside the words, unless it is only the next best sign.
_TRUSTED = {"shape": 1.25, "target": 1.25}
_VAGUE_ENOUGH, _RULED_VAGUE = -1.25, 3.5


class Weights(NamedTuple):
    """What all signs in an action say, and what its bare words say by themselves."""

    signs: Linear
    words: Linear


class Reading(NamedTuple):
    """The label, how likely it is of one in all, and whether the action is vague."""

    label: Durability
    share: float
    vague: bool


@cache
def weights_kept() -> Weights:
    """The weights that travel with the program."""
    return Weights(linear(WEIGHTS), linear(WORDS))


def read(
    signs: Collection[str], words: Sequence[str], rule: Rule, weights: Weights, *, vague: bool
) -> Reading:
    """What words and rules say together; ``vague`` is what the rules say.

    What the bare words say was learnt by itself, for beside the rules they learn too little; both
    are added.
    """
    *sums, open_ended = weights.signs.sums(signs)
    of_signs, of_words = (
        _damped(sums, weights.signs),
        _damped(_sums(words, weights.words), weights.words),
    )
    sums = [sum(each) for each in zip(of_signs, of_words, strict=True)]
    sums[LABELS.index(rule.label)] += _TRUSTED.get(rule.kind, 0.0)
    top = max(sums)
    powers = [exp(each - top) for each in sums]
    total = sum(powers)
    best = _cautious([power / total for power in powers])
    vague = open_ended + _RULED_VAGUE * vague > _VAGUE_ENOUGH
    return Reading(LABELS[best], powers[best] / total, vague)


def _sums(words: Sequence[str], weights: Linear) -> list[float]:
    """The sum of each column over the signs of bare words."""
    rows = [_row_of_word(word, weights) for word in words]
    rows += [row for pair in pairs_of_words(words) if (row := weights.row(pair)) is not None]
    return [sum(column) / SCALE for column in zip(weights.start, *rows, strict=True)]


@lru_cache(maxsize=8192)
def _row_of_word(word: str, weights: Linear) -> Sequence[int]:
    """What a word adds to each column with all its signs: most words come again."""
    rows = [row for sign in signs_of_word(word) if (row := weights.row(sign)) is not None]
    return [sum(column) for column in zip(*rows, strict=True)] or [0] * len(weights.start)


def _damped(columns: Sequence[float], weights: Linear) -> list[float]:
    """The sums of a text as it was learnt from, by the squares of the sizes of its signs."""
    *sums, squares = columns
    much = squares**DAMPED or 1.0
    starts = [each / SCALE for each in weights.start]
    return [begin + (each - begin) / much for begin, each in zip(starts, sums, strict=False)]


def _cautious(shares: Sequence[float]) -> int:
    """The place of the likeliest label; with any doubt, not of the more durable one."""
    best = shares.index(max(shares))
    if LABELS[best] in DURABLE and sum(shares[each] for each in _WEAK) > _WEAK_ENOUGH:
        return max(_WEAK, key=shares.__getitem__)
    return best
