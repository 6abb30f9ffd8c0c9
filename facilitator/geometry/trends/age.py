"""How old is the open work: a bar an age, the last one hatched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.behind import any_of
from facilitator.domain.marks import of_age
from facilitator.domain.trend_words import TITLES, age_words, counted
from facilitator.geometry.box import Box
from facilitator.geometry.trends.drawing import Area, Drawing, Kit, Line, Spot
from facilitator.geometry.trends.signs import hatched

if TYPE_CHECKING:
    from facilitator.domain.trends import AgeGroup, Trends

_HIGH, _BAR, _OVER = 234.0, 0.58, 6.0


def lay_out(trends: Trends, width: float, kit: Kit) -> Drawing:
    """The chart."""
    groups, px = trends.age, kit.unit
    whole = sum(each.actions for each in groups)
    lead = f"{counted(whole, 'open resilience action')}, by age in days"
    drawing = kit.begin("age", TITLES["age"], lead, width)
    if not whole:
        kit.say(drawing, "No resilience action is open.")
        return drawing
    number = kit.line("strong")
    foot = drawing.height + number + _HIGH * px
    most = max(each.actions for each in groups)
    pitch = width / len(groups)
    for index, each in enumerate(groups):
        middle = pitch * (index + 0.5)
        wide = min(pitch * _BAR, 56 * px)
        high = _HIGH * px * each.actions / most
        bar = Box(middle - wide / 2, foot - high, wide, high)
        _draw_bar(drawing, kit, each, bar, trends)
        words = age_words(each)
        below = foot + _OVER * px + kit.line("label") / 2
        kit.text(drawing, words, (middle, below), role="label", colour="ink2", align="centre")
    drawing.parts.append(Line(((0.0, foot), (width, foot)), "ink2", 1.5 * px))
    drawing.height = foot + _OVER * px + kit.line("label")
    return drawing


def _draw_bar(drawing: Drawing, kit: Kit, group: AgeGroup, bar: Box, trends: Trends) -> None:
    px, late = kit.unit, group.last is None
    if group.actions and late:
        drawing.parts.append(Area(bar, "note_tint"))
        drawing.parts += hatched(bar, "note", px)
        edge = Box(bar.x + px, bar.y + px, bar.width - 2 * px, max(0.0, bar.height - 2 * px))
        drawing.parts.append(Area(edge, "", "note", 2 * px))
    elif group.actions:
        drawing.parts.append(Area(bar, "ink2"))
    high = kit.line("strong")
    at = (bar.x + bar.width / 2, bar.y - high / 2)
    colour = "note" if late and group.actions else "ink"
    told = kit.text(drawing, f"{group.actions:,}", at, role="strong", colour=colour, align="centre")
    words = f"{counted(group.actions, 'open resilience action')} {_aged(group)}"
    box = Box(min(bar.x, told.x), told.y, max(bar.width, told.width), bar.bottom - told.y)
    drawing.spots.append(Spot(box, words, any_of(of_age(group, trends.today, trends.since))))


def _aged(group: AgeGroup) -> str:
    if group.last is None:
        return f"older than {group.first - 1} days"
    return f"{group.first} to {group.last} days old"
