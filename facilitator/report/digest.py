"""The learning digest on paper: a few pages that are read to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.digest import NEVER_PEOPLE, title_of
from facilitator.report import wording
from facilitator.report.drawn_pages import About, drawn
from facilitator.report.inline import Words, flowing
from facilitator.report.library_galley import library_galley
from facilitator.report.paging import Pager
from facilitator.report.pieces import joined, listed, together
from facilitator.report.sheet import Furniture
from facilitator.report.styles import FACT_STRONG, LABEL, LEAD, ROW_LABEL, TEXT, TITLE
from facilitator.report.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from facilitator.domain.digest import Chapter, Digest, Part, Point
    from facilitator.report.galley import Galley
    from facilitator.report.pieces import Pieces

_FIRST = 3
"""Pieces of a chapter that stay together."""


def print_digest(
    digest: Digest,
    now: datetime,
    fonts: Path | None,
    progress: Callable[[int, int], None],
    paper: str,
) -> bytes:
    """The PDF."""
    title = title_of(digest.quarter)
    galley = library_galley(title, digest.texts, now, fonts, paper)
    column = galley.column().text(title, TITLE, tag=Tag("H1"))
    column.text(f"{digest.facts}.", LEAD, above=6.0)
    pieces = column.pieces
    for chapter in digest.chapters:
        pieces += galley.section(chapter.title, _chapter(galley, chapter))
    pages = Pager(galley.sheet).lay(pieces)
    day = wording.day_of(now, galley.review)
    furniture = Furniture("Learning digest", "", title, f"as of {day}")
    about = About(title, f"Learning digest, {digest.facts}", furniture, lambda _page: NEVER_PEOPLE)
    return drawn(galley, pages, about, progress)


def _chapter(galley: Galley, chapter: Chapter) -> Pieces:
    told = chapter.told
    if not told:
        return galley.beside().text(chapter.nothing, TEXT.coloured("ink2")).pieces
    pieces: Pieces = []
    for part in told:
        pieces += _part(galley, part, above=10.0 if pieces else 0.0)
    # The label beside them has two lines: no gap shall follow the first of theirs.
    return [joined([pieces[:_FIRST]]), *pieces[_FIRST:]]


def _part(galley: Galley, part: Part, *, above: float) -> Pieces:
    head = galley.beside().text(part.title, FACT_STRONG, above=above, tag=Tag("H3")).kept()
    rows = listed([_point(galley, each) for each in part.points])
    pieces = [*head.pieces, *(piece for row in rows for piece in row)]
    if part.more:
        pieces += galley.beside().text(part.more, LABEL, above=3.0).pieces
    return pieces


def _point(galley: Galley, point: Point) -> Pieces:
    """The line, and behind it in grey where it is from."""
    column = galley.beside()
    words = Words(point.text, TEXT).items(galley.type, column.width)
    if point.source:
        words += Words(point.source, ROW_LABEL).items(galley.type, column.width, 8.0)
    return together(flowing(column, words, TEXT.line, above=3.0).pieces)
