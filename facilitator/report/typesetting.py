"""Measures texts and breaks them into lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.every_text import every_text
from facilitator.report.directions import drawn, has_from_right
from facilitator.report.typefaces import NOTHING, Face

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from facilitator.domain.records import Review
    from facilitator.report.font_file import Font
    from facilitator.report.styles import Style

WEIGHTS = ("text", "medium", "strong", "display")

# A line may also end behind a hyphen, a dash or a stroke within a word.
_DASHES = "/\u2010\u2013\u2014-"
_PIECES = re.compile(rf"\S+?[{_DASHES}](?=[^\s{_DASHES}])|\S+")
_ELLIPSIS = "…"


class Typesetter:
    """Sets texts in all weights; every word is measured once.

    ``missing`` holds the characters that no font has, in the order in which they were met.
    """

    def __init__(self, folder: Path | None = None, borrowed: Mapping[str, Font] = NOTHING) -> None:
        self.missing: dict[str, None] = {}
        self._faces = {weight: Face(weight, folder, self.missing, borrowed) for weight in WEIGHTS}
        self._known: dict[str, dict[str, float]] = {weight: {} for weight in WEIGHTS}

    @property
    def first_font(self) -> str:
        """The name of the font that most text is set in."""
        return self._faces["text"].font.ttf.fontName

    def shows(self, character: str) -> bool:
        """Whether a character can be shown without borrowing anything."""
        return self._faces["text"].shows(character)

    def face(self, style: Style) -> Face:
        """The face of a style."""
        return self._faces[style.weight]

    def width(self, text: str, style: Style) -> float:
        """Width of a text on one line, in points."""
        known = self._known[style.weight]
        wide = known.get(text)
        if wide is None:
            shown = drawn(text) if has_from_right(text) else text
            wide = known[text] = self._faces[style.weight].width(shown)
        return wide * style.size / 1000 + style.tracking * len(text)

    def lines(self, text: str, style: Style, width: float, limit: int | None = None) -> list[str]:
        """The lines of a text, none wider than ``width``; the last of ``limit`` is cut short."""
        found: list[str] = []
        for paragraph in text.split("\n"):
            found += self._paragraph(paragraph, style, width)
            if limit is not None and len(found) > limit:
                found[limit - 1 :] = [self.cut(f"{found[limit - 1]}{_ELLIPSIS}", style, width)]
                break
        return found

    def balanced(self, text: str, style: Style, width: float) -> list[str]:
        """As few lines as ``width`` allows, and all about as long."""
        lines = self.lines(text, style, width)
        if len(lines) == 1:
            return lines
        narrow, wide = width / 2, width
        while wide - narrow > style.size / 4:
            middle = (narrow + wide) / 2
            if len(self.lines(text, style, middle)) > len(lines):
                narrow = middle
            else:
                wide = middle
        return self.lines(text, style, wide)

    def cut(self, text: str, style: Style, width: float) -> str:
        """The text, if need be shortened to one line with an ellipsis."""
        text = " ".join(text.split())
        if self.width(text, style) <= width:
            return text
        room = width - self.width(_ELLIPSIS, style)
        return next(self._broken(text, style, room), "").rstrip(" ,;:…") + _ELLIPSIS

    def _paragraph(self, text: str, style: Style, width: float) -> Iterator[str]:
        space = self.width(" ", style)
        line, used = "", 0.0
        for word in text.split():
            glue = space if line else 0.0
            wide = self.width(word, style)
            if used + glue + wide <= width:
                line = f"{line} {word}" if line else word
                used += glue + wide
                continue
            *full, line = self._filled(line, word, style, width)
            yield from full
            used = self.width(line, style)
        yield line

    def _filled(self, line: str, word: str, style: Style, width: float) -> list[str]:
        """The line and the next word, which does not fit on it as a whole."""
        lines = [line]
        glue = " " if line else ""
        for piece in _PIECES.findall(word):
            longer = f"{lines[-1]}{glue}{piece}"
            glue = ""
            if self.width(longer, style) <= width:
                lines[-1] = longer
            elif self.width(piece, style) <= width:
                lines.append(piece)
            else:
                lines += self._broken(piece, style, width)
        return lines if lines[0] else lines[1:]

    def _broken(self, word: str, style: Style, width: float) -> Iterator[str]:
        """A word that is wider than a line, in pieces that are not."""
        widths = self._faces[style.weight].widths
        start, used = 0, 0.0
        for position, each in enumerate(word):
            wide = widths[each] * style.size / 1000 + style.tracking
            if used + wide > width and position > start:
                yield word[start:position]
                start, used = position, 0.0
            used += wide
        yield word[start:]


def typesetter_for(review: Review, folder: Path | None) -> Typesetter:
    """A typesetter that can set all of a review: what our fonts lack is borrowed if need be."""
    return typesetter_of((text for _, text in every_text(review)), folder)


def typesetter_of(texts: Iterable[str], folder: Path | None) -> Typesetter:
    """A typesetter that can set all of these texts."""
    characters: set[str] = set()
    for text in texts:
        if not text.isascii():
            characters.update(drawn(text) if has_from_right(text) else text)
            characters.update(text)
    plain = Typesetter(folder)
    lacking = [each for each in sorted(characters) if not plain.shows(each)]
    if not lacking:
        return plain
    from facilitator.report.borrowed import borrow  # noqa: PLC0415 - few documents need it

    return Typesetter(folder, borrow(lacking, folder))
