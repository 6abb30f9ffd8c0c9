"""Words as the search index tells them apart: letters and digits, without case and accents."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


class Token(NamedTuple):
    """A word and where it stands, in characters."""

    folded: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text, in order."""
    for match in _TOKEN.finditer(text):
        yield Token(folded(match[0]), match.start(), match.end())


def folded(word: str) -> str:
    """A word without case, and Latin letters without accents."""
    return word.lower() if word.isascii() else "".join(map(_folded, word))


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    """One letter: ``É`` and ``é`` are ``e``, a mark alone is nothing, other scripts stay."""
    lower = letter.lower()
    base = unicodedata.normalize("NFD", lower)
    if "\u0300" <= base[0] <= "\u036f":
        return ""
    return base[0] if base[0].isascii() else lower
