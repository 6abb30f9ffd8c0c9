"""What words stand for, as ``lexicon.toml`` states it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from facilitator.coach.tables import written

NOTHING = "nothing"
"""The concept of words that look like another one and are none."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A name for words that count alike; they are parted by commas."""

    name: str
    nouns: str = ""
    verbs: str = ""
    phrases: str = ""


@cache
def concepts() -> tuple[Concept, ...]:
    """Every concept; no two of them claim the same noun or the same verb."""
    found = written("lexicon")
    return tuple(Concept(name, **words) for name, words in found.items())
