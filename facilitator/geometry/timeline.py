"""Lays out the strip of a timeline: lanes, discs, spans, flags, the time of impact and the axis."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.words import Marker
from facilitator.geometry.flags import Flag, flags_of, stack_flags, tiers_of
from facilitator.geometry.lanes import Lane, Lanes, seconds
from facilitator.geometry.nudging import Mark, marks, spread
from facilitator.geometry.strip_sizes import NORMAL, Measure, Sizes
from facilitator.geometry.ticks import APART, Tick, ticks
from facilitator.geometry.time_window import Scale, Window, fitted

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from facilitator.domain.records import TimelineEvent

__all__ = [
    "NORMAL",
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
        flags=flags_of(lanes, scale, lanes_top, measure, sizes),
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
