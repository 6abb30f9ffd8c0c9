"""Tells which words a pattern over plain words cannot do without.

A sentence that has none of them need not be looked at, and the pattern need not be compiled.
"""

from __future__ import annotations

from itertools import product
from re import _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_ANY, _BEHIND_BLANK, _BEFORE_BLANK = "\1", "\2", "\3"
"""Signs in the place of what is not told: any letters; words or nothing, each followed by a blank;
words or nothing, each led by one."""
_MOST = 40_000
"""More ways to read a pattern than these are not looked at."""
_FEW = 6
"""More letters or ways than these in one place may be any."""
_SETS = 5
"""So many sets of words are told at most: each further one holds fewer sentences back."""
_OFTEN = 1_000

Ways = tuple[str, ...]


def needed(pattern: str, counts: Mapping[str, int]) -> tuple[frozenset[str], ...]:
    """Sets of words, of each of which a sentence has one if the pattern fits it.

    Of words that will do the rarest are taken: ``counts`` tells how often they are met.
    """
    ways = [_words(way) for way in _sequence(_parser.parse(pattern))]
    sets: list[frozenset[str]] = []
    while len(sets) < _SETS and all(ways):
        cover = _cover(ways, counts)
        sets.append(frozenset(cover))
        ways = [words - cover for words in ways]
    return tuple(sets)


def firsts(pattern: str) -> frozenset[str]:
    """The words that a pattern may begin with; none if it may begin with any."""
    begun = {way.split(" ")[0] for way in _sequence(_parser.parse(pattern))}
    unknown = {_ANY, _BEHIND_BLANK, _BEFORE_BLANK}
    return frozenset(begun if all(unknown.isdisjoint(word) for word in begun) else ())


def _cover(ways: Sequence[set[str]], counts: Mapping[str, int]) -> set[str]:
    """Rare words of which each way has one, and none of them for nothing."""

    def cost(word: str) -> float:
        # Signs, in capitals, stand for people, and these are in most sentences.
        return _OFTEN if word.isupper() else counts.get(word, 0) + 1

    has: dict[str, set[int]] = {}
    for at, words in enumerate(ways):
        for word in words:
            has.setdefault(word, set()).add(at)
    chosen: list[str] = []
    while has:
        best = min(has, key=lambda word: (cost(word) / len(has[word]), word))
        chosen.append(best)
        done = has.pop(best)
        has = {word: left for word, met in has.items() if (left := met - done)}
    return _pruned(sorted(chosen, key=cost, reverse=True), ways)


def _pruned(words: Sequence[str], ways: Sequence[set[str]]) -> set[str]:
    kept = set(words)
    for word in words:
        if all((kept - {word}) & way for way in ways):
            kept.discard(word)
    return kept


def _words(way: str) -> set[str]:
    """The whole words of a way to read a pattern."""
    told = ""
    for sign in way:
        begins = not told or told.endswith(" ")
        told += f"{_ANY} " if sign == _BEHIND_BLANK and begins else sign
    behind = ""
    for sign in reversed(told):
        ends = not behind or behind.startswith(" ")
        behind = (f" {_ANY}" if sign == _BEFORE_BLANK and ends else sign) + behind
    unknown = {_ANY, _BEHIND_BLANK, _BEFORE_BLANK}
    return {word for word in behind.split(" ") if word and unknown.isdisjoint(word)}


def _sequence(items: Iterable[tuple[Any, Any]]) -> Ways:
    ways: Ways = ("",)
    for code, value in items:
        more = _ways(str(code), value)
        if len(ways) * len(more) > _MOST:
            more = (_ANY,)
        ways = tuple(dict.fromkeys(map("".join, product(ways, more))))
    return ways


def _ways(code: str, value: Any) -> Ways:
    if code == "LITERAL":
        return (chr(value),)
    if code == "IN":
        return _letters(value)
    if code == "BRANCH":
        return tuple(dict.fromkeys(way for branch in value[1] for way in _sequence(branch)))
    if code == "SUBPATTERN":
        return _sequence(value[-1])
    if code in {"MAX_REPEAT", "MIN_REPEAT"}:
        return _repeated(*value)
    # What only looks around takes no place; for the rest there may be anything.
    return ("",) if code in {"ASSERT", "ASSERT_NOT", "AT"} else (_ANY,)


def _letters(told: Sequence[tuple[Any, Any]]) -> Ways:
    letters = tuple(chr(value) for code, value in told if str(code) == "LITERAL")
    return letters if len(letters) == len(told) <= _FEW else (_ANY,)


def _repeated(least: int, most: Any, body: Iterable[tuple[Any, Any]]) -> Ways:
    ways = _sequence(body)
    more = _signs(ways)
    if (least, most) == (0, 1) and more == _ANY and len(ways) <= _FEW:
        return ("", *ways)
    return tuple(f"{way}{more}" for way in ways) if least else (more,)


def _signs(ways: Ways) -> str:
    """The sign for these ways, any number of times."""
    if all(way[-1:] in {" ", _BEHIND_BLANK} and way[:1] != " " for way in ways):
        return _BEHIND_BLANK
    if all(way[:1] in {" ", _BEFORE_BLANK} and way[-1:] != " " for way in ways):
        return _BEFORE_BLANK
    return _ANY
