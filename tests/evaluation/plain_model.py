"""A plain text classifier for comparison: TF-IDF over words and pairs, logistic regression."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import pairwise
from math import exp, log, sqrt
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    Vector = list[tuple[int, float]]

_WORD = re.compile(r"\w+")
_ROUNDS = 15
_STEP = 0.5
_SHRINK = 1e-3
_SEED = 4


@dataclass(frozen=True, slots=True)
class PlainModel:
    """Weights by term and label; the last line of ``weights`` is what each label starts from."""

    labels: list[str]
    terms: dict[str, int]
    rarity: list[float]
    weights: list[list[float]]

    def label(self, text: str) -> str:
        """The likeliest label."""
        scores = _scores(self.weights, vector(text, self.terms, self.rarity))
        return self.labels[scores.index(max(scores))]

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(text: str) -> PlainModel:
        return PlainModel(**json.loads(text))


def fit(rows: Sequence[tuple[str, str]]) -> PlainModel:
    """Learn from texts and their labels; the same rows give the same model."""
    labels = sorted({label for _, label in rows})
    counts = Counter(term for text, _ in rows for term in set(terms_of(text)))
    terms = {term: index for index, term in enumerate(sorted(counts))}
    rarity = [log((1 + len(rows)) / (1 + counts[term])) + 1 for term in terms]
    examples = [(vector(text, terms, rarity), labels.index(label)) for text, label in rows]
    return PlainModel(labels, terms, rarity, _learnt(examples, len(terms), len(labels)))


def terms_of(text: str) -> list[str]:
    """The words of a text, and each two that follow one another."""
    words = _WORD.findall(text.lower())
    return words + [f"{one} {two}" for one, two in pairwise(words)]


def vector(text: str, terms: dict[str, int], rarity: list[float]) -> Vector:
    """Known terms weighed by how rare they are, of length one; and 1 for the start."""
    counts = Counter(terms[term] for term in terms_of(text) if term in terms)
    found = [(index, count * rarity[index]) for index, count in counts.items()]
    length = sqrt(sum(value * value for _, value in found)) or 1.0
    return [*((index, value / length) for index, value in found), (len(terms), 1.0)]


def _learnt(examples: Sequence[tuple[Vector, int]], terms: int, labels: int) -> list[list[float]]:
    """Weights by stochastic gradient descent, each term with a step of its own (AdaGrad)."""
    weights = [[0.0] * labels for _ in range(terms + 1)]
    seen = [1e-6] * (terms + 1)
    order = list(examples)
    random = Random(_SEED)  # noqa: S311 - shuffles rows, keeps no secret
    for _ in range(_ROUNDS):
        random.shuffle(order)
        for found, wanted in order:
            errors = _shares(_scores(weights, found))
            errors[wanted] -= 1.0
            size = sum(error * error for error in errors)
            for index, value in found:
                seen[index] += value * value * size
                step = _STEP / sqrt(seen[index])
                weights[index] = [
                    weight - step * (value * error + _SHRINK * weight)
                    for weight, error in zip(weights[index], errors, strict=True)
                ]
    return weights


def _scores(weights: list[list[float]], found: Vector) -> list[float]:
    lines = [[value * weight for weight in weights[index]] for index, value in found]
    return [sum(column) for column in zip(*lines, strict=True)]


def _shares(scores: list[float]) -> list[float]:
    """The scores as shares of one."""
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
