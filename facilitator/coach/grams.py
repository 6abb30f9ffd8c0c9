"""Words in any form: texts and word lists as stems, alone and in rows of two or three."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.plain_text import plain_line
from facilitator.coach.tables import listed, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 3
"""The most words in a row that a list may hold."""

_SHORTEST = 3
_WORD_LIMIT = 60
# A plain line has no room between these.
_PARTED = re.compile(r"(?<=\w) ?/ ?(?=\w)")


class _Stems(NamedTuple):
    """What ``grammar.toml`` says of stems: endings, and what is put in their place."""

    endings: tuple[tuple[str, str], ...]
    doubled: str
    kept: str
    several: str
    nouns: frozenset[str]


@cache
def _stems() -> _Stems:
    told = table("grammar")["stems"]
    parted = (each.partition(" ") for each in told["endings"])
    return _Stems(
        tuple((ending, instead) for ending, _, instead in parted),
        told["single"],
        told["kept"],
        told["several"],
        frozenset(listed(told["nouns"])),
    )


def stem(word: str) -> str:
    """The same for most forms of a word: ``deploys`` and ``deploying`` give ``deploy``."""
    known = _stems()
    if (noun := word.removesuffix(known.several)) in known.nouns:
        return noun
    if not word.endswith(known.kept):
        for ending, instead in known.endings:
            rest = word.removesuffix(ending)
            if rest != word and len(rest) >= _SHORTEST:
                return _single(rest, known.doubled) + instead
    return word


def _single(rest: str, letters: str) -> str:
    """``logg`` of ``logging`` is ``log``."""
    doubled = rest[-1] == rest[-2] and rest[-1] in letters and len(rest) > _SHORTEST
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
