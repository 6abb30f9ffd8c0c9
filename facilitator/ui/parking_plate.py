"""Draws the sign of a parked idea: a P on a plate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

_LETTER, _PEN, _RADIUS = 0.66, 0.1, 0.16
"""Of the plate's side."""


def draw_plate(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """Draw the plate into a square box."""
    side = box.width()
    pen = side * _PEN
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("ink2"), pen))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = pen / 2
    plate = box.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(plate, side * _RADIUS, side * _RADIUS)
    font = QFont(theme.font("heading", "console"))
    font.setPixelSize(round(side * _LETTER))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "P")
    painter.restore()
