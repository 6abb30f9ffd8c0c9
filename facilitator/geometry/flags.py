"""Places the flags of the markers above the lanes, in tiers where they would touch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.words import Marker
from facilitator.geometry.lanes import seconds
from facilitator.geometry.strip_sizes import NORMAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.records import TimelineEvent
    from facilitator.geometry.lanes import Lanes
    from facilitator.geometry.strip_sizes import Measure, Sizes
    from facilitator.geometry.time_window import Scale


class Flag(NamedTuple):
    """The flag of a marker on its pole at ``x``; with ``left`` it runs to the left."""

    marker: Marker
    event: TimelineEvent
    x: float
    top: float
    width: float
    left: bool


def flags_of(
    lanes: Lanes, scale: Scale, lanes_top: float, measure: Measure, sizes: Sizes
) -> tuple[Flag, ...]:
    """The flags that are in view, above lanes that begin at ``lanes_top``."""
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
