"""Where the tokens of a typed line stand, in pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption

from facilitator.ui.factors.wrapping import reads_from_right

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

_WIDE = 1_000_000


class LineRuler:
    """Measures pieces of one line as a line edit lays it out."""

    def __init__(self, text: str, font: QFont) -> None:
        ways = Qt.LayoutDirection
        direction = ways.RightToLeft if reads_from_right(text) else ways.LeftToRight
        self._layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(direction)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        self._line = self._layout.createLine()
        self._line.setLineWidth(_WIDE)
        self._layout.endLayout()

    def x(self, position: int) -> float:
        """Where the cursor stands before a character."""
        return float(_first(self._line.cursorToX(position)))

    def stretches(self, start: int, end: int) -> tuple[tuple[float, float], ...]:
        """Left and right edges of a piece; several where writing changes its direction."""
        boxes = [run.boundingRect() for run in self._layout.glyphRuns(start, end - start)]
        return tuple((box.left(), box.right()) for box in boxes)


def _first(found: object) -> float:
    # PySide gives the position that was really used as a second value.
    return found[0] if isinstance(found, tuple) else found  # type: ignore[return-value]
