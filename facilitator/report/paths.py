"""Writes paths in the words of PDF, in points from the top left corner of the page."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.geometry.box import Box
    from facilitator.geometry.shapes import Command

Point = tuple[float, float]

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_HANDLE = 0.5523
"""How far the handles of a quarter of a circle reach, as a share of its radius."""


def _op(operator: str, *numbers: float) -> str:
    return " ".join([*(f"{each:.2f}" for each in numbers), operator])


@lru_cache(maxsize=512)
def shape(commands: tuple[Command, ...], scale: float) -> str:
    """A shape of M, L, C and Z, larger or smaller, at the origin."""
    return "\n".join(
        _op(_OPERATORS[name], *(each * scale for each in numbers)) for name, *numbers in commands
    )


def rectangle(box: Box, radius: float = 0.0) -> str:
    """A rectangle, perhaps with round corners."""
    radius = min(radius, box.width / 2, box.height / 2)
    if radius <= 0:
        return _op("re", *box)
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    reach = radius * (1 - _HANDLE)
    return "\n".join(
        [
            _op("m", left + radius, top),
            _op("l", right - radius, top),
            _op("c", right - reach, top, right, top + reach, right, top + radius),
            _op("l", right, bottom - radius),
            _op("c", right, bottom - reach, right - reach, bottom, right - radius, bottom),
            _op("l", left + radius, bottom),
            _op("c", left + reach, bottom, left, bottom - reach, left, bottom - radius),
            _op("l", left, top + radius),
            _op("c", left, top + reach, left + reach, top, left + radius, top),
            "h",
        ]
    )


def polygon(points: Sequence[Point]) -> str:
    """A closed path with straight sides."""
    return f"{polyline(points)}\nh"


def polyline(points: Sequence[Point], radius: float = 0.0) -> str:
    """Straight pieces whose corners are round up to a radius."""
    path = [_op("m", *points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        reach = min(radius, math.dist(before, corner) / 2, math.dist(corner, after) / 2)
        path.append(_op("l", *_towards(corner, before, reach)))
        if reach > 0:
            handles = (_towards(corner, each, reach / 3) for each in (before, after))
            numbers = [each for point in handles for each in point]
            path.append(_op("c", *numbers, *_towards(corner, after, reach)))
    path.append(_op("l", *points[-1]))
    return "\n".join(path)


def arc(centre: Point, radius: float, start: float, sweep: float) -> str:
    """A piece of a circle, in degrees clockwise from the right."""
    count = max(1, math.ceil(abs(sweep) / 90))
    step = math.radians(sweep) / count
    handle = radius * 4 / 3 * math.tan(step / 4)
    angle = math.radians(start)
    path = [_op("m", *_on(centre, radius, angle))]
    for _ in range(count):
        (ax, ay), (bx, by) = _on(centre, radius, angle), _on(centre, radius, angle + step)
        out, back = _turned(angle, handle), _turned(angle + step, handle)
        path.append(_op("c", ax + out[0], ay + out[1], bx - back[0], by - back[1], bx, by))
        angle += step
    return "\n".join(path)


def _on(centre: Point, radius: float, angle: float) -> Point:
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def _turned(angle: float, length: float) -> Point:
    """Along the circle at an angle."""
    return -math.sin(angle) * length, math.cos(angle) * length


def _towards(start: Point, end: Point, reach: float) -> Point:
    whole = math.dist(start, end)
    share = reach / whole if whole else 0.0
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
