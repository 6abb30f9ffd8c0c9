"""Reads a text as words with their places: no quotations, no links, no ticket numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.language_words import corrected, pairs, words
from facilitator.coach.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

READ_LIMIT = 2_000
"""Characters that are read of a text."""
STOPS = frozenset(".,;:")
"""The marks that are kept, as one of these."""

_QUOTED = re.compile(
    r"(?<!\w)\"[^\"]+\"|“[^“”\"]+[”“\"]|„[^„“”\"]+[“”\"]|«[^«»]+»|»[^«»]+«|\u2039[^\u2039\u203a]+\u203a"
    r"|(?<!\w)‘[^‘’]*[^‘’\s]’(?!\w)"
)
_MARKS = {"!": ".", "?": ".", "—": ",", "–": ",", "-": ",", "(": ",", ")": ","}


class _Contracted(NamedTuple):
    """What ``language_words.toml`` says of words that are run together."""

    reads: re.Pattern[str]
    endings: dict[str, str]
    not_end: str
    not_word: str
    stems: dict[str, str]
    modals: frozenset[str]
    misheard: dict[str, str]
    names: frozenset[str]


@cache
def _contracted() -> _Contracted:
    told = table("language_words")["contracted"]
    not_end, not_word = told["not"].split("=")
    return _Contracted(
        _reads(told["listed"]),
        pairs(told["endings"]),
        not_end,
        not_word,
        pairs(told["stems"]),
        frozenset(told["modals"].split()),
        pairs(told["misheard"]),
        frozenset(told["names_in_capitals"].split()),
    )


def _reads(listed: str) -> re.Pattern[str]:
    """What may stand in a text; ``listed`` are the items of a list that look like demands."""
    return re.compile(
        r"(?P<quote>\0+)"
        r"|(?P<skip>\w+://\S+|(?i:www)\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)\#\w*[0-9]\w*"
        r"|(?<![\w-])[A-Za-z][A-Za-z0-9]{1,9}-[0-9]+(?![\w-]|[.%][0-9]))"
        r"|(?P<code>`[^`]*`|[A-Za-z]+(?:-[A-Za-z0-9]+)*-[0-9]+[A-Za-z]?(?!\w)"
        r"|(?i:us|eu|ap|sa|ca)-[A-Za-z]+(?!\w)"
        r"|(?<![\w/])(?:~|\.{1,2})?/[\w.~/-]+|\w+(?:[./]\w+)*_\w+(?:[./]\w+)*)"
        rf"|(?P<listed>(?i:{listed})\b)"
        r"|(?P<handle>(?<![\w@./])@[^\W_][\w.-]*[^\W_])"
        r"|(?P<word>[^\W\d_](?:[^\W_])*(?:['’\u02bc][^\W\d_]+)*)"
        r"|(?P<number>[0-9][\w.:,]*)"
        r"|(?P<mark>[.,;:!?—–()]|\s-\s)"
    )


class Word(NamedTuple):
    """One word as it is meant, and where it is written; a sign for whatever is no word."""

    text: str
    start: int
    end: int


def unquoted(text: str) -> str:
    """The text with zeros in the place of quotations: every letter stays where it was."""
    return _QUOTED.sub(lambda found: "\0" * len(found[0]), text.replace("\0", " "))


def read(text: str) -> list[Word]:
    """The words of a text."""
    found: list[Word] = []
    known, mixed = _contracted(), any(each.islower() for each in text)
    for match in known.reads.finditer(unquoted(text[:READ_LIMIT])):
        if mixed and match[0] in known.names:
            continue
        for word in _meant(match):
            last = found[-1].text if found else "."
            if word in known.misheard and _behind_modal(found, known):
                word = known.misheard[word]  # noqa: PLW2901 - "should of"
            if word not in STOPS or last not in STOPS:
                found.append(Word(word, match.start(), match.end()))
    while found and found[-1].text in STOPS:
        found.pop()
    return found


def _behind_modal(found: list[Word], known: _Contracted) -> bool:
    last, before = ([".", ".", *(each.text for each in found[-2:])])[-1:-3:-1]
    return last in known.modals or (last == known.not_word and before in known.modals)


def _meant(match: re.Match[str]) -> Iterator[str]:
    kind, text = match.lastgroup, match[0]
    if kind == "mark":
        yield _MARKS.get(text.strip(), text.strip())
    elif kind == "word":
        yield from _spelled(text)
    elif kind == "handle":
        yield "@"
    elif kind != "skip":
        yield {"quote": "QUOTE", "number": "NUM", "listed": "LIST", "code": "CODE"}[str(kind)]


def _spelled(text: str) -> Iterator[str]:
    # Upper case first: letters that differ in small and are one in capitals are one here.
    word = text.upper().casefold().replace("’", "'").replace("\u02bc", "'")
    ending, known = "", _contracted()
    if "'" in word:
        if word.endswith(known.not_end):
            stem = word.removesuffix(known.not_end)
            word, ending = known.stems.get(stem, stem), known.not_word
        else:
            stem, _, end = word.rpartition("'")
            if f"'{end}" in known.endings:
                word, ending = stem, known.endings[f"'{end}"]
    if word.endswith(known.not_end):  # shouldn't've
        yield word.removesuffix(known.not_end)
        word = known.not_word
    told = words()
    if word in told.split:
        yield from told.split[word]
    else:
        word = told.same.get(word) or corrected(word)
        yield told.same.get(word, word)
    if ending:
        yield ending
