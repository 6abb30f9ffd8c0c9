"""All events, with kind, place, source and evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_weekday
from facilitator.domain.places import zone_words
from facilitator.domain.shown_words import KIND_WORDS
from facilitator.domain.times import local
from facilitator.domain.words import Precision
from facilitator.report import marks, wording
from facilitator.report.addresses import linked
from facilitator.report.evidence import evidence
from facilitator.report.inline import Words, flowing
from facilitator.report.marks import FLAG_HEIGHT, Spot
from facilitator.report.pieces import (
    Column,
    Piece,
    Pieces,
    joined,
    named,
    padded,
    row,
    table,
)
from facilitator.report.story import about_sign
from facilitator.report.styles import FACT, FACT_STRONG, LABEL, SMALL

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.records import TimelineEvent
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

TITLE = "All events"
_TIME, _KIND, _WHAT, _FROM_RIGHT_WHERE, _FROM_RIGHT_SOURCE = 15.0, 66.0, 146.0, 142.0, 76.0
_BETWEEN, _PAD, _STAR, _ICON = 8.0, 4.0, 8.0, 9.0


def appendix(galley: Galley) -> Pieces:
    """The chapter, or nothing without events."""
    events = galley.review.events
    if not events:
        return []
    rows: list[Pieces] = []
    day: date | None = None
    for event in events:
        today = local(event.at, galley.review.time_zone).date() if event.at else None
        pieces = _row(galley, event)
        if galley.several_days and today is not None and today != day:
            pieces = [_day(galley, today), *pieces]
        day = today or day
        rows.append(pieces)
    return [*galley.chapter(TITLE, _lead(galley), foot(galley)), *table(rows, _head(galley))]


def foot(galley: Galley) -> str:
    """The last pages say in which zone the times are, and of when the review is."""
    day = wording.day_of(galley.now, galley.review)
    return f"Times are {zone_words(galley.review.time_zone)}. As of {day}."


def _lead(galley: Galley) -> str:
    events = galley.review.events
    starred = sum(event.starred for event in events)
    zone = wording.zone_in_words(galley.review)
    count = wording.sentence(wording.count(len(events), "event"))
    told = (
        "none is" if not starred else f"{wording.number(starred)} {'is' if starred == 1 else 'are'}"
    )
    return f"{count}, of which {told} starred for the story. Times are {zone}."


def _head(galley: Galley) -> Piece:
    columns = [
        galley.column(x).text(words, LABEL)
        for x, words in zip(
            _places(galley)[1:], ("Time", "Kind", "What happened", "Where", "Source"), strict=True
        )
    ]
    return galley.table_head(joined([column.pieces for column in columns]))


def _places(galley: Galley) -> tuple[float, ...]:
    """Where the columns begin: star, time, kind, what, where, source."""
    left, right = galley.edges
    from_left = (0.0, _TIME, _KIND, _WHAT)
    from_right = (_FROM_RIGHT_WHERE, _FROM_RIGHT_SOURCE)
    return (*(left + x for x in from_left), *(right - x for x in from_right))


def _day(galley: Galley, day: date) -> Piece:
    column = galley.column(_places(galley)[1]).text(format_weekday(day), FACT_STRONG)
    return Piece(20.0, inside=((7.0, column.pieces[0]),), keep=True)


def _row(galley: Galley, event: TimelineEvent) -> Pieces:
    star, time, kind, what, where, source = _places(galley)
    columns = [
        _starred(galley.column(star, time), event),
        _time(galley, galley.column(time, kind - _BETWEEN), event),
        _kind(galley.column(kind, what - _BETWEEN), event),
        _what(galley, galley.column(what, where - 12), event),
        galley.column(where, source - _BETWEEN).text(event.lane, LABEL),
        _source(galley.column(source), event),
    ]
    pieces = padded(row(columns), _PAD, _PAD, galley.edges)
    return named(pieces, galley.anchor("event", event.id))


def _starred(column: Column, event: TimelineEvent) -> Column:
    if event.starred:
        column.put(FACT.line, partial(_draw_star, column.x))
    return column


def _draw_star(x: float, pen: Pen, top: float) -> None:
    marks.star(pen, Spot(x, top + FACT.baseline - FACT.size * 0.36 - _STAR / 2, _STAR))


def _time(galley: Galley, column: Column, event: TimelineEvent) -> Column:
    zone = galley.review.time_zone
    words = wording.clock(event, zone)
    style = FACT_STRONG if event.starred else FACT
    column.text(words, LABEL if words == "unknown" else style)
    if words := wording.until(event, zone):
        column.text(words, LABEL)
    if event.precision is Precision.ABOUT:
        flowing(column, [about_sign().item(galley.type)], LABEL.line)
    if elsewhere := wording.elsewhere(event, zone):
        column.text(elsewhere, SMALL)
    return column


def _kind(column: Column, event: TimelineEvent) -> Column:
    return column.put(FACT.line, partial(_draw_kind, event, column.x))


def _draw_kind(event: TimelineEvent, x: float, pen: Pen, top: float) -> None:
    middle = top + FACT.baseline - FACT.size * 0.36
    marks.kind(pen, event.kind, Spot(x, middle - _ICON / 2, _ICON))
    pen.line(x + _ICON + 5, top, KIND_WORDS[event.kind], LABEL)


def _what(galley: Galley, column: Column, event: TimelineEvent) -> Column:
    column.text(event.text, FACT)
    if event.marker is not None:
        draw = partial(_draw_flag, event, column.x)
        column.put(FLAG_HEIGHT, draw, above=3.0)
    for each in event.evidence:
        column.add(evidence(galley, each, column.x, column.width))
    return column


def _draw_flag(event: TimelineEvent, x: float, pen: Pen, top: float) -> None:
    if event.marker is not None:
        marks.flag(pen, event.marker, x, top)


def _source(column: Column, event: TimelineEvent) -> Column:
    """The source, as a link if there is a safe address; any other address stays text."""
    address = linked(event.link)
    style = LABEL.coloured("accent") if address else LABEL
    words = Words(event.source or ("Link" if address else ""), style, address=address)
    if words.text:
        flowing(column, words.items(column.type, column.width), LABEL.line)
    if event.link:
        column.text(event.link, SMALL)
    return column
