"""Borrows characters from fonts of this machine: as few as are needed, as TrueType outlines."""

from __future__ import annotations

import hashlib
import io
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from facilitator.report.font_file import Font, font_of
from facilitator.report.installed import Place, covering

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_EXACT = 1.0
"""Units of a font by which a curve may be off once it is made of another kind of curves."""
_UNITS = 1000
_TABLES = ("GSUB", "GPOS", "GDEF", "kern", "BASE", "VORG", "vhea", "vmtx", "STAT", "MATH")


def borrow(
    characters: Iterable[str], folder: Path | None, places: Iterable[Path] | None = None
) -> dict[str, Font]:
    """A font for each character that any font of this machine has."""
    found: dict[str, Font] = {}
    for place, wanted in covering(characters, folder, places).items():
        font = _cut_out(place, "".join(sorted(wanted)))
        if font is not None:
            found |= {each: font for each in wanted if ord(each) in font.widths}
    return found


@lru_cache(maxsize=64)
def _cut_out(place: Place, characters: str) -> Font | None:
    """A font of these characters alone; None if the file cannot be used after all."""
    name = hashlib.sha256(f"{place.path}:{place.number}:{characters}".encode()).hexdigest()[:12]
    # Whatever is wrong with a font of somebody's: the characters are told to be missing.
    with suppress(Exception):
        return font_of(f"Borrowed-{name}", io.BytesIO(_file(place, characters, name)))
    return None


def _file(place: Place, characters: str, name: str) -> bytes:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - takes a while to load
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - the same
    from fontTools.ttLib.scaleUpem import scale_upem  # noqa: PLC0415 - the same

    with TTFont(place.path, fontNumber=place.number, lazy=True, recalcTimestamp=False) as font:
        options = Options(
            layout_features=[],
            drop_tables=[*Options._drop_tables_default, *_TABLES],  # noqa: SLF001 - no other way
            hinting=False,
            name_IDs=[],
            notdef_outline=True,
        )
        subsetter = Subsetter(options)
        subsetter.populate(text=characters)
        subsetter.subset(font)
        if "CFF " in font:
            _outlined(font)
        # reportlab writes widths in thousandths, whatever the units of the font are.
        scale_upem(font, _UNITS)
        for record in (1, 4, 6):
            font["name"].setName(f"Borrowed-{name}", record, 3, 1, 0x409)
        target = io.BytesIO()
        font.save(target, reorderTables=True)
    return target.getvalue()


def _outlined(font: Any) -> None:
    """Make TrueType outlines of PostScript ones, which is all that reportlab takes."""
    from fontTools.pens.cu2quPen import Cu2QuPen  # noqa: PLC0415 - rarely needed
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415 - the same
    from fontTools.ttLib import newTable  # noqa: PLC0415 - the same

    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    made = {}
    for glyph in order:
        pen = TTGlyphPen(None)
        glyphs[glyph].draw(Cu2QuPen(pen, _EXACT, reverse_direction=True))
        made[glyph] = pen.glyph()
    table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, made
    font["loca"], font["glyf"] = newTable("loca"), table
    del font["CFF "]
    _measured(font["maxp"], len(order))
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


def _measured(table: Any, count: int) -> None:
    """The limits that the table of a TrueType font has to name; most are found when it is saved."""
    table.tableVersion, table.numGlyphs = 0x00010000, count
    for name in (
        *("maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours"),
        *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
        *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements"),
        "maxComponentDepth",
    ):
        setattr(table, name, 0)
    table.maxZones = 1
