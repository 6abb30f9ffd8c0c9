"""Words in any form: texts and word lists as stems, alone and in rows of two or three."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.coach.plain_text import plain_line
from facilitator.coach.vocabulary import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 3
"""The most words in a row that a list may hold."""

_SHORTEST = 3
_WORD_LIMIT = 60
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))
# Nouns of their own: a setting is not what is set.
_NOUNS = frozenset(
    listed(
        "setting, training, posting, building, meeting, string, clearing, reading, listing, saving,"
        "routing, paging, staging, warning, wiring, bearing, pricing, mailing, feed, speed, need"
    )
)
# A plain line has no room between these.
_PARTED = re.compile(r"(?<=\w) ?/ ?(?=\w)")


def stem(word: str) -> str:
    """The same for most forms of a word: ``deploys`` and ``deploying`` give ``deploy``."""
    if (noun := word.removesuffix("s")) in _NOUNS:
        return noun
    if not word.endswith("ss"):
        for ending, instead in _ENDINGS:
            rest = word.removesuffix(ending)
            if rest != word and len(rest) >= _SHORTEST:
                return _single(rest) + instead
    return word


def _single(rest: str) -> str:
    """``logg`` of ``logging`` is ``log``."""
    doubled = rest[-1] == rest[-2] and rest[-1] in "bdgmnprt" and len(rest) > _SHORTEST
    return rest[:-1] if doubled else rest


def phrase(words: str) -> str:
    """The stems of a phrase."""
    return " ".join(map(stem, words.split()))


def phrases(words: str) -> frozenset[str]:
    """The stems of phrases that commas part."""
    return frozenset(map(phrase, listed(words)))


def weighted(words: str) -> Iterator[tuple[str, int]]:
    """Phrases that commas part, each with the number behind it, or 1."""
    for each in listed(words):
        told, _, last = each.rpartition(" ")
        yield (phrase(told), int(last)) if last.isdecimal() else (phrase(each), 1)


def words_of(text: str) -> list[str]:
    """The first words of a plain line; what a slash parts, a comma parts."""
    parted = text if "://" in text else _PARTED.sub(", ", text)
    return plain_line(parted).split()[:_WORD_LIMIT]


def grams(words: Sequence[str]) -> dict[str, str]:
    """The stems of words, one to three in a row, and the words they stand for, in their order."""
    stems = list(map(stem, words))
    found: dict[str, str] = {}
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            found.setdefault(" ".join(stems[start:end]), " ".join(words[start:end]))
    return found


def alike(sentence: str, stems: set[str]) -> float:
    """The share of words that a sentence has in common with the stems of another."""
    own = set(map(stem, sentence.casefold().replace(",", "").replace("-", " ").split()))
    return len(own & stems) / len(own | stems)
