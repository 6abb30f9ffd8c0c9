"""Draws the bars of the agenda: outline is planned, fill is used, slashes are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

HEIGHT = 12
_RADIUS, _PEN = 2, 1.5
_SLASH_PITCH, _SLASH_PEN, _SLANT, _AFTER = 8, 3, 5, 2
MOST_SLASHES = 12
"""More would say no more."""


class Bar:
    """The lengths of one bar in px, from its left end."""

    def __init__(self, planned: float, used: float, slashes: int) -> None:
        self.planned = round(planned)
        self.used = min(round(used), self.planned)
        self.slashes = slashes

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Bar) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((self.planned, self.used, self.slashes))


def slashes_for(theme: Theme, over: float) -> int:
    """How many slashes stand for so many px over; at least one if any is."""
    if over <= 0:
        return 0
    return min(MOST_SLASHES, 1 + int(over // theme.px(_SLASH_PITCH)))


def slashes_width(theme: Theme, count: int) -> int:
    """How far slashes reach beyond their bar."""
    return theme.px(_AFTER + count * _SLASH_PITCH + _SLANT) if count else 0


def draw_bar(painter: QPainter, theme: Theme, box: QRectF, bar: Bar, fill: str) -> None:
    """Draw a bar into a box of its height; ``fill`` is the colour of what is used."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QRectF(box.left(), box.top(), max(bar.planned, theme.px(4)), box.height())
    _draw_outline(painter, theme, outline)
    if bar.used:
        _draw_fill(painter, theme, outline, bar.used, fill)
    if bar.slashes:
        _draw_slashes(painter, theme, outline, bar.slashes)
    painter.restore()


def _draw_outline(painter: QPainter, theme: Theme, box: QRectF) -> None:
    half = _PEN / 2
    painter.setPen(QPen(theme.colour("line"), _PEN))
    painter.setBrush(theme.colour("sheet"))
    radius = theme.px(_RADIUS)
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)


def _draw_fill(painter: QPainter, theme: Theme, box: QRectF, used: int, fill: str) -> None:
    radius = theme.px(_RADIUS)
    painter.setClipRect(QRectF(box.left(), box.top(), used, box.height()))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(fill))
    painter.drawRoundedRect(box, radius, radius)
    painter.setClipping(False)


def _draw_slashes(painter: QPainter, theme: Theme, box: QRectF, count: int) -> None:
    pen = QPen(theme.colour("note"), theme.px(_SLASH_PEN))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    slant, half = theme.px(_SLANT), theme.px(_SLASH_PEN) / 2
    for number in range(count):
        left = box.right() + theme.px(_AFTER + number * _SLASH_PITCH) + half
        painter.drawLine(QLineF(left, box.bottom() - half, left + slant, box.top() + half))
