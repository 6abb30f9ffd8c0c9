"""What keeps coming back: a row a family, a column a review, oldest on the left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.behind import any_of, these
from facilitator.domain.day_words import format_day
from facilitator.domain.marks import of_family
from facilitator.domain.trend_words import FAMILY_WORDS, TITLES, counted
from facilitator.domain.words import Family
from facilitator.geometry.box import Box
from facilitator.geometry.trends.drawing import (
    Disc,
    Drawing,
    FamilyBar,
    FamilySign,
    Kit,
    Line,
    Spot,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.behind import Behind
    from facilitator.domain.trends import Seen, Trends

_ROW, _SIGN, _LEAST, _PITCH, _DOT, _GAP = 42.0, 16.0, 13.0, 26.5, 2.0, 16.0
_BAR = 26.0


class _Column(NamedTuple):
    """Reviews that share a column, with the middle of it."""

    x: float
    seen: Sequence[Seen]


class _Columns(NamedTuple):
    """All columns, how far apart they are and how many reviews one stands for."""

    columns: Sequence[_Column]
    pitch: float
    each: int


def lay_out(trends: Trends, width: float, kit: Kit) -> Drawing:
    """The chart; without a review it says what will be here."""
    counts = dict.fromkeys(Family, 0) | dict(trends.family_reviews)
    order = sorted(Family, key=lambda family: -counts[family])
    most = max(counts.values())
    px = kit.unit
    names = max(kit.width(FAMILY_WORDS[each], "strong") for each in Family)
    told = {family: f"{counts[family]:,} of {trends.reviews:,}" for family in Family}
    ends = max(kit.width(words, "strong") for words in told.values())
    left = min(names, width * 0.4) + _GAP * px
    columns = _columns(trends.seen, left, width - ends - 12 * px, px)
    drawing = kit.begin("families", TITLES["families"], _lead(trends, columns), width)
    if not trends.reviews:
        kit.say(drawing, "No review in this time: the families that reviews meet will stand here.")
        return drawing
    for row, family in enumerate(order):
        middle = drawing.height + _ROW * px / 2
        role = "strong" if counts[family] == most and most > 1 else "text"
        name = kit.text(
            drawing, FAMILY_WORDS[family], (0, middle), role=role, room=left - _GAP * px
        )
        behind = _met(trends, family)
        words = f"{FAMILY_WORDS[family]}: in {told[family]} reviews"
        drawing.spots.append(Spot(name, words, behind, row))
        _draw_row(drawing, family, columns, (middle, row), px)
        end = kit.text(drawing, told[family], (width, middle), role=role, align="right")
        drawing.spots.append(Spot(end, words, behind, row))
        drawing.height += _ROW * px
        if row < len(order) - 1:
            ends_of_rule = ((0.0, drawing.height), (width, drawing.height))
            drawing.parts.append(Line(ends_of_rule, "rule", 1.0 * px))
    return drawing


def _met(trends: Trends, family: Family) -> Behind:
    """The reviews that met a family: those of the row if it has all of them."""
    if len(trends.seen) == trends.reviews:
        return these(each.review_id for each in trends.seen if family in each.families)
    return any_of(of_family(family, since=trends.since))


def _lead(trends: Trends, columns: _Columns) -> str:
    shown = len(trends.seen)
    if not trends.reviews:
        return "Families of factors, by review"
    if shown < trends.reviews:
        together = f", {columns.each} to a column" if columns.each > 1 else ""
        return f"The last {shown:,} of {trends.reviews:,} reviews{together}, oldest on the left"
    if columns.each > 1:
        return f"Each column is {columns.each} reviews, oldest on the left"
    few = f"; {counted(shown, 'review is', 'reviews are')} too few to tell" if shown < 3 else ""
    return f"Each column is a review, oldest on the left{few}"


def _columns(seen: Sequence[Seen], left: float, right: float, px: float) -> _Columns:
    room = max(right - left, _LEAST * px)
    count = max(1, int(room // (_LEAST * px)))
    each = -(-len(seen) // count) if seen else 1
    groups = [seen[start : start + each] for start in range(0, len(seen), each)]
    pitch = min(_PITCH * px, room / max(1, len(groups)))
    # The last review stands at the right, beside the counts.
    start = right - pitch * len(groups)
    placed = [_Column(start + pitch * (i + 0.5), group) for i, group in enumerate(groups)]
    return _Columns(placed, pitch, each)


def _draw_row(
    drawing: Drawing, family: Family, columns: _Columns, place: tuple[float, int], px: float
) -> None:
    middle, row = place
    size = min(_SIGN * px, columns.pitch * 0.82)
    for column in columns.columns:
        met = [each for each in column.seen if family in each.families]
        if not met:
            drawing.parts.append(Disc((column.x, middle), _DOT * px, "step_off"))
            continue
        box = Box(column.x - size / 2, middle - size / 2, size, size)
        if columns.each == 1:
            drawing.parts.append(FamilySign(box, family))
        else:
            wide = columns.pitch * 0.72
            high = max(2 * px, _BAR * px * len(met) / len(column.seen))
            box = Box(column.x - wide / 2, middle + _BAR * px / 2 - high, wide, high)
            drawing.parts.append(FamilyBar(box, family))
        words = f"{FAMILY_WORDS[family]}: {_told(met, column.seen)}"
        drawing.spots.append(Spot(box, words, these(each.review_id for each in met), row))


def _told(met: Sequence[Seen], column: Sequence[Seen]) -> str:
    if len(column) == 1:
        day = met[0].day
        return f"review of {format_day(day)}" if day is not None else "a review without a day"
    days = [each.day for each in column if each.day is not None]
    span = f", {format_day(days[0])} to {format_day(days[-1])}" if days else ""
    return f"{len(met)} of {len(column)} reviews{span}"
