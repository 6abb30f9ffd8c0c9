"""Places the discs of one lane: nudged apart where they would overlap, heaped where they crowd."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.domain.records import TimelineEvent
    from facilitator.geometry.lanes import Lane
    from facilitator.geometry.time_window import Scale

GAP, LIMIT = 3.0, 47.0
"""Px between discs, and how far one may be nudged from its time, both at scale 1."""
_ROUNDS = 4


class Mark(NamedTuple):
    """A disc, or a heap of ``events`` that have no room for discs of their own.

    ``x`` is its middle, ``true_x`` where the time of the first event is; ``starred`` tells that
    one of them is in the story.
    """

    x: float
    true_x: float
    width: float
    starred: bool
    first: int
    events: tuple[TimelineEvent, ...]


Group = tuple[int, int]
"""The events of a mark: from a place in the lane up to another."""


def marks(
    lane: Lane, scale: Scale, disc: float, heap: Callable[[int], float], unit: float = 1.0
) -> tuple[Mark, ...]:
    """The marks of the events whose time is in the window.

    ``disc`` is the width of a disc and ``heap`` gives that of a heap of so many; ``unit`` is the
    scale of px. The cost follows the width of the strip, however many events there are.
    """
    crowd = _Crowd(lane, scale, disc, heap, GAP * unit)
    groups, placed = crowd.placed(LIMIT * unit)
    return tuple(
        Mark(
            x=x,
            true_x=crowd.x(first),
            width=crowd.width((first, last)),
            starred=lane.tells_story(first, last),
            first=first,
            events=tuple(lane.events[first:last]),
        )
        for (first, last), x in zip(groups, placed, strict=True)
    )


class _Crowd:
    """The events of one lane that are in view."""

    def __init__(
        self, lane: Lane, scale: Scale, disc: float, heap: Callable[[int], float], gap: float
    ) -> None:
        self._begins, self._scale = lane.begins, scale
        self._disc, self._heap, self._gap = disc, heap, gap
        self.first = bisect_left(lane.begins, scale.window.start)
        self.last = bisect_right(lane.begins, scale.window.end)

    def x(self, place: int) -> float:
        return self._scale.x(self._begins[place])

    def width(self, group: Group) -> float:
        count = group[1] - group[0]
        return self._disc if count == 1 else max(self._disc, self._heap(count))

    def placed(self, limit: float) -> tuple[list[Group], list[float]]:
        """The groups and their places: single events if there is room for so many, else heaps."""
        room = int((self._scale.right - self._scale.left) / (self._disc + self._gap))
        if self.last - self.first > room:
            groups = self._heaped(self.first, self.last)
            return groups, [self.x(first) for first, _ in groups]
        groups = [(place, place + 1) for place in range(self.first, self.last)]
        places = self._spread(groups)
        for _ in range(_ROUNDS):
            calmer = self._calmed(groups, places, limit)
            if calmer == groups:
                break
            groups, places = calmer, self._spread(calmer)
        return groups, places

    def _spread(self, groups: list[Group]) -> list[float]:
        wanted = [self.x(first) for first, _ in groups]
        widths = [self.width(group) for group in groups]
        return spread(wanted, widths, self._gap, (self._scale.left, self._scale.right))

    def _calmed(self, groups: list[Group], placed: list[float], limit: float) -> list[Group]:
        """Heaps in place of every run of touching marks in which one is too far from its time."""
        calmer: list[Group] = []
        for start, stop in self._runs(groups, placed):
            far = any(abs(placed[i] - self.x(groups[i][0])) > limit for i in range(start, stop))
            run = groups[start:stop]
            calmer += self._heaped(run[0][0], run[-1][1]) if far else run
        return calmer

    def _runs(self, groups: list[Group], placed: list[float]) -> list[tuple[int, int]]:
        runs: list[tuple[int, int]] = []
        start = 0
        for i in range(1, len(groups) + 1):
            if i < len(groups):
                apart = (self.width(groups[i - 1]) + self.width(groups[i])) / 2 + self._gap
                if placed[i] - placed[i - 1] < apart + 0.01:
                    continue
            runs.append((start, i))
            start = i
        return runs if groups else []

    def _heaped(self, first: int, last: int) -> list[Group]:
        """Heaps that begin so far apart that none needs a nudge."""
        width = self._disc
        while True:
            groups = self._binned(first, last, width + self._gap)
            widest = max((self.width(group) for group in groups), default=width)
            if widest <= width:
                return groups
            width = widest

    def _binned(self, first: int, last: int, pitch: float) -> list[Group]:
        groups = []
        while first < last:
            end = self._begins[first] + pitch * self._scale.seconds_per_px
            stop = max(first + 1, bisect_left(self._begins, end, first, last))
            groups.append((first, stop))
            first = stop
        return groups


def spread(
    wanted: Sequence[float], widths: Sequence[float], gap: float, bounds: tuple[float, float]
) -> list[float]:
    """The places nearest to the wanted ones, in the same order, at which nothing overlaps.

    Nearest by least squares: a run of discs that push each other has its middle where the middle
    of their times is. All stay within ``bounds`` if there is room.
    """
    offsets = [0.0]
    for before, after in pairwise(widths):
        offsets.append(offsets[-1] + (before + after) / 2 + gap)
    runs: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=False):
        total, count = place - offset, 1
        while runs and runs[-1][0] / runs[-1][1] >= total / count:
            more, many = runs.pop()
            total, count = total + more, count + many
        runs.append((total, count))
    low, high = bounds[0], max(bounds[0], bounds[1] - offsets[-1])
    means = [max(low, min(high, total / count)) for total, count in runs for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=False)]
