"""The rules by which the coach finds blame, slips and hindsight; the rules are data."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from facilitator import resources
from facilitator.coach.language_line import Word
from facilitator.coach.language_words import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

_MACRO = re.compile(r"\{([a-z_]+[0-9]?)\}")
_DENIED = "EXEMPT"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to blame, to offer a slip, or to speak from hindsight.

    ``needs`` are sets of words: a sentence that has none of a set cannot fit.
    """

    name: str
    label: str
    why: str
    ask: str
    pattern: str
    needs: tuple[frozenset[str], ...]

    def matches(self, line: str, words: AbstractSet[str]) -> Iterator[re.Match[str]]:
        """Where the rule fits a line of these words."""
        if any(each.isdisjoint(words) for each in self.needs):
            return iter(())
        return _compiled(self.pattern).finditer(line)


@dataclass(frozen=True, slots=True)
class Sign:
    """A rule that fits, and the words that it found: from the first to the one after the last."""

    rule: Rule
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class _Data:
    rules: tuple[Rule, ...]
    exempt: tuple[str, ...]
    asks: dict[str, tuple[str, ...]]
    fallback: dict[str, dict[str, str]]


@lru_cache(maxsize=1)
def _data() -> _Data:
    data = tomllib.loads(resources.read_text(f"{PLACE}language.toml"))
    macros: dict[str, str] = {}
    for name, pattern in data["macros"].items():
        macros[name] = _expanded(pattern, macros)
    return _Data(
        rules=tuple(_rule(each, macros) for each in data["rule"]),
        exempt=tuple(_expanded(each["pattern"], macros) for each in data["exempt"]),
        asks={name: tuple(questions) for name, questions in data["asks"].items()},
        fallback=data["fallback"],
    )


def _rule(told: dict[str, Any], macros: dict[str, str]) -> Rule:
    needs = (frozenset(some.split()) for some in told.get("needs", "").split("&") if some)
    return Rule(**{**told, "pattern": _expanded(told["pattern"], macros), "needs": tuple(needs)})


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern between blanks, made when a sentence first needs it: all at once take long."""
    return re.compile(f"(?<= )(?:{pattern})(?= |$)")


def _expanded(pattern: str, macros: dict[str, str]) -> str:
    return _MACRO.sub(lambda found: macros.get(found[1], found[0]), pattern)


def rules() -> tuple[Rule, ...]:
    """All rules, blame first."""
    return _data().rules


def denied(words: Sequence[Word]) -> list[Word]:
    """The words, with one sign in the place of what is denied or about nobody."""
    line = _line(words)
    found = list(words)
    for pattern in _data().exempt:
        for match in _compiled(pattern).finditer(line):
            first, after = _within(words, match.start(), match.end())
            for at in range(first, after):
                found[at] = Word(_DENIED, words[at].start, words[at].end)
    return found


def signs(words: Sequence[Word]) -> tuple[Sign, ...]:
    """Every rule that fits the words, in the order of the rules."""
    line, known = _line(words), {each.text for each in words}
    return tuple(
        Sign(rule, *_within(words, *match.span()))
        for rule in _data().rules
        for match in rule.matches(line, known)
    )


def question(ask: str, words: Sequence[Word]) -> str:
    """One of the questions of a kind, the same one for the same words."""
    questions = _data().asks[ask]
    return questions[sum(len(each.text) for each in words) % len(questions)]


def fallback(label: str) -> dict[str, str]:
    """What is said where no rule fits: ``why`` and ``ask``."""
    return _data().fallback[label]


def _line(words: Sequence[Word]) -> str:
    return f" {' '.join(each.text for each in words)} "


def _within(words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Which words stand between two places of the line."""
    starts = list(accumulate((len(each.text) + 1 for each in words), initial=1))
    first = max(bisect_right(starts, start) - 1, 0)
    return first, max(first + 1, min(bisect_left(starts, end), len(words)))
