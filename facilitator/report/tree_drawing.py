"""Draws the tree of factors on paper, whole or in parts that refer to each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.words import EvidenceStatus, FactorKind
from facilitator.geometry.box import Box
from facilitator.report import tree_face
from facilitator.report.inline import Words
from facilitator.report.pen import Paint
from facilitator.report.pieces import Piece, Pieces
from facilitator.report.styles import (
    EFFECT,
    FACT_STRONG,
    NODE,
    NODE_LABEL,
    NODE_SMALL,
    NODE_STRONG,
)

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from facilitator.domain.records import Factor
    from facilitator.geometry.tree_pages import Part
    from facilitator.geometry.tree_parts import Bracket, Connector, Point
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen
    from facilitator.report.tree_face import Face
    from facilitator.report.tree_plan import Plan

_SCALE = 0.5
"""Points of a px: lines and dashes on paper are so much finer than on the screen."""
_RADIUS, _TURN, _APART = 3.0, 4.0, 24.0
_CAPTIONS = {"trigger": "What set it off", "conditions": "What made it possible"}
_AND = "and"


def draw_tree(galley: Galley, plan: Plan) -> Pieces:
    """The parts of the tree, each a piece of its own."""
    drawing = _Drawing(galley, plan)
    pieces: Pieces = []
    for index, part in enumerate(plan.parts):
        draw = partial(drawing.draw, part, galley.sheet.left)
        anchor = galley.anchor("part", str(index))
        above = _APART if index else 0.0
        height = part.layout.bounds.height
        pieces.append(
            Piece(height, draw, above, anchors=(anchor,), turned=plan.turned, floats=True)
        )
    return pieces


@dataclass(frozen=True, slots=True)
class _Note:
    """A reference to another part."""

    part: int
    there: str
    here: str
    """The words if the part stands on the same page."""


class _Drawing:
    """Draws the parts of one plan."""

    def __init__(self, galley: Galley, plan: Plan) -> None:
        self._galley, self._faces = galley, plan.faces

    # -- drawing -------------------------------------------------------------------------------

    def draw(self, part: Part, left: float, pen: Pen, top: float) -> None:
        """Draw one part with its top left corner at a point."""
        x, y = left - part.layout.bounds.x, top - part.layout.bounds.y
        for caption in part.layout.captions:
            pen.line(x + caption.x, y + caption.y, _CAPTIONS[caption.kind], _CAPTION)
        for connector in part.layout.connectors:
            self._draw_connector(pen, connector, x, y)
        for bracket in part.layout.brackets:
            _draw_bracket(pen, bracket, x, y)
        for node, box in part.layout.boxes.items():
            moved = Box(box.x + x, box.y + y, box.width, box.height)
            with pen.tags.part("P"):
                self._draw_node(pen, node, moved, self._notes(part, node))

    def _notes(self, part: Part, node: str) -> list[_Note]:
        if node in part.continued:
            return [_Note(part.continued[node], "continues on", "continues below")]
        if node != part.root:
            return []
        told = (
            (part.origin, "from", "from above"),
            (part.before, "before:", "before: above"),
            (part.after, "more on", "more below"),
        )
        return [_Note(number, *words) for number, *words in told if number is not None]

    def _draw_connector(self, pen: Pen, connector: Connector, x: float, y: float) -> None:
        factor = self._galley.factors[connector.child]
        trigger = factor.kind is FactorKind.TRIGGER
        status = factor.evidence_status
        if status is EvidenceStatus.RULED_OUT:
            status = EvidenceStatus.UNKNOWN
        look = self._galley.tokens.evidence[status]
        points = [(x + px, y + py) for px, py in connector.points]
        if trigger:
            pen.polyline(points, Paint(stroke="ink", pen=1.5, radius=_TURN))
        else:
            dash = tuple(each * _SCALE for each in look.dash)
            pen.polyline(points, Paint(stroke="line", pen=1.0, dash=dash, radius=_TURN))

    def _draw_node(self, pen: Pen, node: str, box: Box, notes: list[_Note]) -> None:
        factor, face = self._galley.factors[node], self._faces.face(node)
        if factor.parent is None:
            self._draw_effect(pen, factor, face, box, notes)
        else:
            self._draw_outline(pen, factor, box)
            self._draw_words(pen, factor, face, box)
            foot = box.bottom - tree_face.PAD + 1 - len(notes) * tree_face.NOTE
            self._draw_notes(pen, notes, box.x + face.left, foot, "accent")

    def _link(self, pen: Pen, factor: Factor, box: Box) -> AbstractContextManager[None]:
        """Leads to where the factor stands in words; the links of the chips lie on it."""
        return pen.link(box, self._galley.anchor("factor", factor.id))

    def _draw_effect(
        self, pen: Pen, factor: Factor, face: Face, box: Box, notes: list[_Note]
    ) -> None:
        pen.box(box, Paint("ink", radius=_RADIUS))
        x, y = box.x + face.left, box.y + tree_face.EFFECT_TOP
        pen.line(x, y - 12, "Effect", NODE_LABEL, "step_off")
        with self._link(pen, factor, box):
            for line in face.lines:
                pen.line(x, y, line, EFFECT)
                y += EFFECT.line
        if words := tree_face.how_long(self._galley):
            room = box.width - 2 * tree_face.EFFECT_PAD + 4
            if self._galley.type.width(words, NODE_LABEL) > room:
                words = words.replace("about ", "~", 1)
            pen.line(x, y + 1, words, NODE_LABEL, "on_ink")
            y += tree_face.META
        self._draw_notes(pen, notes, x, y + 2, "on_ink")

    def _draw_outline(self, pen: Pen, factor: Factor, box: Box) -> None:
        look = self._galley.tokens.evidence[factor.evidence_status]
        dash = tuple(each * _SCALE for each in look.dash)
        if factor.kind is FactorKind.TRIGGER:
            pen.polygon(_pointed(box), Paint("sheet", "ink", 1.5, dash))
        else:
            pen.box(box, Paint(look.fill, look.colour, look.pen * _SCALE, dash, _RADIUS))

    def _draw_words(self, pen: Pen, factor: Factor, face: Face, box: Box) -> None:
        look = self._galley.tokens.evidence[factor.evidence_status]
        x, y = box.x + face.left, box.y + tree_face.PAD - 0.5
        with self._link(pen, factor, box):
            for line in face.lines:
                pen.line(x, y, line, NODE, look.text)
                if look.strike:
                    _strike_through(pen, x, y, line)
                y += NODE.line
        y += tree_face.META_ABOVE
        for placed in face.meta:
            for distance, item in placed:
                item.draw(pen, x + distance, y)
            y += tree_face.META

    def _draw_notes(self, pen: Pen, notes: list[_Note], x: float, top: float, colour: str) -> None:
        for note in notes:
            anchor = self._galley.anchor("part", str(note.part))
            page = pen.pages.get(anchor, 0)
            words = note.here if page == pen.page else f"{note.there} page {page}"
            Words(words, NODE_STRONG.coloured(colour), link=anchor).draw(pen, x, top)
            top += tree_face.NOTE


_CAPTION = FACT_STRONG.coloured("ink2")


def _strike_through(pen: Pen, x: float, top: float, text: str) -> None:
    """The stroke through the words of what was ruled out."""
    middle = top + NODE.baseline - NODE.size * 0.3
    right = x + pen.type.width(text, NODE)
    pen.rule(x - 0.5, right + 0.5, middle, "ink2", 0.75)


def _pointed(box: Box) -> tuple[Point, ...]:
    edge = box.x + tree_face.TRIGGER_POINT
    return (
        (edge, box.y),
        (box.right, box.y),
        (box.right, box.bottom),
        (edge, box.bottom),
        (box.x, box.middle),
    )


def _draw_bracket(pen: Pen, bracket: Bracket, x: float, y: float) -> None:
    """What says that some causes are needed jointly."""
    left, top, bottom = x + bracket.x, y + bracket.top, y + bracket.bottom
    corners = ((left + 3, top), (left, top), (left, bottom), (left + 3, bottom))
    pen.polyline(corners, Paint(stroke="ink", pen=1.5))
    width = pen.type.width(_AND, NODE_SMALL) + 2.5
    middle = (top + bottom) / 2
    pen.box(Box(left - width / 2, middle - 4.5, width, 9), Paint("ink", radius=2))
    pen.centred(left, middle - NODE_SMALL.line / 2, _AND, NODE_SMALL, "on_ink")
