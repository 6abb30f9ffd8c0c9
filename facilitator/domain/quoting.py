"""What a quotation says that the words beside it do not say already."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORD = re.compile(r"\S+")
_CUT, _ENDS = "…", ".!?:;"


class _Word(NamedTuple):
    """A word without signs and case, and where it ends."""

    key: str
    end: int


def unrepeated(quote: str, text: str) -> str:
    """The quotation without what ``text`` says of it.

    Empty if the text has all of it; what follows behind ``…`` if the text is its beginning.
    """
    said, quoted = _words(text), _words(quote)
    if not said or not quoted or _holds(said, quoted):
        return "" if quoted and said else quote
    for start in _beginnings(text, said):
        told = said[start:]
        if _begins(quoted, told) and (_is_cut(text) or _ends_there(quote, quoted[len(told) - 1])):
            return f"{_CUT} {quote[quoted[len(told) - 1].end :].strip()}"
    return quote


def _words(text: str) -> list[_Word]:
    found = (
        _Word("".join(filter(str.isalnum, match[0])).casefold(), match.end())
        for match in _WORD.finditer(text)
    )
    return [word for word in found if word.key]


def _holds(said: list[_Word], quoted: list[_Word]) -> bool:
    """Whether the text has the words of the quotation, one after the other."""
    whole, part = (f" {' '.join(word.key for word in words)} " for words in (said, quoted))
    return part in whole


def _beginnings(text: str, said: list[_Word]) -> list[int]:
    """Where the quoted words may begin: first, or behind the name of who wrote them."""
    behind = text.find(": ")
    named = sum(word.end <= behind + 1 for word in said) if behind > 0 else 0
    return [0, named] if 0 < named < len(said) else [0]


def _begins(quoted: list[_Word], told: list[_Word]) -> bool:
    head = quoted[: len(told)]
    return [word.key for word in head] == [word.key for word in told]


def _is_cut(text: str) -> bool:
    return text.rstrip().endswith(_CUT)


def _ends_there(quote: str, word: _Word) -> bool:
    """Whether a sentence or a line of the quotation ends with this word."""
    return quote[word.end - 1] in _ENDS or quote[word.end :].lstrip(" ").startswith("\n")
