"""What a tree is drawn of beside its nodes: lines, captions, ghosts and brackets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Point = tuple[float, float]


class Connector(NamedTuple):
    """The line from a parent to a child: straight pieces, whose corners the painter rounds."""

    parent: str
    child: str
    points: tuple[Point, ...]

    @property
    def high(self) -> float:
        """The y of its higher end."""
        return min(self.points[0][1], self.points[-1][1])

    @property
    def low(self) -> float:
        """The y of its lower end."""
        return max(self.points[0][1], self.points[-1][1])


class Caption(NamedTuple):
    """A heading over the first column; ``kind`` is ``trigger`` or ``conditions``."""

    kind: str
    x: float
    y: float


class Ghost(NamedTuple):
    """Where a key would add a node: ``why`` a child, ``else`` a sibling; with its line."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    points: tuple[Point, ...]


class Bracket(NamedTuple):
    """What says that the children of ``parent`` are needed jointly, where their lines turn."""

    parent: str
    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class DropTarget:
    """Where a dragged node would go: ``index`` counts the siblings without the dragged one."""

    parent: str
    index: int
    line: tuple[Point, Point]


def elbow(x0: float, y0: float, x1: float, y1: float, gap: float) -> tuple[Point, ...]:
    """Straight pieces from one node to another; they turn half a column gap before the second."""
    if abs(y0 - y1) < 0.5:
        return ((x0, y0), (x1, y0))
    turn = x1 - gap / 2
    return ((x0, y0), (turn, y0), (turn, y1), (x1, y1))
