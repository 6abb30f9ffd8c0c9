"""Lays out the strip of a timeline: lanes, discs, spans, flags, the time of impact and the axis."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.words import Marker
from facilitator.geometry.lanes import Lane, Lanes, seconds
from facilitator.geometry.nudging import Mark, marks, spread
from facilitator.geometry.ticks import APART, Tick, ticks
from facilitator.geometry.time_window import Scale, Window, fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo

    from facilitator.domain.records import TimelineEvent

__all__ = [
    "Flag",
    "Lane",
    "Lanes",
    "Layout",
    "Line",
    "Mark",
    "Measure",
    "Pill",
    "Scale",
    "Sizes",
    "Tick",
    "Window",
    "fit_rows",
    "fitted",
    "lay_out",
    "seconds",
    "spread",
    "stack_flags",
    "ticks",
    "tiers_of",
    "whole_window",
]


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in px at scale 1, as the look has them."""

    top: float = 4.0
    flag: float = 28.0
    flag_tier: float = 34.0
    flag_clear: float = 10.0
    flag_gap: float = 8.0
    lane: float = 44.0
    least_lane: float = 34.0
    disc: float = 28.0
    below_axis: float = 38.0
    before: float = 46.0
    after: float = 116.0

    def at(self, scale: float) -> Sizes:
        """The same at another scale."""
        return Sizes(*(getattr(self, name) * scale for name in self.__slots__))


NORMAL = Sizes()


class Measure(NamedTuple):
    """How wide the words of a flag and of a heap are, in px at the scale that is laid out."""

    flag: Callable[[Marker], float]
    heap: Callable[[int], float]


class Rows(NamedTuple):
    """How the height of a strip is shared out: so many lanes of ``pitch`` below so many tiers."""

    lanes: int
    pitch: float
    tiers: int
    height: float


class Line(NamedTuple):
    """One lane's line and its marks; ``others`` counts the lanes that share it."""

    name: str
    y: float
    lane: Lane
    marks: tuple[Mark, ...]
    others: int


class Pill(NamedTuple):
    """The span of an event from its beginning to its end."""

    left: float
    right: float
    y: float
    event: TimelineEvent


class Flag(NamedTuple):
    """The flag of a marker on its pole at ``x``; with ``left`` it runs to the left."""

    marker: Marker
    event: TimelineEvent
    x: float
    top: float
    width: float
    left: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything of a strip stands, in px; ``impact`` is the time of impact on the axis."""

    scale: Scale
    lines: tuple[Line, ...]
    pills: tuple[Pill, ...]
    flags: tuple[Flag, ...]
    impact: tuple[float, float] | None
    ticks: tuple[Tick, ...]
    lanes_top: float
    axis_y: float
    height: float
    sizes: Sizes

    def mark_of(self, event: TimelineEvent) -> tuple[float, Mark] | None:
        """The height of an event's lane and the mark that shows it, if it is in view."""
        if event.at is None:
            return None
        for line in self.lines:
            place = line.lane.place_of(event, event.at)
            if place < len(line.lane.events) and line.lane.events[place].id == event.id:
                index = bisect_right(line.marks, place, key=lambda mark: mark.first) - 1
                mark = line.marks[index] if index >= 0 else None
                inside = mark is not None and place < mark.first + len(mark.events)
                return (line.y, mark) if mark is not None and inside else None
        return None

    def hit(self, x: float, y: float) -> tuple[TimelineEvent, ...]:
        """The events under a point: of a disc or heap, of a flag, or of the span there."""
        line = min(self.lines, key=lambda each: abs(each.y - y), default=None)
        if line is not None and abs(line.y - y) <= self.sizes.disc / 2 + 2:
            found = _nearest(line.marks, x)
            if found is not None and abs(found.x - x) <= found.width / 2 + 2:
                return found.events
            for pill in reversed(self.pills):
                if pill.y == line.y and pill.left <= x <= pill.right:
                    return (pill.event,)
        for flag in self.flags:
            left = flag.x - flag.width if flag.left else flag.x
            if left <= x <= left + flag.width and flag.top <= y <= flag.top + self.sizes.flag:
                return (flag.event,)
        return ()


