"""Scores signs found in a text by weights that were learnt from labelled sentences."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from facilitator import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Weights = Mapping[str, Sequence[int]]

SCALE = 64
"""Weights are kept as whole numbers: so many of them make a one."""


@dataclass(frozen=True, slots=True)
class Linear:
    """What each sign adds to each column; ``start`` is what the columns begin with."""

    columns: tuple[str, ...]
    start: tuple[int, ...]
    weights: Weights

    def sums(self, signs: Iterable[str]) -> list[float]:
        """The sum of each column over the signs that are known."""
        rows = [row for row in map(self.weights.get, signs) if row is not None]
        return [each / SCALE for each in map(sum, zip(self.start, *rows, strict=True))]


@cache
def linear(name: str) -> Linear:
    """The weights in ``resources/coach/en/``; ``packaging/train_coach.py`` makes them."""
    return read(json.loads(resources.read_text(f"coach/en/{name}.json")))


def read(found: dict[str, Any]) -> Linear:
    """The weights as they stand in a file."""
    return Linear(tuple(found["columns"]), tuple(found["start"]), found["weights"])
