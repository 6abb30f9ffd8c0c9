"""Draws what the pen of the PDF draws as SVG: the same shapes, and text that stays text."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from facilitator.report.pen import Paint, Pen
from facilitator.report.tags import Tags
from facilitator.report.xml_text import xml_text

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

    from facilitator.geometry.box import Box
    from facilitator.geometry.shapes import Command
    from facilitator.geometry.tokens import Tokens
    from facilitator.report.paths import Point
    from facilitator.report.pieces import Bookmark
    from facilitator.report.styles import Style
    from facilitator.report.typesetting import Typesetter

_WEIGHTS = {"text": 400, "medium": 500, "strong": 600, "display": 600}
_FAMILY = "Inter, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif"
_OPERATOR = re.compile(r"((?:-?[\d.]+ )*)(m|l|c|h|re)(?=\s|$)")
_LETTERS = {"m": "M", "l": "L", "c": "C", "h": "Z"}


class SvgPen(Pen):
    """Has one page; links and outlines are left out."""

    def __init__(self, typesetter: Typesetter, tokens: Tokens) -> None:
        # Nothing of the PDF is needed, so there is no canvas.
        self.type, self.tokens, self.pages = typesetter, tokens, {}
        self.tags = Tags()
        self.width = self.height = 0.0
        self.page = 0
        self._rgb = {}
        self._parts: list[str] = []
        self._texts: list[str] = []

    def begin(self, width: float, height: float) -> None:
        """Begin the drawing, on a white ground."""
        self.width, self.height = width, height
        self.page = 1
        # A picture is pasted onto any colour.
        fill = self._colour("sheet")
        self._parts.append(f'<rect width="{width:.2f}" height="{height:.2f}" {fill}/>')

    def svg(self, title: str) -> bytes:
        """The whole file."""
        size = f"{self.width:.2f} {self.height:.2f}"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" role="img" '
            f'width="{self.width:.2f}pt" height="{self.height:.2f}pt" '
            f'font-family="{_FAMILY}">'
        )
        lines = [head, f"<title>{xml_text(title)}</title>", *self._parts, *self._texts, "</svg>"]
        return "\n".join(lines).encode("utf-8", "replace") + b"\n"

    # -- text ----------------------------------------------------------------------------------

    def text(self, x: float, foot: float, text: str, style: Style, colour: str = "") -> None:
        """Text as wide as it is in print, whatever font there is."""
        width = self.type.width(text, style)
        if not text.strip():
            return
        weight = _WEIGHTS[style.weight]
        self._texts.append(
            f'<text x="{x:.2f}" y="{foot:.2f}" font-size="{style.size:g}" font-weight="{weight}" '
            f'{self._colour(colour or style.colour)} textLength="{width:.2f}" '
            f'lengthAdjust="spacingAndGlyphs" xml:space="preserve">{xml_text(text)}</text>'
        )

    # -- lines and areas -----------------------------------------------------------------------

    def path(
        self, commands: tuple[Command, ...], corner: Point, scale: float, paint: Paint
    ) -> None:
        """A shape of M, L, C and Z in a box of its own, whose top left is put at ``corner``."""
        steps = (
            f"{name}{' '.join(f'{each * scale:.2f}' for each in numbers)}"
            for name, *numbers in commands
        )
        place = f'transform="translate({corner[0]:.2f} {corner[1]:.2f})"'
        self._parts.append(f'<path {place} d="{" ".join(steps)}" {self._looks(paint)}/>')

    def picture(self, image: ImageReader, box: Box) -> None:
        """Images are evidence, and stand in no drawing."""
        raise NotImplementedError

    def _draw(self, path: str, paint: Paint) -> None:
        self._parts.append(f'<path d="{_translated(path)}" {self._looks(paint)}/>')

    def _looks(self, paint: Paint) -> str:
        looks = [self._colour(paint.fill) if paint.fill else 'fill="none"']
        if paint.stroke:
            looks.append(f'stroke="{self._hex(paint.stroke)}" stroke-width="{paint.pen:.2f}"')
            if paint.dash:
                dash = " ".join(f"{each:.2f}" for each in paint.dash)
                looks.append(f'stroke-dasharray="{dash}"')
            if paint.round_ends:
                looks.append('stroke-linecap="round" stroke-linejoin="round"')
        return " ".join(looks)

    def _colour(self, role: str) -> str:
        return f"fill={quoteattr(self._hex(role))}"

    def _hex(self, role: str) -> str:
        return role if role[0] == "#" else self.tokens.colour(role, "print")

    # -- places: there is only one page ----------------------------------------------------------

    def anchor(self, name: str, top: float) -> None:
        """Nothing leads here."""

    def bookmark(self, bookmark: Bookmark, anchor: str) -> None:
        """There is no outline."""

    def link(self, box: Box, anchor: str) -> AbstractContextManager[None]:  # noqa: ARG002 - nowhere
        """There is nowhere to lead to."""
        return nullcontext()

    def link_out(self, box: Box, address: str) -> AbstractContextManager[None]:  # noqa: ARG002 - same
        """A picture leads nowhere."""
        return nullcontext()


def _translated(path: str) -> str:
    """A path in the words of PDF in those of SVG."""
    steps = []
    for numbers, operator in _OPERATOR.findall(path):
        if operator == "re":
            x, y, width, height = numbers.split()
            steps.append(f"M{x} {y}h{width}v{height}h-{width}Z")
        else:
            steps.append(f"{_LETTERS[operator]}{numbers.strip()}")
    return " ".join(steps)
