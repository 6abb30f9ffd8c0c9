"""The typefaces in print: which font has a character, how wide it is, and what no font has."""

from __future__ import annotations

import contextlib
import io
import re
import unicodedata
from functools import lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from facilitator.report import cuts
from facilitator.report.cuts import cut_bytes
from facilitator.report.directions import unjoined
from facilitator.report.font_file import Font, font_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

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
_SELECTS = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
"""What only says how the character before is to look: a variant, or a colour of skin."""


NOTHING: Mapping[str, Font] = {}
"""No character is borrowed."""


class Face:
    """One weight: its own font, and those that stand in for it.

    ``missing`` collects the characters that none of them has.
    """

    def __init__(
        self,
        weight: str,
        folder: Path | None,
        missing: dict[str, None],
        borrowed: Mapping[str, Font] = NOTHING,
    ) -> None:
        self._chain, self._folder, self._missing = _CHAINS[weight], folder, missing
        self._borrowed = borrowed
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

    def has(self, character: str) -> bool:
        """Whether one of our own fonts, or of those that were borrowed, has a character."""
        own = any(ord(character) in font.widths for font in self._fonts())
        return own or character in self._borrowed

    def shows(self, character: str) -> bool:
        """Whether a character can be shown without borrowing anything."""
        if character.isspace() or unicodedata.category(character) in _INVISIBLE:
            return True
        return bool(_SELECTS.match(character)) or self.has(character)

    def _find(self, character: str) -> float:
        if unicodedata.category(character) in _INVISIBLE or _SELECTS.match(character):
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
        return self._found_elsewhere(character)

    def _found_elsewhere(self, character: str) -> float:
        """In a font of this machine, or at least as the letter that it is a form of."""
        if character in self._borrowed:
            font = self.elsewhere[character] = self._borrowed[character]
            return font.widths[ord(character)]
        letter = unjoined(character)
        if letter != character and len(letter) == 1 and self.has(letter):
            self.shown[ord(character)] = letter
            return self.widths[letter]
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
    font = font_of(cut.name, io.BytesIO(cut_bytes(cut, folder)))
    pdfmetrics.registerFont(font.ttf)
    return font


@lru_cache(maxsize=4)
def _system_font(name: str) -> Font | None:
    for folder in _SYSTEM_FONTS:
        path = Path(folder) / f"{name}.ttf"
        with contextlib.suppress(OSError, TTFError):
            return font_of(name, io.BytesIO(path.read_bytes()))
    return None
