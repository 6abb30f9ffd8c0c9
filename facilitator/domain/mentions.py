"""Where a text speaks of somebody: the name, and what stands around it that says the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOBODY_KNOWN = "somebody"
"""Stands for a participant who has neither alias nor role."""
_ARTICLE = re.compile(r"(?<!\w)(?:the|an?|our)\s+$", re.IGNORECASE)
_LEAST_ROLE_WORDS = frozenset({"a", "and", "for", "in", "of", "on", "the", "&", "to", "at"})
_LOOK_BACK, _NAME_BACK = 200, 60
_PART = re.compile(r"[^\W\d_][\w'’-]+")


@dataclass(frozen=True, slots=True)
class Person:
    """A participant as the room sees them: ``shown`` is an alias, or ``the`` and a role."""

    name: str
    shown: str
    role: str = ""

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known that could stand for the name."""
        return self.shown == NOBODY_KNOWN


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that speaks of somebody; ``tail`` stands behind what is shown for it."""

    start: int
    end: int
    person: Person
    tail: str = ""


def widened(text: str, start: int, end: int, person: Person, last: int) -> Mention:
    """The mention with what says the same twice: the role beside it, an article before it."""
    start, end = _with_rest(text, start, end, person, last)
    start, end = _with_role(text, start, end, person, last)
    if person.shown.startswith("the "):
        before = max(last, start - _LOOK_BACK)
        article = _ARTICLE.search(text[before:start])
        start = start if article is None else before + article.start()
    return _with_possessive(text, start, end, person)


def _with_rest(text: str, start: int, end: int, person: Person, last: int) -> tuple[int, int]:
    """What stands beside a part of a name and is another part of it: ``Maria H. Silva``."""
    before, behind = _rests(person.name)
    found = before.search(text, max(last, start - _NAME_BACK), start)
    after = behind.match(text, end)
    return start if found is None else found.start(), end if after is None else after.end()


@lru_cache(maxsize=500)
def _rests(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    parts = _PART.findall(name)
    words = "|".join(sorted(map(re.escape, parts), key=len, reverse=True)) or r"(?!)"
    firsts = "".join(sorted({part[0].upper() for part in parts})) or "\0"
    one = rf"(?:{words})(?!\w)"
    before = rf"(?<![\w@#'’.\-])(?:{one}|[{firsts}]\.)(?:\s+(?:{one}|[^\W\d_a-z]\.?))*\s+\Z"
    behind = rf"(?:\s+(?:[^\W\d_a-z]\.?\s+)?{one})+(?!-\w|\.\w|@)|,\s+[{firsts}]\.(?!\w)"
    return re.compile(before), re.compile(behind)


def _with_role(text: str, start: int, end: int, person: Person, last: int) -> tuple[int, int]:
    role = person.role.casefold().split()
    if not role or person.shown.casefold() != f"the {' '.join(role)}":
        return start, end
    first = max(last, start - _LOOK_BACK)
    before = text[first:start]
    for words in _beginnings_and_ends(role):
        comma = ",?" if words == role else ""
        found = re.search(rf"(?<!\w){_spaced(words)}{comma}\s+$", before, re.IGNORECASE)
        if found is not None:
            aside = comma and "," in found[0] and text[end : end + 1] == ","
            return first + found.start(), end + bool(aside)
    behind = re.compile(
        rf"\s*\((?:the\s+)?{_spaced(role)}\)|,\s+(?:the\s+|our\s+)?{_spaced(role)}(?:,|(?=[.;:!?]|$))",
        re.IGNORECASE,
    ).match(text, end)
    return start, end if behind is None else behind.end()


def _spaced(words: Sequence[str]) -> str:
    return r"\s+".join(map(re.escape, words))


def _beginnings_and_ends(role: list[str]) -> Iterable[list[str]]:
    """The whole role, then what it begins and ends with: ``on-call Priya``, ``engineer Priya``."""
    for count in range(len(role), 0, -1):
        for words in (role[:count], role[-count:]):
            if not _LEAST_ROLE_WORDS.issuperset(words):
                yield words


def _with_possessive(text: str, start: int, end: int, person: Person) -> Mention:
    """``James' fix`` is ``the on-call engineer's fix``."""
    sign, following = text[end : end + 1], text[end + 1 : end + 2]
    quoted = text[start - 1 : start] in {"'", "‘"} if start else False
    bare = sign in {"'", "’"} and following.isspace() and text[end - 1] in "sxz"
    if bare and not quoted and not person.shown.endswith("s"):
        return Mention(start, end + 1, person, f"{sign}s")
    return Mention(start, end, person)


def joined(text: str, mentions: list[Mention]) -> list[Mention]:
    """Two names of the same person beside each other are one: ``Priya (@priya)``."""
    found: list[Mention] = []
    for each in mentions:
        last = found[-1] if found else None
        between = text[last.end : each.start] if last is not None else ""
        same = last is not None and last.person is each.person and not last.tail
        if last is not None and same and not between.strip():
            found[-1] = replace(last, end=each.end, tail=each.tail)
        elif last is not None and same and between.strip() == "(" and text[each.end :][:1] == ")":
            found[-1] = replace(last, end=each.end + 1)
        else:
            found.append(each)
    return found
