"""Lays out the tree of factors: the effect on the left, a column for every further why."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from facilitator.geometry.box import Box
from facilitator.geometry.tree_layout import Layout
from facilitator.geometry.tree_parts import Bracket, Caption, DropTarget, Ghost, elbow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["DropTarget", "Layout", "Spacing", "lay_out"]


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances in px at scale 1, as the look has them."""

    column_gap: float = 28.0
    leaf_gap: float = 12.0
    ghost_height: float = 42.0
    ghost_above: float = 10.0
    ghost_reserve: float = 46.0
    caption_above: float = 33.0
    caption_clear: float = 6.0
    caption_indent: float = 16.0
    bracket_inset: float = 6.0

    def at(self, scale: float) -> Spacing:
        """The same at another scale."""
        return Spacing(*(getattr(self, name) * scale for name in self.__slots__))


NORMAL = Spacing()
_GHOST_WIDTHS = (134.0, 202.0)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the caller wants to see; distances are at its scale."""

    space: Spacing
    triggers: AbstractSet[str]
    joint: AbstractSet[str]
    scale: float
    ghost_widths: Sequence[float]
    captions: bool


def lay_out(  # noqa: PLR0913 - all that decides where a tree's nodes stand
    root: str,
    children: Callable[[str], Sequence[str] | None],
    measure: Callable[[str], tuple[float, float]],
    *,
    selected: str | None = None,
    triggers: AbstractSet[str] = frozenset(),
    joint: AbstractSet[str] = frozenset(),
    scale: float = 1.0,
    ghost_sizes: Sequence[float] = (),
    spacing: Spacing = NORMAL,
    captions: bool = True,
) -> Layout:
    """Place every node that ``children`` leads to; what is folded it leaves out.

    ``measure`` gives the width and height of a node in px at ``scale``. Every subtree has a band
    of its own; a parent's middle is half-way between the middles of its first and last child.
    ``ghost_sizes`` are the widths of *why?* and *what else?*, which stand by the selected node.
    """
    widths = ghost_sizes or [width * scale for width in _GHOST_WIDTHS]
    wish = _Wish(spacing.at(scale), triggers, joint, scale, widths, captions)
    plan = _Plan(root, children, measure, selected)
    plan.stack(wish)
    return _finished(plan, wish)


class _Plan:
    """Nodes by index, column by column from top to bottom, so that children stand together.

    ``kids`` are the children of a node as a range of indices, ``levels`` the nodes of a column.
    ``bands`` are the heights of the subtrees, ``offsets`` where the band of a node begins in its
    parent's, and ``tops`` where the node stands in its own; in the end, where it stands at all.
    """

    def __init__(
        self,
        root: str,
        children: Callable[[str], Sequence[str] | None],
        measure: Callable[[str], tuple[float, float]],
        selected: str | None,
    ) -> None:
        self.ids, self.parents = [root], [-1]
        self.kids: list[range] = []
        self.levels: list[range] = []
        self.below: dict[str, Sequence[str]] = {}
        while len(self.kids) < len(self.ids):
            self.levels.append(range(len(self.kids), len(self.ids)))
            self._add_level(children)
        sizes = [measure(node) for node in self.ids]
        self.widths = [size[0] for size in sizes]
        self.heights = [size[1] for size in sizes]
        self.chosen = self.ids.index(selected) if selected in self.ids else -1
        self.tops = [0.0] * len(self.ids)
        self.offsets = [0.0] * len(self.ids)
        self.bands = self.heights[:]

    def _add_level(self, children: Callable[[str], Sequence[str] | None]) -> None:
        ids, parents, kids = self.ids, self.parents, self.kids
        for index in self.levels[-1]:
            start, below = len(ids), children(ids[index])
            if below:
                ids += below
                parents += [index] * len(below)
                self.below[ids[index]] = below
            kids.append(range(start, len(ids)))

    def stack(self, wish: _Wish) -> None:
        """Stack the bands of all nodes, the deepest first, then find every node's place."""
        space, kids = wish.space, self.kids
        for index in range(len(kids) - 1, -1, -1):
            below = kids[index]
            if below:
                starts = self.run_starts(wish.triggers) if index == 0 and wish.captions else ()
                self._stack_children(below, space, starts)
                self._centre(index, below)
            if index == self.chosen:
                self._reserve(index, below, space)
        offsets, parents = self.offsets, self.parents
        for index in range(1, len(offsets)):
            offsets[index] += offsets[parents[index]]
        self.tops = [offset + top for offset, top in zip(offsets, self.tops, strict=True)]

    def _stack_children(self, below: range, space: Spacing, starts: Sequence[int]) -> None:
        offsets, bands, gap, y = self.offsets, self.bands, space.leaf_gap, 0.0
        for each in below:
            if starts and each in starts[1:]:
                y = max(y, self._below_caption(each, space))
            offsets[each] = y
            y += bands[each] + gap

    def _below_caption(self, index: int, space: Spacing) -> float:
        """Where the band of a node begins whose caption stands clear of what is before."""
        before = index - 1
        clear = self.offsets[before] + self.tops[before] + self.heights[before]
        if before == self.chosen:
            clear += space.ghost_above + space.ghost_height
        return clear + space.caption_clear + space.caption_above - self.tops[index]

    def _centre(self, index: int, below: range) -> None:
        """Put a node half-way between its first and last child; a high one moves them down."""
        offsets, tops, heights = self.offsets, self.tops, self.heights
        first, last = below[0], below[-1]
        end = offsets[last] + self.bands[last]
        middles = tops[first] + heights[first] / 2 + offsets[first]
        middles += tops[last] + heights[last] / 2 + offsets[last]
        top = (middles - heights[index]) / 2
        if top < 0:
            for each in below:
                offsets[each] -= top
            end -= top
            top = 0.0
        tops[index] = top
        self.bands[index] = max(end, top + heights[index])

    def _reserve(self, index: int, below: range, space: Spacing) -> None:
        """Keep room for the ghosts below the chosen node and below its last child."""
        ends = [self.bands[index]]
        if index:
            ends.append(self.tops[index] + self.heights[index] + space.ghost_reserve)
        if below:
            last = below[-1]
            end = self.offsets[last] + self.tops[last] + self.heights[last]
            ends.append(end + space.ghost_reserve)
        self.bands[index] = max(ends)

    def run_starts(self, triggers: AbstractSet[str]) -> list[int]:
        """The nodes of the first column that begin a run of triggers or of conditions."""
        below = self.kids[0]
        sorts = [self.ids[each] in triggers for each in below]
        befores = [None, *sorts]
        pairs = zip(below, sorts, befores, strict=False)
        return [each for each, sort, before in pairs if sort != before]


