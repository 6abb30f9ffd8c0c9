"""Small signs of the library: how far a review is, how much is done, and what the rail leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from facilitator.domain.words import ReviewStatus
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from facilitator.ui.theme import Theme

_PEN, _DASHES, _ICON = 1.8, 8, 24


def draw_status(painter: QPainter, theme: Theme, box: QRectF, status: ReviewStatus) -> None:
    """Draft dashed, ready open, reviewed half full, closed full with a tick."""
    ink = theme.colour("ink2")
    half = theme.scale * _PEN / 2
    ring = box.adjusted(half, half, -half, -half)
    if status is ReviewStatus.CLOSED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(box)
        inner = box.width() * 0.25
        tick = box.adjusted(inner, inner, -inner, -inner)
        Glyphs(painter, theme).evidence("supported", tick, theme.colour("paper"))
        return
    painter.setPen(_ring_pen(theme, ring, dashed=status is ReviewStatus.DRAFT))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if status is ReviewStatus.REVIEWED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(box, 90 * 16, 180 * 16)


def _ring_pen(theme: Theme, ring: QRectF, *, dashed: bool) -> QPen:
    width = theme.scale * _PEN
    pen = QPen(theme.colour("ink2"), width)
    if dashed:
        # Dashes and gaps of one length close the ring evenly.
        around = 3.1416 * ring.width() / width / (2 * _DASHES)
        pen.setDashPattern([around * 1.1, around * 0.9])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def draw_share(painter: QPainter, theme: Theme, box: QRectF, share: float) -> None:
    """A bar filled from the left."""
    radius = theme.scale
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if share > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink2"))
        full = QRectF(box.left(), box.top(), box.width() * min(1.0, share), box.height())
        painter.drawRoundedRect(full, radius, radius)


def draw_search(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A lens."""
    path = QPainterPath()
    path.addEllipse(QPointF(10.5, 10.5), 6.5, 6.5)
    path.moveTo(15.5, 15.5)
    path.lineTo(20.5, 20.5)
    _stroke(painter, box, path, colour)


def draw_list(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Lines of a list, with a dot before each."""
    path = QPainterPath()
    for middle in (6.0, 12.0, 18.0):
        path.moveTo(9, middle)
        path.lineTo(21, middle)
        path.moveTo(4, middle)
        path.lineTo(4.2, middle)
    _stroke(painter, box, path, colour)


def draw_ticked(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Lines of a list, the first of them ticked."""
    path = QPainterPath()
    path.moveTo(2.5, 6.5)
    path.lineTo(5, 9)
    path.lineTo(9, 3.5)
    for left, middle in ((13.0, 6.5), (13.0, 13.0), (13.0, 19.5)):
        path.moveTo(left, middle)
        path.lineTo(21.5, middle)
    path.addEllipse(QPointF(5.5, 13), 1.5, 1.5)
    path.addEllipse(QPointF(5.5, 19.5), 1.5, 1.5)
    _stroke(painter, box, path, colour)


def draw_into(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """An arrow down into a tray."""
    path = QPainterPath()
    for line in (QLineF(12, 3.5, 12, 14.5), QLineF(7.5, 10, 12, 14.5), QLineF(16.5, 10, 12, 14.5)):
        path.moveTo(line.p1())
        path.lineTo(line.p2())
    path.moveTo(4, 14.5)
    path.lineTo(4, 20)
    path.lineTo(20, 20)
    path.lineTo(20, 14.5)
    _stroke(painter, box, path, colour)


def draw_curve(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A curve between two axes."""
    path = QPainterPath()
    path.moveTo(4, 3.5)
    path.lineTo(4, 20)
    path.lineTo(21, 20)
    path.moveTo(7.5, 15)
    for x, y in ((11.5, 10), (15, 12.5), (20, 6)):
        path.lineTo(x, y)
    _stroke(painter, box, path, colour)


def draw_again(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Three rings in a row, joined: the same thing again."""
    path = QPainterPath()
    for middle in (QPointF(5.5, 17.5), QPointF(12, 6.5), QPointF(18.5, 17.5)):
        path.addEllipse(middle, 3, 3)
    for line in (QLineF(7, 14.9, 10.5, 9.1), QLineF(13.5, 9.1, 17, 14.9)):
        path.moveTo(line.p1())
        path.lineTo(line.p2())
    _stroke(painter, box, path, colour)


def draw_bin(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A bin with its lid."""
    path = QPainterPath()
    for line in (QLineF(4, 6.5, 20, 6.5), QLineF(10, 11, 10, 16.5), QLineF(14, 11, 14, 16.5)):
        path.moveTo(line.p1())
        path.lineTo(line.p2())
    path.moveTo(9, 6.5)
    path.lineTo(9.6, 3.5)
    path.lineTo(14.4, 3.5)
    path.lineTo(15, 6.5)
    path.moveTo(6, 6.5)
    path.lineTo(7, 20.5)
    path.lineTo(17, 20.5)
    path.lineTo(18, 6.5)
    _stroke(painter, box, path, colour)


def _stroke(painter: QPainter, box: QRectF, path: QPainterPath, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / _ICON, box.width() / _ICON)
    round_ = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(colour, 1.9, *round_))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()
