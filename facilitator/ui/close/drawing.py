"""Draws what the lists of the Close page have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from facilitator.domain.poll import Answer
from facilitator.domain.words import LessonSide
from facilitator.ui.factors.wrapping import Line, Wrapper, reads_from_right
from facilitator.ui.glyphs import Glyphs
from facilitator.ui.kit import draw_key_cap
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

OVERHANG = 16
"""The tint of a selected row reaches so far beyond its words, both ways."""
SIGN, INDENT = 20, 36
"""Side of a row's sign, and how far its words stand to the right."""
_BAR, _BASELINE, _DIE, _PIP, _GHOST = 4, 0.76, 3.2, 1.7, 36
_QUARTER = 90 * 16
"""A right angle as pies are measured."""


@dataclass(frozen=True, slots=True)
class Style:
    """A font of the type scale and a colour, by role."""

    role: str
    colour: str = "ink"
    weight: int | None = None


class Measure:
    """Wraps words in the styles of one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._wrappers: dict[Style, Wrapper] = {}

    def lines(self, style: Style, text: str, width: float, most: int) -> tuple[Line, ...]:
        """At most so many lines of a text."""
        if style not in self._wrappers:
            font = self._theme.font(style.role, weight=style.weight)
            metrics = self._theme.metrics(style.role, weight=style.weight)
            self._wrappers[style] = Wrapper(font, metrics)
        return self._wrappers[style].lines(text, max(1.0, width), most) if text else ()

    def height(self, style: Style, lines: tuple[Line, ...]) -> float:
        """How high lines of a style are."""
        return len(lines) * self._theme.line(style.role)


class Drawing:
    """Draws with one painter in one theme."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._p, self._theme = painter, theme
        self._glyphs = Glyphs(painter, theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def words(self, style: Style, lines: tuple[Line, ...], at: QPointF, width: float) -> float:
        """Draw lines from their top left corner down; returns where the next may stand."""
        high = self._theme.line(style.role)
        self._p.setFont(self._theme.font(style.role, weight=style.weight))
        self._p.setPen(self._theme.colour(style.colour))
        for index, line in enumerate(lines):
            x = at.x()
            if reads_from_right(line.text):
                x += max(0.0, width - line.width)
            self._p.drawText(QPointF(x, at.y() + (index + _BASELINE) * high), line.text)
        return at.y() + len(lines) * high

    def ground(
        self, row: QRectF, *, chosen: bool, typing: bool = False, indent: float = 0.0
    ) -> None:
        """The tint of the chosen row, or the rule below another; ``row`` is as wide as the list."""
        theme = self._theme
        if not chosen:
            over = theme.px(OVERHANG)
            left, width = row.left() + over + indent, row.width() - 2 * over - indent
            rule = QRectF(left, round(row.bottom()) - 1, width, 1)
            self._p.fillRect(rule, theme.colour("rule"))
            return
        self._p.fillRect(row, theme.colour("sheet" if typing else "accent_tint"))
        bar = QRectF(row.left(), row.top(), theme.px(_BAR), row.height())
        self._p.fillRect(bar, theme.colour("accent"))
        pen = theme.px(2)
        self._p.setPen(QPen(theme.colour("accent"), pen))
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        self._p.drawRect(row.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2))

    def missing(self, box: QRectF) -> None:
        """The dashed square of something lacking."""
        style, scale = tokens()["missing"], self._theme.scale
        pen = QPen(self._theme.colour(style["colour"]), style["pen"] * scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length / style["pen"] for length in style["dash"]])
        self._p.setPen(pen)
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        inset = scale
        radius = tokens()["radius"]["chip"] * scale
        self._p.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)

    def tick(self, box: QRectF) -> None:
        """The tick of something in place."""
        self._glyphs.evidence("supported", box, self._theme.colour("accent"))

    def side(self, side: LessonSide, box: QRectF) -> None:
        """The sign of a list of lessons: plus, minus, or a die."""
        scale, middle = self._theme.scale, box.center()
        pen = QPen(self._theme.colour("ink"), 2 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._p.setPen(pen)
        reach = box.width() * 0.38
        if side is LessonSide.LUCKY:
            self._die(box)
            return
        self._p.drawLine(middle - QPointF(reach, 0), middle + QPointF(reach, 0))
        if side is LessonSide.WELL:
            self._p.drawLine(middle - QPointF(0, reach), middle + QPointF(0, reach))

    def _die(self, box: QRectF) -> None:
        scale, inset = self._theme.scale, self._theme.scale
        self._p.setBrush(Qt.BrushStyle.NoBrush)
        square = box.adjusted(inset, inset, -inset, -inset)
        self._p.drawRoundedRect(square, _DIE * scale, _DIE * scale)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(self._theme.colour("ink"))
        away = box.width() * 0.22
        for x, y in ((-1, -1), (1, -1), (0, 0), (-1, 1), (1, 1)):
            pip = _PIP * scale
            self._p.drawEllipse(box.center() + QPointF(x * away, y * away), pip, pip)

    def hand(self, answer: Answer, box: QRectF) -> None:
        """A hand: a full disc for yes, half of one for partly, a ring for no."""
        pen, ink = 1.5 * self._theme.scale, self._theme.colour("ink")
        ring = box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2)
        self._p.setPen(QPen(ink, pen))
        self._p.setBrush(ink if answer is Answer.YES else Qt.BrushStyle.NoBrush)
        self._p.drawEllipse(ring)
        if answer is Answer.PARTLY:
            self._p.setBrush(ink)
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.drawPie(ring, _QUARTER, 2 * _QUARTER)

    def under(self, box: QRectF) -> None:
        """The line under what the keys work on."""
        high = self._theme.px(3)
        self._p.fillRect(
            QRectF(box.left(), box.bottom(), box.width(), high), self._theme.colour("accent")
        )

    def key(self, keys: str, right: float, top: float) -> None:
        """A key that works here, up to a right edge."""
        px, metrics = self._theme.px, self._theme.metrics("label", weight=500)
        width = round(metrics.horizontalAdvance(keys)) + px(14)
        draw_key_cap(
            self._p, self._theme, QRect(round(right) - width, round(top), width, px(26)), keys
        )

    def radio(self, box: QRectF, *, on: bool) -> None:
        """A closed choice: a ring, with a disc if it is on."""
        scale, theme = self._theme.scale, self._theme
        self._p.setPen(QPen(theme.colour("accent" if on else "line"), 2 * scale))
        self._p.setBrush(theme.colour("sheet"))
        self._p.drawEllipse(box.adjusted(scale, scale, -scale, -scale))
        if on:
            self._p.setPen(Qt.PenStyle.NoPen)
            self._p.setBrush(theme.colour("accent"))
            self._p.drawEllipse(box.center(), box.width() * 0.25, box.width() * 0.25)

    def ghost(self, at: QPointF, keys: str, words: str) -> None:
        """What a key would add here; ``at`` is the top left corner of its plate."""
        theme, style = self._theme, tokens()["selection"]["ghost"]
        px, metrics = theme.px, theme.metrics("label", weight=600)
        cap = round(theme.metrics("label", weight=500).horizontalAdvance(keys)) + px(14)
        width = px(8) + cap + px(9) + metrics.horizontalAdvance(words) + px(12)
        plate = QRectF(at.x(), at.y(), width, px(_GHOST))
        pen = QPen(theme.colour(style["colour"]), style["pen"] * theme.scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([length / style["pen"] for length in style["dash"]])
        self._p.setPen(pen)
        self._p.setBrush(theme.colour("paper"))
        radius = px(style["radius"])
        self._p.drawRoundedRect(plate.adjusted(1, 1, -1, -1), radius, radius)
        box = QRect(round(plate.left()) + px(8), 0, cap, px(26))
        box.moveTop(round(plate.center().y() - px(26) / 2))
        draw_key_cap(self._p, theme, box, keys)
        self._p.setFont(theme.font("label", weight=600))
        self._p.setPen(theme.colour("accent"))
        rest = plate.adjusted(px(8) + cap + px(9), -1, 0, -1)
        self._p.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
