"""Draws a strip that has been laid out, or the part of it that must be drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from facilitator.domain.words import Precision
from facilitator.ui.theme import tokens
from facilitator.ui.timeline.strip_painter import StripPainter
from facilitator.ui.timeline.strip_state import MARGIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from facilitator.domain.records import TimelineEvent
    from facilitator.geometry.timeline import Flag, Layout, Line, Mark
    from facilitator.ui.theme import Theme
    from facilitator.ui.timeline.stamps import Stamps

_NOWHERE = "Elsewhere"
_NAME_GAP = 20


def ring_box(theme: Theme, y: float, mark: Mark) -> QRectF:
    """The room that a mark and the ring around it take."""
    high = theme.px(tokens()["timeline"]["disc_selected_ring"]) + 4
    wide = high + mark.width - theme.px(tokens()["timeline"]["disc"])
    return QRectF(mark.x - wide / 2, y - high / 2, wide, high)


class StripPicture:
    """Draws a layout; ``part`` is what must be drawn anew, ``shown`` how a lane's name is shown.

    Discs and poles stand on whole px, so that they are crisp.
    """

    def __init__(
        self,
        painter: QPainter,
        theme: Theme,
        stamps: Stamps,
        layout: Layout,
        shown: Callable[[str], str],
    ) -> None:
        self._strip, self._shown = StripPainter(painter, theme), shown
        self._theme, self._stamps, self._layout = theme, stamps, layout
        self._radius = layout.sizes.disc / 2

    def draw(self, current: TimelineEvent | None, part: QRectF) -> None:
        """The ground, then what stands on it from the back to the front."""
        strip, layout = self._strip, self._layout
        self._draw_band()
        self._draw_lanes()
        self._draw_axis()
        for flag in layout.flags:
            strip.pole(round(flag.x), flag.top, layout.axis_y)
        self._draw_pills()
        for line in layout.lines:
            for mark in line.marks:
                if ring_box(self._theme, line.y, mark).intersects(part):
                    self._draw_mark(line, mark)
        found = None if current is None else layout.mark_of(current)
        if found is not None:
            strip.ring(round(found[1].x), round(found[0]), found[1].width)
        for flag in layout.flags:
            strip.flag(self._flag_box(flag), flag.marker, left=flag.left)

    def _draw_band(self) -> None:
        layout = self._layout
        if layout.impact is not None:
            left, right = (round(x) for x in layout.impact)
            high = layout.axis_y - layout.lanes_top
            self._strip.band(QRectF(left, layout.lanes_top, right - left, high))

    def _draw_lanes(self) -> None:
        layout, theme = self._layout, self._theme
        left, right = layout.scale.left, layout.scale.right
        margin, high = theme.px(MARGIN), theme.line("label")
        wide = left - margin - theme.px(_NAME_GAP)
        for line in layout.lines:
            self._strip.lane(left, right, round(line.y))
            words = _lane_words(line, alone=len(layout.lines) == 1)
            self._strip.lane_name(self._shown(words), QRectF(margin, line.y - high / 2, wide, high))

    def _draw_axis(self) -> None:
        strip, layout = self._strip, self._layout
        for tick in layout.ticks:
            if tick.midnight:
                strip.midnight(round(tick.x), layout.lanes_top, layout.axis_y)
        strip.axis(layout.scale.left, layout.scale.right, layout.axis_y)
        if layout.impact is not None:
            strip.impact(*layout.impact, layout.axis_y)
        for tick in layout.ticks:
            strip.tick(round(tick.x), layout.axis_y, tick.words, strong=tick.strong)

    def _draw_pills(self) -> None:
        for pill in self._layout.pills:
            dashed = pill.event.precision is not Precision.EXACT
            self._strip.pill(pill.left, pill.right, round(pill.y), self._radius, dashed=dashed)

    def _draw_mark(self, line: Line, mark: Mark) -> None:
        x, y = round(mark.x), round(line.y)
        if len(mark.events) > 1:
            self._strip.stamp(x, y, self._stamps.heap(len(mark.events), starred=mark.starred))
            return
        if abs(mark.x - mark.true_x) >= 1:
            self._strip.true_time(mark.true_x, x, y, self._radius)
        self._strip.stamp(x, y, self._stamps.disc(mark.events[0]))

    def _flag_box(self, flag: Flag) -> QRectF:
        # The pole, 2 px wide, is part of the flag.
        x = round(flag.x)
        left = x - flag.width + 1 if flag.left else x - 1
        return QRectF(left, flag.top, flag.width, self._layout.sizes.flag)


def _lane_words(line: Line, *, alone: bool) -> str:
    if line.others:
        return f"{line.others} others"
    return line.name or ("" if alone else _NOWHERE)
