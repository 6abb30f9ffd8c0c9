"""Cuts the static fonts that print needs out of the variable ones, and keeps them in a folder."""

from __future__ import annotations

import array
import contextlib
import importlib.util
import io
import os
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

RECIPE = 1
"""Grows with every change of what a cut holds, so that older files are left alone."""
KERNING = "FKrn"
"""Our own table in a cut: left and right character and the distance, three times 16 bits."""

_CHECKSUM = 0xB1B0AFBA
"""What the 32-bit words of every sound TrueType file add up to."""
_DIGITS = frozenset(map(ord, "0123456789"))
_LAYOUT = ("GSUB", "GPOS", "GDEF", "STAT", "MVAR", "gasp")
_LEAST_KERN = 8
"""Font units below which a distance between two letters is not worth keeping."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One static font: a place on the axes of a variable one."""

    name: str
    package: str
    file: str
    axes: tuple[tuple[str, float], ...]
    latin: bool = False
    """Whether it holds Latin letters only, as a cut for headings does."""
    kerned: bool = False


_INTER = ("fontpkg-inter", "Inter[opsz,wght].ttf")
_NOTO = ("fontpkg-noto-sans", "NotoSans[wdth,wght].ttf")

TEXT = Cut("Inter-Text-400", *_INTER, (("opsz", 14), ("wght", 400)), kerned=True)
MEDIUM = Cut("Inter-Text-500", *_INTER, (("opsz", 14), ("wght", 500)), kerned=True)
STRONG = Cut("Inter-Text-600", *_INTER, (("opsz", 14), ("wght", 600)), kerned=True)
DISPLAY = Cut("Inter-Display-600", *_INTER, (("opsz", 32), ("wght", 600)), latin=True, kerned=True)
WIDE = Cut("Noto-Sans-400", *_NOTO, (("wdth", 100), ("wght", 400)))
WIDE_STRONG = Cut("Noto-Sans-600", *_NOTO, (("wdth", 100), ("wght", 600)))


def cut_bytes(cut: Cut, folder: Path | None) -> bytes:
    """The font file of a cut, from the folder if a sound one is there; otherwise made anew."""
    if folder is None:
        return _made(cut)
    path = folder / file_name(cut)
    data = _read(path)
    if data is None:
        data = _made(cut)
        keep(path, data)
    return data


def file_name(cut: Cut) -> str:
    """What a cut is called in the folder: the font's version and our recipe are in it."""
    return f"{cut.name}-{_version(cut.package)}-{RECIPE}.ttf"


def _version(package: str) -> str:
    """The version of a package, by the name of the folder that tells of it."""
    module = package.replace("-", "_")
    for told in _installed(package).parent.glob(f"{module}-*.dist-info"):
        return told.stem.removeprefix(f"{module}-")
    # Loads whatever reads mail.
    from importlib.metadata import version  # noqa: PLC0415 - only an odd installation needs it

    return version(package)


def _installed(package: str) -> Path:
    """The folder of a font package; FileNotFoundError if there is none."""
    spec = importlib.util.find_spec(package.replace("-", "_"))
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The font package {package} is not installed.")
    return Path(spec.origin).parent


def sound(data: bytes) -> bool:
    """Whether a font file is whole, by the checksum that it carries."""
    if len(data) < 4 or len(data) % 4:
        return False
    words = _big_endian(array.array("I", data))
    return sum(words) & 0xFFFFFFFF == _CHECKSUM


def _read(path: Path) -> bytes | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if sound(data) else None


def keep(path: Path, data: bytes) -> None:
    """Write the file whole or not at all; a folder that cannot be written costs only time."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".cut-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise


# -- cutting ---------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _made(cut: Cut) -> bytes:
    from fontTools.ttLib.tables.DefaultTable import DefaultTable  # noqa: PLC0415 - rarely needed

    font = _static(cut)
    _rename(font["name"], cut.name)
    if cut.kerned:
        font[KERNING] = DefaultTable(KERNING)
        font[KERNING].data = _kerning(cut.package, cut.file, dict(cut.axes)["opsz"])
    return _saved(font)


def _static(cut: Cut) -> Any:
    from fontTools.varLib import instancer  # noqa: PLC0415 - only a missing cut needs it

    font = _source(cut.package, cut.file)
    if cut.latin:
        font = _latin(font)
    for tag in _LAYOUT:
        if tag in font:
            del font[tag]
    return instancer.instantiateVariableFont(font, dict(cut.axes), inplace=True)


def _rename(table: Any, name: str) -> None:
    """Give the cut a name of its own: a PDF tells its fonts apart by it."""
    table.names = [each for each in table.names if each.nameID in {0, 1, 2, 4, 6, 13, 14}]
    for number in (1, 4, 6):
        table.setName(name, number, 3, 1, 0x409)
        table.setName(name, number, 1, 0, 0)


def _source(package: str, file: str) -> Any:
    """The variable font, whose digits all have one width: reportlab applies no features."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only a missing cut needs it

    path = _installed(package) / "files" / file
    # From memory: a lazy font would keep the file open.
    font = TTFont(io.BytesIO(path.read_bytes()), lazy=True, recalcTimestamp=False)
    tabular = _tabular(font)
    for table in font["cmap"].tables:
        for code in _DIGITS & table.cmap.keys():
            table.cmap[code] = tabular.get(table.cmap[code], table.cmap[code])
    return font


