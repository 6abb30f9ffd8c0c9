"""What words stand for, as ``lexicon.toml`` states it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from facilitator.coach.tables import written

NOTHING = "nothing"
"""The concept of words that look like another one and are none."""


class Concept(NamedTuple):
    """A name for words that count alike; they are parted by commas.

    The nouns of those that compound stand beside each other, the last one saying what it is.
    """

    name: str
    nouns: str = ""
    verbs: str = ""
    phrases: str = ""
    compounds: bool = False


@cache
def concepts() -> tuple[Concept, ...]:
    """Every concept; no two of them claim the same noun or the same verb."""
    found = written("lexicon")
    return tuple(Concept(name, **words) for name, words in found.items())
