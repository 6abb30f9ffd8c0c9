"""Draws what is missing: a dashed chip with words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

_PADDING, _RADIUS = 11, 4


def draw_missing(
    painter: QPainter, theme: Theme, box: QRectF, words: str, where: str = "stage"
) -> None:
    """A chip at the left edge of ``box``, half-way down; it is no wider than the box."""
    look = tokens()["missing"]
    pen, height = look["pen"] * theme.scale, theme.px(look["height"])
    width = theme.metrics("label", where, 500).horizontalAdvance(words) + 2 * theme.px(_PADDING)
    top = round(box.center().y() - height / 2)
    chip = QRectF(box.x(), top, min(width, box.width()), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_dashed(theme, look, pen))
    painter.setBrush(theme.colour("sheet"))
    half = pen / 2
    radius = theme.px(_RADIUS)
    painter.drawRoundedRect(chip.adjusted(half, half, -half, -half), radius, radius)
    painter.setPen(theme.colour("note"))
    painter.setFont(theme.font("label", where, 500))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(chip.adjusted(0, -theme.px(1), 0, -theme.px(1)), flags, words)
    painter.restore()


def _dashed(theme: Theme, look: dict[str, object], width: float) -> QPen:
    pen = QPen(theme.colour("note"), width)
    dash: list[float] = look["dash"]  # type: ignore[assignment]
    # Qt counts dashes in widths of the pen.
    pen.setDashPattern([each * theme.scale / width for each in dash])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
