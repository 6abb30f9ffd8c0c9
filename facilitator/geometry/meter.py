"""Bars without words: the durability meter, durations on one scale, the squares of the focus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.edits.findings import FOCUS_LIMIT

if TYPE_CHECKING:
    from collections.abc import Sequence

BAR, PITCH = 8.0, 9.5
HEIGHTS = (6, 10, 14, 18, 22)
EMPTY_PEN, ZERO_HEIGHT = 1.5, 6
LIGHT = 0.3
"""So much of its colour is left inside a bar of which the coach is not sure; its edge has all."""
WIDTH, HEIGHT = 4 * PITCH + BAR, float(HEIGHTS[-1])
SQUARE, SQUARE_PITCH = 20.0, 25.0


class Bar(NamedTuple):
    """One bar; ``x, y`` is its top left corner. Empty ones are outlined inside their edge."""

    x: float
    y: float
    width: float
    height: float
    filled: bool


@dataclass(frozen=True, slots=True)
class Track:
    """A duration's bar: ``length`` of ``whole``, from the left; None if it is unknown."""

    length: float | None
    whole: float


def meter(steps: int, x: float = 0.0, y: float = 0.0, scale: float = 1.0) -> tuple[Bar, ...]:
    """The five bars of the meter, standing on its bottom edge; all low if ``steps`` is 0."""
    bottom = y + HEIGHT * scale
    bars = []
    for index, full in enumerate(HEIGHTS):
        height = (full if steps else ZERO_HEIGHT) * scale
        left = x + index * PITCH * scale
        bars.append(Bar(left, bottom - height, BAR * scale, height, index < steps))
    return tuple(bars)


def tracks(seconds: Sequence[float | None], width: float, least: float = 3.0) -> tuple[Track, ...]:
    """Bars of durations on one scale, the longest ``width`` long and none shorter than ``least``.

    A negative duration has no bar, for nothing could be read off it.
    """
    longest = max((each for each in seconds if each is not None), default=0.0)
    found = []
    for each in seconds:
        if each is None or each < 0 or longest <= 0:
            found.append(Track(None, width))
        else:
            found.append(Track(max(least, width * each / longest), width))
    return tuple(found)


def focus_squares(
    count: int, x: float = 0.0, y: float = 0.0, scale: float = 1.0
) -> tuple[Bar, ...]:
    """Five squares, as many filled as findings are in focus."""
    side, pitch = SQUARE * scale, SQUARE_PITCH * scale
    return tuple(
        Bar(x + index * pitch, y, side, side, index < count) for index in range(FOCUS_LIMIT)
    )
