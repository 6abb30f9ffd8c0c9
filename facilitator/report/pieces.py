"""Strips of paper, one below the other: what is drawn on each, how high it is, what it keeps to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from facilitator.geometry.box import Box
from facilitator.report.directions import reads_from_right
from facilitator.report.pen import Paint
from facilitator.report.tags import ARTIFACT, Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.report.pen import Pen
    from facilitator.report.styles import Style
    from facilitator.report.typesetting import Typesetter

Draw = Callable[["Pen", float], None]

_BAR, _EVEN = 2.0, 3
_LAST, _LOW, _AGAIN = 4, 64.0, 20.0
WHOLE = 224.0
"""Height up to which a row stays in one piece."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the document's outline."""

    title: str
    level: int = 0
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """A strip that stays on one page.

    ``above`` is the space before it, unless it stands at the top of a page. ``keep`` holds it on
    one page with the next. ``head`` stands again above it if it begins a page. ``turned`` pieces
    stand on sheets that lie on their side.
    """

    height: float
    draw: Draw | None = None
    above: float = 0.0
    keep: bool = False
    anchors: tuple[str, ...] = ()
    bookmark: Bookmark | None = None
    head: Piece | None = None
    turned: bool = False
    floats: bool = False
    """Whether it may stand at the top of the next page, after what follows it."""
    chapter: str | None = None
    """The sentence at the foot of the pages of a chapter, on the first piece of one."""
    inside: tuple[tuple[float, Piece], ...] = ()
    """Smaller pieces, with their distance from the top."""
    tags: tuple[Tag, ...] = ()
    """The parts of the document that it belongs to, from the outermost on."""

    def place(self, pen: Pen, top: float) -> None:
        """Draw it with its top at this height."""
        for anchor in self.anchors:
            pen.anchor(anchor, top)
        if self.bookmark is not None and self.anchors:
            pen.bookmark(self.bookmark, self.anchors[0])
        for tag in self.tags:
            pen.tags.enter(tag)
        if self.draw is not None:
            self.draw(pen, top)
        for distance, piece in self.inside:
            piece.place(pen, top + distance)
        for _ in self.tags:
            pen.tags.leave()

    def lowered(self, above: float) -> Piece:
        """The same with so much space before it."""
        return replace(self, above=above)

    def all_anchors(self) -> Iterator[str]:
        """The anchors of it and of everything inside."""
        yield from self.anchors
        for _, piece in self.inside:
            yield from piece.all_anchors()


Pieces = list[Piece]


class Column:
    """Builds what stands in one column, from top to bottom."""

    def __init__(self, typesetter: Typesetter, x: float, width: float) -> None:
        self.type, self.x, self.width = typesetter, x, width
        self.pieces: Pieces = []

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    def text(  # noqa: PLR0913 - what is set, and how
        self,
        text: str,
        style: Style,
        *,
        above: float = 0.0,
        link: str = "",
        even: bool = False,
        most: int | None = None,
        tag: Tag | None = None,
    ) -> Column:
        """Text of one or several paragraphs, perhaps a link to an anchor, or in even lines.

        It is a paragraph unless ``tag`` says otherwise; after ``most`` lines it is cut short.
        """
        tags = (tag or Tag("P"),)
        lines = self.type.lines(text, style, self.width, most)
        if even and 1 < len(lines) <= _EVEN:
            lines = self.type.balanced(text, style, self.width)
        last = len(lines) - 1
        room = self.width if reads_from_right(text) else None
        for index, line in enumerate(lines):
            draw = _Line(line, style, self.x, link, room)
            # Neither the first nor the last line of a text stands alone on a page.
            keep = index != last and index in {0, last - 1}
            space = above if index == 0 else 0.0
            self.pieces.append(Piece(style.line, draw, space, keep, tags=tags))
        return self

    def put(self, height: float, draw: Draw, *, above: float = 0.0, keep: bool = False) -> Column:
        """Something that is drawn."""
        self.pieces.append(Piece(height, draw, above, keep))
        return self

    def add(self, pieces: Sequence[Piece]) -> Column:
        """Pieces made elsewhere."""
        self.pieces += pieces
        return self

    def kept(self) -> Column:
        """Hold the last piece on one page with what comes next."""
        if self.pieces:
            self.pieces[-1] = replace(self.pieces[-1], keep=True)
        return self


class _Line:
    """A line that draws itself when it is called: there are thousands in a document.

    ``room`` is the width of the column at whose right edge it ends, if it reads from there.
    """

    __slots__ = ("_link", "_room", "_style", "_text", "_x")

    def __init__(self, text: str, style: Style, x: float, link: str, room: float | None) -> None:
        self._text, self._style, self._x, self._link, self._room = text, style, x, link, room

    def __call__(self, pen: Pen, top: float) -> None:
        x = self._x
        if self._room is not None:
            x += self._room - pen.type.width(self._text, self._style)
        if not self._link:
            pen.line(x, top, self._text, self._style)
            return
        width = pen.type.width(self._text, self._style)
        with pen.link(Box(x, top, width, self._style.line), self._link):
            pen.line(x, top, self._text, self._style)


def spaced(before: Sequence[Piece], pieces: Pieces, above: float) -> Pieces:
    """Pieces with so much space above them, unless nothing stands before them."""
    if not before or not pieces:
        return pieces
    return [pieces[0].lowered(above), *pieces[1:]]


def height_of(pieces: Sequence[Piece]) -> float:
    """Height of pieces that lie one below the other at the top of a page."""
    return sum(piece.height + (piece.above if index else 0) for index, piece in enumerate(pieces))


