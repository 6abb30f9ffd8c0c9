"""How lasting actions are: a row a quarter, shared out by what carries the control."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.behind import any_of
from facilitator.domain.marks import of_mix
from facilitator.domain.trend_tables import tier_counts
from facilitator.domain.trend_words import TIERS, TITLES, counted
from facilitator.domain.trend_words import quarter_spoken as spoken
from facilitator.domain.trend_words import quarter_words as short
from facilitator.geometry.box import Box
from facilitator.geometry.trends.drawing import Area, Drawing, Kit, Spot, Text
from facilitator.geometry.trends.signs import dotted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.trends import Mix, Trends

MOST = 4
"""How many quarters have a row, the last ones; the others are in the table."""
_BAR, _ROW, _GAP, _PLATE = 36.0, 62.0, 2.0, 7.0


class _Fill(NamedTuple):
    """How a tier is drawn; ``dots`` are its pattern, ``plate`` lies behind its number."""

    fill: str
    stroke: str = ""
    ink: str = "ink"
    dots: bool = False
    plate: bool = False
    dash: tuple[float, ...] = ()


_FILLS = (
    _Fill("accent", ink="on_accent"),
    _Fill("accent_mid", plate=True),
    _Fill("", "ink2", dots=True, plate=True),
    _Fill("", "ink2"),
    _Fill("", "ink2", dash=(4.0, 3.0)),
)


def lay_out(trends: Trends, width: float, kit: Kit) -> Drawing:
    """The chart, with the key of its fills below."""
    px = kit.unit
    drawing = kit.begin("mix", TITLES["mix"], "Agreed actions, by quarter", width)
    rows = [each for each in trends.mix if sum(tier_counts(each))][-MOST:]
    if not rows:
        kit.say(drawing, "No action is agreed yet.")
        return drawing
    left = max(kit.width(short(each.quarter), "label") for each in rows) + 22 * px
    for row, mix in enumerate(rows):
        middle = drawing.height + _BAR * px / 2
        kit.text(drawing, short(mix.quarter), (0, middle), role="label", colour="ink2")
        box = Box(left, drawing.height, width - left, _BAR * px)
        _draw_row(drawing, kit, mix, box, row)
        drawing.height += (_BAR if row == len(rows) - 1 else _ROW) * px
    used = [any(tier_counts(each)[tier] for each in rows) for tier in range(len(TIERS))]
    drawing.height += 18 * px
    _draw_key(drawing, kit, [tier for tier in range(len(TIERS)) if tier < 4 or used[tier]], left)
    return drawing


def _draw_row(drawing: Drawing, kit: Kit, mix: Mix, box: Box, row: int) -> None:
    px, counts = kit.unit, tier_counts(mix)
    whole = sum(counts)
    shown = [(tier, count) for tier, count in enumerate(counts) if count]
    least = [kit.width(f"{count:,}", "strong") + 2 * _PLATE * px for _tier, count in shown]
    room = box.width - _GAP * px * (len(shown) - 1)
    wides = shared([count for _tier, count in shown], least, room)
    x = box.x
    for (tier, count), wide in zip(shown, wides, strict=True):
        part = Box(x, box.y, wide, box.height)
        fill(drawing, tier, part, px)
        _draw_number(drawing, kit, count, tier, part)
        words, labels = TIERS[tier]
        few = ", which are few" if whole < 5 else ""
        told = f"{words}: {count} of {counted(whole, 'action')} agreed in {spoken(mix.quarter)}"
        behind = any_of(*(of_mix(label, mix.quarter) for label in labels))
        drawing.spots.append(Spot(part, told + few, behind, row))
        x += wide + _GAP * px


def shared(counts: Sequence[int], least: Sequence[float], room: float) -> list[float]:
    """Widths in proportion to counts, but none below its least; together as wide as the room."""
    if sum(least) >= room:
        return [each * room / sum(least) for each in least]
    fixed: set[int] = set()
    while True:
        left = room - sum(least[i] for i in fixed)
        whole = sum(count for i, count in enumerate(counts) if i not in fixed) or 1
        small = {
            i
            for i, count in enumerate(counts)
            if i not in fixed and left * count / whole < least[i] - 1e-9
        }
        if not small:
            return [
                least[i] if i in fixed else left * count / whole for i, count in enumerate(counts)
            ]
        fixed |= small


def fill(drawing: Drawing, tier: int, box: Box, px: float) -> None:
    """Draw a part of the bar, or a sample for the key."""
    look = _FILLS[tier]
    if not look.stroke:
        drawing.parts.append(Area(box, look.fill))
        return
    pen = 1.5 * px
    inside = Box(box.x + pen / 2, box.y + pen / 2, box.width - pen, box.height - pen)
    if look.dots:
        drawing.parts += dotted(inside, "ink2", px)
    dash = tuple(each * px for each in look.dash)
    drawing.parts.append(Area(inside, "", look.stroke, pen, 0.0, dash))


def _draw_number(drawing: Drawing, kit: Kit, count: int, tier: int, part: Box) -> None:
    px, look, words = kit.unit, _FILLS[tier], f"{count:,}"
    wide, high = kit.width(words, "strong"), kit.line("strong")
    middle = part.x + part.width / 2
    if look.plate:
        reach = min(wide / 2 + 5 * px, part.width / 2 - px)
        half = 11 * px
        plate = Box(middle - reach, part.middle - half, 2 * reach, 2 * half)
        drawing.parts.append(Area(plate, "paper", radius=3 * px))
    box = Box(middle - wide / 2, part.middle - high / 2, wide, high)
    drawing.parts.append(Text(box, words, "strong", look.ink, "centre"))


def _draw_key(drawing: Drawing, kit: Kit, tiers: Sequence[int], left: float) -> None:
    """The words of the fills in two columns, or in one where that is too narrow."""
    px, high = kit.unit, kit.line("label") + 4 * kit.unit
    half = -(-len(tiers) // 2)
    wides = [kit.width(TIERS[tier][0], "label") + 25 * px for tier in tiers]
    second = drawing.width - max(wides[half:])
    columns = 2 if left + max(wides[:half]) + 12 * px <= second else 1
    second = min(second, (left + drawing.width) / 2 + 10 * px)
    left = left if columns == 2 else min(left, max(0.0, drawing.width - max(wides)))
    down = half if columns == 2 else len(tiers)
    for place, tier in enumerate(tiers):
        x = left if place < down else max(second, left + max(wides[:half]) + 12 * px)
        middle = drawing.height + (place % down + 0.5) * high
        fill(drawing, tier, Box(x, middle - 8 * px, 16 * px, 16 * px), px)
        at = (x + 25 * px, middle)
        kit.text(drawing, TIERS[tier][0], at, role="label", colour="ink2")
    drawing.height += down * high
