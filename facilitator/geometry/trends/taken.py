"""How long actions take: a row a quarter, a dot a finished action, the median marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.behind import any_of
from facilitator.domain.marks import of_taken
from facilitator.domain.trend_words import TITLES, counted, days_words, half_words
from facilitator.domain.trend_words import quarter_spoken as spoken
from facilitator.domain.trend_words import quarter_words as short
from facilitator.geometry.box import Box
from facilitator.geometry.trends.drawing import Area, Disc, Drawing, Kit, Line, Shape, Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.trends import Quarter, Spread, Taken, Trends

MOST = 4
"""How many quarters have a row, the last ones; the others are in the table."""
_STEPS = (1, 2, 5, 10, 15, 30, 60, 90, 180, 360, 720, 1800, 3600, 7200, 36000)
_TICKS = 4
_DOT, _LEVEL, _LEVELS, _COLUMN = 5.5, 13.0, 4, 8.0
_MEDIAN = 15.0
_TAIL = 0.9
"""So many of the actions are shown, if the rest would take more than as much again."""


class _Dot(NamedTuple):
    """A dot: its place, how many lie below it, and after how many days."""

    x: float
    level: int
    days: int


class _Axis(NamedTuple):
    """Days from 0 to ``end``, between two x, with a line every ``step`` days."""

    end: int
    step: int
    left: float
    right: float

    def x(self, days: int) -> float:
        """Where a day stands."""
        return self.left + (self.right - self.left) * days / self.end


def lay_out(trends: Trends, width: float, kit: Kit) -> Drawing:
    """The chart."""
    px = kit.unit
    rows = [each for each in trends.taken if each.days.n][-MOST:]
    if not rows:
        drawing = kit.begin("taken", TITLES["taken"], "Each dot is a finished action", width)
        kit.say(drawing, "No action is finished yet.")
        return drawing
    left = max(kit.width(short(each.quarter), "label") for each in rows) + 22 * px
    axis = _Axis(*_end([each.days for each in rows]), left, width - (_DOT + 1) * px)
    dots = [_swarm(each.days, axis, px) for each in rows]
    heaped = any(each is None for each in dots)
    each_is = "Each bar counts finished actions" if heaped else "Each dot is a finished action"
    lead = f"{each_is}; {trends.totals.done:,} of {trends.totals.counted:,} are done"
    drawing = kit.begin("taken", TITLES["taken"], lead, width)
    top = drawing.height
    heaps = [count for each in rows for count in _heaps(each.days, axis, px).values()]
    most = max(heaps, default=1)
    for row, (each, found) in enumerate(zip(rows, dots, strict=True)):
        _draw_row(drawing, kit, each, axis, row)
        if heaped:
            _draw_heaps(drawing, each, axis, (row, most), px)
        else:
            _draw_dots(drawing, each, found or [], row, px)
        drawing.height += _MEDIAN * px
    _draw_axis(drawing, kit, axis, top)
    return drawing


def _end(spreads: Sequence[Spread]) -> tuple[int, int]:
    """The last day of the axis and its step: the longest, unless few took far longer than most."""
    days = sorted(each for spread in spreads for each, count in spread.counts for _ in range(count))
    usual = days[int((len(days) - 1) * _TAIL)]
    clipped = days[-1] > 2 * max(usual, 1)
    end = max(1, usual if clipped else days[-1])
    step = next((each for each in _STEPS if each * _TICKS > end), _STEPS[-1])
    return (-(-end // step) * step if clipped else end), step


def _swarm(spread: Spread, axis: _Axis, px: float) -> list[_Dot] | None:
    """Dots stacked so that none lies on another; None if they would be stacked too high."""
    if spread.n > 200:
        return None
    ends: list[float] = []
    dots: list[_Dot] = []
    for days, count in spread.counts:
        if days > axis.end:
            continue
        x = axis.x(max(0, days))
        for _ in range(count):
            free = (level for level, end in enumerate(ends) if x - end >= 2 * _DOT * px + px)
            level = next(free, len(ends))
            if level == len(ends):
                ends.append(x)
            if level >= _LEVELS:
                return None
            ends[level] = x
            dots.append(_Dot(x, level, days))
    return dots


def _heaps(spread: Spread, axis: _Axis, px: float) -> dict[int, int]:
    """How many actions stand in each column of the axis."""
    found: dict[int, int] = {}
    for days, count in spread.counts:
        if days <= axis.end:
            column = _column(days, axis, px)
            found[column] = found.get(column, 0) + count
    return found


def _column(days: int, axis: _Axis, px: float) -> int:
    last = max(0, int((axis.right - axis.left) / (_COLUMN * px)) - 1)
    return min(last, int((axis.x(max(0, days)) - axis.left) / (_COLUMN * px)))


def _draw_row(drawing: Drawing, kit: Kit, taken: Taken, axis: _Axis, row: int) -> None:
    """The words of a quarter, its line, and the median; the dots have room above the line."""
    px, high = kit.unit, kit.line("label")
    told = half_words(taken.days)
    middle = drawing.height + high / 2
    box = kit.text(
        drawing, told, (drawing.width, middle), role="label_strong", colour="accent", align="right"
    )
    words = f"{_done(taken.quarter, taken.days.n)}, {told}"
    drawing.spots.append(Spot(box, words, any_of(of_taken(taken.quarter)), row))
    _draw_beyond(drawing, kit, taken, axis, (box.x - 10 * px, middle, row))
    foot = drawing.height + high + _rows_high(taken, axis, px)
    drawing.height = foot
    name = (0.0, foot - high / 2)
    kit.text(drawing, short(taken.quarter), name, role="label", colour="ink2")
    drawing.parts.append(Line(((axis.left, foot), (drawing.width, foot)), "line", px))
    median = taken.days.median
    if median is not None and median <= axis.end:
        x, wide = axis.x(max(0, median)), 6.5 * px
        points = ((x - wide, foot + 12 * px), (x + wide, foot + 12 * px), (x, foot + 3 * px))
        drawing.parts.append(Shape(points, "accent"))


def _rows_high(taken: Taken, axis: _Axis, px: float) -> float:
    dots = _swarm(taken.days, axis, px)
    levels = _LEVELS if dots is None else max((each.level for each in dots), default=0) + 1
    return max(2, levels) * _LEVEL * px


def _draw_beyond(
    drawing: Drawing, kit: Kit, taken: Taken, axis: _Axis, place: tuple[float, float, int]
) -> None:
    """How many took longer than the axis goes."""
    beyond = [days for days, _count in taken.days.counts if days > axis.end]
    if not beyond:
        return
    count = sum(each for days, each in taken.days.counts if days > axis.end)
    right, middle, row = place
    words = f"{count} beyond {axis.end:,} days"
    box = kit.text(
        drawing,
        words,
        (right, middle),
        role="label",
        colour="ink2",
        align="right",
        room=right - axis.left,
    )
    told = f"{_done(taken.quarter, count)} after more than {axis.end:,} days"
    drawing.spots.append(Spot(box, told, any_of(of_taken(taken.quarter, beyond[0])), row))


def _all_days(taken: Taken) -> list[int]:
    return [days for days, _count in taken.days.counts]


def _done(quarter: Quarter, count: int) -> str:
    return f"{counted(count, 'action')} done in {spoken(quarter)}"


def _draw_dots(drawing: Drawing, taken: Taken, dots: list[_Dot], row: int, px: float) -> None:
    foot, radius = drawing.height - 7.5 * px, _DOT * px
    for dot in dots:
        centre = (dot.x, foot - dot.level * _LEVEL * px)
        disc = Disc(centre, radius, "ink2")
        drawing.parts.append(disc)
        words = f"One action done in {spoken(taken.quarter)} took {days_words(dot.days)}"
        drawing.spots.append(
            Spot(disc.box, words, any_of(of_taken(taken.quarter, dot.days, dot.days)), row)
        )


def _draw_heaps(
    drawing: Drawing, taken: Taken, axis: _Axis, place: tuple[int, int], px: float
) -> None:
    """Bars of equal columns, all quarters on one scale."""
    row, most = place
    foot, room = drawing.height - px, (_LEVEL * 2 - 3) * px
    for column, count in sorted(_heaps(taken.days, axis, px).items()):
        high = max(1.5 * px, room * count / most)
        left = axis.left + column * _COLUMN * px
        box = Box(left, foot - high, (_COLUMN - 1.5) * px, high)
        drawing.parts.append(Area(box, "ink2"))
        days = [
            each
            for each in _all_days(taken)
            if each <= axis.end and _column(each, axis, px) == column
        ]
        span = days_words(days[0]) if len(days) == 1 else f"{days[0]} to {days[-1]:,} days"
        words = f"{_done(taken.quarter, count)} took {span}"
        drawing.spots.append(
            Spot(box, words, any_of(of_taken(taken.quarter, days[0], days[-1])), row)
        )


def _draw_axis(drawing: Drawing, kit: Kit, axis: _Axis, top: float) -> None:
    px, high = kit.unit, kit.line("label")
    bottom = drawing.height
    lines = []
    ticks = range(0, axis.end + 1, axis.step)
    for days in ticks:
        x = axis.x(days)
        lines.append(Line(((x, top), (x, bottom)), "rule", px))
        words = f"{days:,} days" if days == ticks[-1] and days else f"{days:,}"
        wide = kit.width(words, "label")
        middle = min(max(x, wide / 2), drawing.width - wide / 2)
        at = (middle, bottom + high / 2)
        kit.text(drawing, words, at, role="label", colour="ink2", align="centre")
    # Below everything else.
    drawing.parts[:0] = lines
    drawing.height = bottom + high
