"""Painted text of several lines, as far apart as the type scale says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from facilitator.ui.factors.wrapping import reads_from_right

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.ui.theme import Theme


_MOST_LINES = 8
_LEFTOVER = 0.4
"""A last line that takes less of the width than this gets words from the others."""


class Paragraph:
    """A text in one of the theme's roles, broken into lines of a width; ``height`` of them all.

    ``even`` leaves no single word over for the last line; ``turned`` lets words that are read
    from the right stand at the right edge; ``struck`` strikes them through.
    """

    def __init__(  # noqa: PLR0913 - a text is all about how it is set
        self,
        theme: Theme,
        text: str,
        role: str,
        width: float,
        *,
        even: bool = False,
        turned: bool = True,
        struck: bool = False,
    ) -> None:
        self._line = theme.line(role)
        font = theme.font(role)
        if struck:
            font = QFont(font)
            font.setStrikeOut(True)
        if even:
            width = even_width(text, font, round(width))
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        top, from_right = 0, turned and reads_from_right(text)
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            left = line.width() - line.naturalTextWidth() if from_right else 0
            line.setPosition(QPointF(left, top + (self._line - line.height()) / 2))
            top += self._line
        self._layout.endLayout()
        self.height = top

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw it with the painter's pen."""
        self._layout.draw(painter, QPointF(left, top))


def even_width(text: str, font: QFont, full: int) -> int:
    """The least width for as many lines as at ``full`` width, if there the last is a leftover."""
    lines = _lines(text, font, full)
    if not 1 < len(lines) <= _MOST_LINES or lines[-1] >= full * _LEFTOVER:
        return full
    least, most = full // 2, full
    while least < most:
        middle = (least + most) // 2
        if len(_lines(text, font, middle)) > len(lines):
            least = middle + 1
        else:
            most = middle
    return most


def _lines(text: str, font: QFont, width: int) -> list[float]:
    """Widths of the lines that a text breaks into, up to one more than ``_MOST_LINES``."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    widths: list[float] = []
    while len(widths) <= _MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        widths.append(line.naturalTextWidth())
    layout.endLayout()
    return widths
