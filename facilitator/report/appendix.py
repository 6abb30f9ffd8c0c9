"""All events, with kind, place, source and evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_weekday
from facilitator.domain.places import zone_words
from facilitator.domain.shown_words import KIND_WORDS
from facilitator.domain.times import local
from facilitator.domain.words import Precision
from facilitator.report import marks, wording
from facilitator.report.event_remarks import remarks
from facilitator.report.evidence import evidence
from facilitator.report.inline import flowing
from facilitator.report.marks import Spot
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
from facilitator.report.styles import FACT, FACT_STRONG, LABEL

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.records import TimelineEvent
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

TITLE = "All events"
_TIME, _KIND, _WHAT = 15.0, 64.0, 142.0
_BETWEEN, _PAD, _STAR, _ICON = 8.0, 4.0, 8.0, 9.0
_WHERE_MOST = 84.0
_LEAST = 3
"""Fewer events than so many do not stand alone on the last page."""
_FEW = 3
"""So few events show both their times."""
_RARE = 0.25
"""Share of the events up to which places stand with the remarks, and not in a column."""


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the columns begin, and where the last one ends."""

    star: float
    time: float
    kind: float
    what: float
    where: float
    """At the right edge if there is no such column."""
    right: float

    @property
    def has_where(self) -> bool:
        """Whether there is a column of places."""
        return self.where < self.right

    @property
    def what_right(self) -> float:
        """Where what happened ends."""
        return self.where - 12 if self.has_where else self.right


def appendix(galley: Galley) -> Pieces:
    """The chapter, or nothing without events."""
    events = galley.review.events
    if not events:
        return []
    places, once = _places(galley), _written_in(galley)
    rows: list[Pieces] = []
    day: date | None = None
    for event in events:
        today = local(event.at, galley.review.time_zone).date() if event.at else None
        pieces = _row(galley, places, event, elsewhere=not once)
        if galley.several_days and today is not None and today != day:
            pieces = [_day(galley, places, today), *pieces]
        day = today or day
        rows.append(pieces)
    head = _head(galley, places)
    return [
        *galley.chapter(TITLE, _lead(galley, once), foot(galley)),
        *table(rows, head, least=_LEAST),
    ]


def foot(galley: Galley) -> str:
    """The last pages say in which zone the times are, and of when the review is."""
    day = wording.day_of(galley.now, galley.review)
    return f"Times are {zone_words(galley.review.time_zone)}. As of {day}."


def _lead(galley: Galley, once: str) -> str:
    events = galley.review.events
    starred = sum(event.starred for event in events)
    zone = wording.zone_in_words(galley.review)
    count = wording.sentence(wording.count(len(events), "event"))
    told = (
        "none is" if not starred else f"{wording.number(starred)} {'is' if starred == 1 else 'are'}"
    )
    written = f"; they were written down in {zone_words(once)}" if once else ""
    return f"{count}, of which {told} starred for the story. Times are {zone}{written}."


def _written_in(galley: Galley) -> str:
    """The one other zone that all of many times were written in; empty if there is none."""
    zone = galley.review.time_zone
    timed = [event for event in galley.review.events if wording.is_timed(event)]
    zones = {event.zone if wording.elsewhere(event, zone) else "" for event in timed}
    return zones.pop() if len(zones) == 1 and len(timed) > _FEW else ""


# -- columns -----------------------------------------------------------------------------------


def _places(galley: Galley) -> _Places:
    """What happened has most of the width: places have a column only if many events name one."""
    left, right = galley.edges
    lanes = [event.lane for event in galley.review.events if event.lane]
    wide = max((galley.type.width(lane, LABEL) for lane in set(lanes)), default=0.0)
    common = len(lanes) > _RARE * len(galley.review.events)
    where = right - min(wide, _WHERE_MOST) - 1 if common else right
    return _Places(left, left + _TIME, left + _KIND, left + _WHAT, where, right)


def _head(galley: Galley, places: _Places) -> Piece:
    heads = [(places.time, "Time"), (places.kind, "Kind"), (places.what, "What happened")]
    if places.has_where:
        heads.append((places.where, "Lane"))
    columns = [galley.column(x).text(words, LABEL) for x, words in heads]
    return galley.table_head(joined([column.pieces for column in columns]))


def _day(galley: Galley, places: _Places, day: date) -> Piece:
    column = galley.column(places.time).text(format_weekday(day), FACT_STRONG)
    return Piece(20.0, inside=((7.0, column.pieces[0]),), keep=True)


# -- rows --------------------------------------------------------------------------------------


def _row(galley: Galley, places: _Places, event: TimelineEvent, *, elsewhere: bool) -> Pieces:
    what = galley.column(places.what, places.what_right).text(event.text, FACT)
    remarks(galley, what, event, where=not places.has_where, elsewhere=elsewhere)
    columns = [
        _starred(galley.column(places.star, places.time), event),
        _time(galley, galley.column(places.time, places.kind - _BETWEEN), event),
        _kind(galley.column(places.kind, places.what - _BETWEEN), event),
        what,
    ]
    if places.has_where:
        columns.append(galley.column(places.where, places.right).text(event.lane, LABEL))
    pieces = [*row(columns), *_evidence(galley, places, event)]
    if len(pieces) > 1:
        pieces[0] = replace(pieces[0], keep=True)
    return named(padded(pieces, _PAD, _PAD, galley.edges), galley.anchor("event", event.id))


def _evidence(galley: Galley, places: _Places, event: TimelineEvent) -> Pieces:
    """What proves it, as far as it does not repeat it."""
    width = places.right - places.what
    return [
        piece
        for each in event.evidence
        for piece in evidence(galley, each, places.what, width, beside=event.text)
    ]


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
    return column


def _kind(column: Column, event: TimelineEvent) -> Column:
    return column.put(FACT.line, partial(_draw_kind, event, column.x))


def _draw_kind(event: TimelineEvent, x: float, pen: Pen, top: float) -> None:
    middle = top + FACT.baseline - FACT.size * 0.36
    marks.kind(pen, event.kind, Spot(x, middle - _ICON / 2, _ICON))
    pen.line(x + _ICON + 5, top, KIND_WORDS[event.kind], LABEL)
