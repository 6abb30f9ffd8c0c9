"""How far a figure may be off, by drawing the same rows again and again."""

from __future__ import annotations

from math import isnan
from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")

_DRAWS = 1_000
_SEED = 4
_OUTSIDE = 0.025


def interval(
    rows: Sequence[Row], figure: Callable[[Sequence[Row]], float], draws: int = _DRAWS
) -> tuple[float, float]:
    """The 95 % interval of a figure by the percentile bootstrap; the same at every run.

    Draws of which the figure says nothing (nan) are left out.
    """
    random = Random(_SEED)  # noqa: S311 - draws rows, keeps no secret
    values = (figure(random.choices(rows, k=len(rows))) for _ in range(draws))
    found = sorted(value for value in values if not isnan(value))
    cut = round(len(found) * _OUTSIDE)
    return found[cut], found[-1 - cut]
