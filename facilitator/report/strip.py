"""Draws the strip of time: the axis with the impact on it, plates of the markers, and times."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.zones import zone
from facilitator.geometry.box import Box
from facilitator.geometry.print_strip import Sizes, Strip, lay_out, legible
from facilitator.report import marks
from facilitator.report.pen import Paint
from facilitator.report.pieces import Piece, Pieces
from facilitator.report.styles import LABEL

if TYPE_CHECKING:
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

_PLATE, _AXIS, _IMPACT, _TICK, _STROKE = 12.0, 26.0, 3.0, 4.0, 5.0
_WORDS, _HEIGHT = 32.0, 48.0


def strip(galley: Galley) -> Pieces:
    """The strip, if any event has a time."""
    sheet = galley.sheet
    sizes = Sizes(width=sheet.right - sheet.inner, plate=_PLATE)
    found = lay_out(galley.review.events, zone(galley.review.time_zone), sizes)
    if found is None:
        return []
    drawn = Piece(_HEIGHT, partial(_draw, found, sheet.inner, sheet.right), keep=True)
    if found.plates:
        return [drawn]
    # Without plates above it the axis stands higher.
    bare = _PLATE + _STROKE
    return [Piece(_HEIGHT - bare, inside=((-bare, drawn),), keep=True)]


def _draw(found: Strip, left: float, right: float, pen: Pen, top: float) -> None:
    axis = top + _AXIS
    if found.impact is not None:
        start, end = found.impact
        band = Box(left + start, top, end - start, _AXIS)
        pen.box(band, Paint("well"))
    pen.rule(left, right, axis, "ink2", 0.75)
    for stroke in found.strokes:
        x = left + stroke
        pen.polyline(((x, axis - _STROKE), (x, axis)), Paint(stroke="ink2", pen=0.75))
    if found.impact is not None:
        start, end = found.impact
        pen.box(Box(left + start, axis - _IMPACT / 2, end - start, _IMPACT), Paint("ink"))
    _draw_plates(found, left, pen, top)
    for tick in found.ticks:
        x = left + tick.x
        pen.polyline(((x, axis), (x, axis + _TICK)), Paint(stroke="ink2", pen=0.75))
    for label in legible(found.ticks, right - left, lambda words: pen.type.width(words, LABEL)):
        colour = "ink" if label.strong else ""
        pen.centred(left + label.middle, top + _WORDS, label.words, LABEL, colour)


def _draw_plates(found: Strip, left: float, pen: Pen, top: float) -> None:
    for plate in found.plates:
        x, middle, foot = left + plate.x, left + plate.middle, top + _PLATE
        marks.plate(pen, plate.marker, middle, top, _PLATE)
        # The pole stands on the true time, also below a plate that made room for another.
        grip = min(max(x, middle - _PLATE / 2 + 0.5), middle + _PLATE / 2 - 0.5)
        pole = ((grip, foot), (grip, foot + 4), (x, foot + 8), (x, top + _AXIS))
        pen.polyline(pole, Paint(stroke="ink", pen=1.0, dash=(2.0, 1.5) if plate.about else ()))
