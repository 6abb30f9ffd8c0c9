"""Lays out the narrow strip of time on paper: plates of the markers over one axis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.durations import marked
from facilitator.domain.words import Marker, Precision
from facilitator.geometry.lanes import seconds
from facilitator.geometry.nudging import spread
from facilitator.geometry.ticks import Tick, ticks
from facilitator.geometry.time_window import Scale, Window, fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import tzinfo

    from facilitator.domain.records import TimelineEvent

NEAR = 0.25
"""Events so far outside the markers, as a share of the time between these, are still shown."""

CLEAR = 5.0
"""An event nearer than this to a marker has no stroke of its own."""

LABEL_GAP = 8.0
"""Least room between the words of two ticks."""

APART = 1.5
"""Strokes nearer than this to each other would look like one."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in points."""

    width: float
    plate: float = 12.0
    plate_gap: float = 3.0
    margin: float = 16.0
    apart: float = 52.0


class Plate(NamedTuple):
    """A marker: ``x`` is where its time is, ``middle`` where its plate stands."""

    marker: Marker
    x: float
    middle: float
    about: bool


class Label(NamedTuple):
    """The words of a tick, with their middle."""

    words: str
    middle: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """Where everything stands, from the left edge of the strip."""

    ticks: tuple[Tick, ...]
    plates: tuple[Plate, ...]
    strokes: tuple[float, ...]
    """Where the events of the story are that have no plate; all events if none was chosen."""
    impact: tuple[float, float] | None


def lay_out(events: Sequence[TimelineEvent], zone: tzinfo, sizes: Sizes) -> Strip | None:
    """The strip of a timeline; None if it has no event with a time."""
    placed = [event for event in events if event.at is not None]
    if not placed:
        return None
    window = _window(placed, sizes)
    scale = Scale(window, 0.0, sizes.width)
    days = {_at(event) // 86_400 for event in placed if _within(event, window)}
    plates = _plates(placed, scale, sizes)
    return Strip(
        ticks=_ticks(scale, zone, sizes, several_days=len(days) > 1),
        plates=plates,
        strokes=_strokes([each for each in placed if _within(each, window)], scale, plates),
        impact=_impact(placed, scale),
    )


def legible(
    ticks: Iterable[Tick], width: float, measure: Callable[[str], float]
) -> tuple[Label, ...]:
    """The words below the axis, within its ends and none over another; days before times."""
    found: list[Label] = []
    ends: list[float] = []
    for tick in ticks:
        half = measure(tick.words) / 2
        middle = max(min(tick.x, width - half), half)
        left = middle - half - LABEL_GAP
        while tick.strong and found and not found[-1].strong and ends[-1] > left:
            del found[-1], ends[-1]
        if not ends or ends[-1] <= left:
            found.append(Label(tick.words, middle, tick.strong))
            ends.append(middle + half)
    return tuple(found)


def _at(event: TimelineEvent) -> float:
    return seconds(event.at) if event.at is not None else 0.0


def _within(event: TimelineEvent, window: Window) -> bool:
    return window.start <= _at(event) <= window.end


def _window(placed: Sequence[TimelineEvent], sizes: Sizes) -> Window:
    """All events; or the markers and what is near them, if others lie far away."""
    times = [_at(event) for event in placed]
    marks = [_at(event) for event in placed if event.marker is not None]
    if len(marks) > 1 and max(marks) > min(marks):
        reach = (max(marks) - min(marks)) * NEAR
        times = [each for each in times if min(marks) - reach <= each <= max(marks) + reach]
    extent = (min(times), max(times))
    return fitted(extent, sizes.width, before=sizes.margin, after=sizes.margin)


def _ticks(scale: Scale, zone: tzinfo, sizes: Sizes, *, several_days: bool) -> tuple[Tick, ...]:
    found = ticks(scale, zone, several_days=several_days, apart=sizes.apart)
    return tuple(tick for tick in found if 0.0 <= tick.x <= sizes.width)


def _plates(placed: Sequence[TimelineEvent], scale: Scale, sizes: Sizes) -> tuple[Plate, ...]:
    found = marked(placed)
    shown = sorted(
        (
            (scale.x(_at(found[marker])), order, found[marker])
            for order, marker in enumerate(Marker)
            if marker in found
        ),
        key=lambda each: each[:2],
    )
    half = sizes.plate / 2
    middles = spread(
        [x for x, _, _ in shown],
        [sizes.plate] * len(shown),
        sizes.plate_gap,
        (half, sizes.width - half),
    )
    return tuple(
        Plate(event.marker, x, middle, event.precision is not Precision.EXACT)
        for (x, _, event), middle in zip(shown, middles, strict=True)
        if event.marker is not None
    )


def _strokes(
    events: Sequence[TimelineEvent], scale: Scale, plates: tuple[Plate, ...]
) -> tuple[float, ...]:
    """The events of the story; none so near a plate's pole that the two would look like one."""
    told = [each for each in events if each.starred]
    if not told and not plates:
        told = list(events)
    found: list[float] = []
    for x in sorted(scale.x(_at(each)) for each in told):
        clear = all(abs(x - plate.x) >= CLEAR for plate in plates)
        if clear and (not found or x - found[-1] >= APART):
            found.append(x)
    return tuple(found)


def _impact(placed: Sequence[TimelineEvent], scale: Scale) -> tuple[float, float] | None:
    """From impact start to resolved, or else to mitigated, or else on and on."""
    found = marked(placed)
    start = found.get(Marker.IMPACT_START)
    stop = found.get(Marker.RESOLVED) or found.get(Marker.MITIGATED)
    if start is None:
        return None
    left = scale.x(_at(start))
    right = scale.right if stop is None else scale.x(_at(stop))
    return (left, right) if left < right else None
