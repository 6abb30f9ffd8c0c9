"""Where the words that were looked for stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.word_tokens import tokens

if TYPE_CHECKING:
    from facilitator.domain.search_words import Term


def spans(text: str, term: Term) -> list[tuple[int, int]]:
    """Start and end, in characters, of every place where a term stands in a text.

    Of a word of which the term has the beginning, the whole word.
    """
    if not may_hold(text, term):
        return []
    found = list(tokens(text))
    count = len(term.words)
    return [
        (found[at].start, found[at + count - 1].end)
        for at in range(len(found) - count + 1)
        if _stands_at([each.folded for each in found[at : at + count]], term)
    ]


def may_hold(text: str, term: Term) -> bool:
    """A quick look whether a term may stand in a text: most have not even its letters."""
    return not text.isascii() or term.words[0] in text.lower()


def _stands_at(words: list[str], term: Term) -> bool:
    if term.begins:
        return words[:-1] == list(term.words[:-1]) and words[-1].startswith(term.words[-1])
    return words == list(term.words)
