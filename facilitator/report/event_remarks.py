"""The small line below an event: its marker, its place, its other clock, its source and link."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.report import marks, wording
from facilitator.report.addresses import linked
from facilitator.report.inline import Item, Words, flowing, unparted
from facilitator.report.marks import FLAG_HEIGHT
from facilitator.report.styles import SMALL

if TYPE_CHECKING:
    from facilitator.domain.records import TimelineEvent
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen
    from facilitator.report.pieces import Column
    from facilitator.report.typesetting import Typesetter

_GAP, _ABOVE, _ABOVE_FLAG = 4.0, 1.0, 3.0


def remarks(
    galley: Galley, column: Column, event: TimelineEvent, *, where: bool, elsewhere: bool
) -> None:
    """Put it below the text of an event; ``where`` and ``elsewhere`` say whether these belong."""
    told = _told(galley, event, where=where, elsewhere=elsewhere)
    items = _dotted(galley.type, [words.items(galley.type, column.width, _GAP) for words in told])
    if event.marker is None:
        flowing(column, items, SMALL.line, above=_ABOVE)
        return
    width = marks.flag_width(galley.type, galley.tokens.markers[event.marker])
    flag = Item(width, partial(_draw_flag, event))
    lowered = [each._replace(draw=partial(_draw_low, each)) for each in items]
    flowing(column, [flag, *lowered], FLAG_HEIGHT, above=_ABOVE_FLAG)


def _told(galley: Galley, event: TimelineEvent, *, where: bool, elsewhere: bool) -> list[Words]:
    """What stands in it, in order; an address that is not safe stays text."""
    address = linked(event.link)
    style = SMALL.coloured("accent") if address else SMALL
    zone = galley.review.time_zone
    found = (
        Words(event.lane if where else "", SMALL.coloured("ink")),
        Words(wording.elsewhere(event, zone) if elsewhere else "", SMALL),
        Words(event.source, style, address=address),
        Words(event.link, SMALL if event.source else style, address=address),
    )
    return [words for words in found if words.text]


def _dotted(typesetter: Typesetter, groups: list[list[Item]]) -> list[Item]:
    """Groups of items in one line, a dot behind each but the last."""
    dot = Words("·", SMALL).item(typesetter, _GAP)
    found: list[Item] = []
    for group in groups:
        if found:
            found[-1:] = unparted([found[-1], dot], float("inf"))
        found += group
    return found


def _draw_low(item: Item, pen: Pen, x: float, top: float) -> None:
    """Draw it in the middle of a line as high as a flag."""
    item.draw(pen, x, top + (FLAG_HEIGHT - SMALL.line) / 2)


def _draw_flag(event: TimelineEvent, pen: Pen, x: float, top: float) -> None:
    if event.marker is not None:
        marks.flag(pen, event.marker, x, top)
