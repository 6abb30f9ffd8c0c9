"""Reads a font file as reportlab does, and keeps of it what print needs in little room."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

from facilitator.report.cuts import KERNING
from facilitator.report.directions import unjoined
from facilitator.report.kerning import Kerning, kerning_of
from facilitator.report.packed import PackedMap, PackedPairs

if TYPE_CHECKING:
    import io
    from collections.abc import Mapping

_FORM = re.compile("> <(FB[5-9A-F].|F[CD]..|FE[7-9A-F].)>")
"""A joined form in what a font says of its characters."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font that reportlab knows, with widths and kerning in thousandths of the size."""

    ttf: TTFont
    widths: Mapping[int, float]
    kerning: Kerning = field(default_factory=Kerning)


def font_of(name: str, file: io.BytesIO) -> Font:
    """The font in a file, by this name; TTFError if reportlab cannot use it."""
    ttf = _ReadableFont(name, file)
    face: Any = ttf.face
    _pack(face)
    if KERNING not in face.table:
        return Font(ttf, face.charWidths)
    return Font(ttf, face.charWidths, kerning_of(face.get_table(KERNING), face.unitsPerEm))


def _pack(face: Any) -> None:
    """Keep what is looked up for a document's few characters in a tenth of the room."""
    face.charToGlyph = PackedMap(face.charToGlyph)
    face.charWidths = PackedMap(face.charWidths)
    face.hmetrics = PackedPairs(face.hmetrics)
    face.glyphPos = array("L", face.glyphPos)
    # For the shaping of joined scripts alone, which is done before (see ``directions``).
    face.glyphToChar = {}


class _ReadableFont(TTFont):
    """Says of a joined form which letter it is, so that copied text has plain letters."""

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab calls it so
        """Write the font, and then what its characters mean."""
        state = self.state.get(doc)
        count = len(state.subsets) if state else 0
        super().addObjects(doc)
        for number in range(count):
            head = SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX
            stream = doc.idToObject[f"toUnicodeCMap:{head.decode('pdfdoc')}"]
            stream.content = _FORM.sub(_letters, stream.content)


def _letters(found: re.Match[str]) -> str:
    letters = unjoined(chr(int(found[1], 16)))
    return f"> <{letters.encode('utf-16-be').hex().upper()}>"
