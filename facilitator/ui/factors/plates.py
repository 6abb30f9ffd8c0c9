"""The small plates on a node: a linked event's time with its marker's sign, and *jointly*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from facilitator.ui.factors.wording import Chip
    from facilitator.ui.theme import Theme

HEIGHT, PAD, SIGN, SIGN_GAP, RADIUS = 26, 9, 14, 7, 4
BRACKET, BRACKET_GAP, BRACKET_INSET, BRACKET_PEN = 6, 9, 4, 2.5


def chip_width(theme: Theme, chip: Chip) -> float:
    """Width of a chip in px."""
    words = theme.metrics("label", weight=500).horizontalAdvance(chip.words)
    return words + theme.px(2 * PAD) + (theme.px(SIGN + SIGN_GAP) if chip.marker else 0)


def draw_chip(painter: QPainter, theme: Theme, box: QRectF, chip: Chip) -> None:
    """Draw a chip into its box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("paper"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(RADIUS), theme.px(RADIUS))
    left = box.left() + theme.px(PAD)
    if chip.marker is not None:
        size = theme.px(SIGN)
        sign = QRectF(left, box.center().y() - size / 2, size, size)
        Glyphs(painter, theme).marker(chip.marker.value, sign, theme.colour("ink"))
        left += theme.px(SIGN + SIGN_GAP)
    painter.setPen(theme.colour("ink"))
    painter.setFont(theme.font("label", weight=500))
    words = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, chip.words)


def joint_width(theme: Theme, words: str) -> float:
    """Width of what says that what is behind a factor is needed jointly."""
    advance = theme.metrics("label", weight=500).horizontalAdvance(words)
    return advance + theme.px(BRACKET + BRACKET_GAP)


def draw_joint(painter: QPainter, theme: Theme, box: QRectF, words: str) -> None:
    """Draw the bracket and its words into their box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tick, inset = theme.px(BRACKET), theme.px(BRACKET_INSET)
    sign = QRectF(box.left() + theme.px(1), box.top() + inset, tick, box.height() - 2 * inset)
    pen = QPen(theme.colour("ink"), BRACKET_PEN * theme.scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    corners = (sign.topRight(), sign.topLeft(), sign.bottomLeft(), sign.bottomRight())
    painter.drawPolyline(QPolygonF(corners))
    painter.setPen(theme.colour("ink"))
    painter.setFont(theme.font("label", weight=500))
    words_box = box.adjusted(tick + theme.px(BRACKET_GAP), 0, 0, 0)
    painter.drawText(words_box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
