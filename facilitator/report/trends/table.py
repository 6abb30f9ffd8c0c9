"""The table of a chart on paper: its head stands again on every page that it goes on to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.trend_words import counted
from facilitator.report.pieces import Piece, headed
from facilitator.report.styles import FACT, FACT_STRONG, LABEL
from facilitator.report.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.trend_tables import Table
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen
    from facilitator.report.pieces import Pieces
    from facilitator.report.styles import Style

MOST = 12
"""Rows that are printed; those beyond are counted in words."""
LATEST_FIRST = frozenset({"taken", "mix", "flow", "quarters"})
"""Tables in the order of time: of a long one the latest rows are printed."""
_GAP, _PAD, _APART = 12.0, 2.0, 36.0
_LONG = 60
"""A cell with more characters than so many is a list that only a screen has room for."""


class _Cells(NamedTuple):
    """The lines of every cell of a row, and where the columns stand."""

    lines: tuple[tuple[str, ...], ...]
    lefts: tuple[float, ...]
    style: Style
    tags: tuple[Tag, ...]

    def draw(self, pen: Pen, top: float) -> None:
        for lines, left, tag in zip(self.lines, self.lefts, self.tags, strict=True):
            pen.tags.enter(tag)
            for number, words in enumerate(lines):
                pen.line(left, top + _PAD + number * self.style.line, words, self.style)
            pen.tags.leave()

    @property
    def height(self) -> float:
        return max(map(len, self.lines)) * self.style.line + 2 * _PAD


def table_of(galley: Galley, table: Table) -> Pieces:
    """The rows below their head; nothing if there are none."""
    rows = table.rows[-MOST:] if table.name in LATEST_FIRST else table.rows[:MOST]
    if not rows:
        return []
    heads, *cells = _shown(table.head, [row.cells for row in rows])
    lefts, widths = _columns(galley, heads, cells)
    whole = Tag("Table")

    def piece(row: Sequence[str], style: Style, role: str) -> Piece:
        lines = tuple(
            tuple(galley.type.lines(cell, style, wide, 2)) if cell else ("",)
            for cell, wide in zip(row, widths, strict=True)
        )
        placed = _Cells(lines, lefts, style, tuple(Tag(role) for _ in row))
        return Piece(placed.height, placed.draw, tags=(whole, Tag("TR")))

    head = replace(galley.table_head(piece(heads, FACT_STRONG, "TH")), keep=True)
    body = [_underlined(galley, piece(row, FACT, "TD")) for row in cells]
    body[:-1] = [replace(each, keep=True) if n < 2 else each for n, each in enumerate(body[:-1])]
    return [head, *headed(body, head), *_more(galley, len(table.rows) - len(rows), table)]


def _shown(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The table without a last column that would be cut."""
    end = len(head) - (max(len(row[-1]) for row in rows) > _LONG and len(head) > 1)
    return [each[:end] for each in (head, *rows)]


def _columns(
    galley: Galley, head: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Where each column begins and how wide it is; heads take two lines before cells do."""

    def wide(words: str, style: Style) -> float:
        return galley.type.width(words, style)

    least = [max(wide(word, FACT_STRONG) for word in each.split()) + 1 for each in head]
    wanted = [
        max([floor, *(wide(row[place], FACT) + 1 for row in rows)])
        for place, floor in enumerate(least)
    ]
    free = galley.sheet.right - galley.sheet.left - _GAP * (len(head) - 1)
    widths = _shared(wanted, free)
    spare = min(_APART, (free - sum(widths)) / len(head))
    lefts = accumulate(
        widths[:-1], lambda x, each: x + each + spare + _GAP, initial=galley.sheet.left
    )
    return tuple(lefts), tuple(each + spare for each in widths)


def _shared(wanted: Sequence[float], free: float) -> list[float]:
    """The widths that are wanted, the widest made narrower until all have room."""
    low, high = 0.0, max(wanted)
    if sum(wanted) <= free:
        return list(wanted)
    for _ in range(40):
        middle = (low + high) / 2
        if sum(min(each, middle) for each in wanted) > free:
            high = middle
        else:
            low = middle
    return [min(each, low) for each in wanted]


def _underlined(galley: Galley, piece: Piece) -> Piece:
    draw = partial(_rule, *galley.edges)
    return Piece(piece.height, inside=((0.0, piece), (piece.height, Piece(0.0, draw))))


def _rule(left: float, right: float, pen: Pen, top: float) -> None:
    pen.rule(left, right, top)


def _more(galley: Galley, count: int, table: Table) -> Pieces:
    if count <= 0:
        return []
    where = "before them" if table.name in LATEST_FIRST else "below them"
    words = f"{counted(count, 'row')} more {where}, in the tables on the screen and as .csv."
    return galley.column().text(words, LABEL, above=4.0).pieces
