"""A tree that has been laid out: boxes, lines, and what is beside, below or under a point."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.geometry.box import Box
from facilitator.geometry.tree_parts import Connector, DropTarget, elbow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from facilitator.geometry.tree_parts import Bracket, Caption, Ghost

_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
_REACH = 60.0
"""How far from a node a drop still means that node, in px at scale 1."""


@dataclass(frozen=True)
class Layout:
    """Where everything of a tree stands, in px; ``lefts`` are the left edges of the columns."""

    boxes: dict[str, Box] = field(default_factory=dict)
    children: dict[str, Sequence[str]] = field(default_factory=dict)
    captions: tuple[Caption, ...] = ()
    ghosts: tuple[Ghost, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    lefts: tuple[float, ...] = ()
    bounds: Box = _NOWHERE
    triggers: frozenset[str] = frozenset()
    scale: float = 1.0
    column_gap: float = 28.0
    leaf_gap: float = 12.0

    @cached_property
    def parents(self) -> dict[str, str | None]:
        """The parent of every node; that of the root is None."""
        found: dict[str, str | None] = dict.fromkeys(self.boxes)
        for parent, below in self.children.items():
            found.update(dict.fromkeys(below, parent))
        return found

    @cached_property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The ids of every column from top to bottom."""
        # Boxes hold parents before children and siblings in order.
        columns: dict[float, list[str]] = {left: [] for left in self.lefts}
        for node, box in self.boxes.items():
            columns[box[0]].append(node)
        return tuple(tuple(column) for column in columns.values())

    @cached_property
    def connectors(self) -> tuple[Connector, ...]:
        """The whole lines from parents to children, the triggers' last, as they lie on top."""
        others: list[Connector] = []
        strong: list[Connector] = []
        for parent, below in self.children.items():
            for child in below:
                kind = strong if child in self.triggers else others
                kind.append(self._connector(parent, child))
        return (*others, *strong)

    def strokes(self, part: Box, rank: Callable[[str], int]) -> Iterator[Connector]:
        """The lines in a part of the plane, so that none lies on another but on a trigger's.

        ``rank`` tells by which child's line the others run along on their way: the lowest.
        """
        strong: list[Connector] = []
        for parent in self._parents_around(part):
            below = self.children[parent]
            strong += [self._connector(parent, each) for each in below if each in self.triggers]
            plain = [each for each in below if each not in self.triggers]
            for line in self._fan(parent, plain, rank):
                if line.high <= part.bottom and line.low >= part.y:
                    yield line
        yield from strong

    def _parents_around(self, part: Box) -> Iterator[str]:
        """The nodes from which lines may come into a part of the plane."""
        first = max(1, bisect_right(self.lefts, part.x) - 1)
        last = bisect_right(self.lefts, part.right + self.column_gap)
        for nodes, tops in zip(self.columns[first:last], self._tops[first:last], strict=True):
            # Children stand together: lines that pass have one next above and one next below.
            start = max(0, bisect_right(tops, part.y) - 2)
            end = bisect_right(tops, part.bottom) + 1
            yield from dict.fromkeys(str(self.parents[each]) for each in nodes[start:end])

    def _fan(
        self, parent: str, below: list[str], rank: Callable[[str], int]
    ) -> Iterator[Connector]:
        middle = self.boxes[parent].middle
        above = [each for each in below if self.boxes[each].middle < middle]
        beneath = [each for each in reversed(below) if self.boxes[each].middle >= middle]
        for farthest_first in (above, beneath):
            ahead: str | None = None
            for each in farthest_first:
                if ahead is None:
                    ahead = each
                elif rank(each) < rank(ahead):
                    yield self._branch(parent, ahead, self.boxes[each].middle)
                    ahead = each
                else:
                    yield self._branch(parent, each, self.boxes[each].middle)
            if ahead is not None:
                yield self._connector(parent, ahead)

    def _branch(self, parent: str, child: str, leaves: float) -> Connector:
        """A line from where it leaves the others, a little earlier so that they hold together."""
        start, end = self.boxes[parent].middle, self.boxes[child]
        turn, back = end.x - self.column_gap / 2, self.column_gap
        y = min(start, leaves + back) if leaves < start else max(start, leaves - back)
        if abs(y - end.middle) < 0.5:
            return Connector(parent, child, ((turn, end.middle), (end.x, end.middle)))
        return Connector(parent, child, ((turn, y), (turn, end.middle), (end.x, end.middle)))

    def _connector(self, parent: str, child: str) -> Connector:
        start, end = self.boxes[parent], self.boxes[child]
        points = elbow(start.right, start.middle, end.x, end.middle, self.column_gap)
        return Connector(parent, child, points)

    # -- walking -------------------------------------------------------------------------------

    def neighbour(self, node: str, direction: str) -> str | None:
        """The next node ``left``, ``right``, ``up`` or ``down`` of one, as the eye sees it."""
        if node not in self.boxes:
            return None
        if direction == "left":
            return self.parents[node]
        if direction == "right":
            return self._nearest_child(node)
        column, place = self._places[node]
        place += 1 if direction == "down" else -1
        nodes = self.columns[column]
        return nodes[place] if 0 <= place < len(nodes) else None

    def _nearest_child(self, node: str) -> str | None:
        middle = self.boxes[node].middle
        below = self.children.get(node, ())
        return min(below, key=lambda each: abs(self.boxes[each].middle - middle), default=None)

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        return {
            node: (column, place)
            for column, nodes in enumerate(self.columns)
            for place, node in enumerate(nodes)
        }

    # -- pointing ------------------------------------------------------------------------------

    def hit(self, x: float, y: float) -> str | None:
        """The node under a point."""
        column = bisect_right(self.lefts, x) - 1
        if column < 0:
            return None
        place = bisect_right(self._tops[column], y) - 1
        if place < 0:
            return None
        node = self.columns[column][place]
        box = self.boxes[node]
        return node if x <= box.right and y <= box.bottom else None

    @cached_property
    def _tops(self) -> tuple[tuple[float, ...], ...]:
        return tuple(tuple(self.boxes[node].y for node in nodes) for nodes in self.columns)

    def within(self, part: Box) -> Iterator[str]:
        """The nodes that stand in a part of the plane at least with an edge, by columns."""
        first = max(0, bisect_right(self.lefts, part.x) - 1)
        last = bisect_right(self.lefts, part.right)
        for nodes, tops in zip(self.columns[first:last], self._tops[first:last], strict=True):
            place = max(0, bisect_right(tops, part.y) - 1)
            while place < len(nodes) and tops[place] <= part.bottom:
                box = self.boxes[nodes[place]]
                if box.bottom >= part.y and box.right >= part.x:
                    yield nodes[place]
                place += 1

    def drop_target(self, x: float, y: float, dragged: str) -> DropTarget | None:
        """Where a node dropped at a point would go; None if it cannot go there.

        The middle of a node means behind it, its upper and lower quarter beside it, and so do
        the gaps between nodes.
        """
        node = self.hit(x, y)
        if node is None:
            return self._drop_between(x, y, dragged)
        if self._hangs_on(node, dragged):
            return None
        box = self.boxes[node]
        share = (y - box.y) / box.height
        if self.parents[node] is None or 0.25 <= share <= 0.75:
            return self._behind(node, dragged)
        return self._beside(node, dragged, after=share > 0.5)

    def _drop_between(self, x: float, y: float, dragged: str) -> DropTarget | None:
        column = bisect_right(self.lefts, x + self.column_gap / 2) - 1
        if column < 1:
            return None
        place = bisect_right(self._tops[column], y)
        around = self.columns[column][max(0, place - 1) : place + 1]
        free = [node for node in around if not self._hangs_on(node, dragged)]
        if not free:
            return None
        node = min(free, key=lambda each: self._distance(each, y))
        if self._distance(node, y) > _REACH * self.scale:
            return None
        return self._beside(node, dragged, after=y > self.boxes[node].middle)

    def _distance(self, node: str, y: float) -> float:
        box = self.boxes[node]
        return max(box.y - y, y - box.bottom)

    def _hangs_on(self, node: str, ancestor: str) -> bool:
        current: str | None = node
        while current is not None and current != ancestor:
            current = self.parents[current]
        return current is not None

    def _behind(self, node: str, dragged: str) -> DropTarget:
        box = self.boxes[node]
        below = [each for each in self.children.get(node, ()) if each != dragged]
        if below:
            last = self.boxes[below[-1]]
            y = last.bottom + self.leaf_gap / 2
            line = ((last.x, y), (last.right, y))
        else:
            x = box.right + self.column_gap
            line = ((x, box.middle), (x + 2 * _REACH * self.scale, box.middle))
        return DropTarget(node, len(below), line)

    def _beside(self, node: str, dragged: str, *, after: bool) -> DropTarget | None:
        parent = self.parents[node]
        if parent is None:
            return None
        box = self.boxes[node]
        siblings = [each for each in self.children[parent] if each != dragged]
        y = box.bottom + self.leaf_gap / 2 if after else box.y - self.leaf_gap / 2
        index = siblings.index(node) + int(after)
        return DropTarget(parent, index, ((box.x, y), (box.right, y)))