def _tabular(font: Any) -> dict[str, str]:
    """Glyph by glyph, what the feature *tabular figures* puts in its place."""
    table = font["GSUB"].table
    features = (each for each in table.FeatureList.FeatureRecord if each.FeatureTag == "tnum")
    found: dict[str, str] = {}
    for index in {index for each in features for index in each.Feature.LookupListIndex}:
        for subtable in table.LookupList.Lookup[index].SubTable:
            found.update(getattr(subtable, "ExtSubTable", subtable).mapping)
    return found


def _latin(font: Any) -> Any:
    """The part of a font that holds Latin letters, digits and their signs, with its kerning."""
    from fontTools import subset  # noqa: PLC0415 - only a missing cut needs it
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - the same

    del font["GSUB"], font["GDEF"], font["STAT"]
    options = subset.Options(layout_features=["kern"], notdef_outline=True, glyph_names=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=filter(_is_latin, font.getBestCmap()))
    subsetter.subset(font)
    return TTFont(io.BytesIO(_saved(font)), recalcTimestamp=False)


def _is_latin(code: int) -> bool:
    return code < 0x180 or 0x2010 <= code < 0x203B or code in {0x20AC, 0x2212, 0x25A1}


def _saved(font: Any) -> bytes:
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


# -- kerning ---------------------------------------------------------------------------------


@lru_cache(maxsize=4)
def _kerning(package: str, file: str, size: float) -> bytes:
    """Pairs of Latin letters; they stand nearly alike in all weights, so one serves them all."""
    from fontTools.varLib import instancer  # noqa: PLC0415 - only a missing cut needs it

    font = instancer.instantiateVariableFont(
        _latin(_source(package, file)), {"opsz": size, "wght": 550}, inplace=True
    )
    codes: dict[str, list[int]] = {}
    for code, glyph in font.getBestCmap().items():
        codes.setdefault(glyph, []).append(code)
    triples = array.array("h")
    for (left, right), distance in sorted(_pairs(font).items()):
        if abs(distance) < _LEAST_KERN:
            continue
        for one in codes.get(left, ()):
            for two in codes.get(right, ()):
                triples.extend((one, two, distance))
    return _big_endian(triples).tobytes()


def _pairs(font: Any) -> dict[tuple[str, str], int]:
    """Distance of every two glyphs, of which the first word of each lookup counts."""
    found: dict[tuple[str, str], int] = {}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        told: dict[tuple[str, str], int] = {}
        for subtable in lookup.SubTable:
            pairs = getattr(subtable, "ExtSubTable", subtable)
            read = _single_pairs if pairs.Format == 1 else _class_pairs
            for pair, distance in read(pairs, font.getGlyphOrder()):
                told.setdefault(pair, distance)
        for pair, distance in told.items():
            found[pair] = found.get(pair, 0) + distance
    return found


def _single_pairs(table: Any, _glyphs: list[str]) -> Iterator[tuple[tuple[str, str], int]]:
    for left, pairs in zip(table.Coverage.glyphs, table.PairSet, strict=True):
        for record in pairs.PairValueRecord:
            yield (left, record.SecondGlyph), _advance(record)


def _class_pairs(table: Any, glyphs: list[str]) -> Iterator[tuple[tuple[str, str], int]]:
    first, second = table.ClassDef1.classDefs, table.ClassDef2.classDefs
    rights: dict[int, list[str]] = {}
    for glyph in glyphs:
        rights.setdefault(second.get(glyph, 0), []).append(glyph)
    for left in table.Coverage.glyphs:
        records = table.Class1Record[first.get(left, 0)].Class2Record
        for number, record in enumerate(records):
            for right in rights.get(number, ()):
                yield (left, right), _advance(record)


def _advance(record: Any) -> int:
    return int(getattr(record.Value1, "XAdvance", 0) or 0)


def _big_endian(values: array.array[int]) -> array.array[int]:
    if sys.byteorder == "little":
        values.byteswap()
    return values
