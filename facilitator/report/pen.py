"""Draws on the pages of a PDF, in points from the top left corner; text stays text."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from facilitator.report import paths
from facilitator.report.directions import drawn, has_from_right
from facilitator.report.styles import TEXT
from facilitator.report.tags import Tags

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from contextlib import AbstractContextManager

    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    from facilitator.geometry.box import Box
    from facilitator.geometry.shapes import Command
    from facilitator.geometry.tokens import Tokens
    from facilitator.report.font_file import Font
    from facilitator.report.paths import Point
    from facilitator.report.pieces import Bookmark
    from facilitator.report.styles import Style
    from facilitator.report.typesetting import Typesetter

_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))}
_ESCAPES |= {ord(each): f"\\{each}" for each in "\\()"}


@dataclass(frozen=True, slots=True)
class Paint:
    """How a shape is drawn: colour roles (empty for none), pen, dashes and corners."""

    fill: str = ""
    stroke: str = ""
    pen: float = 1.0
    dash: tuple[float, ...] = ()
    radius: float = 0.0
    round_ends: bool = False

    @property
    def operator(self) -> str:
        """How PDF calls what is done with the path."""
        if self.stroke:
            return "B" if self.fill else "S"
        return "f"


class Pen:
    """Draws one page after the other.

    ``pages`` says on which page an anchor stands. All text of a page lies over all its shapes.
    """

    def __init__(
        self, canvas: Canvas, typesetter: Typesetter, tokens: Tokens, pages: Mapping[str, int]
    ) -> None:
        self.canvas, self.type, self.tokens, self.pages = canvas, typesetter, tokens, pages
        self.tags = Tags()
        self.width = self.height = 0.0
        self.page = 0
        # Fonts number their characters anew in every document.
        self._document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001
        self._rgb: dict[str, str] = {}
        self._shapes: list[str] = []
        self._fill = ""
        self._stroke: object = ""
        self._text: list[str] = []
        self._font = self._ink = ""
        self._tracking = 0.0
        self._style = TEXT
        """Of the text that was drawn last."""

    def begin(self, width: float, height: float) -> None:
        """Begin a page of this size."""
        self.width, self.height = width, height
        self.page += 1
        self.tags.turn()
        self.canvas.setPageSize((width, height))
        # Shapes are written from the top down, letters upright; nobody reads the shapes out.
        self._shapes = [f"/Artifact BMC q 1 0 0 -1 0 {height:.2f} cm"]
        self._fill = self._stroke = ""
        self._text, self._font, self._ink, self._tracking = ["BT"], "", "", 0.0

    def end(self) -> None:
        """End the page."""
        self.canvas.addLiteral("\n".join([*self._shapes, "Q EMC", *self._text, "ET"]))
        self.canvas.showPage()

    # -- text ----------------------------------------------------------------------------------

    def line(self, x: float, top: float, text: str, style: Style, colour: str = "") -> None:
        """One line of text whose line box begins at ``top``."""
        self.text(x, top + style.baseline, text, style, colour)

    def right(self, x: float, top: float, text: str, style: Style, colour: str = "") -> None:
        """One line of text that ends at ``x``."""
        self.line(x - self.type.width(text, style), top, text, style, colour)

    def centred(self, x: float, top: float, text: str, style: Style, colour: str = "") -> None:
        """One line of text with its middle at ``x``."""
        self.line(x - self.type.width(text, style) / 2, top, text, style, colour)

    def text(self, x: float, foot: float, text: str, style: Style, colour: str = "") -> None:
        """Text whose letters stand on ``foot``."""
        self.type.width(text, style)
        ops = self._text
        mark = self.tags.mark()
        if mark:
            ops.append(mark)
        else:
            ops.pop()
            # Whoever reads the part as one shall not run two lines together.
            self._show_all(" ", self._style)
        self._style = style
        self._set_ink(colour or style.colour)
        if style.tracking != self._tracking:
            self._tracking = style.tracking
            ops.append(f"{style.tracking:.2f} Tc")
        ops.append(f"1 0 0 1 {x:.2f} {self.height - foot:.2f} Tm")
        shown = drawn(text) if has_from_right(text) else text
        self._show_all(shown, style)
        ops.append("EMC")

    def _show_all(self, text: str, style: Style) -> None:
        for font, run in self.type.face(style).runs(text):
            self._show(font, run, style.size)

    def _set_ink(self, colour: str) -> None:
        if colour != self._ink:
            self._ink = colour
            self._text.append(f"{self.rgb(colour)} rg")

    def _show(self, font: Font, run: str, size: float) -> None:
        start = 0
        for subset, data in font.ttf.splitString(run, self._document):
            name = font.ttf.getSubsetInternalName(subset, self._document)
            if f"{name} {size}" != self._font:
                self._font = f"{name} {size}"
                self._text.append(f"{self._font} Tf")
            self._text.append(_kerned(data, run[start:], font.kerning))
            start += len(data)

    # -- lines and areas -----------------------------------------------------------------------

    def rgb(self, colour: str) -> str:
        """A colour by role, or as ``#rrggbb``, in the numbers of PDF."""
        if colour not in self._rgb:
            code = colour if colour[0] == "#" else self.tokens.colour(colour, "print")
            parts = [int(code[start : start + 2], 16) / 255 for start in (1, 3, 5)]
            self._rgb[colour] = " ".join(f"{part:.3f}" for part in parts)
        return self._rgb[colour]

    def rule(
        self, left: float, right: float, y: float, colour: str = "rule", width: float = 0.5
    ) -> None:
        """A level line."""
        self.polyline(((left, y), (right, y)), Paint(stroke=colour, pen=width))

    def polyline(self, points: Sequence[Point], paint: Paint) -> None:
        """Straight pieces; their corners are round if the paint has a radius."""
        self._draw(paths.polyline(points, paint.radius), paint)

    def box(self, box: Box, paint: Paint) -> None:
        """A rectangle, filled or outlined or both."""
        self._draw(paths.rectangle(box, paint.radius), paint)

    def polygon(self, points: Sequence[Point], paint: Paint) -> None:
        """A closed shape with straight sides."""
        self._draw(paths.polygon(points), paint)

    def disc(self, centre: Point, radius: float, paint: Paint) -> None:
        """A circle about a point."""
        self._draw(paths.arc(centre, radius, 0, 360), paint)

    def arc(self, centre: Point, radius: float, turn: tuple[float, float], paint: Paint) -> None:
        """A piece of a circle: its start and sweep in degrees clockwise from the right."""
        self._draw(paths.arc(centre, radius, *turn), paint)

    def path(
        self, commands: tuple[Command, ...], corner: Point, scale: float, paint: Paint
    ) -> None:
        """A shape of M, L, C and Z in a box of its own, whose top left is put at ``corner``."""
        self._ready(paint)
        path = paths.shape(commands, scale)
        self._shapes.append(
            f"q 1 0 0 1 {corner[0]:.2f} {corner[1]:.2f} cm\n{path} {paint.operator} Q"
        )

    def picture(self, image: ImageReader, box: Box) -> None:
        """An image, scaled into a rectangle; it lies under all shapes."""
        self.canvas.addLiteral(self.tags.mark())
        self.canvas.drawImage(image, box.x, self.height - box.bottom, box.width, box.height)
        self.canvas.addLiteral("EMC")

    def _draw(self, path: str, paint: Paint) -> None:
        self._ready(paint)
        self._shapes.append(f"{path} {paint.operator}")

    def _ready(self, paint: Paint) -> None:
        """Take another pen or colour, unless they are at hand."""
        if paint.fill and paint.fill != self._fill:
            self._fill = paint.fill
            self._shapes.append(f"{self.rgb(paint.fill)} rg")
        stroke = paint.stroke and (paint.stroke, paint.pen, paint.dash, paint.round_ends)
        if stroke and stroke != self._stroke:
            self._stroke = stroke
            dash = " ".join(f"{each:.2f}" for each in paint.dash)
            ends = int(paint.round_ends)
            pen = f"{paint.pen:.2f} w [{dash}] 0 d {ends} J {ends} j"
            self._shapes.append(f"{self.rgb(paint.stroke)} RG {pen}")

    # -- places --------------------------------------------------------------------------------

    def anchor(self, name: str, top: float) -> None:
        """Name a place of this page, for links to lead to."""
        self.canvas.bookmarkHorizontalAbsolute(name, self.height - top + 12)

    def bookmark(self, bookmark: Bookmark, anchor: str) -> None:
        """Add a line to the document's outline."""
        mark = bookmark
        self.canvas.addOutlineEntry(mark.title, anchor, mark.level, mark.closed)

    def link(self, box: Box, anchor: str) -> AbstractContextManager[None]:
        """Make a rectangle lead to an anchor, if the document has it, from what is drawn."""
        if anchor not in self.pages:
            return nullcontext()
        self.canvas.linkAbsolute("", anchor, self._rectangle(box))
        return self.tags.link()

    def link_out(self, box: Box, address: str) -> AbstractContextManager[None]:
        """The same to an address, which must be a safe one (see ``addresses``)."""
        self.canvas.linkURL(address, self._rectangle(box))
        return self.tags.link()

    def _rectangle(self, box: Box) -> tuple[float, float, float, float]:
        return box.x, self.height - box.bottom, box.right, self.height - box.y


def _kerned(data: bytes, run: str, kerning: Mapping[tuple[str, str], float]) -> str:
    """The operator that shows some characters, with the distances between them."""
    parts, start = [], 0
    for position, pair in enumerate(pairwise(run[: len(data)]), start=1):
        distance = kerning[pair]
        if distance:
            parts += [f"({_escaped(data[start:position])})", f"{-distance:.0f}"]
            start = position
    last = f"({_escaped(data[start:])})"
    return f"[{' '.join([*parts, last])}] TJ" if parts else f"{last} Tj"


def _escaped(data: bytes) -> str:
    return data.decode("latin-1").translate(_ESCAPES)
