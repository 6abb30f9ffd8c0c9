"""Factors that say the same in nearly the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from facilitator.coach.analysis_words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Words = frozenset[str]
    Grams = frozenset[str]

# Of all that is written, so much must be shared (Dice's measure over three letters at a time).
_SHARED = 0.72
# Two words are one if they begin alike and differ in few letters at the end, or share so much.
_BEGINNING, _ENDING, _WORD_SHARED = 4, 3, 0.6
# A text is looked up by its two rarest words, among so many others that have them at most.
_LOOKED_UP, _MOST = 2, 24
_REMEMBERED, _LAST = 4096, 4
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says.

    ``words`` are those with a weight, ``grams`` their letters three at a time; ``turns`` is what
    two texts may not differ in: whether they deny, and the numbers. ``keys`` are what it can be
    looked up by: the beginnings of its words, with that.
    """

    words: Words
    keys: tuple[str, ...]
    grams: Grams
    turns: tuple[bool, tuple[str, ...]]


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same: neither has a word of its own where the other has another."""
    return _same(reading(one), reading(other))


@lru_cache(maxsize=_LAST)
def pairs(texts: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Places of texts that say the same as one before: of the first that does, and their own."""
    told = [reading(each) for each in texts]
    first = dict[int, int]()
    for place, other in _candidates(told):
        earlier, later = min(place, other), max(place, other)
        if earlier < first.get(later, later) and _same(told[earlier], told[later]):
            first[later] = earlier
    return tuple((earlier, later) for later, earlier in sorted(first.items()))


def _candidates(told: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    """Places of texts, two and two, that share the rarest words of one of them."""
    places = defaultdict[str, set[int]](set)
    for place, each in enumerate(told):
        for key in each.keys:
            there = places[key]
            if len(there) < _MOST:
                there.add(place)
    for place, each in enumerate(told):
        rarest = sorted((places[key] for key in each.keys), key=len)[:_LOOKED_UP]
        for other in set.intersection(*rarest) if rarest else ():
            yield place, other


def _same(one: Reading, other: Reading) -> bool:
    if one.turns != other.turns or not one.words or not other.words:
        return False
    own, others = one.words - other.words, other.words - one.words
    if not (_covers(own, others) or _covers(others, own)):
        return False
    return _share(one.grams, other.grams) >= _SHARED


def _covers(words: Words, others: Words) -> bool:
    """Whether each of the other words is a form of one of these."""
    return all(any(_one_word(word, other) for word in words) for other in others)


def _one_word(word: str, other: str) -> bool:
    if word[0] != other[0]:
        return False
    begun = max(_BEGINNING, min(len(word), len(other)) - _ENDING)
    if word[:begun] == other[:begun]:
        return True
    return _share(_grams(word), _grams(other)) >= _WORD_SHARED


def _share(one: Grams, other: Grams) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


@lru_cache(maxsize=_REMEMBERED)
def reading(text: str) -> Reading:
    """What a text says, remembered for a while."""
    line = text.casefold().replace("’", "'")
    spoken = _WORD.findall(line)
    light, denies = _lists()
    words = frozenset(spoken) - light - denies
    turns = (not denies.isdisjoint(spoken), tuple(sorted(_NUMBER.findall(line))))
    keys = {f"{each[:_BEGINNING]}{turns}" for each in words}
    return Reading(words, tuple(sorted(keys)), frozenset().union(*map(_grams, words)), turns)


def _grams(word: str) -> Grams:
    padded = f" {word} "
    return frozenset(padded[at : at + 3] for at in range(len(word)))


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(phrases("alike", "light")), frozenset(phrases("alike", "denies"))
