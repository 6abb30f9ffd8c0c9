"""Draws the pieces of the strip: lanes, pills, flags, rings, axis and ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.ui.theme import tokens
from facilitator.ui.timeline.flags import POINT, draw_sign_and_word, flag_path, flag_width

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from facilitator.domain.words import Marker
    from facilitator.ui.theme import Theme

_LINE, _RING, _AXIS, _THUMB, _TIP = 2, 3, 1.5, 4, 5
_LANE_ALPHA = 128
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_CENTRE = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextSingleLine)


class StripPainter:
    """Draws with one painter in one theme; all places are in px of the strip."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter, self._theme = painter, theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def band(self, box: QRectF) -> None:
        """The ground of the time of impact."""
        self._painter.fillRect(box, self._theme.colour("well"))

    def lane(self, left: float, right: float, y: float) -> None:
        """The line of one lane."""
        colour = QColor(self._theme.colour("line"))
        colour.setAlpha(_LANE_ALPHA)
        width = self._theme.px(_LINE)
        self._painter.fillRect(QRectF(left, y - width / 2, right - left, width), colour)

    def lane_name(self, words: str, box: QRectF) -> None:
        """A lane's name before its line."""
        shown = self._theme.metrics("label").elidedText(
            words, Qt.TextElideMode.ElideRight, box.width()
        )
        self._text(shown, box.translated(0, -1), "ink2", _MIDDLE)

    def axis(self, left: float, right: float, y: float) -> None:
        """The line of time."""
        self._pen("ink2", _AXIS)
        self._painter.drawLine(QLineF(left, y, right, y))

    def impact(self, left: float, right: float, y: float) -> None:
        """The time of impact on the axis."""
        width = self._theme.px(tokens()["line"]["impact_on_axis"])
        self._painter.fillRect(
            QRectF(left, y - width / 2 + 1, right - left, width), self._theme.colour("ink")
        )

    def tick(self, x: float, y: float, words: str, *, strong: bool = False) -> None:
        """A time below the axis; ``strong`` where a day begins."""
        high = self._theme.px(tokens()["timeline"]["tick"])
        self._pen("ink2", _AXIS)
        self._painter.drawLine(QLineF(x, y, x, y + high))
        half = self._theme.px(100)
        box = QRectF(x - half, y + high + self._theme.px(4), 2 * half, self._theme.line("label"))
        self._text(words, box, "ink" if strong else "ink2", _CENTRE, 600 if strong else None)

    def true_time(self, x: float, disc_x: float, y: float, radius: float) -> None:
        """A tick from a disc that was nudged aside to its true time."""
        self._pen("ink", 1)
        top = y + radius + self._theme.px(6)
        self._painter.drawLine(QLineF(disc_x, y + radius, x, top))

    def pole(self, x: float, top: float, bottom: float) -> None:
        """The pole of a marker's flag."""
        width = self._theme.px(_LINE)
        self._painter.fillRect(
            QRectF(x - width / 2, top, width, bottom - top), self._theme.colour("ink")
        )

    def flag(self, box: QRectF, marker: Marker, *, left: bool) -> None:
        """The filled flag of a marker; with ``left`` its pole is on the right."""
        painter, theme = self._painter, self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("ink"))
        point = theme.px(POINT)
        painter.drawPath(flag_path(box, point, theme.px(3), left=left))
        inner = box.adjusted(point - theme.px(_TIP), 0, 0, 0) if left else box
        words = box.width() > flag_width(theme, marker, filled=True, words=False) + 1
        draw_sign_and_word(painter, theme, inner, marker, colour="on_ink", weight=600, words=words)

    def pill(self, left: float, right: float, y: float, radius: float, *, dashed: bool) -> None:
        """The span of an event from its beginning to its end."""
        self._pen("ink", _LINE, dashed=dashed)
        self._painter.setBrush(self._theme.colour("paper"))
        box = QRectF(left, y - radius, right - left, 2 * radius)
        self._painter.drawRoundedRect(box, radius, radius)

    def stamp(self, x: float, y: float, picture: QPixmap) -> None:
        """A disc or heap, with its middle at a point."""
        size = picture.deviceIndependentSize()
        self._painter.drawPixmap(QPointF(x - size.width() / 2, y - size.height() / 2), picture)

    def ring(self, x: float, y: float, wide: float) -> None:
        """Around the disc or heap of the chosen event, which is so wide."""
        sizes = tokens()["timeline"]
        more = self._theme.px(sizes["disc_selected_ring"] - sizes["disc"])
        high = self._theme.px(sizes["disc_selected_ring"])
        pen = self._theme.px(_RING)
        self._pen("accent", pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(x - (wide + more) / 2, y - high / 2, wide + more, high)
        box.adjust(pen / 2, pen / 2, -pen / 2, -pen / 2)
        self._painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def midnight(self, x: float, top: float, bottom: float) -> None:
        """Where a day begins."""
        self._painter.fillRect(QRectF(x, top, 1, bottom - top), self._theme.colour("rule"))

    def thumb(self, left: float, right: float, y: float) -> None:
        """Which part of the whole is shown."""
        high = self._theme.px(_THUMB)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.colour("step_off"))
        self._painter.drawRoundedRect(QRectF(left, y, right - left, high), high / 2, high / 2)

    def focus(self, box: QRectF) -> None:
        """Where the keys go."""
        pen = self._theme.px(tokens()["focus"]["ring"])
        self._pen("accent", pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        half, radius = pen / 2, self._theme.px(tokens()["radius"]["input"])
        self._painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)

    # -- inside --------------------------------------------------------------------------------

    def _pen(self, role: str, width: float, *, dashed: bool = False) -> None:
        pen = QPen(self._theme.colour(role), width)
        if dashed:
            # Qt counts dashes in pen widths.
            pen.setDashPattern([4 / width, 3 / width])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._painter.setPen(pen)

    def _text(
        self, words: str, box: QRectF, role: str, flags: int, weight: int | None = None
    ) -> None:
        self._painter.setPen(self._theme.colour(role))
        self._painter.setFont(self._theme.font("label", weight=weight))
        self._painter.drawText(box, flags, words)
