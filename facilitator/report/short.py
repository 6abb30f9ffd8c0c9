"""In short: the summary, the impact in figures, and how long it took."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.durations import VERBS, Duration, durations, marked, span_words
from facilitator.domain.impact import read_impact
from facilitator.domain.times import format_time
from facilitator.domain.words import Marker, Precision
from facilitator.domain.zones import clock
from facilitator.geometry.box import Box
from facilitator.geometry.meter import Track, tracks
from facilitator.report import wording
from facilitator.report.inline import Words
from facilitator.report.pen import Paint
from facilitator.report.pieces import Column, Pieces, row
from facilitator.report.styles import DURATION, FIGURE, LABEL, STRONG, SUMMARY, TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from facilitator.domain.impact import Figure
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

_FIGURES = 3
_ROW, _TRACK, _BAR, _VERBS = 23.0, 17.5, 2.5, 68.0


def summary(galley: Galley) -> Pieces:
    """What happened, in a few sentences."""
    text = galley.review.summary
    if not text:
        return galley.section("In short", galley.missing("Not written yet"))
    return galley.section("In short", galley.beside().text(text, SUMMARY).pieces, drop=2.5)


def impact(galley: Galley) -> Pieces:
    """Figures in columns, then the lines without a figure."""
    found, plain = read_impact(galley.review.impact)
    content: Pieces = []
    for start in range(0, len(found), _FIGURES):
        content += figures(galley, found[start : start + _FIGURES], above=8.0 if start else 0.0)
    for line in plain:
        column = galley.beside().text(line, TEXT, above=4.0 if content else 0.0)
        content += column.pieces
    return galley.section("Impact", content or galley.missing("Not described yet"))


def figures(galley: Galley, found: Sequence[Figure], *, above: float = 0.0) -> Pieces:
    """Up to three figures side by side, each with its words."""
    sheet = galley.sheet
    pitch = (sheet.right - sheet.inner) / _FIGURES
    columns: list[Column] = []
    for index, figure in enumerate(found):
        left = sheet.inner + index * pitch
        column = galley.column(left, left + pitch - 10)
        columns.append(column.text(figure.number, FIGURE, above=above).text(figure.words, LABEL))
    return row(columns)


def how_long(galley: Galley) -> Pieces:
    """Four bars on one scale, from impact start."""
    found = durations(galley.review.events)
    if all(each.span is None and each.at is None for each in found):
        content = galley.missing("Not known: nothing is marked on the timeline yet")
    else:
        content = _bars(galley, found)
    return galley.section("How long\nit took", content)


def _bars(galley: Galley, found: Sequence[Duration]) -> Pieces:
    column = galley.beside()
    spans = [each.span.total_seconds() if each.span is not None else None for each in found]
    for each, track in zip(found, tracks(spans, column.width), strict=True):
        draw = partial(_draw_bar, galley, each, track)
        last = each is found[-1]
        column.put(_TRACK + _BAR if last else _ROW, draw, keep=not last)
    return column.pieces


def _moment(galley: Galley, at: datetime) -> str:
    """A time, with its day where it is not the first."""
    zone = galley.review.time_zone
    first = next((each.at for each in galley.review.events if each.at is not None), at)
    day = clock(at, zone).date()
    words = format_time(at, zone)
    return words if clock(first, zone).date() == day else f"{wording.short_day(day)} {words}"


def _since(galley: Galley, each: Duration) -> str:
    """Says from when on it was counted where that is not exact."""
    start = marked(galley.review.events).get(Marker.IMPACT_START)
    if each.span is None or start is None or start.at is None:
        return ""
    if start.precision is not Precision.ABOUT:
        return ""
    return f", from about {format_time(start.at, galley.review.time_zone)}"


def _draw_bar(galley: Galley, each: Duration, track: Track, pen: Pen, top: float) -> None:
    left, right = galley.sheet.inner, galley.sheet.right
    if each.span is None:
        Words("Not known", STRONG, missing=True).draw(pen, left, top)
    else:
        pen.line(left, top, span_words(each.span), DURATION)
    pen.line(left + _VERBS, top, VERBS[each.marker], TEXT)
    if each.at is not None:
        about = "about " if each.about_at else ""
        marker = galley.tokens.markers[each.marker]
        told = f"{marker} {about}{_moment(galley, each.at)}"
        pen.right(right, top + 1, told + _since(galley, each), LABEL)
    pen.rule(left, right, top + _TRACK + _BAR / 2)
    if track.length is not None:
        pen.box(Box(left, top + _TRACK, track.length, _BAR), Paint("ink"))
