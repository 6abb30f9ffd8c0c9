"""The rules by which the coach finds blame, slips and hindsight; the rules are data."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.coach.language_line import Word
from facilitator.coach.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

_DENIED = "EXEMPT"


class Pattern(NamedTuple):
    """Words in a row; a sentence that has none of one of the sets in ``needs`` cannot fit."""

    pattern: str
    needs: tuple[frozenset[str], ...]

    def matches(self, line: str, words: AbstractSet[str]) -> Iterator[re.Match[str]]:
        """Where the pattern fits a line of these words."""
        if any(each.isdisjoint(words) for each in self.needs):
            return iter(())
        return _compiled(self.pattern).finditer(line)


class Rule(NamedTuple):
    """One way to blame, to offer a slip, or to speak from hindsight."""

    name: str
    label: str
    why: str
    ask: str
    pattern: Pattern


class Sign(NamedTuple):
    """A rule that fits, and the words that it found: from the first to the one after the last."""

    rule: Rule
    first: int
    after: int


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern between blanks, made when a sentence first needs it: all at once take long."""
    return re.compile(f"(?<= )(?:{pattern})(?= |$)")


def _pattern(told: dict[str, Any]) -> Pattern:
    return Pattern(told["pattern"], tuple(frozenset(some.split()) for some in told["needs"]))


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, blame first."""
    return tuple(
        Rule(each["name"], each["label"], each["why"], each["ask"], _pattern(each))
        for each in table("language")["rules"]
    )


@cache
def _exempt() -> tuple[Pattern, ...]:
    return tuple(map(_pattern, table("language")["exempt"]))


def denied(words: Sequence[Word]) -> list[Word]:
    """The words, with one sign in the place of what is denied or about nobody."""
    line, known = _line(words), {each.text for each in words}
    found = list(words)
    for pattern in _exempt():
        for match in pattern.matches(line, known):
            first, after = _within(words, match.start(), match.end())
            for at in range(first, after):
                found[at] = Word(_DENIED, words[at].start, words[at].end)
    return found


def signs(words: Sequence[Word]) -> tuple[Sign, ...]:
    """Every rule that fits the words, in the order of the rules."""
    line, known = _line(words), {each.text for each in words}
    return tuple(
        Sign(rule, *_within(words, *match.span()))
        for rule in rules()
        for match in rule.pattern.matches(line, known)
    )


def question(ask: str, words: Sequence[Word]) -> str:
    """One of the questions of a kind, the same one for the same words."""
    questions: list[str] = table("language")["asks"][ask]
    return questions[sum(len(each.text) for each in words) % len(questions)]


def fallback(label: str) -> dict[str, str]:
    """What is said where no rule fits: ``why`` and ``ask``."""
    told: dict[str, str] = table("language")["fallback"][label]
    return told


def _line(words: Sequence[Word]) -> str:
    return f" {' '.join(each.text for each in words)} "


def _within(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Which words stand between two places of the line."""
    starts = list(accumulate((len(each.text) + 1 for each in words), initial=1))
    first = max(bisect_right(starts, start) - 1, 0)
    return first, max(first + 1, min(bisect_left(starts, end), len(words)))
