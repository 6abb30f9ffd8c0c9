"""The stretch of time that a strip shows: fitted to the events, zoomed and panned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_WHOLE = 30 * 60.0
"""A timeline of one moment is shown in half an hour."""
LEAST_SPAN = 2 * 60.0
"""Zooming in ends at two minutes: a strip is no stop-watch."""


class Window(NamedTuple):
    """From ``start`` to ``end``, in seconds since 1970."""

    start: float
    end: float

    @property
    def span(self) -> float:
        """How long it is."""
        return self.end - self.start

    def within(self, whole: Window) -> Window:
        """The same, moved into ``whole``, or ``whole`` if that is no longer."""
        if self.span >= whole.span:
            return whole
        start = max(whole.start, min(self.start, whole.end - self.span))
        return Window(start, start + self.span)

    def zoomed(self, factor: float, anchor: float, whole: Window) -> Window:
        """``factor`` times closer; the instant ``anchor`` stays where it is on the screen."""
        least = min(LEAST_SPAN, whole.span)
        span = max(least, min(whole.span, self.span / factor))
        share = (anchor - self.start) / self.span
        start = anchor - share * span
        return Window(start, start + span).within(whole)

    def panned(self, share: float, whole: Window) -> Window:
        """Moved by a share of its own length, to later if positive."""
        way = share * self.span
        return Window(self.start + way, self.end + way).within(whole)

    def showing(self, first: float, last: float, margin: float = 0.08) -> Window:
        """Moved just enough to have an event within its margins; the beginning wins."""
        room = margin * self.span
        way = 0.0
        if last > self.end - room:
            way = last - (self.end - room)
        if first < self.start + room + way:
            way = first - (self.start + room)
        return Window(self.start + way, self.end + way)


class Scale(NamedTuple):
    """Where the instants of a window stand between two edges."""

    window: Window
    left: float
    right: float

    @property
    def seconds_per_px(self) -> float:
        """How long a px is."""
        return self.window.span / max(1.0, self.right - self.left)

    def x(self, at: float) -> float:
        """Where an instant stands."""
        return self.left + (at - self.window.start) / self.seconds_per_px

    def at(self, x: float) -> float:
        """The instant that stands there."""
        return self.window.start + (x - self.left) * self.seconds_per_px


def fitted(
    extent: tuple[float, float],
    width: float,
    *,
    before: float,
    after: float,
    flags: Iterable[tuple[float, float]] = (),
) -> Window:
    """The window that shows everything from the first event to the last on ``width`` px.

    ``before`` and ``after`` are px kept free at the ends; ``flags`` are instants and the px that
    their flags need to the right of them.
    """
    first, last = extent
    wanted = [(last, after), *flags]
    rates = [(at - first) / max(1.0, width - before - room) for at, room in wanted]
    rate = max(LEAST_WHOLE / width, *rates)
    taken = max((at - first) / rate + room for at, room in wanted)
    start = first - (before + max(0.0, width - before - taken) / 2) * rate
    return Window(start, start + width * rate)
