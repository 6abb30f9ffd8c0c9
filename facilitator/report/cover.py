"""The top of the first page: the title and the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_day
from facilitator.domain.places import zone_words
from facilitator.report import wording
from facilitator.report.galley import PEOPLE_BY_ROLE
from facilitator.report.inline import Words, flowing
from facilitator.report.pieces import Column, Piece, Pieces, row
from facilitator.report.styles import (
    FACT_STRONG,
    LABEL,
    LONG_TITLE,
    TITLE,
    WHOLE_PARAGRAPH_TITLE,
    Style,
)
from facilitator.report.tags import Tag

if TYPE_CHECKING:
    from facilitator.report.galley import Galley

_TITLES = ((TITLE, 3), (LONG_TITLE, 6))
"""Styles of the title, and up to how many lines each is used."""
_FACTS = 4


def cover(galley: Galley) -> Pieces:
    """The title, then the facts in four columns."""
    facts = _facts(galley)
    first = _fact_row(galley, facts[:_FACTS], above=18.0)
    return [*title(galley), *first, *_fact_row(galley, facts[_FACTS:], above=10.0)]


def title(galley: Galley, most: int | None = None) -> Pieces:
    """The title, in the largest type that does it justice; at most ``most`` lines, if told."""
    text = galley.review.title or "Incident review"
    width = (galley.sheet.right - galley.sheet.left) * 0.94
    style, lines = _fitting(galley, text, width)
    if most is not None and len(lines) > most:
        style = LONG_TITLE
        lines = galley.type.lines(text, style, width, most)
    column, tag = galley.column(), Tag("H1")
    for line in lines:
        column.text(line, style, tag=tag)
    first, *rest = column.pieces
    return [Piece(first.height + 10, inside=((10.0, first),), chapter=PEOPLE_BY_ROLE), *rest]


def _fitting(galley: Galley, text: str, width: float) -> tuple[Style, list[str]]:
    for style, most in _TITLES:
        lines = galley.type.balanced(text, style, width)
        if len(lines) <= most:
            return style, lines
    return WHOLE_PARAGRAPH_TITLE, galley.type.lines(text, WHOLE_PARAGRAPH_TITLE, width)


def _facts(galley: Galley) -> list[tuple[str, str, str, int]]:
    """Label, words, the words if there are none, and how many columns it is wide."""
    review = galley.review
    held = format_day(review.held_on) if review.held_on else ""
    return [
        ("Incident", wording.incident_days(review), "no day yet", 1),
        ("Reviewed", held, wording.not_held(review), 1),
        ("Severity", wording.severity(review), "not rated yet", 1),
        ("Failure class", review.failure_class, "not named yet", 1),
        ("Services", ", ".join(review.services), "none named yet", 2),
        ("Status", wording.REVIEW_STATUSES[review.status], "", 1),
        ("Times", zone_words(review.time_zone), "", 1),
    ]


def _fact_row(galley: Galley, facts: list[tuple[str, str, str, int]], *, above: float) -> Pieces:
    sheet = galley.sheet
    pitch = (sheet.right - sheet.inner) / _FACTS
    columns, place = [], 0
    for label, words, without, wide in facts:
        left = sheet.inner + place * pitch
        column = galley.column(left, left + wide * pitch - 8)
        columns.append(_fact(column, label, words, without))
        place += wide
    pieces = row(columns)
    first = pieces[0]
    return [Piece(first.height, above=above, inside=((0.0, first),)), *pieces[1:]]


def _fact(column: Column, label: str, words: str, without: str) -> Column:
    column.text(label, LABEL)
    if words:
        return column.text(words, FACT_STRONG)
    missing = Words(without, FACT_STRONG, missing=True)
    return flowing(column, missing.items(column.type, column.width), FACT_STRONG.line)
