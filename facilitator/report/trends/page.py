"""Lays out the trends as a document: what there is to heed first, then every chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.trend_tables import tables
from facilitator.domain.trend_words import FEW, HEADLINE, NEVER_PEOPLE, counted, fact_words
from facilitator.geometry.trends.drawing import Kit
from facilitator.geometry.trends.page import CHARTS
from facilitator.report import wording
from facilitator.report.drawn_pages import About, drawn
from facilitator.report.library_galley import library_galley
from facilitator.report.paging import Pager
from facilitator.report.pieces import Bookmark, Piece, together
from facilitator.report.sheet import Furniture
from facilitator.report.styles import LABEL, LEAD, STRONG, TEXT, TITLE
from facilitator.report.tags import Tag
from facilitator.report.trends.chart import drawing_of
from facilitator.report.trends.measure import PaperMeasure
from facilitator.report.trends.table import table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from facilitator.domain.trend_tables import Table
    from facilitator.domain.trends import Trends
    from facilitator.report.galley import Galley
    from facilitator.report.pieces import Pieces

_UNIT = 0.6
"""Points of a px of the look."""
_ABOVE, _BELOW, _TABLE = 26.0, 20.0, 10.0
_IN_WORDS = frozenset({"figures"})
"""Charts that are words already: their table would say the same twice."""


def print_trends(
    trends: Trends,
    now: datetime,
    fonts: Path | None,
    progress: Callable[[int, int], None],
    paper: str,
) -> bytes:
    """The PDF."""
    found = tables(trends)
    galley = library_galley(HEADLINE, _texts(trends, found), now, fonts, paper)
    pieces = [*_head(galley, trends), *_heed(galley, trends)]
    if trends.reviews:
        for table in found:
            progress(0, 1)
            pieces += _chart(galley, trends, table)
    pages = Pager(galley.sheet).lay(pieces)
    day = wording.day_of(now, galley.review)
    furniture = Furniture("Trends of the library", "", fact_words(trends), f"as of {day}")
    about = About(HEADLINE, f"Trends of the library, {fact_words(trends)}", furniture, _foot)
    return drawn(galley, pages, about, progress)


def _foot(_page: object) -> str:
    return f"{NEVER_PEOPLE}."


def _texts(trends: Trends, found: Iterable[Table]) -> Iterable[str]:
    """All words that people wrote, for the characters that are in them."""
    yield from (cell for table in found for row in table.rows for cell in row.cells)
    yield from (words for each in trends.warnings for words in (each.sentence, each.why))


def _head(galley: Galley, trends: Trends) -> Pieces:
    column = galley.column().text(HEADLINE, TITLE, tag=Tag("H1"))
    column.text(f"{fact_words(trends)}.", LEAD, above=6.0)
    if 0 < trends.reviews < FEW:
        column.text(
            f"{_there(trends.reviews)} only {counted(trends.reviews, 'review')}: read the "
            "figures as examples, not as a trend.",
            TEXT,
            above=4.0,
        )
    if trends.undated:
        words = f"{counted(trends.undated, 'review')} without a day "
        words += "is counted nowhere." if trends.undated == 1 else "are counted nowhere."
        column.text(words, LABEL, above=4.0)
    if trends.damaged:
        words = f"{counted(trends.damaged, 'damaged row')}, counted nowhere."
        column.text(words, LABEL, above=4.0)
    return [*column.pieces, Piece(16.0)]


def _there(count: int) -> str:
    return "There is" if count == 1 else "There are"


def _heed(galley: Galley, trends: Trends) -> Pieces:
    """What there is to heed, or that there is nothing."""
    if trends.warnings:
        pieces: Pieces = []
        for each in trends.warnings:
            pieces += galley.note(each.sentence, each.why)
        return pieces
    words = trends.calm or ("" if trends.reviews else "No review has a day yet.")
    return galley.column().text(words, STRONG).pieces if words else []


def _chart(galley: Galley, trends: Trends, table: Table) -> Pieces:
    """A rule, the chart, and its table below."""
    kit = Kit(PaperMeasure(galley.type), _UNIT)
    drawing = CHARTS[table.name](trends, galley.sheet.right - galley.sheet.left, kit)
    chart = Piece(
        drawing.height + _BELOW,
        inside=(
            (0.0, Piece(0.0, lambda pen, top: pen.rule(*galley.edges, top))),
            (_BELOW, Piece(drawing.height, drawing_of(drawing, galley.sheet.left))),
        ),
        above=_ABOVE,
        anchors=(galley.anchor("chart", table.name),),
        bookmark=Bookmark(table.title),
    )
    rows = [] if table.name in _IN_WORDS else table_of(galley, table)
    if not rows:
        return [chart]
    return [*together([chart, Piece(_TABLE), rows[0]]), *rows[1:]]
