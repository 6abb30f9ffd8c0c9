"""Sets things in a line: words, links, signs with their words, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from facilitator.geometry.box import Box
from facilitator.report.pen import Paint
from facilitator.report.pieces import Piece
from facilitator.report.tags import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.report.pen import Pen
    from facilitator.report.pieces import Column
    from facilitator.report.styles import Style
    from facilitator.report.typesetting import Typesetter

DASH = (1.6, 1.4)
_SIGN_GAP = 4.0

DrawAt = Callable[["Pen", float, float], None]
"""Draws with its top left corner at x and y."""
DrawSign = Callable[["Pen", float, float, float], object]
"""Draws a sign of some size with its top left corner at x and y."""


class Item(NamedTuple):
    """Something in a line; ``glue`` is the space before it, unless it begins the line."""

    width: float
    draw: DrawAt
    glue: float = 0.0


class Words(NamedTuple):
    """Words in one style, perhaps a link to an anchor or out, perhaps marked as missing."""

    text: str
    style: Style
    link: str = ""
    address: str = ""
    missing: bool = False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw them in one line."""
        style = self.style
        box = Box(x, top, pen.type.width(self.text, style), style.line)
        with self._leading(pen, box):
            pen.line(x, top, self.text, style)
        if self.missing:
            foot = top + style.baseline + 2.2
            paint = Paint(stroke="ink", pen=0.6, dash=DASH)
            pen.polyline(((x, foot), (box.right, foot)), paint)

    def _leading(self, pen: Pen, box: Box) -> AbstractContextManager[None]:
        if self.address:
            return pen.link_out(box, self.address)
        return pen.link(box, self.link) if self.link else nullcontext()

    def items(self, typesetter: Typesetter, room: float, glue: float | None = None) -> list[Item]:
        """One item, or one a word if they are wider than the line."""
        space = typesetter.width(" ", self.style)
        first = space if glue is None else glue
        lines = typesetter.lines(self.text, self.style, room)
        if len(lines) == 1:
            return [self.item(typesetter, first)]
        parts = [word for line in lines for word in line.split()]
        words = [self._replace(text=part) for part in parts]
        return [each.item(typesetter, space if n else first) for n, each in enumerate(words)]

    def item(self, typesetter: Typesetter, glue: float) -> Item:
        """All of them as one item."""
        return Item(typesetter.width(self.text, self.style), self.draw, glue)


class Signed(NamedTuple):
    """A sign with its words: these two are never parted."""

    sign: DrawSign
    size: float
    words: Words

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the sign at half the height of small letters, then the words."""
        style = self.words.style
        middle = top + style.baseline - style.size * 0.36
        self.sign(pen, x, middle - self.size / 2, self.size)
        self.words.draw(pen, x + self.size + _SIGN_GAP, top)

    def item(self, typesetter: Typesetter, glue: float = 10.0) -> Item:
        """The item of both."""
        words = typesetter.width(self.words.text, self.words.style)
        return Item(self.size + _SIGN_GAP + words, self.draw, glue)


def unparted(items: Sequence[Item], room: float) -> list[Item]:
    """Items as one that is never parted, if it is not wider than a line."""
    (placed,) = flow(items, float("inf"))
    width = placed[-1][0] + placed[-1][1].width
    if width > room:
        return list(items)
    return [Item(width, partial(_draw_placed, placed), items[0].glue)]


def _draw_placed(placed: list[tuple[float, Item]], pen: Pen, x: float, top: float) -> None:
    for distance, item in placed:
        item.draw(pen, x + distance, top)


def flow(items: Sequence[Item], width: float) -> list[list[tuple[float, Item]]]:
    """Items in lines, each with its distance from the left."""
    lines: list[list[tuple[float, Item]]] = []
    x = 0.0
    for item in items:
        glue = item.glue if lines else 0.0
        if not lines or x + glue + item.width > width + 0.01:
            lines.append([])
            x, glue = 0.0, 0.0
        lines[-1].append((x + glue, item))
        x += glue + item.width
    return lines


def flowing(column: Column, items: Sequence[Item], line: float, *, above: float = 0.0) -> Column:
    """Put items into a column, line by line."""
    tags = (Tag("P"),)
    for index, placed in enumerate(flow(items, column.width)):
        draw = partial(_draw_line, placed, column.x)
        column.pieces.append(Piece(line, draw, 0.0 if index else above, tags=tags))
    return column


def _draw_line(placed: list[tuple[float, Item]], x: float, pen: Pen, top: float) -> None:
    _draw_placed(placed, pen, x, top)
