"""The table of a chart on paper: its head stands again on every page that it goes on to."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.trend_words import counted
from facilitator.report.pieces import Piece, headed
from facilitator.report.styles import FACT, FACT_STRONG, LABEL
from facilitator.report.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from facilitator.domain.trend_tables import Table
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen
    from facilitator.report.pieces import Pieces
    from facilitator.report.styles import Style

LATEST_FIRST = frozenset({"taken", "mix", "flow", "quarters"})
"""Tables in the order of time: of a long one the latest rows are printed."""
_GAP, _PAD, _APART = 12.0, 2.0, 36.0
_FEW = 3
"""Rows that never stand alone at the foot or the top of a page."""
_NUMBER = re.compile(r"[\d,.]*")
_LIST = 1 / 3
"""Share of the width that a last column has at most; wider, it is a list for the screen."""


class _Place(NamedTuple):
    """Where a column stands; one of numbers ends at its right."""

    left: float
    width: float
    numbers: bool

    def draw(self, pen: Pen, top: float, words: str, style: Style) -> None:
        if self.numbers:
            pen.right(self.left + self.width, top, words, style)
        else:
            pen.line(self.left, top, words, style)


class _Cells(NamedTuple):
    """The lines of every cell of a row, and where the columns stand."""

    lines: tuple[tuple[str, ...], ...]
    places: tuple[_Place, ...]
    style: Style
    tags: tuple[Tag, ...]

    def draw(self, pen: Pen, top: float) -> None:
        for lines, place, tag in zip(self.lines, self.places, self.tags, strict=True):
            pen.tags.enter(tag)
            for number, words in enumerate(lines):
                place.draw(pen, top + _PAD + number * self.style.line, words, self.style)
            pen.tags.leave()

    @property
    def height(self) -> float:
        return max(map(len, self.lines)) * self.style.line + 2 * _PAD


def table_of(galley: Galley, table: Table, edges: tuple[float, float], most: int) -> Pieces:
    """The rows below their head, from one x to another; nothing if there are none."""
    rows = table.rows[-most:] if table.name in LATEST_FIRST else table.rows[:most]
    if not rows:
        return []
    width = edges[1] - edges[0]
    heads, *cells = _shown(galley, width, table.head, [row.cells for row in rows])
    places = _places(galley, edges, heads, cells)
    whole = Tag("Table")

    def piece(row: Sequence[str], style: Style, role: str) -> Piece:
        lines = tuple(
            _lines(galley, cell, style, place.width)
            for cell, place in zip(row, places, strict=True)
        )
        placed = _Cells(lines, places, style, tuple(Tag(role) for _ in row))
        return Piece(placed.height, placed.draw, tags=(whole, Tag("TR")))

    head = replace(galley.table_head(piece(heads, FACT_STRONG, "TH"), edges), keep=True)
    more = _more(galley, len(table.rows) - len(rows), table, edges)
    body = [_underlined(edges, piece(row, FACT, "TD")) for row in cells]
    return [head, *_kept(headed(body, head), bool(more)), *more]


def _lines(galley: Galley, cell: str, style: Style, width: float) -> tuple[str, ...]:
    """A cell in at most two lines; those of a head are about as long."""
    lines = galley.type.lines(cell, style, width, 2) if cell else [""]
    if len(lines) == 1 or style is not FACT_STRONG:
        return tuple(lines)
    even = min(_parted(cell), key=partial(_widest, galley))
    return even if _widest(galley, even) <= width else tuple(lines)


def _kept(body: Pieces, more: bool) -> Pieces:  # noqa: FBT001 - whether anything follows
    """Rows of which the first few stay on one page, and the last few with what follows them."""
    last = len(body) - 1
    return [
        replace(each, keep=more if n == last else n < _FEW - 1 or last - n < _FEW)
        for n, each in enumerate(body)
    ]


def _shown(
    galley: Galley, width: float, head: tuple[str, ...], rows: list[tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """The table without a last column that is a list, if there is no room for it."""
    widest = max(galley.type.width(row[-1], FACT) for row in rows)
    end = len(head) - (widest > _LIST * width and len(head) > 1)
    return [each[:end] for each in (head, *rows)]


def _places(
    galley: Galley,
    edges: tuple[float, float],
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
) -> tuple[_Place, ...]:
    """Where each column stands and how wide it is; heads take two lines before cells do."""
    least = [min(_widest(galley, each) for each in _parted(words)) + 1 for words in head]
    wanted = [
        max([floor, *(galley.type.width(row[place], FACT) + 1 for row in rows)])
        for place, floor in enumerate(least)
    ]
    free = edges[1] - edges[0] - _GAP * (len(head) - 1)
    widths = _shared(wanted, free)
    spare = min(_APART, (free - sum(widths)) / len(head))
    lefts = accumulate(widths[:-1], lambda x, each: x + each + spare + _GAP, initial=edges[0])
    columns = list(zip(*rows, strict=True))
    return tuple(
        _Place(left, width + spare, _are_numbers(cells))
        for left, width, cells in zip(lefts, widths, columns, strict=True)
    )


def _widest(galley: Galley, lines: Iterable[str]) -> float:
    """Width of the longest line of a head."""
    return max(galley.type.width(each, FACT_STRONG) for each in lines)


def _parted(words: str) -> Iterator[tuple[str, str]]:
    """All ways to set a head in two lines, one of which may be empty."""
    parts = words.split()
    for place in range(1, len(parts) + 1):
        yield " ".join(parts[:place]), " ".join(parts[place:])


def _are_numbers(cells: Sequence[str]) -> bool:
    return any(cells) and all(map(_NUMBER.fullmatch, cells))


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


def _underlined(edges: tuple[float, float], piece: Piece) -> Piece:
    draw = partial(_rule, *edges)
    return Piece(piece.height, inside=((0.0, piece), (piece.height, Piece(0.0, draw))))


def _rule(left: float, right: float, pen: Pen, top: float) -> None:
    pen.rule(left, right, top)


def _more(galley: Galley, count: int, table: Table, edges: tuple[float, float]) -> Pieces:
    if count <= 0:
        return []
    where = "before them" if table.name in LATEST_FIRST else "below them"
    words = f"{counted(count, 'row')} more {where}, in the tables on the screen and as .csv."
    return galley.column(*edges).text(words, LABEL, above=4.0).pieces
