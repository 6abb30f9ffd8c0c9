"""Splits a tree of factors into parts that fit on pages: no node is ever cut."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from facilitator.geometry.tree import NORMAL, Layout, Spacing, lay_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    Children = Callable[[str], Sequence[str]]
    Measure = Callable[[str, int], tuple[float, float]]

ROOT_NOTES = 3
"""Lines that the root of a part may need: where it comes from, what stands before, what after."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a part may take: the first one stands below a heading and may be less high."""

    width: float
    height: float
    first_height: float


@dataclass(frozen=True, slots=True)
class Looks:
    """Which nodes are triggers, whose children are needed jointly, and the distances."""

    triggers: AbstractSet[str] = frozenset()
    joint: AbstractSet[str] = frozenset()
    spacing: Spacing = NORMAL


@dataclass(frozen=True, slots=True)
class Part:
    """One drawing: a node and what stands behind it.

    ``continued`` says in which part the causes of a node stand, if not here. ``origin`` is the
    part that the root continues; ``before`` and ``after`` hold more causes of the same root.
    """

    root: str
    shown: tuple[str, ...]
    layout: Layout = field(default_factory=Layout)
    continued: dict[str, int] = field(default_factory=dict)
    origin: int | None = None
    before: int | None = None
    after: int | None = None

    @property
    def notes(self) -> int:
        """How many references its root has."""
        return sum(each is not None for each in (self.origin, self.before, self.after))


def split(
    root: str, children: Children, measure: Measure, room: Room, looks: Looks
) -> tuple[Part, ...]:
    """The parts of a tree in reading order; one alone if all of it fits.

    ``measure`` gives the size of a node with so many lines of references on it. A part shows
    whole branches where these fit, and otherwise as many levels of a branch as do.
    """
    return _Splitter(root, children, measure, room, looks).split()


class _Splitter:
    def __init__(
        self, root: str, children: Children, measure: Measure, room: Room, looks: Looks
    ) -> None:
        self._root, self._children, self._measure = root, children, measure
        self._room, self._looks = room, looks
        self._parts: list[Part] = []
        self._depths: list[dict[str, int]] = []

    def split(self) -> tuple[Part, ...]:
        whole = self._layout(self._root, self._children(self._root), {}, 0)
        if (
            whole.bounds.width <= self._room.width
            and whole.bounds.height <= self._room.first_height
        ):
            return (Part(self._root, tuple(self._children(self._root)), whole),)
        waiting: list[tuple[str, int | None]] = [(self._root, None)]
        while waiting:
            root, origin = waiting.pop(0)
            made = self._make(root, origin)
            waiting = [(node, part) for part in made for node in self._cut(part)] + waiting
        return tuple(self._finished(index) for index in range(len(self._parts)))

    # -- one root ------------------------------------------------------------------------------

    def _make(self, root: str, origin: int | None) -> range:
        """Parts for all causes of one node, in groups that fit."""
        first = len(self._parts)
        if origin is not None:
            self._parts[origin].continued[root] = first
        groups = list(self._groups(root))
        for number, (group, depths) in enumerate(groups):
            index = first + number
            self._depths.append(depths)
            self._parts.append(
                Part(
                    root,
                    tuple(group),
                    origin=origin if number == 0 else None,
                    before=index - 1 if number else None,
                    after=index + 1 if number + 1 < len(groups) else None,
                )
            )
        return range(first, len(self._parts))

    def _groups(self, root: str) -> Iterator[tuple[list[str], dict[str, int]]]:
        group: list[str] = []
        depths: dict[str, int] = {}
        height = self._room.height if self._parts else self._room.first_height
        for child in self._children(root):
            depth = self._depth(root, child, height)
            longer, deeper = [*group, child], {**depths, child: depth}
            if group and self._height(root, longer, deeper) > height:
                yield group, depths
                height = self._room.height
                depth = self._depth(root, child, height)
                longer, deeper = [child], {child: depth}
            group, depths = longer, deeper
        yield group, depths

    def _depth(self, root: str, child: str, height: float) -> int:
        """How many levels of a branch fit on a page of their own, but at least one."""
        depth = self._columns(root)
        while depth > 1 and self._height(root, [child], {child: depth}) > height:
            depth -= 1
        return depth

    def _columns(self, root: str) -> int:
        """How many columns there is room for beside a root."""
        below = self._children(root)
        wide = self._measure(below[0], 0)[0] if below else 1.0
        left = self._room.width - self._measure(root, 0)[0]
        return max(1, int((left + 0.01) / (wide + self._looks.spacing.column_gap)))

    def _height(self, root: str, group: Sequence[str], depths: dict[str, int]) -> float:
        return self._layout(root, group, depths, ROOT_NOTES).bounds.height

    # -- layouts -------------------------------------------------------------------------------

    def _branches(
        self, root: str, group: Sequence[str], depths: dict[str, int]
    ) -> tuple[dict[str, Sequence[str]], list[str]]:
        """What stands behind every node of a part; the nodes whose causes stand elsewhere."""
        below: dict[str, Sequence[str]] = {root: group}
        cut: list[str] = []
        stack = [(child, depths.get(child)) for child in reversed(group)]
        while stack:
            node, depth = stack.pop()
            found = self._children(node)
            if found and depth == 1:
                cut.append(node)
            elif found:
                below[node] = found
                rest = None if depth is None else depth - 1
                stack.extend((each, rest) for each in reversed(found))
        return below, cut

    def _layout(
        self, root: str, group: Sequence[str], depths: dict[str, int], notes: int
    ) -> Layout:
        """The layout of a root and some of its branches, each to its depth."""
        below, cut = self._branches(root, group, depths)
        lines = {root: notes, **dict.fromkeys(cut, 1)}
        return lay_out(
            root,
            lambda node: below.get(node, ()),
            lambda node: self._measure(node, lines.get(node, 0)),
            triggers=self._looks.triggers,
            joint=self._looks.joint,
            spacing=self._looks.spacing,
            captions=root == self._root,
        )

    def _finished(self, index: int) -> Part:
        part = self._parts[index]
        layout = self._layout(part.root, part.shown, self._depths[index], part.notes)
        return replace(part, layout=layout)

    def _cut(self, index: int) -> list[str]:
        """The nodes of a part whose causes stand elsewhere, from top to bottom."""
        part = self._parts[index]
        return self._branches(part.root, part.shown, self._depths[index])[1]
