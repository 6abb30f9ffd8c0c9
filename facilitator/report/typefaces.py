"""The typefaces in print: which font has a character, how wide it is, and what no font has."""

from __future__ import annotations

import array
import contextlib
import io
import sys
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from facilitator.report import cuts
from facilitator.report.cuts import KERNING, cut_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportlab.pdfbase.ttfonts import TTFontFace

    from facilitator.report.cuts import Cut

REPLACEMENT = "□"
"""Stands where no font has the character."""

_CHAINS = {
    "text": (cuts.TEXT, cuts.WIDE),
    "medium": (cuts.MEDIUM, cuts.WIDE),
    "strong": (cuts.STRONG, cuts.WIDE_STRONG),
    "display": (cuts.DISPLAY, cuts.STRONG, cuts.WIDE_STRONG),
}
"""Fonts of every weight; each is asked for what the one before lacks, and DejaVu at last."""
_BOLD = frozenset({"strong", "display"})
_SYSTEM_FONTS = (
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/dejavu",
    "/usr/share/fonts/dejavu-sans-fonts",
    "/usr/share/fonts/TTF",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
"""Where systems keep DejaVu, the widest of the common fonts, if they have it."""
_INVISIBLE = frozenset({"Cc", "Cf", "Cs"})


@dataclass(frozen=True, slots=True)
class Font:
    """A font that reportlab knows, with widths and kerning in thousandths of the size."""

    ttf: TTFont
    widths: dict[int, float]
    kerning: dict[tuple[str, str], float] = field(default_factory=dict)


class Face:
    """One weight: its own font, and those that stand in for it.

    ``missing`` collects the characters that none of them has.
    """

    def __init__(self, weight: str, folder: Path | None, missing: dict[str, None]) -> None:
        self._chain, self._folder, self._missing = _CHAINS[weight], folder, missing
        self._last = "DejaVuSans-Bold" if weight in _BOLD else "DejaVuSans"
        self.font = _cut_font(self._chain[0], folder)
        self.widths = _Widths(self._find)
        self.elsewhere: dict[str, Font] = {}
        """Font of every character that is not in the weight's own."""
        self.shown: dict[int, str] = {}
        """What stands for a character in print, where that is not the character itself."""

    def width(self, text: str) -> float:
        """Width in thousandths of the size, with kerning."""
        widths, kerning = self.widths, self.font.kerning
        wide = sum([widths[each] for each in text])
        for pair in pairwise(text):
            if pair in kerning:
                wide += kerning[pair]
        return wide

    def runs(self, text: str) -> Iterator[tuple[Font, str]]:
        """The text in pieces of one font, as it is shown; its width must have been asked for."""
        text, elsewhere, own = text.translate(self.shown), self.elsewhere, self.font
        if elsewhere.keys().isdisjoint(text):
            yield own, text
            return
        for font, run in groupby(text, lambda each: elsewhere.get(each, own)):
            yield font, "".join(run)

    def _find(self, character: str) -> float:
        if unicodedata.category(character) in _INVISIBLE:
            self.shown[ord(character)] = ""
            return 0.0
        if character.isspace() and character != " ":
            self.shown[ord(character)] = " "
            return self.widths[" "]
        for position, font in enumerate(self._fonts()):
            if ord(character) in font.widths:
                if position:
                    self.elsewhere[character] = font
                return font.widths[ord(character)]
        self._missing[character] = None
        self.shown[ord(character)] = REPLACEMENT
        return self.widths[REPLACEMENT]

    def _fonts(self) -> Iterator[Font]:
        for each in self._chain:
            yield _cut_font(each, self._folder)
        system = _system_font(self._last)
        if system is not None:
            yield system


class _Widths(dict[str, float]):
    """Widths by character, each found when it is first asked for."""

    def __init__(self, find: Callable[[str], float]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, character: str) -> float:
        width = self[character] = self._find(character)
        return width


@lru_cache(maxsize=16)
def _cut_font(cut: Cut, folder: Path | None) -> Font:
    font = _font(cut.name, io.BytesIO(cut_bytes(cut, folder)))
    pdfmetrics.registerFont(font.ttf)
    return font


@lru_cache(maxsize=4)
def _system_font(name: str) -> Font | None:
    for folder in _SYSTEM_FONTS:
        path = Path(folder) / f"{name}.ttf"
        with contextlib.suppress(OSError, TTFError):
            return _font(name, io.BytesIO(path.read_bytes()))
    return None


def _font(name: str, file: io.BytesIO) -> Font:
    ttf = TTFont(name, file)
    return Font(ttf, ttf.face.charWidths, _kerning(ttf.face))


def _kerning(face: TTFontFace) -> dict[tuple[str, str], float]:
    """The pairs of our own table, if the font has it (see ``cuts``)."""
    if KERNING not in face.table:
        return {}
    values = array.array("h", bytes(face.get_table(KERNING)))  # type: ignore[no-untyped-call]
    if sys.byteorder == "little":
        values.byteswap()
    scale = 1000 / face.unitsPerEm
    return {
        (chr(left), chr(right)): distance * scale
        for left, right, distance in zip(values[::3], values[1::3], values[2::3], strict=True)
    }
