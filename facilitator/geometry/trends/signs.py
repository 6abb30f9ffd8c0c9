"""Signs of the charts: incident, fix closed, seen again, and the hatching of what is late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.geometry.trends.drawing import Disc, Line, Part, Point, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.geometry.box import Box

INCIDENT, CLOSED, AGAIN = 9.0, 11.0, 12.0
"""Half the width of each sign, in px of the look."""
_HATCH, _DOTS = 8.0, 7.0


def incident(at: Point, px: float) -> Iterator[Part]:
    """A solid diamond."""
    yield Shape(_diamond(at, INCIDENT * px), "ink2")


def fix_closed(at: Point, px: float) -> Iterator[Part]:
    """A tick in a ring."""
    yield Disc(at, (CLOSED - 1) * px, "paper", "ink2", 2 * px)
    yield tick(at, px)


def tick(at: Point, px: float) -> Line:
    """The tick alone."""
    x, y = at
    points = ((x - 4.5 * px, y + 0.5 * px), (x - 1.2 * px, y + 3.8 * px), (x + 5 * px, y - 4 * px))
    return Line(points, "ink2", 2 * px, round_ends=True)


def seen_again(at: Point, px: float) -> Iterator[Part]:
    """A diamond in a ring of the same shape."""
    yield Shape(_diamond(at, (AGAIN - 1) * px), "paper", "note", 2 * px)
    yield Shape(_diamond(at, 5 * px), "note")


def _diamond(at: Point, reach: float) -> tuple[Point, ...]:
    x, y = at
    return ((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y))


def hatched(box: Box, colour: str, px: float) -> Iterator[Part]:
    """Slanted lines within a box."""
    reach = _HATCH * px
    start = box.x + box.y
    along = start + reach
    while along < start + box.width + box.height:
        # On such a line x + y is the same everywhere.
        left, right = max(box.x, along - box.bottom), min(box.right, along - box.y)
        if right > left:
            yield Line(((left, along - left), (right, along - right)), colour, 1.3 * px)
        along += reach


def dotted(box: Box, colour: str, px: float) -> Iterator[Part]:
    """Dots within a box."""
    pitch, radius = min(_DOTS * px, box.width / 2.8), 1.1 * px
    across = max(1, int((box.width - 2 * px) // pitch))
    down = max(1, int((box.height - 2 * px) // pitch))
    left = box.x + (box.width - (across - 1) * pitch) / 2
    top = box.y + (box.height - (down - 1) * pitch) / 2
    for row in range(down):
        for column in range(across):
            yield Disc((left + column * pitch, top + row * pitch), radius, colour)
