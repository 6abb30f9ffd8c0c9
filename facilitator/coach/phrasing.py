"""Reads a text into clauses, without what is denied, and without its reasons unless asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.framing import framing
from facilitator.coach.grammar import small_words
from facilitator.coach.vocabulary import Tag, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE_LIMIT, _WORD_LIMIT = 8, 50
_STOPS = frozenset(".;:()!?≡")
_STOP = re.compile(r" ([.;:()!?≡]) ")


class Clause(NamedTuple):
    """Words in a row, with the concepts that they stand for.

    ``joined`` says that ``and`` or ``then`` ties the clause to the one before, ``spelt_out`` that
    it says what the text before it comes to, ``titled`` that a colon follows, ``cut`` that words
    around it were left out, which tell when or why.
    """

    tags: tuple[Tag, ...]
    joined: bool = False
    spelt_out: bool = False
    titled: bool = False
    cut: bool = False

    @property
    def commits(self) -> bool:
        """Whether it begins like an order: with a verb in its base form."""
        return bool(self.tags) and self.tags[0].base

    @property
    def line(self) -> str:
        """The tags as one line, each followed by a blank."""
        return " ".join([*(tag.shown for tag in self.tags), ""])


def clauses(line: str, *, with_reasons: bool = False) -> list[Clause]:
    """The first clauses of a plain line."""
    found: list[Clause] = []
    for part, before, after in _parts(_told(line)):
        words = part if with_reasons else _without_reasons(part)
        cut = len(words) != len(part)
        row = words.split()[:_WORD_LIMIT]
        found += _joined(row, spelt_out=before == "≡", titled=after == ":", cut=cut)
    return found[:_CLAUSE_LIMIT]


def _told(line: str) -> str:
    known = framing()
    if any(map(line.__contains__, known.denying)):
        for pattern in known.denials:
            line = re.sub(pattern, " ", line)
    for detour in known.detours:
        line = detour.straightened(line)
    return line


def _parts(line: str) -> Iterator[tuple[str, str, str]]:
    """What stands between the stops, with the stop before it and the stop after it."""
    if _STOPS.isdisjoint(line):
        yield line.strip(" ,"), "", ""
        return
    pieces = _STOP.split(line.replace(" ", "  "))
    before = ""
    for words, after in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        part = " ".join(words.split()).strip(", ")
        if part:
            yield part, before, after
        before = after


def _without_reasons(part: str) -> str:
    known = framing()
    words = known.without_leads(_after(known.condition, known.without_leads(f"{part} ")))
    return known.reason.sub("", words).strip(" ,")


def _after(pattern: re.Pattern[str], words: str) -> str:
    """The words, without what the pattern finds at their beginning."""
    match = pattern.match(words)
    return words[match.end() :] if match else words


def _joined(words: list[str], *, spelt_out: bool, titled: bool, cut: bool) -> Iterator[Clause]:
    """The clauses that ``and``, ``then`` or a comma ties together: each begins with a verb."""
    tags, ties = tagged(words), small_words().ties
    begin = 0
    for index in range(1, len(tags) - 1):
        if tags[index].words[0] in ties and tags[index + 1].base:
            yield Clause(tuple(tags[begin:index]), begin > 0, spelt_out, cut=cut)
            begin = index + 1
    if tags:
        yield Clause(tuple(tags[begin:]), begin > 0, spelt_out, titled, cut)
