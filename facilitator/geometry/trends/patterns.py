"""Patterns: factors of several reviews that a person said are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.behind import these
from facilitator.domain.trend_words import TITLES, counted
from facilitator.geometry.trends.drawing import Drawing, Kit, Line, Spot

if TYPE_CHECKING:
    from facilitator.domain.trends import PatternLine, Trends

MOST = 6
"""How many have a line; the others are in the table."""
_ROW = 38.0


def pattern_words(line: PatternLine) -> str:
    """``seen 5 times in 4 services, no durable action``."""
    times = counted(len(line.reviews), "time")
    services = counted(len(line.services), "service")
    durable = counted(line.durable_actions, "durable action") if line.durable_actions else ""
    return f"seen {times} in {services}, {durable or 'no durable action'}"


def lay_out(trends: Trends, width: float, kit: Kit) -> Drawing:
    """A line a pattern, those met most first."""
    px = kit.unit
    lead = "Factors that somebody found to be the same"
    drawing = kit.begin("patterns", TITLES["patterns"], lead, width)
    lines = sorted(trends.patterns, key=lambda each: -len(each.reviews))
    if not lines:
        kit.say(drawing, "No pattern is named yet.")
        return drawing
    for row, each in enumerate(lines[:MOST]):
        if row:
            ends = ((0.0, drawing.height), (width, drawing.height))
            drawing.parts.append(Line(ends, "rule", px))
        middle = drawing.height + _ROW * px / 2
        told = pattern_words(each)
        right = kit.text(
            drawing,
            told,
            (width, middle),
            role="label",
            colour="ink2",
            align="right",
            room=width * 0.6,
        )
        role = "text" if each.durable_actions else "strong"
        room = max(width * 0.3, right.x - 16 * px)
        box = kit.text(drawing, each.name, (0.0, middle), role=role, room=room)
        drawing.spots.append(Spot(box, f"{each.name}: {told}", these(each.reviews), row))
        drawing.height += _ROW * px
    if len(lines) > MOST:
        kit.say(drawing, f"{counted(len(lines) - MOST, 'pattern')} more in the table.")
    return drawing
