"""Which article stands before a thing, by how its first word is spoken."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from facilitator.coach.tables import listed, table

_LETTERS = re.compile(r"[A-Z][A-Z0-9]+\b")


class _Articles(NamedTuple):
    """What ``shapes.toml`` says of articles."""

    plain: str
    vowel: str
    definite: str
    vowels: str
    spoken_plain: re.Pattern[str]
    spoken_vowel: tuple[str, ...]
    letters: str
    words_in_capitals: frozenset[str]


@cache
def _articles() -> _Articles:
    told = table("shapes")["article"]
    return _Articles(
        told["plain"],
        told["vowel"],
        told["definite"],
        told["vowels"],
        re.compile(rf"(?:{told['spoken_plain']})"),
        listed(told["spoken_vowel"]),
        told["letters"],
        frozenset(listed(told["words_in_capitals"])),
    )


def with_a(words: str) -> str:
    """``a`` or ``an`` by how the first word is spoken, and the words."""
    known = _articles()
    letters = _LETTERS.match(words)
    if letters and letters[0] not in known.words_in_capitals:
        spoken = words[0] in known.letters
    elif words[0].casefold() in known.vowels:
        spoken = not known.spoken_plain.match(words.casefold())
    else:
        spoken = words.casefold().startswith(known.spoken_vowel)
    return f"{known.vowel if spoken else known.plain} {words}"


def with_the(words: str) -> str:
    """The words with the definite article."""
    return f"{_articles().definite} {words}"
