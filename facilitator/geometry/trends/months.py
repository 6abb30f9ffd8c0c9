"""The axis of months below a chart."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.day_words import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.geometry.trends.drawing import Drawing, Kit

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_YEARS_FROM = 20


class Months(NamedTuple):
    """Days from ``first`` to ``last``, between two x."""

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day stands; one before or after stands at the end."""
        span = max(1, (self.last - self.first).days)
        share = (min(max(day, self.first), self.last) - self.first).days / span
        return self.left + (self.right - self.left) * share

    @property
    def length(self) -> int:
        """How many months there are, the last one included."""
        return months_between(self.first, self.last) + 1


def months_between(first: date, last: date) -> int:
    """How many months later one day is in than another."""
    return (last.year - first.year) * 12 + last.month - first.month


def draw(drawing: Drawing, kit: Kit, months: Months, middle: float) -> None:
    """Put the names of months below, as many as there is room for."""
    taken = -1.0
    for words, x in _names(kit, months):
        half = kit.width(words, "label") / 2
        centre = min(max(x, half), drawing.width - half)
        if centre - half <= taken:
            continue
        kit.text(drawing, words, (centre, middle), role="label", colour="ink2", align="centre")
        taken = centre + half + 6 * kit.unit
    _draw_last(drawing, kit, months, middle, taken)


def _draw_last(drawing: Drawing, kit: Kit, months: Months, middle: float, taken: float) -> None:
    """The month that the axis ends with, if there is room for it."""
    words = _name(months.last.year, months.last.month - 1, long=months.length > _YEARS_FROM)
    x = drawing.width
    if x - kit.width(words, "label") > taken + 4 * kit.unit:
        kit.text(drawing, words, (x, middle), role="label", colour="ink2", align="right")


def _names(kit: Kit, months: Months) -> Iterator[tuple[str, float]]:
    long = months.length > _YEARS_FROM
    room = (months.right - months.left) / max(1, months.length)
    wide = kit.width("Mar 2026" if long else "Mar", "label") + 14 * kit.unit
    step = next((each for each in _STEPS if each * room >= wide), _STEPS[-1])
    number = months.first.year * 12 + months.first.month - 1
    if months.first.day > 1:
        number += 1
    if step > 1:
        number += -number % step if step in (3, 6, 12) else 0
    while number <= months.last.year * 12 + months.last.month - 1:
        year, month = divmod(number, 12)
        yield _name(year, month, long=long), months.x(date(year, month + 1, 1))
        number += step


def _name(year: int, month: int, *, long: bool) -> str:
    return f"{MONTHS[month][:3]} {year}" if long else MONTHS[month][:3]
