"""The type scale on paper, in points: every line height is a multiple of two, most of four."""

from __future__ import annotations

from dataclasses import dataclass, replace

_ASCENT, _DESCENT = 0.96875, 0.2412
"""Of the typeface, as shares of its size."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: weight, size, line height, colour role and space between letters."""

    weight: str
    size: float
    line: float
    colour: str = "ink"
    tracking: float = 0.0
    foot: float = 0.0
    """From the top of a line to the foot of its letters, where it is not in the middle."""

    @property
    def baseline(self) -> float:
        """From the top of a line to the foot of its letters."""
        if self.foot:
            return self.foot
        return (self.line - self.size * (_ASCENT + _DESCENT)) / 2 + self.size * _ASCENT

    def coloured(self, colour: str) -> Style:
        """The same in another colour."""
        return replace(self, colour=colour)


TITLE = Style("display", 28, 33, tracking=-0.45)
LONG_TITLE = Style("display", 20, 25, tracking=-0.28)
WHOLE_PARAGRAPH_TITLE = Style("strong", 12, 17)
CHAPTER = Style("display", 20, 25, tracking=-0.28)
FIGURE = Style("display", 18, 24, tracking=-0.3)
SUMMARY = Style("text", 12, 18)
LEAD = Style("text", 11, 16)
FINDING = Style("strong", 12, 16)
DURATION = Style("strong", 10.5, 14)
ACTION = Style("strong", 10.5, 14)
TEXT = Style("text", 10, 14)
NAMED = Style("medium", 10, 14)
STRONG = Style("strong", 10, 14)
SECOND = TEXT.coloured("ink2")
LABEL = Style("text", 9, 12, "ink2")
ROW_LABEL = Style("text", 9, 14, "ink2", foot=TEXT.baseline)
"""A label that stands on one line with text."""
FACT = Style("text", 9, 12)
FACT_STRONG = Style("strong", 9, 12)
SMALL = Style("text", 8, 11, "ink2")
NODE = Style("medium", 8, 10.5)
NODE_LABEL = Style("text", 7.25, 10)
NODE_STRONG = Style("strong", 7.25, 10)
NODE_SMALL = Style("strong", 6.5, 9)
EFFECT = Style("strong", 8.5, 11, "on_ink")
