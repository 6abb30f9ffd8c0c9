"""Whether factors of two reviews name the same weakness, by the words that they share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from facilitator.coach.grams import stem
from facilitator.coach.tables import listed, table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_PARTED = re.compile(r"(?<=\w)[-/](?=\w)")
_REMEMBERED, _WORDS = 1 << 15, 60
# Two words are one if the longer goes on where the shorter ends, or they differ in few letters.
_BEGINNING, _ENDING = 4, 3
# So much of all weight must be shared; more if each has a word where the other has another.
_SHARED, _EXCHANGED, _LEAST = 0.65, 0.81, 2
_COMMON = 0.5
# So many words may weigh so little that they are missed when words are only counted.
_SLACK = 1


@dataclass(frozen=True, slots=True)
class Said:
    """What a text says, once it is taken apart.

    ``words`` are what its words count as; ``lacks`` whether it says that something is not there;
    ``turns`` the words with an opposite, in the order in which they stand. ``heads`` are the
    beginnings of its words, by which it is looked up; ``weighs`` is what its words weigh.
    """

    words: frozenset[str]
    lacks: bool
    turns: tuple[str, ...]
    heads: frozenset[str]
    weighs: float


@dataclass(frozen=True, slots=True)
class _Lists:
    light: frozenset[str]
    lacks: frozenset[str]
    common: frozenset[str]
    one: Mapping[str, str]
    against: Mapping[str, frozenset[str]]
    phrases: Mapping[str, str]
    phrase: re.Pattern[str]
    first: frozenset[str]


def said(text: str) -> Said:
    """What a text says."""
    lists = _lists()
    line = _PARTED.sub(" ", text.casefold().replace("’", "'"))
    spoken = _WORD.findall(line)
    if not lists.first.isdisjoint(spoken):
        line = lists.phrase.sub(lambda found: lists.phrases[found[0]], line)
        spoken = _WORD.findall(line)
    spoken = spoken[:_WORDS]
    words = frozenset(filter(None, map(_counted, spoken)))
    return Said(
        words=words,
        lacks=any(map(_lacks, spoken)),
        turns=tuple(filter(None, map(_turn, spoken))),
        heads=frozenset(each[:_BEGINNING] for each in words),
        weighs=_weighed(words),
    )


def likeness(one: Said, other: Said) -> float:
    """How much two texts share, 0 to 1; 0 unless they name the same weakness."""
    if one.lacks != other.lacks or not _may_be_alike(one, other):
        return 0.0
    same = one.words & other.words
    near = _near(one.words - same, other.words - same)
    found = same.union(near)
    if len(found) < _LEAST or found <= _lists().common:
        return 0.0
    shared = 2 * _weighed(same) + _weighed(near) + _weighed(near.values())
    share = shared / (one.weighs + other.weighs)
    exchanged = len(found) < min(len(one.words), len(other.words))
    enough = share >= (_EXCHANGED if exchanged else _SHARED)
    return share if enough and not _opposed(one, other) else 0.0


def shared_words(one: Said, other: Said) -> frozenset[str]:
    """The words of the first that the second has too."""
    same = one.words & other.words
    return same.union(_near(one.words - same, other.words - same))


def counts_as(word: str) -> str:
    """What one word of a text counts as; empty for one that says nothing by itself."""
    return _counted(word.casefold().replace("’", "'"))


def weight(word: str) -> float:
    """How much a word counts."""
    return _COMMON if word in _lists().common else 1.0


def _weighed(words: Collection[str]) -> float:
    """What words weigh together."""
    common = _lists().common
    return len(words) - (1 - _COMMON) * sum(each in common for each in words)


def _may_be_alike(one: Said, other: Said) -> bool:
    """Whether enough of them begins alike: quickly told, and never wrong when it says no."""
    both = len(one.heads & other.heads)
    return both >= _LEAST and 2 * (both + _SLACK) > _SHARED * (len(one.heads) + len(other.heads))


def _near(ours: frozenset[str], theirs: frozenset[str]) -> dict[str, str]:
    """Words of the one, each with another form of it among those of the other."""
    if not ours or not theirs:
        return {}
    left = sorted(theirs)
    found = {}
    for word in sorted(ours):
        near = next((each for each in left if one_word(word, each)), None)
        if near is not None:
            left.remove(near)
            found[word] = near
    return found


@lru_cache(maxsize=_REMEMBERED)
def one_word(word: str, other: str) -> bool:
    """Whether two words are forms of one: they begin alike and differ in few letters."""
    short, long = (word, other) if len(word) < len(other) else (other, word)
    begun = max(_BEGINNING, len(short) - _ENDING)
    if len(short) < _BEGINNING or short[:begun] != long[:begun]:
        return False
    return len(long) - begun <= 2 * _ENDING


def _opposed(one: Said, other: Said) -> bool:
    """Whether the one has a word where the other has its opposite, or both have them crosswise."""
    if not one.turns or not other.turns:
        return False
    against = _lists().against
    ours, theirs = set(one.turns), set(other.turns)
    for each in ours - theirs:
        if not against[each].isdisjoint(theirs - ours):
            return True
    both = [each for each in one.turns if each in theirs and not against[each].isdisjoint(ours)]
    crossed = [each for each in other.turns if each in both]
    return len(both) > 1 and list(dict.fromkeys(both)) != list(dict.fromkeys(crossed))


@lru_cache(maxsize=_REMEMBERED)
def _counted(word: str) -> str:
    lists = _lists()
    if word in lists.light or word in lists.lacks:
        return ""
    root = stem(word)
    if root in lists.lacks:
        return ""
    return lists.one.get(word) or lists.one.get(root) or root


@lru_cache(maxsize=_REMEMBERED)
def _lacks(word: str) -> bool:
    lacks = _lists().lacks
    return word in lacks or stem(word) in lacks


@lru_cache(maxsize=_REMEMBERED)
def _turn(word: str) -> str:
    against, root = _lists().against, stem(word)
    return word if word in against else root if root in against else ""


@cache
def _lists() -> _Lists:
    lists = table("likeness")
    phrases = dict(each.split(": ") for each in listed(lists["phrases"]))
    longest = sorted(phrases, key=lambda each: (-len(each), each))
    lacks = frozenset(listed(lists["lacks"]))
    one = _ones(lists["same"])
    return _Lists(
        light=frozenset(listed(lists["light"])),
        lacks=lacks | frozenset(map(stem, lacks)),
        common=frozenset(one.get(each, stem(each)) for each in listed(lists["common"])),
        one=one,
        against=_opposites(lists["opposites"]),
        phrases=phrases,
        phrase=re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b"),
        first=frozenset(each.split()[0] for each in phrases),
    )


def _ones(groups: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for group in groups:
        words = listed(group)
        first = stem(words[0])
        for each in words:
            found.setdefault(each, first)
            found.setdefault(stem(each), first)
    return found


def _opposites(pairs: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for each in pairs:
        one, other = listed(each)
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}
