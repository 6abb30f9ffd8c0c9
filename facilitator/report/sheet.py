"""The sheet of paper: its size, its margins, and what stands at the head and foot of each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.report.styles import FACT_STRONG, LABEL

if TYPE_CHECKING:
    from facilitator.report.pen import Pen

SIZES = {"A4": (595.28, 841.89), "Letter": (612.0, 792.0)}
MARGIN, HUNG = 51.0, 94.0
"""Width of the margins, and of the column on the left in which labels hang."""
_RULE, _RULE_PEN, _WORDS = 41.5, 2.0, 47.5
_BODY, _BODY_END, _FOOT_RULE, _FOOT_WORDS = 72.0, 66.0, 52.5, 43.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; all places are in points from its top left corner."""

    width: float
    height: float

    @property
    def left(self) -> float:
        """Where full lines begin."""
        return MARGIN

    @property
    def inner(self) -> float:
        """Where text begins beside the hung labels."""
        return MARGIN + HUNG

    @property
    def right(self) -> float:
        """Where everything ends."""
        return self.width - MARGIN

    @property
    def top(self) -> float:
        """Where the body begins."""
        return _BODY

    @property
    def bottom(self) -> float:
        """Where the body ends."""
        return self.height - _BODY_END

    @property
    def body(self) -> float:
        """Height of the body."""
        return self.bottom - self.top

    @property
    def is_turned(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height

    def turned(self) -> Sheet:
        """The same sheet on its side."""
        return Sheet(self.height, self.width)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words at the head and foot of the pages.

    The first page says of which day the version is, where others have the ``running`` title.
    """

    head: str
    reference: str
    running: str
    version: str

    def draw(self, pen: Pen, sheet: Sheet, page: tuple[int, int], foot: str) -> None:
        """Draw head and foot of one page, given its number and how many there are."""
        number, whole = page
        pen.rule(sheet.left, sheet.right, _RULE, "ink", _RULE_PEN)
        pen.line(sheet.left, _WORDS, self.head, FACT_STRONG)
        told = [self.reference, self.version if number == 1 else self.running]
        words = ", ".join(filter(None, told))
        room = sheet.right - sheet.left - pen.type.width(self.head, FACT_STRONG) - 32
        pen.right(sheet.right, _WORDS, pen.type.cut(words, LABEL, room), LABEL)
        pen.rule(sheet.left, sheet.right, sheet.height - _FOOT_RULE, "line")
        top = sheet.height - _FOOT_WORDS
        pen.line(sheet.left, top, foot, LABEL)
        pen.right(sheet.right, top, f"{number} of {whole}", LABEL)
