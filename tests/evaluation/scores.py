"""Agreement between what persons said and what a program tells, in figures.

A pair is what was wanted and what was told.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    Pair = tuple[Hashable, Hashable]


def share(found: Iterable[bool]) -> float:
    """The share of what is true; 0 of nothing."""
    values = list(found)
    return sum(values) / len(values) if values else 0.0


def agreement(pairs: Sequence[Pair]) -> float:
    return share(wanted == told for wanted, told in pairs)


def precision(pairs: Sequence[Pair], value: Hashable) -> float:
    """Of those that were told to have the value, the share that has it."""
    return share(wanted == value for wanted, told in pairs if told == value)


def recall(pairs: Sequence[Pair], value: Hashable) -> float:
    """Of those that have the value, the share that was told to have it."""
    return share(told == value for wanted, told in pairs if wanted == value)


def f1(pairs: Sequence[Pair], value: Hashable) -> float:
    """Harmonic mean of precision and recall for one value; 0 if it is never met."""
    return _f1_of_counts(Counter(pairs), value)


def macro_f1(pairs: Sequence[Pair]) -> float:
    """Mean of F1 over all values that were wanted or told."""
    counts = Counter(pairs)
    values = {value for pair in counts for value in pair}
    return sum(_f1_of_counts(counts, value) for value in values) / len(values) if values else 0.0


def confusion(pairs: Sequence[Pair], values: Sequence[Hashable]) -> list[list[int]]:
    """A line for each value wanted, with how often each value was told."""
    counts = Counter(pairs)
    return [[counts[wanted, told] for told in values] for wanted in values]


def _f1_of_counts(counts: Counter[Pair], value: Hashable) -> float:
    named = sum(
        count * ((wanted == value) + (told == value)) for (wanted, told), count in counts.items()
    )
    return 2 * counts[value, value] / named if named else 0.0
