"""Who did what a row of a timeline tells, where the row begins with that name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_SET_APART = re.compile(r"@([\w.-]{2,40})\s*(?::|[–—]|-(?=\s))\s*(?=\S)")
"""``@ada: Lights the oven``: the sign says that the name is no part of a sentence."""
_BEFORE_SENTENCE = re.compile(r"@([\w.-]{2,40})\s+(?=(?P<next>[A-Z]\w*|\d))")
"""``@ada Lights the oven``, but also ``@Ada Lovelace lights the oven``."""
_BEFORE_WORDS = re.compile(r"@([\w.-]{2,40})\s+(?!(?:and|or)\b|&)(?=\w)")
_LEAST = 3
"""Rows that must begin so before the capital after a name is that of a sentence."""


def authors_of(texts: Sequence[str]) -> list[tuple[str, str]]:
    """Author and text of each row; where no name is set apart, the author is empty.

    “@ada lights the oven” is a sentence, and keeps its subject; between rows like “@ada Sees it”
    it is written as they are.
    """
    names = _names_before_sentences(texts)
    return [_author(text, names) for text in texts]


def _author(text: str, names: Collection[str]) -> tuple[str, str]:
    match = _SET_APART.match(text)
    if match is None and (loose := _BEFORE_WORDS.match(text)) and loose[1] in names:
        match = loose
    return (match[1], text[match.end() :]) if match else ("", text)


def _names_before_sentences(texts: Sequence[str]) -> frozenset[str]:
    """The names before sentences, if most rows that begin with a name are so, and no surnames."""
    named = [text for text in texts if text.startswith("@")]
    found = [match for match in map(_BEFORE_SENTENCE.match, named) if match]
    if len(found) < _LEAST or len(found) * 2 <= len(named):
        return frozenset()
    following: dict[str, set[str]] = {}
    for match in found:
        following.setdefault(match[1], set()).add(match["next"])
    # A surname is the same each time.
    sentences = any(len(words) > 1 for words in following.values())
    return frozenset(following) if sentences else frozenset()
