"""Draws what stands around the nodes of the tree: captions, ghosts, lines and brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import draw_key_cap
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.ui.theme import Theme

_SKETCH_BELOW = 0.3
"""The zoom at which words are no more than specks."""
_LEAST_DASHED = 1.5
"""Dashes and dots do not become finer than this on the screen, in px."""
_TICK = 8
_INVITATION, _INVITATION_LINE = (
    (
        "Start with what set it off. Then keep asking what made it",
        "possible, until the answers are about how we build and work.",
    ),
    30,
)


class TreeBrush:
    """Paints in tree coordinates: px of the type size, before the zoom.

    One serves a canvas for all its paintings: call ``begin`` with the painter of each.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme, self.scale = theme, theme.scale
        self._tree = tokens()["tree"]
        self._pens: dict[tuple[str, float, tuple[float, ...]], QPen] = {}

    def begin(self, painter: QPainter) -> None:
        """Paint with this from now on; from far away a sketch of each node will do."""
        self._p, zoom = painter, painter.transform().m11()
        self._far = zoom < _SKETCH_BELOW
        self._least_pen = 1 / zoom if self._far else 0.0
        self._least_dashed = _LEAST_DASHED / zoom
        self._glyphs = Glyphs(painter, self._theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def caption(self, at: QPointF, words: str) -> None:
        """A heading over the first column; ``at`` is its top left corner."""
        self._p.setFont(self._theme.font("heading"))
        self._p.setPen(self._theme.colour("ink2"))
        self._p.drawText(QPointF(at.x(), at.y() + self._theme.line("heading") * 0.75), words)

    def connector(
        self,
        points: Sequence[QPointF],
        colour: str,
        pen: float,
        dash: Sequence[float],
        *,
        square: bool = False,
    ) -> None:
        """A line of straight pieces; its elbows are round, or square below a bracket."""
        self._p.setPen(self._pen(colour, max(pen, self._least_pen), () if self._far else dash))
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        radius = 0.0 if square else self._px(self._tree["elbow_radius"])
        self._p.drawPath(rounded(points, radius))

    def ghost(self, box: QRectF, keys: str, words: str) -> None:
        """What a key would add here."""
        px, style = self._px, tokens()["selection"]["ghost"]
        self._p.setPen(self._pen(style["colour"], style["pen"], style["dash"]))
        self._p.setBrush(self._theme.colour("paper"))
        radius = px(style["radius"])
        self._p.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        metrics = self._theme.metrics("label", weight=500)
        width = round(metrics.horizontalAdvance(keys)) + px(16)
        cap = QRect(0, 0, round(width), round(px(26)))
        cap.moveCenter(box.center().toPoint())
        cap.moveLeft(round(box.left() + px(10)))
        draw_key_cap(self._p, self._theme, cap, keys)
        self._p.setFont(self._theme.font("node", weight=600))
        self._p.setPen(self._theme.colour("accent"))
        left = cap.right() + px(11)
        rest = QRectF(left, box.top(), box.right() - left, box.height())
        self._p.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)

    def drop_line(self, start: QPointF, end: QPointF) -> None:
        """Where a dragged factor would stand."""
        self._p.setPen(self._pen("accent", 4, []))
        self._p.drawLine(start, end)
        self._p.setBrush(self._theme.colour("accent"))
        self._p.drawEllipse(start, self._px(5), self._px(5))

    def carried(self, box: QRectF, *, allowed: bool) -> None:
        """The frame of a node that is dragged; in the note colour where it may not stand."""
        fill = QColor(self._theme.colour("accent_tint" if allowed else "note_tint"))
        fill.setAlpha(150)
        self._p.setPen(self._pen("accent" if allowed else "note", 2, [6, 4]))
        self._p.setBrush(fill)
        radius = self._px(tokens()["radius"]["node"])
        self._p.drawRoundedRect(box, radius, radius)

    def invitation(self, at: QPointF) -> None:
        """How to begin an empty tree; ``at`` is the top left corner of the words."""
        height = self._px(_INVITATION_LINE)
        self._p.setFont(self._theme.font("text"))
        self._p.setPen(self._theme.colour("ink2"))
        for index, line in enumerate(_INVITATION):
            self._p.drawText(QPointF(at.x(), at.y() + (index + 0.72) * height), line)

    def bracket(self, x: float, top: float, bottom: float) -> None:
        """What says that everything between two heights needs to come together."""
        tick = self._px(_TICK)
        corners = [
            QPointF(x + tick, top),
            QPointF(x, top),
            QPointF(x, bottom),
            QPointF(x + tick, bottom),
        ]
        self._p.setPen(self._pen("ink", tokens()["line"]["trigger"], []))
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.drawPolyline(QPolygonF(corners))

    # -- inside --------------------------------------------------------------------------------

    def _px(self, length: float) -> float:
        return length * self._theme.scale

    def _pen(self, colour: str, width: float, dash: Sequence[float]) -> QPen:
        grown = max(1.0, self._least_dashed / width) if dash and not self._far else 1.0
        width, dash = width * grown, [each * grown for each in dash]
        key = (colour, width, tuple(dash))
        if key not in self._pens:
            self._pens[key] = self._made_pen(colour, width, dash)
        return self._pens[key]

    def _made_pen(self, colour: str, width: float, dash: Sequence[float]) -> QPen:
        pen = QPen(self._theme.colour(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dash:
            # Qt counts dashes in pen widths, the theme in px.
            pen.setDashPattern([length / width for length in dash])
        return pen


def rounded(points: Sequence[QPointF], radius: float) -> QPainterPath:
    """A path through points whose corners are arcs of at most this radius."""
    path = QPainterPath(points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = corner - before, after - corner
        reach = min(radius, _length(into) / 2, _length(out) / 2)
        if reach <= 0:
            path.lineTo(corner)
            continue
        path.lineTo(corner - into * (reach / _length(into)))
        path.quadTo(corner, corner + out * (reach / _length(out)))
    path.lineTo(points[-1])
    return path


def _length(vector: QPointF) -> float:
    return abs(vector.x()) + abs(vector.y())
