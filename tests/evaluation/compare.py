"""Asks programs about labelled sentences, also about ones that they could not learn from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.evaluation.folds import folds
from tests.evaluation.labelled import Answer, Labelled

Rater = Callable[[str], Answer]
Fit = Callable[[Sequence[Labelled]], Rater]
Told = tuple[Labelled, Answer]


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to compare: as it is, and as it would be had it seen other sentences."""

    name: str
    rater: Rater
    fit: Fit


def told(rows: Sequence[Labelled], rater: Rater) -> list[Told]:
    """Each row and what the program says of it."""
    return [(row, rater(row.text)) for row in rows]


def cross_validated(rows: Sequence[Labelled], fit: Fit) -> list[Told]:
    """Each row and what a program says that has not seen its group."""
    found: list[Told] = []
    for learnt, asked in folds(rows):
        found += told(asked, fit(learnt))
    return found
