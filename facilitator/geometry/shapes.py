"""Reads the theme's small shapes, which are paths of M, L, C and Z in a square box."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

Command = tuple[Any, ...]
"""``("M", x, y)``, ``("L", x, y)``, ``("C", x1, y1, x2, y2, x, y)`` or ``("Z",)``."""

BOX = {"family": 20, "evidence": 20, "marker": 20, "kind": 24, "other": 24}
"""Side of the square box of every group of shapes."""
PEN = {"evidence": 2.6, "kind": 1.9}
"""Pen, in units of the box, of the groups that are strokes throughout."""
MARKER_PEN = {"detected_ring": 2.2, "resolved": 3.4}
"""Pen of the markers that are strokes; the others are filled."""
NOT_ASKED_PEN = 1.8
"""Pen of a family's outline where nobody asked about it yet."""
OPEN_RING = (10.0, 11.35, 7.3, -40.0, 280.0)
"""Centre x, y, radius, start and sweep in degrees clockwise from the right: the outline of
*missing safeguard* not asked yet, whose own outline would be too fine."""

_NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}


@lru_cache(maxsize=256)
def parse_path(path: str) -> tuple[Command, ...]:
    """Commands of a path with absolute coordinates; ValueError if it holds anything else."""
    commands: list[Command] = []
    words = path.split()
    position = 0
    while position < len(words):
        name = words[position]
        if name not in _NUMBERS:
            raise ValueError(f"The path has “{name}” where M, L, C or Z should stand.")
        end = position + 1 + _NUMBERS[name]
        numbers = words[position + 1 : end]
        if len(numbers) < _NUMBERS[name]:
            raise ValueError(f"The path ends within its last {name}.")
        commands.append((name, *map(float, numbers)))
        position = end
    return tuple(commands)
