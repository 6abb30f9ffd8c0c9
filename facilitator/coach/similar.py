"""Which reviews are like another one: by failure class, services, and the words of factors."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from heapq import nsmallest
from math import log
from typing import TYPE_CHECKING

from facilitator.coach.likeness import counts_as, likeness, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CLASS, _SERVICE, _FACTOR, _WORDS = 3.0, 1.5, 2.5, 4.0
"""What the same failure class, one shared service, one like factor, and equal words add."""
_LEAST = 1.5
"""Of less, nothing is said."""
_MOST_SERVICES, _MOST_FACTORS, _MOST_TOLD, _READ = 2, 3, 4, 400
# A word that so great a share of all reviews has tells nothing; below so many, any does.
_TOO_OFTEN, _FEW = 0.2, 20
_CLOSER = 24
"""So many of the best by words are read for factors that say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A review, as far as likeness needs it; ``texts`` are its conditions that stand."""

    id: str
    title: str = ""
    incident: str = ""
    failure_class: str = ""
    services: tuple[str, ...] = ()
    summary: str = ""
    texts: tuple[str, ...] = ()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Similar:
    """A review that is like the one asked about, and why in words."""

    sketch: Sketch
    score: float
    why: str


@dataclass(slots=True)
class Shelf:
    """Sketches by what they can be found by; asked in some milliseconds, however many there are."""

    sketches: dict[str, Sketch] = field(default_factory=dict)
    _by_class: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _by_service: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _by_word: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def put(self, sketch: Sketch) -> None:
        """Take a review in, in the place of how it was before."""
        self.drop(sketch.id)
        self.sketches[sketch.id] = sketch
        for shelf, keys in self._keys(sketch):
            for key in keys:
                shelf[key].add(sketch.id)

    def drop(self, review_id: str) -> None:
        """Leave a review out from now on."""
        was = self.sketches.pop(review_id, None)
        if was is not None:
            for shelf, keys in self._keys(was):
                for key in keys:
                    shelf[key].discard(review_id)

    def _keys(self, sketch: Sketch) -> Iterable[tuple[dict[str, set[str]], Iterable[str]]]:
        kind = _folded(sketch.failure_class)
        yield self._by_class, [kind] if kind else ()
        yield self._by_service, set(map(_folded, sketch.services))
        yield self._by_word, words_of(sketch)

    def like(self, asked: Sketch, most: int = 5) -> tuple[Similar, ...]:
        """The reviews most like this one, the best first; itself is none of them."""
        scores = self._scored(asked)
        scores.pop(asked.id, None)
        best = nsmallest(_CLOSER, scores, key=lambda key: (-scores[key], key))
        found = [self._told(asked, self.sketches[key], scores[key]) for key in best]
        found = [each for each in found if each.score >= _LEAST and each.why]
        return tuple(sorted(found, key=lambda each: (-each.score, each.sketch.id))[:most])

    def _scored(self, asked: Sketch) -> dict[str, float]:
        scores: dict[str, float] = defaultdict(float)
        for key in self._by_class.get(_folded(asked.failure_class), ()):
            scores[key] += _CLASS
        for service in sorted(set(map(_folded, asked.services)))[:_READ]:
            for key in self._by_service.get(service, ()):
                scores[key] += _SERVICE
        weights = self._weights(asked)
        whole = sum(weights.values()) or 1.0
        for word, weighs in sorted(weights.items()):
            share = _WORDS * weighs / whole
            for key in self._by_word.get(word, ()):
                scores[key] += share
        return scores

    def _weights(self, asked: Sketch) -> dict[str, float]:
        """The words that tell something, by how rare they are."""
        total = len(self.sketches)
        often = {word: len(self._by_word.get(word, ())) for word in words_of(asked)}
        limit = max(_FEW, total * _TOO_OFTEN)
        return {word: log(1 + total / count) for word, count in often.items() if 0 < count <= limit}

    def _told(self, asked: Sketch, other: Sketch, score: float) -> Similar:
        factors = _like_factors(asked, other)
        reasons = (
            _same_class(asked, other),
            _shared_services(asked, other),
            f"factors alike: {'; '.join(factors)}" if factors else self._shared_words(asked, other),
        )
        why = "; ".join(filter(None, reasons))
        return Similar(other, score + _FACTOR * len(factors), why[:1].upper() + why[1:])

    def _shared_words(self, asked: Sketch, other: Sketch) -> str:
        weights = self._weights(asked)
        shared = weights.keys() & words_of(other)
        rarest = sorted(shared, key=lambda word: (-weights[word], word))[:_MOST_TOLD]
        if not rarest:
            return ""
        spelt = _spelt(other, rarest)
        return f"both speak of {', '.join(spelt)}" if spelt else ""


def words_of(sketch: Sketch) -> frozenset[str]:
    """What the words of title, summary and factors count as, the names of services left out."""
    text = "\n".join((sketch.title, sketch.summary, *sketch.texts))
    own = {word for name in sketch.services for word in _WORD.findall(name.casefold())}
    spoken = set(_WORD.findall(text.casefold())[: 4 * _READ]) - own
    return frozenset(filter(None, map(counts_as, spoken)))


def _same_class(asked: Sketch, other: Sketch) -> str:
    kind = _folded(asked.failure_class)
    return "same failure class" if kind and kind == _folded(other.failure_class) else ""


def _shared_services(asked: Sketch, other: Sketch) -> str:
    theirs = {_folded(each) for each in other.services}
    shared = [each for each in asked.services if _folded(each) in theirs]
    shown = " and ".join(shared[:_MOST_SERVICES])
    return f"both name {shown}" if shared else ""


def _like_factors(asked: Sketch, other: Sketch) -> list[str]:
    """The factors of the other that say what one of ours says."""
    ours = [said(each) for each in asked.texts[:_READ]]
    return [
        text
        for text in other.texts[:_READ]
        if (theirs := said(text)).words and any(likeness(one, theirs) for one in ours)
    ][:_MOST_FACTORS]


def _spelt(sketch: Sketch, words: Sequence[str]) -> list[str]:
    """Words as a review spells them."""
    text = "\n".join((*sketch.texts, sketch.summary, sketch.title))
    spelt: dict[str, str] = {}
    for each in _WORD.findall(text.casefold()):
        spelt.setdefault(counts_as(each), each)
    return [spelt[word] for word in words if word in spelt]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