def joined(columns: Sequence[Sequence[Piece]]) -> Piece:
    """Columns side by side in one piece."""
    inside: list[tuple[float, Piece]] = []
    height = 0.0
    for pieces in columns:
        y = 0.0
        for index, piece in enumerate(pieces):
            y += piece.above if index else 0.0
            inside.append((y, piece))
            y += piece.height
        height = max(height, y)
    above = max((pieces[0].above for pieces in columns if pieces), default=0.0)
    return Piece(height, above=above, inside=tuple(inside))


def row(columns: Sequence[Column], *, whole: float = WHOLE) -> Pieces:
    """Columns side by side: one piece if not higher than ``whole``, else as many as it takes."""
    parts = [column.pieces for column in columns if column.pieces]
    if not parts:
        return []
    if max(map(height_of, parts)) <= whole:
        return [joined(parts)]
    return list(_bands([list(part) for part in parts], whole))


def _bands(parts: list[Pieces], whole: float) -> Iterator[Piece]:
    """Level bands of all columns; what is left of the longest one comes line by line."""
    while len(parts) > 1:
        second = sorted(map(height_of, parts))[-2]
        # Where all others end, the longest goes on without a gap.
        taken = [_taken(part, min(second, whole), past=second <= whole) for part in parts]
        keep = any(found[-1].keep for found, part in zip(taken, parts, strict=True) if part)
        yield replace(joined(taken), keep=keep)
        parts = [part for part in parts if part]
    for part in parts:
        yield from part


def _taken(part: Pieces, height: float, *, past: bool) -> Pieces:
    """Take pieces off the front up to a height, or until they are ``past`` it; at least one."""
    count, used = 1, part[0].height
    while count < len(part) and used < height - 0.01:
        longer = used + part[count].above + part[count].height
        if longer > height + 0.01 and not past:
            break
        count, used = count + 1, longer
    taken = part[:count]
    del part[:count]
    return taken


def padded(pieces: Pieces, top: float, bottom: float, rule: tuple[float, float] | None) -> Pieces:
    """Pieces with room above and below, and a rule under the last from one x to another."""
    if not pieces:
        return []
    first = pieces[0]
    pieces = [Piece(first.height + top, inside=((top, first),), keep=first.keep), *pieces[1:]]
    last = pieces[-1]
    height = last.height + bottom
    inside: tuple[tuple[float, Piece], ...] = ((0.0, last),)
    if rule is not None:
        inside += ((height, ruled(*rule)),)
    pieces[-1] = Piece(height, above=last.above, inside=inside, keep=last.keep)
    return pieces


class Ground(NamedTuple):
    """What lies behind pieces: from where to where, its colour, and that of its bar."""

    left: float
    right: float
    colour: str
    bar: str

    def draw(self, height: float, pen: Pen, top: float) -> None:
        """Draw it behind a piece of this height."""
        pen.box(Box(self.left, top, self.right - self.left, height), Paint(self.colour))
        pen.box(Box(self.left, top, _BAR, height), Paint(self.bar))


def grounded(pieces: Pieces, ground: Ground, pad: float) -> Pieces:
    """Pieces that lie on a ground, one after the other and with room around them."""
    found: Pieces = []
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        before = pad if index == 0 else piece.above
        height = before + piece.height + (pad if index == last else 0.0)
        draw = partial(ground.draw, height)
        found.append(Piece(height, draw, keep=piece.keep, inside=((before, piece),)))
    return found


def ruled(left: float, right: float, colour: str = "rule", pen: float = 0.5) -> Piece:
    """A rule, which takes no room."""
    return Piece(0.0, lambda on, top: on.rule(left, right, top, colour, pen))


def headed(pieces: Pieces, head: Piece | None) -> Pieces:
    """Pieces over which ``head`` stands again wherever they begin a page."""
    again = head and replace(head, above=_AGAIN, tags=(ARTIFACT,))
    return [replace(piece, head=again) for piece in pieces]


def named(pieces: Pieces, anchor: str, bookmark: Bookmark | None = None) -> Pieces:
    """Pieces whose first one can be linked to."""
    if not pieces:
        return []
    first = pieces[0]
    anchors = (anchor, *first.anchors)
    return [replace(first, anchors=anchors, bookmark=bookmark), *pieces[1:]]


def together(pieces: Pieces) -> Pieces:
    """Pieces that stay on one page, if it can be."""
    return [*(replace(piece, keep=True) for piece in pieces[:-1]), *pieces[-1:]]


def listed(rows: Sequence[Pieces]) -> list[Pieces]:
    """Rows that are read out as the points of a list."""
    whole = Tag("L")
    return [within(pieces, whole, Tag("LI"), Tag("LBody")) for pieces in rows]


def within(pieces: Pieces, *tags: Tag) -> Pieces:
    """Pieces that belong to these parts of the document."""
    return [replace(piece, tags=(*tags, *piece.tags)) for piece in pieces]


def table(rows: Sequence[Pieces], head: Piece | None, *, least: int = _LAST) -> Pieces:
    """Rows under a head that is repeated.

    Neither one low row stands alone at the beginning, nor fewer than ``least`` at the end.
    """
    flat: Pieces = []
    last = len(rows) - 1
    for index, pieces in enumerate(listed(rows)):
        near = index == 0 or last - least < index
        kept = near and index < last and pieces[-1].height < _LOW
        flat += [*pieces[:-1], replace(pieces[-1], keep=True)] if kept else pieces
    flat = headed(flat, head)
    return flat if head is None else [replace(head, keep=True), *flat]
