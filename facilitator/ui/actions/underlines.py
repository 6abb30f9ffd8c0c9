"""Lines under the tokens of a typed line, wherever it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout, QTextOption

from facilitator.domain.action_line import ActionRole
from facilitator.domain.text import LINE_LIMIT
from facilitator.ui.factors.wrapping import reads_from_right

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QLineEdit

    from facilitator.domain.action_line import ActionSpan
    from facilitator.ui.theme import Theme

_WIDE = 1_000_000
_THICK, _DOWN = 3, 14


class Underlines:
    """Draws on one line edit; what could not be understood has a dashed line."""

    def __init__(self, line: QLineEdit, theme: Theme) -> None:
        self._line, self._theme = line, theme
        self._ruler: tuple[str, LineRuler] | None = None

    def draw(self, painter: QPainter, spans: tuple[ActionSpan, ...]) -> None:
        """Draw a line under every span."""
        line = self._line
        if not spans or len(line.text()) > LINE_LIMIT:
            return
        ruler = self._measured()
        # The cursor tells how far the line is scrolled.
        shift = line.cursorRect().center().x() - ruler.x(line.cursorPosition())
        painter.save()
        painter.setClipRect(self._text_box())
        for span in spans:
            for left, right in ruler.stretches(span.start, span.end):
                self._draw_one(painter, span.role, left + shift, right + shift)
        painter.restore()

    def _draw_one(self, painter: QPainter, role: ActionRole, left: float, right: float) -> None:
        theme, wrong = self._theme, role is ActionRole.PROBLEM
        width = theme.px(_THICK)
        pen = QPen(theme.colour("note" if wrong else "accent"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if wrong:
            pen.setDashPattern([1.6, 1.2])
        painter.setPen(pen)
        middle = round(self._line.height() / 2 + theme.px(_DOWN)) + width / 2
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))

    def _measured(self) -> LineRuler:
        text = self._line.text()
        if self._ruler is None or self._ruler[0] != text:
            self._ruler = (text, LineRuler(text, self._line.font()))
        return self._ruler[1]

    def _text_box(self) -> QRect:
        margins = self._line.textMargins()
        return self._line.contentsRect().adjusted(margins.left(), 0, -margins.right(), 0)


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
