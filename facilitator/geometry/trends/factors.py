"""Recurring factors as tables of numbers: families by quarter, and by service."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.behind import Behind, any_of
from facilitator.domain.marks import of_family, of_service
from facilitator.domain.trend_tables import quarters_of
from facilitator.domain.trend_words import FAMILY_WORDS, TITLES, counted
from facilitator.domain.trend_words import quarter_spoken as spoken
from facilitator.domain.trend_words import quarter_words as short
from facilitator.domain.words import Family
from facilitator.geometry.box import Box
from facilitator.geometry.trends.drawing import Drawing, FamilySign, Kit, Line, Spot

if TYPE_CHECKING:
    from facilitator.domain.trends import ServiceLine, Trends

MOST_SERVICES = 6
"""How many services have a row; the others are in the table."""
_ROW, _SIGN, _GAP = 36.0, 16.0, 14.0


class _Told(NamedTuple):
    """What a number says, and what lies behind it."""

    words: str
    behind: Behind


def by_quarter(trends: Trends, width: float, kit: Kit) -> Drawing:
    """How many reviews of a quarter met each family."""
    px = kit.unit
    lead = "Reviews of a quarter that met a family"
    drawing = kit.begin("quarters", TITLES["quarters"], lead, width)
    quarters = quarters_of(trends)
    if not quarters:
        kit.say(drawing, "No review with a day has met a family yet.")
        return drawing
    names = max(kit.width(FAMILY_WORDS[each], "text") for each in Family)
    left = min(names + (_SIGN + 10 + _GAP) * px, width * 0.6)
    pitch = kit.width("Q4 25", "label") + 12 * px
    quarters = quarters[-max(1, int((width - left) // pitch)) :]
    pitch = (width - left) / len(quarters)
    rights = [left + pitch * (index + 1) for index in range(len(quarters))]
    counts = {(each.quarter, each.family): each.reviews for each in trends.families}
    middle = drawing.height + kit.line("label") / 2
    for quarter, right in zip(quarters, rights, strict=True):
        kit.text(
            drawing, short(quarter), (right, middle), role="label", colour="ink2", align="right"
        )
    drawing.height += kit.line("label")
    for row, family in enumerate(Family):
        middle = _begin_row(drawing, px)
        _draw_sign(drawing, family, 0.0, middle, px)
        at = (_SIGN * px + 10 * px, middle)
        kit.text(drawing, FAMILY_WORDS[family], at, room=left - at[0] - _GAP * px)
        for quarter, right in zip(quarters, rights, strict=True):
            count = counts.get((quarter, family), 0)
            told = f"{FAMILY_WORDS[family]}: {counted(count, 'review')} of {spoken(quarter)}"
            behind = any_of(of_family(family, quarter))
            _put(drawing, kit, count, (right, middle, row), _Told(told, behind))
        drawing.height += _ROW * px
    return drawing


def by_service(trends: Trends, width: float, kit: Kit) -> Drawing:
    """How many reviews named each service, and how many of them met each family."""
    px = kit.unit
    lead = "Reviews that name a service, and the families they met"
    drawing = kit.begin("services", TITLES["services"], lead, width)
    services = trends.services
    if not services:
        kit.say(drawing, "No review names a service yet.")
        return drawing
    pitch = max(40 * px, kit.width("999", "text") + 12 * px)
    pitch = min(pitch, width * 0.55 / 6)
    left = width - pitch * 6
    rights = [left + pitch * (index + 1) for index in range(6)]
    middle = drawing.height + kit.line("label") / 2
    kit.text(drawing, "All", (rights[0], middle), role="label", colour="ink2", align="right")
    for family, right in zip(Family, rights[1:], strict=True):
        _draw_sign(drawing, family, right - _SIGN * px, middle, px)
    drawing.height += kit.line("label")
    for row, each in enumerate(services[:MOST_SERVICES]):
        middle = _begin_row(drawing, px)
        _draw_service(drawing, kit, trends, each, (left, rights, middle, row))
        drawing.height += _ROW * px
    left_out = max(trends.all_services, len(services)) - len(services[:MOST_SERVICES])
    if left_out:
        kit.say(drawing, f"{counted(left_out, 'more service')}; the table has the foremost.")
    return drawing


def _draw_service(
    drawing: Drawing,
    kit: Kit,
    trends: Trends,
    each: ServiceLine,
    place: tuple[float, list[float], float, int],
) -> None:
    left, rights, middle, row = place
    kit.text(drawing, each.service, (0.0, middle), room=left - _GAP * kit.unit)
    told = f"{each.service}: {counted(each.reviews, 'review')}"
    told_of_all = _Told(told, any_of(of_service(each.service, trends.since)))
    _put(drawing, kit, each.reviews, (rights[0], middle, row), told_of_all)
    counts = dict(each.families)
    for family, right in zip(Family, rights[1:], strict=True):
        count = counts.get(family, 0)
        told = f"{each.service}, {FAMILY_WORDS[family].lower()}: {counted(count, 'review')}"
        met = of_family(family, since=trends.since)
        behind = Behind(marks=(of_service(each.service, trends.since),), within=met)
        _put(drawing, kit, count, (right, middle, row), _Told(told, behind))


def _begin_row(drawing: Drawing, px: float) -> float:
    top = drawing.height
    drawing.parts.append(Line(((0.0, top), (drawing.width, top)), "rule", px))
    return top + _ROW * px / 2


def _draw_sign(drawing: Drawing, family: Family, left: float, middle: float, px: float) -> None:
    size = _SIGN * px
    drawing.parts.append(FamilySign(Box(left, middle - size / 2, size, size), family))


def _put(
    drawing: Drawing, kit: Kit, count: int, place: tuple[float, float, int], told: _Told
) -> None:
    """A number of a table; a none is faint, and nothing to open."""
    right, middle, row = place
    said, colour = (f"{count:,}", "ink") if count else ("–", "ink2")
    box = kit.text(drawing, said, (right, middle), colour=colour, align="right")
    if count:
        drawing.spots.append(Spot(box, told.words, told.behind, row))
