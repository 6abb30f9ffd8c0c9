"""Draws a chart of the trends on paper, as it was laid out."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING

from facilitator.geometry.box import Box
from facilitator.geometry.trends.drawing import (
    Area,
    Disc,
    Drawing,
    FamilyBar,
    FamilySign,
    Line,
    Part,
    Shape,
    Text,
)
from facilitator.report import marks
from facilitator.report.pen import Paint
from facilitator.report.tags import Tag
from facilitator.report.trends.measure import STYLES

if TYPE_CHECKING:
    from facilitator.report.pen import Pen
    from facilitator.report.pieces import Draw


def drawing_of(drawing: Drawing, left: float) -> Draw:
    """What draws a chart from ``left`` on; its title is a heading, the rest is one figure."""
    says = f"{drawing.title}. {drawing.lead}".strip().rstrip(".")
    heading, figure = Tag("H2"), Tag("Figure", f"{says}. Its table says the same.")

    def draw(pen: Pen, top: float) -> None:
        for part in drawing.parts:
            pen.tags.enter(heading if isinstance(part, Text) and part.role == "title" else figure)
            _draw(part, pen, left, top)
            pen.tags.leave()

    return draw


@singledispatch
def _draw(part: Part, _pen: Pen, _x: float, _y: float) -> None:
    """Draw a part of a chart whose corner stands at x and y."""
    raise TypeError(part)


@_draw.register(Text)
def _text(part: Text, pen: Pen, x: float, y: float) -> None:
    style = STYLES[part.role]
    box = _moved(part.box, x, y)
    top = box.y + (box.height - style.line) / 2
    if part.align == "right":
        pen.right(box.right, top, part.words, style, part.colour)
    elif part.align == "centre":
        pen.centred(box.x + box.width / 2, top, part.words, style, part.colour)
    else:
        pen.line(box.x, top, part.words, style, part.colour)


@_draw.register(Area)
def _area(part: Area, pen: Pen, x: float, y: float) -> None:
    paint = Paint(part.fill, part.stroke, part.pen, part.dash, part.radius)
    if part.fill or part.stroke:
        pen.box(_moved(part.box, x, y), paint)


@_draw.register(Line)
def _line(part: Line, pen: Pen, x: float, y: float) -> None:
    paint = Paint(stroke=part.colour, pen=part.pen, round_ends=part.round_ends)
    pen.polyline([(x + across, y + down) for across, down in part.points], paint)


@_draw.register(Shape)
def _shape(part: Shape, pen: Pen, x: float, y: float) -> None:
    paint = Paint(part.fill, part.stroke, part.pen)
    pen.polygon([(x + across, y + down) for across, down in part.points], paint)


@_draw.register(Disc)
def _disc(part: Disc, pen: Pen, x: float, y: float) -> None:
    centre = (x + part.centre[0], y + part.centre[1])
    pen.disc(centre, part.radius, Paint(part.fill, part.stroke, part.pen))


@_draw.register(FamilySign)
def _sign(part: FamilySign, pen: Pen, x: float, y: float) -> None:
    spot = marks.Spot(x + part.box.x, y + part.box.y, part.box.width)
    marks.family(pen, part.family, spot)


@_draw.register(FamilyBar)
def _bar(part: FamilyBar, pen: Pen, x: float, y: float) -> None:
    colour = pen.tokens.families[part.family].colours["print"]
    pen.box(_moved(part.box, x, y), Paint(colour))


def _moved(box: Box, x: float, y: float) -> Box:
    return Box(box.x + x, box.y + y, box.width, box.height)
