"""Is the backlog growing: what arrived and was completed, and how much was left after it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.behind import Behind
from facilitator.domain.marks import of_arrived, of_completed
from facilitator.domain.trend_words import TITLES, counted, month_words
from facilitator.geometry.box import Box
from facilitator.geometry.trends.drawing import Area, Drawing, Kit, Line, Point, Spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.trends import Flow, Month, Trends

_BARS, _LINE, _BETWEEN, _LEAST = 96.0, 62.0, 18.0, 15.0
_STEPS = (1, 3, 12, 60)
_STEP_WORDS = {1: "month", 3: "quarter", 12: "year", 60: "five years"}


class Stretch(NamedTuple):
    """One or several months."""

    first: Month
    last: Month
    arrived: int
    completed: int
    open_after: int


def stretches(flow: Sequence[Flow], most: int) -> tuple[int, list[Stretch]]:
    """Months, or quarters, or years if there are too many; how many months each has at most."""
    found: list[Stretch] = []
    step = _STEPS[0]
    for step in _STEPS:
        found = []
        place = -1
        for each in flow:
            now = (each.month.year * 12 + each.month.number - 1) // step
            values = (each.arrived, each.completed, each.open_after)
            if now == place:
                last = found[-1]
                arrived, completed = last.arrived + each.arrived, last.completed + each.completed
                found[-1] = Stretch(last.first, each.month, arrived, completed, each.open_after)
            else:
                found.append(Stretch(each.month, each.month, *values))
            place = now
        if len(found) <= most:
            break
    return step, found[-most:]


def lay_out(trends: Trends, width: float, kit: Kit) -> Drawing:
    """The chart: bars in pairs, and above them the line of what is left."""
    px = kit.unit
    step, found = stretches(trends.flow, max(1, int(width // (_LEAST * px))))
    lead = f"Actions by {_STEP_WORDS[step]}"
    drawing = kit.begin("flow", TITLES["flow"], _lead(found, lead), width)
    if not any(each.arrived or each.completed or each.open_after for each in found):
        kit.say(drawing, "No action has arrived yet.")
        return drawing
    _draw_key(drawing, kit)
    pitch = width / len(found)
    top = drawing.height + kit.line("label")
    _draw_open(drawing, kit, found, (top, pitch))
    foot = top + (_LINE + _BETWEEN) * px + kit.line("label") + _BARS * px
    most = max(1, *(max(each.arrived, each.completed) for each in found))
    for index, each in enumerate(found):
        _draw_pair(drawing, kit, each, (pitch * index, pitch, foot), most)
    drawing.parts.append(Line(((0.0, foot), (width, foot)), "ink2", 1.5 * px))
    drawing.height = foot + 6 * px
    _draw_names(drawing, kit, found, pitch, step)
    drawing.height += kit.line("label")
    return drawing


def _lead(found: Sequence[Stretch], lead: str) -> str:
    if len(found) < 2:
        return lead
    change = found[-1].open_after - (found[0].open_after - found[0].arrived + found[0].completed)
    if not change:
        return f"{lead}; as many are left as at the beginning"
    more = "more" if change > 0 else "fewer"
    return f"{lead}; {abs(change):,} {more} are left than at the beginning"


def _draw_key(drawing: Drawing, kit: Kit) -> None:
    px, high = kit.unit, kit.line("label")
    middle, x = drawing.height + high / 2, 0.0
    for words in ("left after it", "arrived", "completed"):
        if x and x + 25 * px + kit.width(words, "label") > drawing.width:
            x, middle = 0.0, middle + high
            drawing.height += high
        if words == "left after it":
            drawing.parts.append(Line(((x, middle), (x + 18 * px, middle)), "accent", 2.5 * px))
        else:
            box = Box(x + px, middle - 6 * px, 14 * px, 12 * px)
            drawing.parts.append(_bar(box, done=words == "completed", px=px))
        box = kit.text(drawing, words, (x + 25 * px, middle), role="label", colour="ink2")
        x = box.right + 18 * px
    drawing.height += high + 4 * px


def _bar(box: Box, *, done: bool, px: float) -> Area:
    if done:
        return Area(box, "ink2")
    pen = min(1.5 * px, box.width / 3, box.height / 2)
    inside = Box(box.x + pen / 2, box.y + pen / 2, box.width - pen, box.height - pen)
    return Area(inside, "", "ink2", pen)


def _draw_open(
    drawing: Drawing, kit: Kit, found: Sequence[Stretch], place: tuple[float, float]
) -> None:
    top, pitch = place
    px, high = kit.unit, kit.line("label")
    most = max(1, *(each.open_after for each in found))
    foot = top + _LINE * px
    points: list[Point] = []
    for index, each in enumerate(found):
        y = foot - (_LINE - 3) * px * each.open_after / most
        points += [(pitch * index, y), (pitch * (index + 1), y)]
    drawing.parts.append(Line(((0.0, foot), (drawing.width, foot)), "rule", px))
    drawing.parts += [
        Line(pair, "accent", 2.5 * px) for pair in pairwise(points) if pair[0] != pair[1]
    ]
    ends = (found[-1], points[-1]), (found[0], points[0])
    for (each, (x, _y)), align in zip(ends, ("right", "left"), strict=True):
        if align == "left" and len(found) < 4:
            continue
        told = f"{each.open_after:,} left"
        # Above the line as far as the words reach: it may rise below them.
        reach = kit.width(told, "label") + 2 * px
        y = min(y for at, y in points if abs(at - x) <= reach)
        kit.text(drawing, told, (x, y - high / 2 - 2 * px), role="label", align=align)


def _draw_pair(
    drawing: Drawing, kit: Kit, each: Stretch, place: tuple[float, float, float], most: int
) -> None:
    left, pitch, foot = place
    px, high = kit.unit, kit.line("label")
    wide = min(20 * px, (pitch - 3 * px) / 2)
    middle = left + pitch / 2
    both = ((each.arrived, middle - wide, "arrived"), (each.completed, middle, "completed"))
    for count, x, words in both:
        tall = _BARS * px * count / most
        box = Box(x, foot - tall, wide - px, tall)
        if count:
            drawing.parts.append(_bar(box, done=words == "completed", px=px))
        said = f"{count:,}"
        if count and kit.width(said, "label") <= wide - px:
            at = (x + (wide - px) / 2, foot - tall - high / 2)
            kit.text(drawing, said, at, role="label", align="centre")
        spot = Box(x, foot - max(tall, 6 * px), wide - px, max(tall, 6 * px))
        told = f"{counted(count, 'action')} {words} in {_spoken(each)}; {_left(each)}"
        drawing.spots.append(Spot(spot, told, _behind(each, words)))


def _left(each: Stretch) -> str:
    return f"{counted(each.open_after, 'action')} left after it"


def _behind(each: Stretch, words: str) -> Behind:
    made = of_arrived if words == "arrived" else of_completed
    return Behind(marks=(made(each.first)._replace(end=each.last.last),))


def _spoken(each: Stretch) -> str:
    first, last = month_words(each.first), month_words(each.last)
    return first if first == last else f"{first} to {last}"


def _draw_names(
    drawing: Drawing, kit: Kit, found: Sequence[Stretch], pitch: float, step: int
) -> None:
    """As many names of months or years as there is room for, the last one first."""
    middle = drawing.height + kit.line("label") / 2
    edge = drawing.width + 1e-6
    for index in range(len(found) - 1, -1, -1):
        words = str(found[index].first.year) if step >= 12 else month_words(found[index].first)
        wide = kit.width(words, "label")
        centre = min(max(pitch * (index + 0.5), wide / 2), drawing.width - wide / 2)
        if centre + wide / 2 <= edge:
            kit.text(drawing, words, (centre, middle), role="label", colour="ink2", align="centre")
            edge = centre - wide / 2 - 10 * kit.unit
