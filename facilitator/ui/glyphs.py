"""Draws the theme's small shapes: families, evidence, markers, kinds, star, bolt and meter."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from facilitator.geometry.meter import LIGHT
from facilitator.geometry.shapes import parse_path
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

_BOX = {"family": 20, "evidence": 20, "marker": 20, "kind": 24, "other": 24}
_EVIDENCE_PEN = 2.6
_KIND_PEN = 1.9


@lru_cache(maxsize=64)
def shape(group: str, name: str) -> QPainterPath:
    """A shape of the theme file in its own box (see ``_BOX``)."""
    path = QPainterPath()
    for command, *numbers in parse_path(tokens()["shapes"][group][name]):
        if command == "M":
            path.moveTo(*numbers)
        elif command == "L":
            path.lineTo(*numbers)
        elif command == "C":
            path.cubicTo(*numbers)
        else:
            path.closeSubpath()
    return path


class Glyphs:
    """Draws shapes with one painter in one theme."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme

    def family(self, family: str, box: QRectF, *, asked: bool = True) -> None:
        """A family's solid shape; ``asked=False`` draws the outline of *not asked yet*."""
        if asked:
            self._fill("family", family, box, self._theme.family_colour(family))
        elif family == "missing_safeguard":
            self._open_ring(box)
        else:
            self._stroke("family", family, box, self._theme.colour("ink2"), 1.8)

    def evidence(self, status: str, box: QRectF, colour: QColor | None = None) -> None:
        """The stroke of an evidence status."""
        ink = colour or self._theme.colour("ink")
        self._stroke("evidence", status, box, ink, _EVIDENCE_PEN)

    def marker(self, marker: str, box: QRectF, colour: QColor) -> None:
        """The sign of a marker."""
        if marker == "detected":
            self._stroke("marker", "detected_ring", box, colour, 2.2)
            self._fill("marker", "detected_dot", box, colour)
        elif marker == "resolved":
            self._stroke("marker", "resolved", box, colour, 3.4)
        else:
            self._fill("marker", marker, box, colour)

    def kind(self, kind: str, box: QRectF, colour: QColor) -> None:
        """The outline icon of a kind of event."""
        self._stroke("kind", kind, box, colour, _KIND_PEN)

    def star(self, box: QRectF, *, on: bool) -> None:
        """The star of the story."""
        if on:
            self._fill("other", "star", box, self._theme.colour("accent"))
        else:
            self._stroke("other", "star", box, self._theme.colour("line"), 1.6)

    def bolt(self, box: QRectF, colour: QColor | None = None) -> None:
        """The bolt of a trigger."""
        self._fill("other", "trigger_bolt", box, colour or self._theme.colour("ink"))

    def meter(
        self, label: str, left: float, top: float, size: float = 1.0, *, sure: bool = True
    ) -> None:
        """The durability steps of a label, 46 x 22 at type size 100 % and ``size`` 1.

        Those of a label that is only probable are lighter: an edge, and a tint within.
        """
        scale, theme, meter = self._theme.scale * size, self._theme, tokens()["durability_meter"]
        steps = tokens()["durability"][label]["steps"]
        fill = tokens()["durability"][label]["fill"]
        bottom = top + meter["heights"][-1] * scale
        for index, full in enumerate(meter["heights"]):
            height = (full if steps else meter["zero_height"]) * scale
            bar = QRectF(
                left + index * meter["pitch"] * scale, bottom - height, meter["bar"] * scale, height
            )
            if index >= steps:
                self._edged_bar(bar, theme.colour("line"), meter["empty_pen"])
            elif not sure:
                self._edged_bar(bar, theme.colour(fill), meter["empty_pen"], LIGHT)
            else:
                self._painter.setPen(Qt.PenStyle.NoPen)
                self._painter.setBrush(theme.colour(fill))
                self._painter.drawRoundedRect(bar, meter["radius"], meter["radius"])

    def _edged_bar(self, bar: QRectF, colour: QColor, pen: float, inside: float = 0.0) -> None:
        tint = QColor(colour)
        tint.setAlphaF(inside)
        self._painter.setPen(QPen(colour, pen))
        self._painter.setBrush(tint)
        half = pen / 2
        self._painter.drawRect(bar.adjusted(half, half, -half, -half))

    def _open_ring(self, box: QRectF) -> None:
        scale = box.width() / 20
        radius = 7.3 * scale
        centre = QPointF(box.x() + 10 * scale, box.y() + 11.35 * scale)
        ring = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        self._painter.setPen(QPen(self._theme.colour("ink2"), 1.8 * scale))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawArc(ring, 130 * 16, 280 * 16)

    def _fill(self, group: str, name: str, box: QRectF, colour: QColor) -> None:
        self._draw(group, name, box, QPen(Qt.PenStyle.NoPen), colour)

    def _stroke(self, group: str, name: str, box: QRectF, colour: QColor, width: float) -> None:
        pen = QPen(
            colour,
            width,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
        self._draw(group, name, box, pen, None)

    def _draw(self, group: str, name: str, box: QRectF, pen: QPen, fill: QColor | None) -> None:
        painter = self._painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(box.topLeft())
        scale = box.width() / _BOX[group]
        painter.scale(scale, scale)
        painter.setPen(pen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawPath(shape(group, name))
        painter.restore()


def pixmap(size: int, ratio: float, draw: object) -> QPixmap:
    """A transparent picture of ``size`` logical px that ``draw(painter)`` has painted on."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter)  # type: ignore[operator]
    painter.end()
    return picture
