"""Evidence below an event: links, quotations and images."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.quoting import unrepeated
from facilitator.domain.words import EvidenceKind
from facilitator.geometry.box import Box
from facilitator.report.addresses import linked
from facilitator.report.images import read_image
from facilitator.report.inline import Words, flowing
from facilitator.report.pieces import Column, Piece, Pieces
from facilitator.report.styles import FACT_STRONG, LABEL, SMALL
from facilitator.report.tags import Tag

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

    from facilitator.domain.records import Evidence
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen

_BLANKS, _BLANK = re.compile(r"\n(?:[^\S\n]*\n)+"), "\n\n"
"""Several empty lines in a quotation are as good as one."""
_ABOVE, _MOST_HEIGHT, _PIXEL = 3.0, 260.0, 0.75
"""Points of a pixel of an image that is small enough to be shown as large as it is."""


def evidence(galley: Galley, each: Evidence, x: float, width: float, *, beside: str = "") -> Pieces:
    """The pieces of one piece of evidence; a quotation without what ``beside`` says already."""
    column = Column(galley.type, x, width)
    if each.kind is EvidenceKind.IMAGE:
        return _image(column, each).pieces
    quoted = unrepeated(each.text, beside) if each.kind is EvidenceKind.QUOTATION else ""
    if quoted:
        column.text(f"“{_BLANKS.sub(_BLANK, quoted)}”", SMALL, above=_ABOVE)
    address = linked(each.link)
    if each.kind is EvidenceKind.LINK:
        words = Words(each.text or each.link, LABEL.coloured("accent"), address=address)
        _put(column, words if address else Words(each.text, LABEL))
    if each.link and each.link != each.text:
        _put(column, Words(each.link, SMALL, address=address))
    return column.pieces


def _put(column: Column, words: Words) -> None:
    """Words in lines, all of them the same link."""
    lines = column.type.lines(words.text, words.style, column.width) if words.text else []
    for index, line in enumerate(lines):
        above = _ABOVE if index == 0 and words.style is not SMALL else 0.0
        column.put(
            words.style.line, partial(_draw, words._replace(text=line), column.x), above=above
        )


def _draw(words: Words, x: float, pen: Pen, top: float) -> None:
    words.draw(pen, x, top)


def _image(column: Column, each: Evidence) -> Column:
    image = read_image(each.data)
    if image is None:
        missing = Words("This image cannot be shown", FACT_STRONG, missing=True)
        flowing(column, missing.items(column.type, column.width), LABEL.line, above=_ABOVE)
    else:
        width, height = _size(image.getSize(), column.width)
        draw = partial(_draw_image, image, column.x, width, height)
        figure = Tag("Figure", " ".join(each.text.split()) or "An image without words")
        column.add([Piece(height, draw, _ABOVE + 3, tags=(figure,))])
    if each.text:
        column.text(each.text, SMALL, above=2.0)
    return column


def _size(pixels: tuple[int, int], width: float) -> tuple[float, float]:
    """As large as the column and a third of a page allow, and never larger than it is."""
    wide, high = (max(1, each) * _PIXEL for each in pixels)
    scale = min(1.0, width / wide, _MOST_HEIGHT / high)
    return wide * scale, high * scale


def _draw_image(
    image: ImageReader, x: float, width: float, height: float, pen: Pen, *top: float
) -> None:
    pen.picture(image, Box(x, top[0], width, height))
