"""Applies the rules to clauses: which one fits, and the words that decided."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.grammar import small_words
from facilitator.coach.rules import Rule, rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from facilitator.coach.phrasing import Clause
    from facilitator.domain.words import Durability

_AIMING = frozenset(("improve", "prevent", "ensure"))


class Match(NamedTuple):
    """A rule that fits a clause, and the words that decided."""

    rule: Rule
    words: str = ""

    @property
    def because(self) -> str:
        """The rule's reason, with the words that decided."""
        return self.rule.because.replace("{}", self.words)


class _Shelf:
    """Rules in their order, found by a word or concept that they cannot do without."""

    def __init__(self, shelved: Sequence[Rule]) -> None:
        self._rules = shelved
        self._first: dict[str, list[int]] = defaultdict(list)
        self._anywhere: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        for index, rule in enumerate(shelved):
            needed = _needed(rule.when)
            if not needed:
                self._always.append(index)
            starts = rule.when.startswith("^ ") and needed and needed[0] == _choices(_second(rule))
            for choice in min(needed, key=len, default=()) if not starts else needed[0]:
                (self._first if starts else self._anywhere)[choice].append(index)

    def fitting(self, line: str) -> Iterator[Rule]:
        """The rules of which a line has the word; the rest cannot fit."""
        words = line.split()
        found = {*self._always, *self._first.get(words[0], ())} if words else set(self._always)
        for word in words:
            if word in self._anywhere:
                found.update(self._anywhere[word])
        return (self._rules[index] for index in sorted(found))


def match(clause: Clause) -> Match | None:
    """The control that a clause names: by what it aims with, by its shape, by what it names."""
    means = _means(clause)
    found = match(means) if means else None
    return found or _first(_shapes(), clause) or _named(clause)


def hinted(clause: Clause) -> Match | None:
    """The next best sign in a clause that names no control."""
    return _first(_last(), clause)


def speaking(clauses: Iterable[Clause], label: Durability) -> str:
    """The first words that name a control of this label; empty if none do."""
    for tag in chain.from_iterable(clause.tags for clause in clauses):
        rule = _targets().get(tag.concept or "")
        if rule and rule.label is label:
            return " ".join(tag.words)
    return ""


def _means(clause: Clause) -> Clause | None:
    """``Improve failover with a second link``: what follows ``with`` tells what will exist."""
    if clause.tags and clause.tags[0].concept in _AIMING:
        for index, tag in enumerate(clause.tags):
            if tag.words[0] in small_words().means:
                return clause._replace(tags=clause.tags[index + 1 :])
    return None


def _first(shelf: _Shelf, clause: Clause) -> Match | None:
    line = clause.line
    for rule in shelf.fitting(line):
        found = _pattern(rule.when).search(line)
        if found and not (rule.unless and _pattern(rule.unless).search(line)):
            return Match(rule, _deciding(clause, found))
    return None


def _named(clause: Clause) -> Match | None:
    for tag in clause.tags:
        rule = _targets().get(tag.concept or "")
        if rule:
            return Match(rule, " ".join(tag.words))
    return None


def _deciding(clause: Clause, found: re.Match[str]) -> str:
    """The words behind the item that a pattern marks."""
    if "star" not in found.re.groupindex:
        return ""
    index = found.string.count(" ", 0, found.start("star"))
    return " ".join(clause.tags[index].words)


@cache
def _shapes() -> _Shelf:
    return _Shelf(rules().shapes)


@cache
def _last() -> _Shelf:
    return _Shelf(rules().last)


@cache
def _targets() -> dict[str, Rule]:
    return {rule.when.strip("*").replace("_", " "): rule for rule in rules().targets}


_SIGNS = {
    "^": r"\A",
    ".": r"(?:\S+ )",
    ".?": r"(?:\S+ )?",
    "..": r"(?:\S+ )*?",
}
_UP_TO_PREPOSITION = "~"


@cache
def _sign(item: str) -> str | None:
    """What an item that names no words stands for."""
    if item == _UP_TO_PREPOSITION:
        return rf"(?:(?!(?:{'|'.join(sorted(small_words().prepositions))}) )\S+ )*?"
    return _SIGNS.get(item)


@cache
def _pattern(written: str) -> re.Pattern[str]:
    """Compiled when a line first asks for it: few are ever asked for."""
    return re.compile(r"(?<!\S)" + "".join(map(_item, written.split())))


def _item(item: str) -> str:
    if (sign := _sign(item)) is not None:
        return sign
    kind = "?P<star>" if item.startswith("*") else "?:"
    return f"({kind}(?:{'|'.join(_choices(item))}) ){'?' if item.endswith('?') else ''}"


def _needed(written: str) -> list[tuple[str, ...]]:
    """The items of a pattern of which one choice each must be there."""
    items = (item for item in written.split() if _sign(item) is None and not item.endswith("?"))
    return [_choices(item) for item in items]


def _second(rule: Rule) -> str:
    return rule.when.split()[1]


@cache
def _choices(item: str) -> tuple[str, ...]:
    """The concepts and words that an item admits."""
    named, _, words = item.strip("*?").partition("=")
    told = [each for name in named.split("|") if name for each in _concepts(name)]
    return (*told, *(word for word in words.split("|") if word))


def _concepts(name: str) -> list[str]:
    return [f"<{each}>" for each in rules().groups.get(name, name).split("|")]
