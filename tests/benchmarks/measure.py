"""Times two things in turn, so that a machine that drifts slows both alike."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MS = 1000.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: ``figure`` is what was measured, ``goal`` what was wished for."""

    what: str
    figure: str
    goal: str
    detail: str
    reached: bool


def timed(run: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    begun = perf_counter()
    run()
    return perf_counter() - begun


def in_turn(
    ours: Callable[[], object], floor: Callable[[], object], rounds: int
) -> tuple[list[float], list[float]]:
    """Seconds of each call, ours and the floor's, called in turn after one round unmeasured."""
    ours(), floor()
    gc.collect()
    pairs = [(timed(ours), timed(floor)) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def ratio_row(
    what: str, ours: Sequence[float], floor: Sequence[float], goal: float, floor_words: str
) -> Row:
    """A line on the ratio of medians; ``goal`` is the most it should be."""
    ratio = median(ours) / median(floor)
    detail = f"{median(ours) * MS:.2f} ms against {median(floor) * MS:.2f} ms, {floor_words}"
    return Row(what, f"{ratio:.2f} x", f"at most {goal:g} x", detail, ratio <= goal)


def percentile(values: Sequence[float], percent: int) -> float:
    """A percentile of at least two values."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]
