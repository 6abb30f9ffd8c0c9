"""The signs in an action by which its weights are looked up: words, concepts, and the rule."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.coach.grammar import small_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.coach.matching import Match
    from facilitator.coach.phrasing import Clause

_DIGITS = frozenset("0123456789")
_MARKS = frozenset(".,;:()!?≡")
_SILENT = _MARKS - set(":!?")
_STEM = 5
_LONG, _LONGER, _ENDING = 4, 6, 3
_FEW, _MANY = 4, 12


def signs(line: str, main: Sequence[Clause], found: Match, *, vague: bool) -> frozenset[str]:
    """All signs; ``vague`` and ``found`` are what the rules say.

    Words and pairs of words stand for themselves, ``~`` marks those outside of the main clauses,
    ``*`` a stem, ``_`` a concept beside a word or another, ``=`` what the rules say,
    ``#`` the length.
    """
    words: list[str] = []
    concepts: list[str] = []
    told: set[str] = set()
    skipped = small_words().skipped
    for clause in main:
        row = ["^"]
        names = []
        for tag in clause.tags:
            first, *more = tag.words
            if first in _MARKS:
                continue
            first = _figured(first)
            words.append(first)
            words += more
            if tag.concept is not None:
                names.append(tag.shown)
                row.append(tag.shown)
            elif first not in skipped:
                row.append(first if first == "0" else tag.shown)
        concepts += names
        told.update(
            [f"{one}_{two}" for one, two in pairwise(row) if one[0] == "<" or two[0] == "<"]
        )
        told.update(map(" ".join, pairwise(names)))
    rest = {_figured(word) for word in line.split() if word not in _MARKS}.difference(words)
    rule = found.rule
    sort = "" if rule.kind == "none" else f"{rule.label.value}"
    return frozenset(words).union(
        told,
        concepts,
        map(" ".join, pairwise(("^", *words))),
        [f"{word[:_STEM]}*" for word in words if len(word) > _STEM],
        ["~" + word for word in rest],
        (
            f"={sort}",
            f"={rule.kind} {sort}",
            f"={sort} {rule.when}",
            "=vague" if vague else "=told",
            "#few" if len(words) <= _FEW else "#many" if len(words) > _MANY else "#some",
        ),
    )


def bare_words(line: str) -> tuple[str, ...]:
    """The words of a plain line, in and out of its clauses."""
    return tuple(_figured(word) for word in line.split() if word not in _SILENT)


def signs_of_word(word: str) -> list[str]:
    """A bare word for itself, and how it begins and ends if it is longer."""
    found = [word]
    if len(word) > _LONG:
        found += [f"{word[:_LONG]}*", f"*{word[-_ENDING:]}"]
    if len(word) > _LONGER:
        found.append(f"{word[:_LONGER]}*")
    return found


def pairs_of_words(words: Sequence[str]) -> list[str]:
    """Each two bare words in a row, and which begins and which ends the line."""
    return [f"{one} {two}" for one, two in pairwise(("^", *words, "$"))]


def _figured(word: str) -> str:
    """Any number counts as any other."""
    return "0" if word[0] in _DIGITS else word
