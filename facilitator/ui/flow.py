"""Painted content one below the other, for the cards of the Stage: words, signs, and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from facilitator.ui.brief.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from facilitator.ui.theme import Theme


class Block(Protocol):
    """Something of a height that can draw itself."""

    @property
    def height(self) -> float:
        """How high it is in px."""

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with its top left corner here."""


class Words:
    """A text of one or more lines in a role and a colour of the theme."""

    def __init__(self, theme: Theme, paragraph: Paragraph, colour: str) -> None:
        self._paragraph, self._colour = paragraph, theme.colour(colour)
        self.height: float = paragraph.height

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the lines."""
        painter.setPen(self._colour)
        self._paragraph.draw(painter, left, top)


class Line:
    """A divider one px thin."""

    height = 1.0

    def __init__(self, theme: Theme, width: float) -> None:
        self._colour, self._width = theme.colour("rule"), round(width)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it."""
        painter.fillRect(round(left), round(top), self._width, 1, self._colour)


class Flow:
    """Blocks one below the other in a width; lengths between them are the theme's."""

    def __init__(self, theme: Theme, width: float) -> None:
        self.theme, self.width = theme, max(1.0, width)
        self.height = 0.0
        self._placed: list[tuple[float, float, Block]] = []

    def put(self, block: Block, *, above: float = 0, indent: float = 0) -> None:
        """Put a block below the others, unless it is as good as none."""
        if block.height <= 0:
            return
        top = self.height + (self.theme.px(above) if self._placed else 0)
        self._placed.append((self.theme.px(indent), top, block))
        self.height = top + block.height

    def words(  # noqa: PLR0913 - a text is all about how it is set
        self,
        text: str,
        role: str,
        colour: str = "ink",
        *,
        above: float = 0,
        indent: float = 0,
        even: bool = False,
        struck: bool = False,
    ) -> None:
        """Put a text below the others, if there is one; its own lines are kept."""
        for number, line in enumerate(text.split("\n") if text else ()):
            width = self.width - self.theme.px(indent)
            paragraph = Paragraph(self.theme, line, role, width, even=even, struck=struck)
            words = Words(self.theme, paragraph, colour)
            self.put(words, above=0 if number else above, indent=indent)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw all of them."""
        for indent, down, block in self._placed:
            block.draw(painter, left + indent, top + down)


class Beside:
    """Flows beside each other, so far apart; as high as the highest."""

    def __init__(self, flows: Sequence[Flow], gap: float) -> None:
        self._flows, self._gap = flows, gap
        self.height = max((each.height for each in flows), default=0.0)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw one after the other, all from the same height."""
        for flow in self._flows:
            flow.draw(painter, left, top)
            left += flow.width + self._gap
