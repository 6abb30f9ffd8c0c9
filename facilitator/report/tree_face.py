"""What stands on a node of the printed tree, and how high that makes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.durations import durations, span_words
from facilitator.domain.times import format_time, local
from facilitator.domain.words import FactorKind, Marker, Precision
from facilitator.geometry.box import Box
from facilitator.report import marks, wording
from facilitator.report.inline import Item, Signed, Words, flow
from facilitator.report.marks import Spot
from facilitator.report.pen import Paint
from facilitator.report.styles import EFFECT, NODE, NODE_LABEL

if TYPE_CHECKING:
    from facilitator.domain.records import Factor, TimelineEvent
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

PAD, TRIGGER_POINT, META_ABOVE, META, NOTE = 6.0, 8.0, 1.5, 10.5, 10.5
EFFECT_PAD, EFFECT_TOP, _EFFECT_OVER = 8.0, 19.0, 4.0
_LINES = 10
"""More lines than this are cut on a node; the outline has the whole text."""
_SIGN, _GLUE = 7.0, 5.0
_CHIP_PAD, _CHIP_SIGN, _CHIP_HEIGHT = 3.5, 5.5, 9.5


@dataclass(frozen=True, slots=True)
class Face:
    """The words of a node, the lines of signs below them, and the height without references."""

    lines: list[str]
    meta: list[list[tuple[float, Item]]]
    left: float
    height: float


def face_of(galley: Galley, factor: Factor, width: float) -> Face:
    """Set the words of a node of this width."""
    return (
        _effect(galley, factor, width) if factor.parent is None else _cause(galley, factor, width)
    )


def effect_width(words: float) -> float:
    """How wide the effect is so that words of this width stand on one line."""
    return words + 2 * EFFECT_PAD - _EFFECT_OVER


def _effect(galley: Galley, factor: Factor, width: float) -> Face:
    words = wording.effect(factor, galley.review)
    lines = galley.type.lines(words, EFFECT, width - effect_width(0.0) + 0.01, _LINES)
    height = EFFECT_TOP + len(lines) * EFFECT.line + EFFECT_PAD
    return Face(lines, [], EFFECT_PAD, height + (META if how_long(galley) else 0))


def how_long(galley: Galley) -> str:
    """How long the incident took: until resolved, or else mitigated; empty if unknown."""
    spans = {each.marker: each for each in durations(galley.review.events)}
    for marker in (Marker.RESOLVED, Marker.MITIGATED):
        found = spans[marker]
        if found.span is not None:
            return ("about " if found.about else "") + span_words(found.span)
    return ""


def _cause(galley: Galley, factor: Factor, width: float) -> Face:
    left = PAD + (TRIGGER_POINT if factor.kind is FactorKind.TRIGGER else 0)
    room = width - left - PAD
    lines = galley.type.lines(wording.effect(factor, galley.review), NODE, room, _LINES)
    meta = flow(_signs(galley, factor), room)
    height = 2 * PAD - 1 + len(lines) * NODE.line + META_ABOVE + len(meta) * META
    return Face(lines, meta, left, height)


def _signs(galley: Galley, factor: Factor) -> list[Item]:
    """Family, evidence and the linked events of a node."""
    found: list[Item] = []
    look = galley.tokens.evidence[factor.evidence_status]
    style = NODE_LABEL.coloured(look.text)
    if factor.kind is FactorKind.TRIGGER:
        found.append(Signed(_bolt, _SIGN, Words("Trigger", style)).item(galley.type, 0.0))
    elif factor.family is not None:
        short = galley.tokens.families[factor.family].short
        sign = partial(_family, factor)
        found.append(Signed(sign, _SIGN, Words(short, style)).item(galley.type, 0.0))
    sign = partial(_evidence, factor)
    found.append(Signed(sign, _SIGN - 1, Words(look.word, style)).item(galley.type, _GLUE))
    return [*found, *(_chip(galley, event) for event in galley.linked(factor))]


def _family(factor: Factor, pen: Pen, x: float, top: float, size: float) -> None:
    if factor.family is not None:
        marks.family(pen, factor.family, Spot(x, top, size))


def _evidence(factor: Factor, pen: Pen, x: float, top: float, size: float) -> None:
    colour = pen.tokens.evidence[factor.evidence_status].text
    marks.evidence(pen, factor.evidence_status, Spot(x, top, size), colour)


def _bolt(pen: Pen, x: float, top: float, size: float) -> None:
    marks.bolt(pen, Spot(x - 1, top - 1, size + 2))


# -- chips of events -------------------------------------------------------------------------


def chip_words(galley: Galley, event: TimelineEvent) -> str:
    """The time of an event on a chip; with its day if there are several."""
    if event.at is None:
        return "No time"
    zone = galley.review.time_zone
    words = format_time(event.at, zone)
    if event.precision is not Precision.EXACT:
        words = ("~" if event.precision is Precision.ABOUT else "?") + words
    if galley.several_days:
        words = f"{wording.short_day(local(event.at, zone).date())} {words}"
    return words


def _chip(galley: Galley, event: TimelineEvent) -> Item:
    words = chip_words(galley, event)
    sign = _CHIP_SIGN + 2.5 if event.marker is not None else 0.0
    width = 2 * _CHIP_PAD + sign + galley.type.width(words, NODE_LABEL)
    link = galley.anchor("event", event.id)
    return Item(width, _Chip(event.marker, words, width, link).draw, 4.0)


class _Chip(NamedTuple):
    marker: Marker | None
    words: str
    width: float
    link: str

    def draw(self, pen: Pen, x: float, top: float) -> None:
        box = Box(x, top + (META - _CHIP_HEIGHT) / 2, self.width, _CHIP_HEIGHT)
        pen.box(box, Paint("sheet", "line", 0.5, radius=1.5))
        left = x + _CHIP_PAD
        if self.marker is not None:
            spot = Spot(left, box.middle - _CHIP_SIGN / 2, _CHIP_SIGN)
            marks.marker(pen, self.marker, spot)
            left += _CHIP_SIGN + 2.5
        with pen.link(box, self.link):
            pen.line(left, box.middle - NODE_LABEL.line / 2, self.words, NODE_LABEL)
