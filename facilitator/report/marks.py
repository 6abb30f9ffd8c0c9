"""Draws the theme's small shapes on paper: families, evidence, markers, kinds, meter and flags."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.poll import Answer
from facilitator.domain.words import FactorKind, Marker
from facilitator.geometry.box import Box
from facilitator.geometry.meter import EMPTY_PEN, HEIGHT, LIGHT, WIDTH, meter
from facilitator.geometry.shapes import (
    BOX,
    MARKER_PEN,
    NOT_ASKED_PEN,
    OPEN_RING,
    PEN,
)
from facilitator.report.pen import Paint
from facilitator.report.styles import FACT

if TYPE_CHECKING:
    from facilitator.domain.records import Factor
    from facilitator.domain.words import Durability, EventKind, EvidenceStatus, Family
    from facilitator.report.pen import Pen
    from facilitator.report.typesetting import Typesetter

METER_SCALE = 0.5
METER_WIDTH, METER_HEIGHT = WIDTH * METER_SCALE, HEIGHT * METER_SCALE
FLAG_HEIGHT = 14.0
_POINT, _SIGN, _BEFORE, _BETWEEN, _AFTER = 6.0, 7.0, 5.0, 4.0, 3.0
_FLAG = FACT
_RING = 0.75


class Spot(NamedTuple):
    """Where a shape stands: its top left corner and the side of its square."""

    x: float
    top: float
    size: float


def family(pen: Pen, value: Family, spot: Spot, *, asked: bool = True) -> None:
    """A family's solid shape, or its outline where nobody asked about it yet."""
    if asked:
        _fill(pen, ("family", value), spot, pen.tokens.families[value].colours["print"])
    elif value == "missing_safeguard":
        _open_ring(pen, spot)
    else:
        _stroke(pen, ("family", value), spot, "ink2", NOT_ASKED_PEN)


def factor(value: Factor, pen: Pen, x: float, top: float, size: float) -> bool:
    """The bolt of a trigger, or the shape of a family; False if it has neither."""
    if value.kind is FactorKind.TRIGGER:
        bolt(pen, Spot(x - 1, top - 1, size + 2))
    elif value.family is not None:
        family(pen, value.family, Spot(x, top, size))
    else:
        return False
    return True


def evidence(pen: Pen, value: EvidenceStatus, spot: Spot, colour: str = "ink") -> None:
    """The stroke of an evidence status."""
    _stroke(pen, ("evidence", value), spot, colour, PEN["evidence"])


def marker(pen: Pen, value: Marker, spot: Spot, colour: str = "ink") -> None:
    """The sign of a marker."""
    if value is Marker.DETECTED:
        ring = "detected_ring"
        _stroke(pen, ("marker", ring), spot, colour, MARKER_PEN[ring])
        _fill(pen, ("marker", "detected_dot"), spot, colour)
    elif value in MARKER_PEN:
        _stroke(pen, ("marker", value), spot, colour, MARKER_PEN[value])
    else:
        _fill(pen, ("marker", value), spot, colour)


def kind(pen: Pen, value: EventKind, spot: Spot, colour: str = "ink2") -> None:
    """The outline icon of a kind of event."""
    _stroke(pen, ("kind", value), spot, colour, PEN["kind"])


def star(pen: Pen, spot: Spot) -> None:
    """The star of the story."""
    _fill(pen, ("other", "star"), spot, "accent")


def bolt(pen: Pen, spot: Spot, colour: str = "ink") -> None:
    """The bolt of a trigger."""
    _fill(pen, ("other", "trigger_bolt"), spot, colour)


def hand(pen: Pen, answer: Answer, spot: Spot) -> None:
    """A hand: a full disc for yes, half of one for partly, a ring for no."""
    radius, half = (spot.size - _RING) / 2, spot.size / 2
    centre = (spot.x + half, spot.top + half)
    full = answer is Answer.YES
    pen.disc(centre, radius, Paint("ink" if full else "", "ink", _RING))
    if answer is Answer.PARTLY:
        pen.arc(centre, radius, (90, 180), Paint("ink"))


def durability(
    pen: Pen, label: Durability | None, x: float, top: float, *, sure: bool = True
) -> None:
    """The durability steps of a label; ``METER_WIDTH`` by ``METER_HEIGHT``.

    Those of a label that is only probable are lighter: an edge, and a tint within.
    """
    steps = pen.tokens.durability[label].steps if label else 0
    fill = pen.tokens.durability[label].fill if label else ""
    width = EMPTY_PEN * METER_SCALE
    for bar in meter(steps, x, top, METER_SCALE):
        half, wide, high = width / 2, bar.width - width, bar.height - width
        inside = Box(bar.x + half, bar.y + half, wide, high)
        if not bar.filled:
            pen.box(inside, Paint(stroke="line", pen=width))
        elif sure:
            pen.box(Box(*bar[:4]), Paint(fill))
        else:
            pen.box(inside, Paint(_tint(pen, fill), stroke=fill, pen=width))


def _tint(pen: Pen, colour: str) -> str:
    """So much of a colour as is left inside a bar of which the coach is not sure."""
    code = pen.tokens.colour(colour, "print")
    parts = (int(code[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * LIGHT):02x}" for part in parts)


def flag_width(typesetter: Typesetter, words: str) -> float:
    """How wide the flag of a marker is with its word."""
    return _BEFORE + _SIGN + _BETWEEN + typesetter.width(words, _FLAG) + _AFTER + _POINT


def flag(pen: Pen, value: Marker, x: float, top: float) -> None:
    """The outlined flag of a marker, as it stands in tables."""
    words = pen.tokens.markers[value]
    right, middle = x + flag_width(pen.type, words), top + FLAG_HEIGHT / 2
    shoulder, bottom = right - _POINT, top + FLAG_HEIGHT
    outline = ((x, top), (shoulder, top), (right, middle), (shoulder, bottom), (x, bottom))
    pen.polygon(outline, Paint("sheet", "ink", 0.75))
    marker(pen, value, Spot(x + _BEFORE, middle - _SIGN / 2, _SIGN))
    left = x + _BEFORE + _SIGN + _BETWEEN
    pen.line(left, middle - _FLAG.line / 2, words, _FLAG)


def plate(pen: Pen, value: Marker, middle: float, top: float, size: float) -> None:
    """The small ink plate of a marker on the strip."""
    pen.box(Box(middle - size / 2, top, size, size), Paint("ink", radius=1))
    sign = size * 0.56
    spot = Spot(middle - sign / 2, top + (size - sign) / 2, sign)
    marker(pen, value, spot, "on_ink")


def _open_ring(pen: Pen, spot: Spot) -> None:
    x, y, radius, start, sweep = OPEN_RING
    scale = spot.size / BOX["family"]
    centre = (spot.x + x * scale, spot.top + y * scale)
    paint = Paint(stroke="ink2", pen=NOT_ASKED_PEN * scale)
    pen.arc(centre, radius * scale, (start, sweep), paint)


def _fill(pen: Pen, shape: tuple[str, str], spot: Spot, colour: str) -> None:
    scale = spot.size / BOX[shape[0]]
    pen.path(pen.tokens.shape(*shape), (spot.x, spot.top), scale, Paint(colour))


def _stroke(pen: Pen, shape: tuple[str, str], spot: Spot, colour: str, width: float) -> None:
    scale = spot.size / BOX[shape[0]]
    paint = Paint(stroke=colour, pen=width * scale, round_ends=True)
    pen.path(pen.tokens.shape(*shape), (spot.x, spot.top), scale, paint)
