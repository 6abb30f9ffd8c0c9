"""Seen again after the fix was closed: a line a failure class, along the months."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.behind import any_of, these
from facilitator.domain.day_words import format_day
from facilitator.domain.marks import of_class
from facilitator.domain.trend_words import TITLES, counted
from facilitator.geometry.box import Box
from facilitator.geometry.trends import months, signs
from facilitator.geometry.trends.drawing import Area, Drawing, Kit, Line, Spot, Text
from facilitator.geometry.trends.months import Months

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.trends import ClassLine, Occurrence, Trends

MOST = 5
"""How many classes have a line; the others are in the table."""
_ROW, _GAP = 42.0, 18.0
_KEY = (("incident", signs.INCIDENT), ("fix closed", 7.0), ("seen again", signs.AGAIN))


class _Stop(NamedTuple):
    """A sign on a line: incidents, or, without any, the fix; half its width and its true place."""

    occurrences: tuple[Occurrence, ...]
    half: float
    x: float
    again: bool = False


def lay_out(trends: Trends, width: float, kit: Kit) -> Drawing:
    """The chart; the same class is not the same incident, and it says so."""
    px = kit.unit
    drawing = kit.begin("again", TITLES["again"], "", width)
    _draw_key(drawing, kit)
    lines = ordered(trends.classes)
    if not lines:
        words = (
            "No review names its failure class yet. With one, a class that comes back shows here."
        )
        kit.say(drawing, words)
        return drawing
    shown = lines[:MOST]
    roles = {True: "strong", False: "text"}
    names = max(kit.width(each.name, roles[each.again > 0]) for each in shown)
    left = min(names, width * 0.46) + _GAP * px
    axis = _axis(trends, shown, left + signs.AGAIN * px, width - signs.AGAIN * px)
    for row, each in enumerate(shown):
        middle = drawing.height + _ROW * px / 2
        role = roles[each.again > 0]
        room = left - _GAP * px
        name = kit.text(drawing, each.name, (0, middle), role=role, room=room)
        behind = any_of(of_class(each.name, trends.since))
        drawing.spots.append(Spot(name, line_words(each), behind, row))
        _draw_line(drawing, kit, each, axis, (middle, row))
        drawing.height += _ROW * px
    months.draw(drawing, kit, axis, drawing.height + kit.line("label") / 2)
    drawing.height += kit.line("label")
    left_out = max(trends.all_classes, len(lines)) - len(shown)
    if left_out:
        words = counted(left_out, "more class", "more classes")
        kit.say(drawing, f"{words}; the table has the foremost.")
    return drawing


def ordered(lines: Sequence[ClassLine]) -> list[ClassLine]:
    """Those seen again first, then those with a fix, then those met most."""
    return sorted(lines, key=lambda each: (-each.again, not each.closed, -each.seen, each.name))


def line_words(line: ClassLine) -> str:
    """What a line says."""
    told = [f"{line.name}: {counted(line.seen, 'incident')}"]
    if line.first_closed is not None:
        told.append(f"fix closed on {format_day(line.first_closed)}")
        told.append(f"seen again {counted(line.again, 'time')}" if line.again else "not seen since")
    else:
        told.append("no fix closed")
    if line.undated:
        told.append(f"{counted(line.undated, 'review')} without a day")
    return ", ".join(told)


def _draw_key(drawing: Drawing, kit: Kit) -> None:
    px, high = kit.unit, kit.line("label")
    # The title has room below it for a lead that this chart has no words for.
    middle = drawing.height - 12 * px + high / 2
    x = 0.0
    for words, half in _KEY:
        if x and x + (2 * half + 7) * px + kit.width(words, "label") > drawing.width:
            x, middle = 0.0, middle + high
            drawing.height += high
        at = (x + half * px, middle)
        if words == "incident":
            drawing.parts += signs.incident(at, px)
        elif words == "fix closed":
            drawing.parts.append(signs.tick(at, px))
        else:
            drawing.parts += signs.seen_again(at, px)
        x += (2 * half + 7) * px
        box = kit.text(drawing, words, (x, middle), role="label", colour="ink2")
        x = box.right + 18 * px
    drawing.height += high


def _axis(trends: Trends, lines: Sequence[ClassLine], left: float, right: float) -> Months:
    days = [each.day for line in lines for each in line.occurrences]
    days += [day for line in lines for day in line.closed]
    first = trends.since or min(days, default=trends.today)
    first = min(first, trends.today - timedelta(days=60))
    return Months(date(first.year, first.month, 1), trends.today, left, right)


def _draw_line(
    drawing: Drawing, kit: Kit, line: ClassLine, axis: Months, place: tuple[float, int]
) -> None:
    middle, _row = place
    px = kit.unit
    reach = signs.AGAIN * px
    left, right = axis.left - reach, axis.right + reach
    drawing.parts.append(Line(((left, middle), (right, middle)), "rule", 2 * px))
    stops = _placed(_stops(line, axis, kit), left, right, 3 * px)
    if line.first_closed is not None:
        fix = next((stop for stop in stops if not stop.occurrences), None)
        start = fix.x if fix is not None else left
        drawing.parts.append(Line(((start, middle), (right, middle)), "ink2", 3 * px))
    for stop in stops:
        _draw_stop(drawing, kit, line, stop, place)


def _stops(line: ClassLine, axis: Months, kit: Kit) -> list[_Stop]:
    px = kit.unit
    inside = [each for each in line.occurrences if axis.first <= each.day <= axis.last]
    before = [each for each in inside if not each.again]
    after = [each for each in inside if each.again]
    stops = _merged(before, axis, kit, signs.INCIDENT * px)
    closed = line.first_closed
    if closed is not None and axis.first <= closed <= axis.last:
        stops.append(_Stop((), signs.CLOSED * px, axis.x(closed)))
    return stops + _merged(after, axis, kit, signs.AGAIN * px)


def _merged(found: Sequence[Occurrence], axis: Months, kit: Kit, half: float) -> list[_Stop]:
    """Incidents that would lie on each other share a sign, with their number."""
    stops: list[_Stop] = []
    for each in found:
        stop = _Stop((each,), half, axis.x(each.day), each.again)
        while stops and stop.x - stops[-1].x < stops[-1].half + stop.half:
            stop = _joined(stops.pop(), stop, axis, kit)
        stops.append(stop)
    return stops


def _joined(first: _Stop, second: _Stop, axis: Months, kit: Kit) -> _Stop:
    both = first.occurrences + second.occurrences
    half = kit.width(str(len(both)), "label") / 2 + 7 * kit.unit
    x = (axis.x(both[0].day) + axis.x(both[-1].day)) / 2
    return _Stop(both, max(half, first.half, second.half), x, first.again)


def _placed(stops: list[_Stop], left: float, right: float, gap: float) -> list[_Stop]:
    """Signs pushed apart just enough, within the line; in their order."""
    placed: list[_Stop] = []
    edge = left
    for stop in stops:
        x = max(stop.x, edge + stop.half)
        placed.append(stop._replace(x=x))
        edge = x + stop.half + gap
    edge = right
    for index in range(len(placed) - 1, -1, -1):
        stop = placed[index]
        x = min(stop.x, edge - stop.half)
        placed[index] = stop._replace(x=x)
        edge = x - stop.half - gap
    return placed


def _draw_stop(
    drawing: Drawing, kit: Kit, line: ClassLine, stop: _Stop, place: tuple[float, int]
) -> None:
    middle, row = place
    px, at = kit.unit, (stop.x, middle)
    if not stop.occurrences:
        drawing.parts += signs.fix_closed(at, px)
    elif len(stop.occurrences) > 1:
        _draw_number(drawing, kit, stop, middle)
    elif stop.again:
        drawing.parts += signs.seen_again(at, px)
    else:
        drawing.parts += signs.incident(at, px)
    high = signs.AGAIN * px
    box = Box(stop.x - stop.half, middle - high, 2 * stop.half, 2 * high)
    fix = these(each.review_id for each in line.occurrences if not each.again)
    behind = these(each.review_id for each in stop.occurrences) if stop.occurrences else fix
    drawing.spots.append(Spot(box, _stop_words(line, stop), behind, row))


def _draw_number(drawing: Drawing, kit: Kit, stop: _Stop, middle: float) -> None:
    px = kit.unit
    half = 10 * px
    box = Box(stop.x - stop.half, middle - half, 2 * stop.half, 2 * half)
    fill, stroke, ink = ("paper", "note", "note") if stop.again else ("ink2", "", "on_ink")
    inside = Box(box.x + px, box.y + px, box.width - 2 * px, box.height - 2 * px)
    drawing.parts.append(Area(inside if stroke else box, fill, stroke, 2 * px, half))
    words = str(len(stop.occurrences))
    wide, high = kit.width(words, "label"), kit.line("label")
    place = Box(stop.x - wide / 2, middle - high / 2, wide, high)
    drawing.parts.append(Text(place, words, "label", ink, "centre"))


def _stop_words(line: ClassLine, stop: _Stop) -> str:
    if not stop.occurrences:
        more = len(line.closed) - 1
        told = f"; {counted(more, 'more action')} closed later" if more else ""
        day = format_day(line.first_closed) if line.first_closed is not None else ""
        return f"{line.name}: fix closed on {day}{told}"
    first, last = stop.occurrences[0].day, stop.occurrences[-1].day
    what = "seen again" if stop.again else "incident"
    if len(stop.occurrences) == 1:
        return f"{line.name}: {what} on {format_day(first)}"
    count = len(stop.occurrences)
    told = f"seen again {count} times" if stop.again else f"{count} incidents"
    return f"{line.name}: {told}, {format_day(first)} to {format_day(last)}"
