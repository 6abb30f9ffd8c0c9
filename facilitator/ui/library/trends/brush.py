"""Draws the parts of a chart with a painter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from facilitator.geometry.trends.drawing import (
    Area,
    Disc,
    FamilyBar,
    FamilySign,
    Line,
    Shape,
    Text,
)
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from facilitator.geometry.box import Box
    from facilitator.geometry.trends.drawing import Part
    from facilitator.ui.library.trends.measure import ChartMeasure
    from facilitator.ui.theme import Theme


class ChartBrush:
    """Draws with one painter; colours are those of the theme."""

    def __init__(self, painter: QPainter, theme: Theme, measure: ChartMeasure) -> None:
        self._painter, self._theme, self._measure = painter, theme, measure
        self._glyphs = Glyphs(painter, theme)

    def draw(self, part: Part) -> None:
        """Draw one part."""
        match part:
            case Text():
                self._text(part)
            case Area():
                self._area(part)
            case Line():
                self._line(part)
            case Shape():
                self._shape(part)
            case Disc():
                self._disc(part)
            case FamilySign():
                self._sign(part)
            case FamilyBar():
                self._bar(part)

    def _text(self, text: Text) -> None:
        self._painter.setFont(self._measure.font(text.role))
        self._painter.setPen(self._theme.colour(text.colour))
        # A little more than was measured, for the box of a glyph may reach beyond its advance.
        box = rect(text.box).adjusted(-2, 0, 2, 0)
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        self._painter.drawText(box.translated(2, 0), line, text.words)

    def _area(self, area: Area) -> None:
        self._take(area.fill, area.stroke, area.pen, area.dash)
        # The charts leave room for half the pen: it is drawn on the edge.
        if area.radius:
            self._painter.drawRoundedRect(rect(area.box), area.radius, area.radius)
        else:
            self._painter.drawRect(rect(area.box))

    def _line(self, line: Line) -> None:
        cap = Qt.PenCapStyle.RoundCap if line.round_ends else Qt.PenCapStyle.FlatCap
        pen = QPen(self._theme.colour(line.colour), line.pen, Qt.PenStyle.SolidLine, cap)
        if line.round_ends:
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPolyline(QPolygonF([QPointF(*point) for point in line.points]))

    def _shape(self, shape: Shape) -> None:
        self._take(shape.fill, shape.stroke, shape.pen)
        self._painter.drawPolygon(QPolygonF([QPointF(*point) for point in shape.points]))

    def _disc(self, disc: Disc) -> None:
        self._take(disc.fill, disc.stroke, disc.pen)
        self._painter.drawEllipse(QPointF(*disc.centre), disc.radius, disc.radius)

    def _sign(self, sign: FamilySign) -> None:
        self._glyphs.family(sign.family.value, rect(sign.box))

    def _bar(self, bar: FamilyBar) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.family_colour(bar.family.value))
        self._painter.drawRect(rect(bar.box))

    def _take(self, fill: str, stroke: str, pen: float, dash: tuple[float, ...] = ()) -> None:
        """Brush and pen by their roles; dashes are counted in widths of the pen."""
        theme, painter = self._theme, self._painter
        painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        if not stroke:
            painter.setPen(Qt.PenStyle.NoPen)
            return
        drawn = QPen(theme.colour(stroke), pen)
        if dash:
            drawn.setDashPattern([each / pen for each in dash])
        painter.setPen(drawn)


def rect(box: Box) -> QRectF:
    """The same rectangle for Qt."""
    return QRectF(box.x, box.y, box.width, box.height)
