"""Breaks text into lines of a width, as the in-place editor does; every text once."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QFontMetricsF

_SIGNS = r"[\w.,:;!?'’\"“”() ]+"
_PLAIN_TEXT = re.compile(rf"{_SIGNS}(?:(?<=\w)-(?=\w){_SIGNS})*")
"""Texts of these signs break at spaces and hyphens only: their words can be measured one by one."""
_PLAIN_WORD = re.compile(r"[A-Za-z]+[.,;!?]?|[0-9]+[.,]?")
"""In words like these a letter moves for the one before it and for nothing else."""
_LEFT_TO_RIGHT_END = "\u0590"
"""From this character on scripts join letters, run from the right or break without spaces."""


class Line(NamedTuple):
    """One line of wrapped text with its width in px."""

    text: str
    width: float


class Wrapper:
    """Breaks texts in one font; every text and width is measured once, and every word."""

    def __init__(self, font: QFont, metrics: QFontMetricsF) -> None:
        self._font, self._metrics = font, metrics
        self._space = metrics.horizontalAdvance(" ")
        self._letters: dict[str, float] = {}
        self._steps: dict[str, float] = {}
        self._words: dict[str, float] = {}
        self._known: dict[tuple[str, float, int], tuple[Line, ...]] = {}
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def lines(self, text: str, width: float, limit: int) -> tuple[Line, ...]:
        """At most ``limit`` lines of a text; the last one ends in an ellipsis if there is more."""
        key = (text, width, limit)
        found = self._known.get(key)
        if found is None:
            lines = self._by_words(text, width, limit) or self._by_layout(text, width, limit)
            found = self._known[key] = lines
        return found

    def advance(self, word: str) -> float:
        """The width of a word, put together from pairs of letters where that is the same."""
        advance = self._words.get(word)
        if advance is None:
            plain = _PLAIN_WORD.fullmatch(word)
            measure = self._sum if plain else self._metrics.horizontalAdvance
            advance = self._words[word] = measure(word)
        return advance

    def _sum(self, word: str) -> float:
        steps, before = self._steps, word[0]
        total = self._letters.get(before) or self._letter(before)
        for letter in word[1:]:
            pair = before + letter
            step = steps.get(pair)
            total += self._step(pair) if step is None else step
            before = letter
        return total

    def _letter(self, letter: str) -> float:
        self._letters[letter] = self._metrics.horizontalAdvance(letter)
        return self._letters[letter]

    def _step(self, pair: str) -> float:
        first = self._letters.get(pair[0]) or self._letter(pair[0])
        self._steps[pair] = self._metrics.horizontalAdvance(pair) - first
        return self._steps[pair]

    def _by_words(self, text: str, width: float, limit: int) -> tuple[Line, ...] | None:
        """The lines of a plain text; None if it has signs or words that need the full layout."""
        if not _PLAIN_TEXT.fullmatch(text):
            return None
        if not text.isascii() and max(text) >= _LEFT_TO_RIGHT_END:
            return None
        known, space = self._words, self._space
        lines: list[Line] = []
        begin, end, used = 0, -1, -space
        for word in text.split(" "):
            advance = known.get(word)
            if advance is None:
                advance = self.advance(word)
            if advance > width:
                return None
            longer = used + space + advance
            if longer > width:
                if "-" in word:
                    return None  # A part of it may fit.
                lines.append(Line(text[begin:end], used))
                begin, longer = end + 1, advance
            used = longer
            end += len(word) + 1
        lines.append(Line(text[begin:], used))
        if len(lines) > limit:
            lines[limit - 1 :] = [self._cut(lines[limit - 1].text, width)]
        return tuple(lines)

    def _by_layout(self, text: str, width: float, limit: int) -> tuple[Line, ...]:
        layout = QTextLayout(text, self._font)
        layout.setTextOption(self._option)
        layout.beginLayout()
        lines: list[Line] = []
        while (line := layout.createLine()).isValid():
            if len(lines) == limit:
                lines[-1] = self._cut(lines[-1].text, width)
                break
            line.setLineWidth(width)
            start = line.textStart()
            part = text[start : start + line.textLength()].rstrip()
            lines.append(Line(part, line.naturalTextWidth()))
        layout.endLayout()
        return tuple(lines) or (Line("", 0.0),)

    def _cut(self, text: str, width: float) -> Line:
        while text and self._metrics.horizontalAdvance(f"{text}…") > width:
            text = text[:-1].rstrip()
        return Line(f"{text}…", self._metrics.horizontalAdvance(f"{text}…"))


def reads_from_right(text: str) -> bool:
    """Whether a line stands at the right edge: its first strong character decides."""
    if text.isascii():
        return False
    strong = (unicodedata.bidirectional(each) for each in text)
    return next((each for each in strong if each in ("L", "R", "AL")), "L") != "L"