def _finished(plan: _Plan, wish: _Wish) -> Layout:
    lefts, right = _lefts(plan, wish.space)
    boxes = _boxes(plan, lefts)
    ghosts = _ghosts(plan, boxes, wish)
    captions = _captions(plan, boxes, wish) if wish.captions else ()
    return Layout(
        boxes=boxes,
        children=plan.below,
        captions=captions,
        ghosts=ghosts,
        brackets=_brackets(plan, boxes, wish),
        lefts=tuple(lefts),
        bounds=_bounds(plan, right, ghosts, captions),
        triggers=frozenset(wish.triggers),
        scale=wish.scale,
        column_gap=wish.space.column_gap,
        leaf_gap=wish.space.leaf_gap,
    )


def _lefts(plan: _Plan, space: Spacing) -> tuple[list[float], float]:
    """The left edge of every column, and the right edge of the last."""
    lefts, x = [], 0.0
    for level in plan.levels:
        lefts.append(x)
        x += max(plan.widths[level.start : level.stop]) + space.column_gap
    return lefts, x - space.column_gap


def _boxes(plan: _Plan, lefts: list[float]) -> dict[str, Box]:
    # Twice as fast as calling Box, and there may be thousands.
    new = tuple.__new__
    places = zip(plan.ids, plan.tops, plan.widths, plan.heights, strict=True)
    boxes = {}
    for left, level in zip(lefts, plan.levels, strict=True):
        for node, top, width, height in islice(places, len(level)):
            boxes[node] = new(Box, (left, top, width, height))
    return boxes


def _captions(plan: _Plan, boxes: dict[str, Box], wish: _Wish) -> tuple[Caption, ...]:
    found, space, triggers = [], wish.space, wish.triggers
    for index in plan.run_starts(triggers):
        box, trigger = boxes[plan.ids[index]], plan.ids[index] in triggers
        x = box.x + (space.caption_indent if trigger else 0)
        found.append(
            Caption("trigger" if trigger else "conditions", x, box.y - space.caption_above)
        )
    return tuple(found)


def _ghosts(plan: _Plan, boxes: dict[str, Box], wish: _Wish) -> tuple[Ghost, ...]:
    if plan.chosen < 0:
        return ()
    space, widths = wish.space, wish.ghost_widths
    node = plan.ids[plan.chosen]
    box = boxes[node]
    below = plan.kids[plan.chosen]
    x, height, half = box.right + space.column_gap, space.ghost_height, space.column_gap / 2
    if below:
        last = boxes[plan.ids[below[-1]]]
        x, y = last.x, last.bottom + space.ghost_above
    else:
        y = box.middle - height / 2
    line = elbow(box.right, box.middle, x, y + height / 2, space.column_gap)
    why = Ghost("why", x, y, widths[0], height, line)
    if plan.chosen == 0:
        return (why,)
    above = boxes[plan.ids[plan.parents[plan.chosen]]]
    y = box.bottom + space.ghost_above
    middle = y + height / 2
    points = ((box.x - half, above.middle), (box.x - half, middle), (box.x, middle))
    return (why, Ghost("else", box.x, y, widths[1], height, points))


def _brackets(plan: _Plan, boxes: dict[str, Box], wish: _Wish) -> tuple[Bracket, ...]:
    found, space = [], wish.space
    for node in plan.below.keys() & wish.joint:
        kids = plan.below[node]
        if len(kids) > 1:
            first, last = boxes[kids[0]], boxes[kids[-1]]
            top, bottom = first.y + space.bracket_inset, last.bottom - space.bracket_inset
            found.append(Bracket(node, first.x - space.column_gap / 2, top, bottom))
    return tuple(sorted(found, key=lambda each: (each.x, each.top)))


def _bounds(
    plan: _Plan, width: float, ghosts: tuple[Ghost, ...], captions: tuple[Caption, ...]
) -> Box:
    top, right = min(plan.tops), width
    bottom = max(map(operator.add, plan.tops, plan.heights))
    for each in ghosts:
        top = min(top, each.y)
        right = max(right, each.x + each.width)
        bottom = max(bottom, each.y + each.height)
    for caption in captions:
        top = min(top, caption.y)
    return Box(0.0, top, right, bottom - top)
