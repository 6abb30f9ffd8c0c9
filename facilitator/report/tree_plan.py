"""Decides how the tree stands on paper: how wide its nodes are, upright or turned, in parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain import tree
from facilitator.domain.words import FactorKind
from facilitator.geometry.tree import Spacing
from facilitator.geometry.tree_pages import Looks, Room, split
from facilitator.report import tree_face, wording
from facilitator.report.styles import EFFECT

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.geometry.tree_pages import Part
    from facilitator.report.galley import Galley
    from facilitator.report.sheet import Sheet
    from facilitator.report.tree_face import Face

SPACING = Spacing(
    column_gap=16.0,
    leaf_gap=8.0,
    caption_above=15.0,
    caption_clear=8.0,
    caption_indent=0.0,
    bracket_inset=4.0,
)
_EFFECT_WIDTH, _EFFECT_MOST, _WIDEST = 72.0, 104.0, 156.0
_UPRIGHT_LEVELS, _TURNED_LEVELS, _SPLIT_COLUMNS = 4, 6, 4
_FULL = 0.4
"""Share of a turned sheet that a tree must fill: a low one reads better in parts, upright."""
_SLACK = 2.0
_BOUNDLESS = 1e9


@dataclass(frozen=True, slots=True)
class Plan:
    """The parts of a tree, and the faces of its nodes."""

    parts: tuple[Part, ...]
    faces: Faces
    turned: bool = False


class Faces:
    """What stands on the nodes of one tree at one width; every node is set once."""

    def __init__(self, galley: Galley, width: float) -> None:
        self._galley, self._width = galley, width
        self._known: dict[str, Face] = {}
        below = tree.by_parent(galley.review.factors)
        self._below = {
            parent: [factor.id for factor in factors] for parent, factors in below.items()
        }
        self.root = self._below[None][0]
        self._effect = _effect_width(galley)

    def face(self, node: str) -> Face:
        """The face of a node."""
        if node not in self._known:
            factor = self._galley.factors[node]
            self._known[node] = tree_face.face_of(self._galley, factor, self.measure_width(node))
        return self._known[node]

    def measure_width(self, node: str) -> float:
        """The effect is narrower than its causes."""
        return self._effect if node == self.root else self._width

    def split(self, room: Room) -> tuple[Part, ...]:
        """The parts in which the tree fits into a room."""
        factors = self._galley.review.factors
        looks = Looks(
            triggers={each.id for each in factors if each.kind is FactorKind.TRIGGER},
            joint={each.id for each in factors if each.joint},
            spacing=SPACING,
        )
        return split(self.root, self._children, self._measure, room, looks)

    def _children(self, node: str) -> list[str]:
        return self._below.get(node, [])

    def _measure(self, node: str, notes: int) -> tuple[float, float]:
        return self.measure_width(node), self.face(node).height + notes * tree_face.NOTE


def _effect_width(galley: Galley) -> float:
    """As narrow as it can be without breaking a word of the effect."""
    root = tree.root(galley.review.factors)
    words = wording.effect(root, galley.review).split() if root else []
    widest = max((galley.type.width(word, EFFECT) for word in words), default=0.0)
    needed = tree_face.effect_width(widest)
    return min(max(_EFFECT_WIDTH, needed), _EFFECT_MOST)


def plan_tree(galley: Galley, heading: Callable[[Sheet], float]) -> Plan:
    """One upright drawing if it fits, or one turned; otherwise upright in parts.

    ``heading`` is the height of what stands above the tree on a sheet.
    """
    levels = max(1, *(depth for _, depth in tree.walk(galley.review.factors)))
    upright, turned = galley.sheet, galley.sheet.turned()
    if levels <= _UPRIGHT_LEVELS:
        plan = _plan(galley, upright, levels, heading(upright))
        if len(plan.parts) == 1:
            return plan
    elif levels <= _TURNED_LEVELS:
        plan = _plan(galley, turned, levels, heading(turned))
        if len(plan.parts) == 1 and plan.parts[0].layout.bounds.height > _FULL * turned.body:
            return plan
    return _plan(galley, upright, 0, heading(upright))


def plan_whole(galley: Galley) -> Plan:
    """One drawing of the whole tree, however large."""
    faces = Faces(galley, _WIDEST)
    return Plan(faces.split(Room(_BOUNDLESS, _BOUNDLESS, _BOUNDLESS)), faces)


def _plan(galley: Galley, sheet: Sheet, levels: int, heading: float) -> Plan:
    """The plan for a tree of so many levels; 0 if it must be split."""
    wide, high = sheet.right - sheet.left, sheet.body - _SLACK
    if levels:
        width = min(_WIDEST, (wide - _effect_width(galley)) / levels - SPACING.column_gap)
    else:
        gaps = (_SPLIT_COLUMNS - 1) * SPACING.column_gap
        width = (wide - gaps) / _SPLIT_COLUMNS
    faces = Faces(galley, width)
    parts = faces.split(Room(wide + 0.01, high, high - heading))
    return Plan(parts, faces, turned=sheet is not galley.sheet)