def _nearest(row: Sequence[Mark], x: float) -> Mark | None:
    place = bisect_left(row, x, key=lambda mark: mark.x)
    return min(row[max(0, place - 1) : place + 1], key=lambda mark: abs(mark.x - x), default=None)


# -- the whole of it ---------------------------------------------------------------------------


def whole_window(lanes: Lanes, width: float, measure: Measure, sizes: Sizes = NORMAL) -> Window:
    """The window that shows every event and flag; half an hour in 1970 if there is none."""
    flags = [
        (seconds(event.at), measure.flag(marker))
        for marker, event in lanes.marked.items()
        if event.at is not None
    ]
    extent = lanes.extent or (0.0, 0.0)
    return fitted(extent, width, before=sizes.before, after=sizes.after, flags=flags)


def fit_rows(lanes: int, tiers: int, room: float | None, sizes: Sizes = NORMAL) -> Rows | None:
    """How many lanes go into a height, and how high each is; None if there is not even one.

    Room for two tiers of flags stays free while it can, so that nothing jumps. Where it is short
    the lanes move closer, then the free tiers go, then the last lanes share one line.
    """
    lanes = max(1, lanes)
    for count in range(max(2, tiers), max(0, tiers - 1), -1):
        fixed = sizes.top * 2 + sizes.flag_tier * count + sizes.below_axis
        wanted = fixed + sizes.lane * lanes
        if room is None or wanted <= room:
            return Rows(lanes, sizes.lane, count, wanted)
        pitch = (room - fixed) / lanes
        if pitch >= sizes.least_lane:
            return Rows(lanes, pitch, count, room)
    fixed = sizes.top * 2 + sizes.flag_tier * tiers + sizes.below_axis
    most = min(lanes, int(((room or 0.0) - fixed) // sizes.least_lane))
    if most < 1:
        return None
    pitch = min(sizes.lane, ((room or 0.0) - fixed) / most)
    return Rows(most, pitch, tiers, fixed + pitch * most)


def lay_out(  # noqa: PLR0913 - all that decides where a strip's parts stand
    lanes: Lanes,
    scale: Scale,
    rows: Rows,
    zone: tzinfo,
    measure: Measure,
    *,
    services: Sequence[str] = (),
    several_days: bool = False,
    unit: float = 1.0,
) -> Layout:
    """Place what the scale's window shows; the lanes of ``services`` come first.

    ``unit`` is the scale of px, e.g. 1.5 at a type size of 150 %.
    """
    sizes = NORMAL.at(unit)
    lanes_top = sizes.top * 2 + sizes.flag_tier * rows.tiers
    axis_y = lanes_top + rows.pitch * rows.lanes
    lines = []
    for number, row in enumerate(lanes.rows(services, rows.lanes)):
        y = lanes_top + rows.pitch * (number + 0.5)
        placed = marks(row.lane, scale, sizes.disc, measure.heap, unit)
        lines.append(Line(row.name, y, row.lane, placed, row.others))
    return Layout(
        scale=scale,
        lines=tuple(lines),
        pills=tuple(pill for line in lines for pill in _pills(line, scale, sizes.disc / 2)),
        flags=_flags(lanes, scale, lanes_top, measure, sizes),
        impact=_impact(lanes, scale),
        ticks=ticks(scale, zone, several_days=several_days, apart=APART * unit),
        lanes_top=lanes_top,
        axis_y=axis_y,
        height=axis_y + sizes.below_axis,
        sizes=sizes,
    )


# -- spans -------------------------------------------------------------------------------------


def _pills(line: Line, scale: Scale, radius: float) -> list[Pill]:
    """The spans of a lane: one that began before the window, then one a mark at most."""
    lane = line.lane
    if not lane.has_spans:
        return []
    pills = []
    first = bisect_left(lane.begins, scale.window.start)
    if first and lane.reach[first - 1] > scale.window.start:
        longest = lane.ends.index(lane.reach[first - 1])
        right = min(scale.right, scale.x(lane.ends[longest])) + radius
        pills.append(Pill(scale.left - radius, right, line.y, lane.events[longest]))
    for mark in line.marks:
        ends = lane.ends[mark.first : mark.first + len(mark.events)]
        longest = mark.first + ends.index(max(ends))
        if lane.ends[longest] > lane.begins[longest]:
            right = max(mark.x, min(scale.right, scale.x(lane.ends[longest]))) + radius
            pills.append(Pill(mark.x - radius, right, line.y, lane.events[longest]))
    return pills


# -- markers -----------------------------------------------------------------------------------


def _flags(
    lanes: Lanes, scale: Scale, lanes_top: float, measure: Measure, sizes: Sizes
) -> tuple[Flag, ...]:
    shown = _poles(lanes, scale)
    widths = [(x, measure.flag(marker)) for x, marker, _ in shown]
    lowest = lanes_top - sizes.flag_clear - sizes.flag
    return tuple(
        Flag(marker, event, x, lowest - sizes.flag_tier * tier, width, left)
        for (x, marker, event), (_, width), (tier, left) in zip(
            shown, widths, _stacked(widths, scale, sizes), strict=True
        )
    )


def _poles(lanes: Lanes, scale: Scale) -> list[tuple[float, Marker, TimelineEvent]]:
    """The poles in view from the left; those at one instant in the order of the markers."""
    order = {marker: place for place, marker in enumerate(Marker)}
    poles = [
        (scale.x(seconds(event.at)), order[marker], marker, event)
        for marker, event in lanes.marked.items()
        if event.at is not None
    ]
    poles.sort(key=lambda pole: pole[:2])
    return [(x, marker, event) for x, _, marker, event in poles if scale.left <= x <= scale.right]


def stack_flags(
    flags: Sequence[tuple[float, float]],
    *,
    gap: float = 8.0,
    leftmost: float = 0.0,
    rightmost: float = math.inf,
) -> tuple[tuple[int, bool], ...]:
    """Tier of every flag, and whether it runs left; ``flags`` are poles from the left and widths.

    Flags run right of their pole. Where one would touch a later flag or its pole, it goes one
    tier above it; the first runs left instead, if it has the room. So does the last where it
    would reach beyond ``rightmost``.
    """
    if not flags:
        return ()
    x, width = flags[-1]
    free = max((pole + wide + gap for pole, wide in flags[:-1]), default=leftmost)
    found = [(0, x + width > rightmost and x - width >= free)]
    for index in reversed(range(len(flags) - 1)):
        x, width = flags[index]
        over = [
            tier
            for (pole, _), (tier, _) in zip(flags[index + 1 :], reversed(found), strict=True)
            if pole < x + width + gap
        ]
        if over and index == 0 and x - width >= leftmost:
            found.append((0, True))
        else:
            found.append((max(over, default=-1) + 1, False))
    return tuple(reversed(found))


def tiers_of(lanes: Lanes, scale: Scale, measure: Measure, sizes: Sizes = NORMAL) -> int:
    """How many tiers the flags take in a window."""
    flags = [(x, measure.flag(marker)) for x, marker, _ in _poles(lanes, scale)]
    return max((tier + 1 for tier, _ in _stacked(flags, scale, sizes)), default=0)


def _stacked(
    flags: Sequence[tuple[float, float]], scale: Scale, sizes: Sizes
) -> tuple[tuple[int, bool], ...]:
    return stack_flags(flags, gap=sizes.flag_gap, rightmost=scale.right + sizes.flag)


def _impact(lanes: Lanes, scale: Scale) -> tuple[float, float] | None:
    """From impact start to resolved, or else mitigated, or else on and on; the part in view."""
    start = lanes.marked.get(Marker.IMPACT_START)
    stop = lanes.marked.get(Marker.RESOLVED) or lanes.marked.get(Marker.MITIGATED)
    if start is None or start.at is None:
        return None
    left = max(scale.left, scale.x(seconds(start.at)))
    until = scale.x(seconds(stop.at)) if stop is not None and stop.at is not None else scale.right
    right = min(scale.right, until)
    return (left, right) if left < right else None
