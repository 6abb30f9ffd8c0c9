"""Scripts that run from the right: joined and put in the order in which they are drawn."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENING = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»"}
_CLOSING = frozenset(_OPENING.values())
_STRONG = {"L": False, "R": True, "AL": True}


def has_from_right(text: str) -> bool:
    """Whether any letter runs from the right; most texts have none, and that is quickly told."""
    return not text.isascii() and _FROM_RIGHT.search(text) is not None


def reads_from_right(text: str) -> bool:
    """Whether a paragraph begins at the right: its first letter that has a direction says so."""
    if not has_from_right(text):
        return False
    kinds = (unicodedata.bidirectional(each) for each in text)
    return next((_STRONG[kind] for kind in kinds if kind in _STRONG), False)


@lru_cache(maxsize=4096)
def drawn(text: str) -> str:
    """One line as it is drawn from left to right, letters of joined scripts in their forms."""
    from bidi import get_display  # noqa: PLC0415 - few documents need it

    base = "R" if reads_from_right(text) else "L"
    return _mirrored(str(get_display(_joining().reshape(text), base_dir=base)))


def _mirrored(line: str) -> str:
    """Brackets that were turned around with what is between them, facing it again.

    The library puts them in order and leaves their shapes as they are.
    """
    found = list(line)
    closed: list[int] = []
    for place, each in enumerate(line):
        if each in _CLOSING:
            closed.append(place)
        elif each in _OPENING and closed and line[closed[-1]] == _OPENING[each]:
            first = closed.pop()
            found[first], found[place] = found[place], found[first]
        elif each in _OPENING:
            closed.clear()
    return "".join(found)


@lru_cache(maxsize=1)
def _joining() -> Any:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - few documents need it

    # Vowel signs belong to what was written.
    return ArabicReshaper({"delete_harakat": False, "support_ligatures": True})


def unjoined(character: str) -> str:
    """The letter of which a character is a joined form, or the character itself."""
    return unicodedata.normalize("NFKC", character)
