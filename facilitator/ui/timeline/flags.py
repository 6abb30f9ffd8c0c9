"""Draws the flags of the markers: filled on the strip, outlined in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from facilitator.domain.shown_words import MARKER_WORDS
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from facilitator.domain.words import Marker
    from facilitator.ui.theme import Theme

POINT, _RADIUS, _PEN = 11, 3, 1.5
_SIGN, _BEFORE, _BETWEEN, _AFTER, _ON_INK = 13, 10, 8, 4, 1


def flag_width(theme: Theme, marker: Marker, *, filled: bool, words: bool = True) -> float:
    """How wide a flag is with its word."""
    width = theme.px(_BEFORE + _SIGN + POINT)
    if not words:
        return width
    metrics = theme.metrics("label", weight=600 if filled else 500)
    advance = metrics.horizontalAdvance(MARKER_WORDS[marker])
    return width + theme.px(_BETWEEN + _AFTER) + advance


def flag_path(box: QRectF, point: float, radius: float, *, left: bool = False) -> QPainterPath:
    """Outline of a flag whose pole is on the left, or with ``left`` on the right."""
    path = QPainterPath(QPointF(box.x() + radius, box.y()))
    shoulder, right = box.right() - point, box.right()
    path.lineTo(shoulder, box.y())
    path.lineTo(right, box.center().y())
    path.lineTo(shoulder, box.bottom())
    path.lineTo(box.x() + radius, box.bottom())
    corner = 2 * radius
    path.arcTo(QRectF(box.x(), box.bottom() - corner, corner, corner), 270, -90)
    path.arcTo(QRectF(box.x(), box.y(), corner, corner), 180, -90)
    path.closeSubpath()
    if left:
        about = QTransform.fromTranslate(box.center().x(), 0).scale(-1, 1)
        return about.translate(-box.center().x(), 0).map(path)
    return path


def draw_table_flag(
    painter: QPainter, theme: Theme, box: QRectF, marker: Marker, *, words: bool
) -> None:
    """An outlined flag that begins at the left edge of ``box`` and is as high as it."""
    width = min(box.width(), flag_width(theme, marker, filled=False, words=words))
    half = _PEN / 2
    frame = QRectF(box.x() + half, box.y() + half, width - _PEN, box.height() - _PEN)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("ink"), _PEN))
    painter.setBrush(theme.colour("sheet"))
    painter.drawPath(flag_path(frame, theme.px(POINT), theme.px(_RADIUS)))
    draw_sign_and_word(painter, theme, frame, marker, colour="ink", weight=500, words=words)
    painter.restore()


def draw_sign_and_word(  # noqa: PLR0913 - a flag is all about its looks
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    marker: Marker,
    *,
    colour: str,
    weight: int,
    words: bool = True,
) -> None:
    """Sign and word of a marker, from the left edge of a flag's box."""
    size = theme.px(_SIGN)
    left = box.x() + theme.px(_BEFORE)
    sign = QRectF(left, box.center().y() - size / 2, size, size)
    # A sign on ink looks smaller than one on paper.
    more = theme.px(_ON_INK) if colour == "on_ink" else 0
    shown = sign.adjusted(-more, -more, more, more)
    Glyphs(painter, theme).marker(marker.value, shown, theme.colour(colour))
    if words:
        painter.setPen(theme.colour(colour))
        painter.setFont(theme.font("label", weight=weight))
        rest = box.adjusted(sign.right() + theme.px(_BETWEEN) - box.x(), -theme.px(1), 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(rest, flags, MARKER_WORDS[marker])
