"""The story: the strip of time, and the events that tell it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.audience import is_chosen
from facilitator.domain.day_words import format_weekday
from facilitator.domain.times import local
from facilitator.domain.words import EvidenceStatus, Precision
from facilitator.report import marks, wording
from facilitator.report.inline import Item, Signed, Words, flowing
from facilitator.report.marks import FLAG_HEIGHT, Spot
from facilitator.report.pieces import Piece, Pieces, padded, row, ruled, table
from facilitator.report.strip import strip
from facilitator.report.styles import FACT_STRONG, LABEL, SECOND, STRONG, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from facilitator.domain.records import TimelineEvent
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

_TIME, _PAD, _BETWEEN = 45.0, 3.0, 8.0
_SHORT = 12
"""So many events are a story by themselves."""


def story(galley: Galley) -> Pieces:
    """The events with a star, or all of a short timeline without any; the appendix has them all."""
    if not galley.review.events:
        return galley.section("The story", galley.missing("No event yet"))
    return galley.section("The story", told_story(galley))


def told_story(galley: Galley) -> Pieces:
    """The strip, and the rows below it."""
    known = chosen(galley)
    told = [event for event in known if event.starred]
    if not told and len(known) <= _SHORT:
        told = known
    below = _table(galley, told) if told else none_told(galley)
    return [*strip(galley), *below]


def chosen(galley: Galley) -> list[TimelineEvent]:
    """The events that these readers may read of."""
    events = galley.review.events
    return list(events) if galley.for_team else list(filter(is_chosen, events))


def none_told(galley: Galley) -> Pieces:
    """Says how many events there are if none is told, and where they stand."""
    number = len(galley.review.events)
    if galley.for_team:
        words = f"No event is starred yet; {wording.count(number, 'event')} stand at the end"
        link = galley.anchor("chapter", "All events")
        missing = Words(words, STRONG, link=link, missing=True)
        column = galley.beside()
        return flowing(column, missing.items(galley.type, column.width), TEXT.line).pieces
    one = "it was not" if number == 1 else "none was"
    words = wording.sentence(f"{wording.count(number, 'event')}; {one} chosen for the story")
    column = galley.beside().add([galley.missing(words)[0].lowered(_PAD)])
    return column.text("The record of the team tells what happened when.", LABEL).pieces


def _table(galley: Galley, told: Sequence[TimelineEvent]) -> Pieces:
    rows: list[Pieces] = []
    day: date | None = None
    for event in told:
        today = local(event.at, galley.review.time_zone).date() if event.at else None
        pieces = _row(galley, event)
        if galley.several_days and today is not None and today != day:
            pieces = [_day(galley, today, first=day is None), *pieces]
        day = today or day
        rows.append(pieces)
    top = ruled(galley.sheet.inner, galley.sheet.right)
    rows[0] = [Piece(0.0, inside=((0.0, top),), keep=True), *rows[0]]
    # What follows fills the page, so that the story may be parted anywhere but at its ends.
    return table(rows, None, least=2)


def _day(galley: Galley, day: date, *, first: bool) -> Piece:
    column = galley.beside().text(format_weekday(day), FACT_STRONG.coloured("ink2"))
    above = 4.0 if first else 8.0
    inside = ((above, column.pieces[0]),)
    return Piece(above + FACT_STRONG.line + 2, inside=inside, keep=True)


def _row(galley: Galley, event: TimelineEvent) -> Pieces:
    sheet, zone = galley.sheet, galley.review.time_zone
    link = galley.anchor("event", event.id)
    remarks = _remarks(galley, event)
    wide = sum(item.width + (item.glue if index else 0) for index, item in enumerate(remarks))
    time = wording.clock(event, zone)
    style = STRONG if time != "unknown" else SECOND
    left = galley.column(sheet.inner, sheet.inner + _TIME).text(time, style, link=link)
    middle = galley.column(sheet.inner + _TIME, sheet.right - wide - (_BETWEEN if wide else 0))
    middle.text(event.text, TEXT)
    right = galley.column(sheet.right - wide)
    if remarks:
        right.put(TEXT.line, partial(_draw_remarks, remarks, sheet.right - wide))
    return padded(row([left, middle, right]), _PAD, _PAD, (sheet.inner, sheet.right))


def _remarks(galley: Galley, event: TimelineEvent) -> list[Item]:
    """What stands at the right end of a row: how exact, until when, which marker."""
    found: list[Item] = []
    if event.precision is Precision.ABOUT:
        found.append(about_sign().item(galley.type, 0.0))
    if words := wording.until(event, galley.review.time_zone):
        found += Words(words, LABEL).items(galley.type, 1e6, _BETWEEN)
    if event.marker is not None:
        width = marks.flag_width(galley.type, galley.tokens.markers[event.marker])
        found.append(Item(width, partial(_draw_flag, event), _BETWEEN))
    return found


def about_sign() -> Signed:
    """The wave and the word of a time that is not exact."""
    return Signed(_draw_wave, 7.0, Words("about", LABEL))


def _draw_wave(pen: Pen, x: float, top: float, size: float) -> None:
    marks.evidence(pen, EvidenceStatus.HYPOTHESIS, Spot(x, top, size), "ink2")


def _draw_flag(event: TimelineEvent, pen: Pen, x: float, top: float) -> None:
    if event.marker is not None:
        marks.flag(pen, event.marker, x, top + (LABEL.line - FLAG_HEIGHT) / 2)


def _draw_remarks(items: list[Item], x: float, pen: Pen, top: float) -> None:
    for index, item in enumerate(items):
        x += item.glue if index else 0.0
        item.draw(pen, x, top + (TEXT.line - LABEL.line) / 2)
        x += item.width
