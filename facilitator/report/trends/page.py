"""Lays out the trends as a document: what there is to heed first, then every chart."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from facilitator.domain.trend_tables import tables
from facilitator.domain.trend_words import FEW, HEADLINE, NEVER_PEOPLE, counted, fact_words
from facilitator.report import wording
from facilitator.report.drawn_pages import About, drawn
from facilitator.report.library_galley import library_galley
from facilitator.report.paging import Pager
from facilitator.report.pieces import Piece
from facilitator.report.sheet import Furniture
from facilitator.report.styles import LABEL, LEAD, STRONG, TEXT, TITLE
from facilitator.report.tags import Tag
from facilitator.report.trends.fitting import fitted
from facilitator.report.trends.parts import Setting, chart_of, not_yet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from facilitator.domain.trend_tables import Table
    from facilitator.domain.trends import Trends
    from facilitator.report.galley import Galley
    from facilitator.report.paging import Page
    from facilitator.report.pieces import Pieces


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
    first = [*_head(galley, trends), *_heed(galley, trends)]

    def lay(rows: Mapping[str, int], apart: float) -> list[Page]:
        progress(0, 1)
        setting = Setting(galley, trends, apart)
        return Pager(galley.sheet).lay([*first, *_charts(setting, found, rows)])

    pages = fitted(found, lay)
    day = wording.day_of(now, galley.review)
    furniture = Furniture("Trends of the library", "", fact_words(trends), f"as of {day}")
    about = About(HEADLINE, f"Trends of the library, {fact_words(trends)}", furniture, _foot)
    return drawn(galley, pages, about, progress)


def _charts(setting: Setting, found: Sequence[Table], rows: Mapping[str, int]) -> Pieces:
    """Every chart with so many rows of its table; last, what there is not yet."""
    if not setting.trends.reviews:
        return []
    empty = [table for table in found if not table.rows]
    shown = (chart_of(setting, each, rows[each.name]) for each in found if each.rows)
    return [*chain.from_iterable(shown), *not_yet(setting, empty)]


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
