"""The days of a report: that from which its clocks count, and that on which it happened."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.days_of_head import span_begun
from facilitator.exchange.readers.document.document_day import (
    as_spoken,
    begun_before,
    byline_day,
    day_in_name,
    day_in_prose,
    day_of_opening,
    evening_before,
    evening_of_start,
    is_day,
    last_night,
    last_such_day,
    led_up_to,
    likely_day,
    names_day,
    only_day,
    opened_before,
    other_days,
    told_by_both,
)
from facilitator.exchange.readers.document.section_words import called_by, written_on
from facilitator.exchange.readers.stamps import days_in, in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.document.document_fields import Fields
    from facilitator.exchange.readers.document.parts import Part
    from facilitator.exchange.readers.found import Entry


@dataclass(frozen=True, slots=True)
class Dated:
    """All of a report that may say its day; ``begun`` is that on which a status page began."""

    title: str
    name: str
    front: Mapping[str, str]
    fields: Fields
    parts: Sequence[Part]
    blocks: Sequence[Block]
    entries: Sequence[Entry]
    begun: date | None


def days_of(report: Dated) -> tuple[date | None, date | None]:
    """The day from which the clocks count, and that on which it happened."""
    parts, entries = report.parts, report.entries
    told = _told(report)
    around = _around(report) if told is None else None
    if around and (named := last_such_day(report.title, around)):
        # The title says the day, and the day of the writing its year.
        told, around = named, None
    if around and other_days(parts, around) and not names_day(entries, around):
        # A report that is named after the day of its writing tells of another one.
        told, around = evening_before(parts, around), None
    if around and only_day(parts) == around:
        # Two say the same; a timeline of quite another time has a slip of the pen.
        return around, around
    if around:
        around = as_spoken(parts, around)
    if told is None and around is None and any(each.stamp.yearless for each in entries):
        # Only the line below the title, with who wrote it, says of which year all is.
        around = _byline(report.blocks)
    if told is None and around is None:
        # The timeline says of which year the day in the title is.
        told = told_by_both(report.title, entries)
    return told or around, _happened(report, told, around)


def _told(report: Dated) -> date | None:
    """The day that field, title, the heading below the title or its prose tells."""
    headings = (each.text for each in report.blocks if each.kind == "heading")
    texts = (report.title, called_by(report.front), *filter(is_day, islice(headings, 2)))
    found = report.fields.day("date") or _first_day(texts, day_first=report.fields.day_first)
    # A page may be called like a file: “Incidents/20260304-Ovens”.
    found = found or day_in_name(report.title) or day_in_prose(report.parts, report.entries)
    if found and report.fields.names.get("date") == "date":
        # Often it is that of the writing.
        found = begun_before(report.parts, report.entries, found)
        found = span_begun(report.fields.stats, report.entries, found)
    return found


def _around(report: Dated) -> date | None:
    """The day of front matter, page or file name; it may be that of the writing."""
    return _first_day((written_on(report.front),)) or report.begun or day_in_name(report.name)


def _happened(report: Dated, told: date | None, around: date | None) -> date | None:
    parts, entries = report.parts, report.entries
    led = led_up_to(entries, day_of_opening(parts)) if told is None else None
    found = led or likely_day(told, entries, around)
    if around and found and entries:
        found = opened_before(parts, around, found) or found
    if found is None:
        return None
    return last_night(parts, entries, evening_of_start(entries, found))


def _byline(blocks: Iterable[Block]) -> date | None:
    first = next((each for each in blocks if each.kind != "heading"), None)
    return byline_day(first.text) if first and first.kind == "text" else None


def _first_day(texts: Iterable[str], *, day_first: bool | None = None) -> date | None:
    found = (stamp for text in texts for stamp in days_in(text))
    days = (in_order(each, day_first=day_first).day for each in found)
    return next(filter(None, days), None)
