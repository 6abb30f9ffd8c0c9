"""Applies the rules to clauses: which one fits, and the words that decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.rules import GROUPS, LAST, SHAPES, TARGETS, Rule
from facilitator.coach.vocabulary import PREPOSITIONS

if TYPE_CHECKING:
    from facilitator.coach.phrasing import Clause

_MEANS = frozenset(("by", "with", "through", "via", "using"))
_AIMING = frozenset(("improve", "prevent", "ensure"))


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits a clause, and the words that decided."""

    rule: Rule
    words: str = ""

    @property
    def because(self) -> str:
        """The rule's reason, with the words that decided."""
        return self.rule.because.replace("{}", self.words)


class _Compiled(NamedTuple):
    rule: Rule
    when: re.Pattern[str]
    unless: re.Pattern[str] | None


def match(clause: Clause) -> Match | None:
    """The control that a clause names: by what it aims with, by its shape, by what it names."""
    means = _means(clause)
    found = match(means) if means else None
    return found or _first(_shapes(), clause) or _named(clause)


def hinted(clause: Clause) -> Match | None:
    """The next best sign in a clause that names no control."""
    return _first(_last(), clause)


def _means(clause: Clause) -> Clause | None:
    """``Improve failover with a second link``: what follows ``with`` tells what will exist."""
    if clause.tags and clause.tags[0].concept in _AIMING:
        for index, tag in enumerate(clause.tags):
            if tag.words[0] in _MEANS:
                return replace(clause, tags=clause.tags[index + 1 :])
    return None


def _first(rules: tuple[_Compiled, ...], clause: Clause) -> Match | None:
    line = clause.line
    for rule, when, unless in rules:
        found = when.search(line)
        if found and not (unless and unless.search(line)):
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
def _shapes() -> tuple[_Compiled, ...]:
    return tuple(map(_compiled, SHAPES))


@cache
def _last() -> tuple[_Compiled, ...]:
    return tuple(map(_compiled, LAST))


@cache
def _targets() -> dict[str, Rule]:
    return {rule.when.strip("*").replace("_", " "): rule for rule in TARGETS}


def _compiled(rule: Rule) -> _Compiled:
    return _Compiled(rule, _pattern(rule.when), _pattern(rule.unless) if rule.unless else None)


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\S)" + "".join(map(_item, written.split())))


_SIGNS = {
    "^": r"\A",
    ".": r"(?:\S+ )",
    ".?": r"(?:\S+ )?",
    "..": r"(?:\S+ )*?",
    "~": rf"(?:(?!(?:{'|'.join(sorted(PREPOSITIONS))}) )\S+ )*?",
}


def _item(item: str) -> str:
    if item in _SIGNS:
        return _SIGNS[item]
    concepts, _, words = item.strip("*?").partition("=")
    choices = [f"<{name}>" for name in _concepts(concepts)] + [
        word for word in words.split("|") if word
    ]
    kind = "?P<star>" if item.startswith("*") else "?:"
    return f"({kind}(?:{'|'.join(choices)}) ){'?' if item.endswith('?') else ''}"


def _concepts(written: str) -> list[str]:
    names = [name for name in written.split("|") if name]
    return [each for name in names for each in GROUPS.get(name, name).split("|")]
