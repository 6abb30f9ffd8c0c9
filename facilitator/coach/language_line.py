"""Reads a text as words with their places: no quotations, no links, no ticket numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.language_words import corrected, words

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
_READ = re.compile(
    r"(?P<quote>\0+)"
    r"|(?P<skip>\w+://\S+|(?i:www)\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)\#\w*[0-9]\w*"
    r"|(?<![\w-])[A-Za-z][A-Za-z0-9]{1,9}-[0-9]+(?![\w-]|[.%][0-9]))"
    r"|(?P<code>`[^`]*`|[A-Za-z]+(?:-[A-Za-z0-9]+)*-[0-9]+[A-Za-z]?(?!\w)|(?i:us|eu|ap|sa|ca)-[A-Za-z]+(?!\w)|(?<![\w/])(?:~|\.{1,2})?/[\w.~/-]+|\w+(?:[./]\w+)*_\w+(?:[./]\w+)*)"
    r"|(?P<listed>(?i:(?:should|could|must|nice)-(?:to-)?have)\b)"
    r"|(?P<handle>(?<![\w@./])@[^\W_][\w.-]*[^\W_])"
    r"|(?P<word>[^\W\d_](?:[^\W_])*(?:['’\u02bc][^\W\d_]+)*)"
    r"|(?P<number>[0-9][\w.:,]*)"
    r"|(?P<mark>[.,;:!?—–()]|\s-\s)"
)
_MARKS = {"!": ".", "?": ".", "—": ",", "–": ",", "-": ",", "(": ",", ")": ","}
_MODALS = frozenset(("should", "could", "would", "might", "must"))
_ENDINGS = {"'ve": "have", "'re": "are", "'m": "am", "'ll": "will", "'s": "'s", "'d": "had"}
_NOT = {"ca": "can", "wo": "will", "sha": "shall"}


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
    mixed = any(each.islower() for each in text)
    for match in _READ.finditer(unquoted(text[:READ_LIMIT])):
        if match[0] == "US" and mixed:
            continue
        for word in _meant(match):
            last = found[-1].text if found else "."
            if word == "of" and (
                last in _MODALS or (last == "not" and len(found) > 1 and found[-2].text in _MODALS)
            ):
                word = "have"  # noqa: PLW2901 - "should of"
            if word not in STOPS or last not in STOPS:
                found.append(Word(word, match.start(), match.end()))
    while found and found[-1].text in STOPS:
        found.pop()
    return found


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
    ending = ""
    if "'" in word:
        if word.endswith("n't"):
            word, ending = _NOT.get(word[:-3], word[:-3]), "not"
        else:
            stem, _, end = word.rpartition("'")
            if f"'{end}" in _ENDINGS:
                word, ending = stem, _ENDINGS[f"'{end}"]
    if word.endswith("n't"):  # shouldn't've
        yield word[:-3]
        word = "not"
    told = words()
    if word in told.split:
        yield from told.split[word]
    else:
        word = told.same.get(word) or corrected(word)
        yield told.same.get(word, word)
    if ending:
        yield ending
