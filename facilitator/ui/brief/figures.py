"""The impact as figures between rules, and its other lines below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.impact import read_impact
from facilitator.ui.brief.panel import Panel, inset
from facilitator.ui.brief.paragraph import Paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.domain.impact import Figure
    from facilitator.ui.theme import Theme

_COLUMNS, _GAP = 3, 24
_ABOVE, _BETWEEN, _BELOW, _PLAIN_GAP = 18, 1, 20, 4


@dataclass(frozen=True, slots=True)
class _Cell:
    number: Paragraph
    words: Paragraph

    @property
    def height(self) -> int:
        return self.number.height + self.words.height


class Figures(Panel):
    """Rows of up to three figures; a line without a number is set as text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "brief.figures", "Impact")
        self._figures: tuple[Figure, ...] = ()
        self._plain: tuple[str, ...] = ()
        self._rows: list[list[_Cell]] = []
        self._lines: list[Paragraph] = []

    def show_impact(self, impact: str) -> None:
        """Take the impact text."""
        self._figures, self._plain = read_impact(impact)
        self.setAccessibleDescription(impact)
        self.fit()

    @property
    def _column(self) -> float:
        return self.inner.width() / _COLUMNS

    def _row_height(self, row: list[_Cell]) -> int:
        return max(cell.height for cell in row) + self.theme.px(_ABOVE + _BETWEEN + _BELOW)

    def arrange(self) -> int:
        """Figures in rows, every row as high as its longest words; then the plain lines."""
        cells = [self._cell(figure, place % _COLUMNS) for place, figure in enumerate(self._figures)]
        self._rows = [cells[at : at + _COLUMNS] for at in range(0, len(cells), _COLUMNS)]
        width = self.inner.width()
        self._lines = [Paragraph(self.theme, line, "text", width) for line in self._plain]
        height = sum(self._row_height(row) for row in self._rows)
        if self._lines:
            between = self.theme.px(_PLAIN_GAP) * (len(self._lines) - 1)
            height += sum(line.height for line in self._lines) + between
            height += self.theme.px(_ABOVE + _BELOW)
        return height + 1

    def _cell(self, figure: Figure, column: int) -> _Cell:
        width = self._column - self.theme.px(_GAP if column else 0) - self.theme.px(_GAP / 2)
        return _Cell(
            Paragraph(self.theme, figure.number, "figure", width, turned=False),
            Paragraph(self.theme, figure.words, "label", width, turned=False),
        )

    def draw(self, painter: QPainter) -> None:
        """Rows with a rule above each, the plain lines, and the last rule."""
        top = 0
        for row in self._rows:
            self._draw_rule(painter, top)
            for column, cell in enumerate(row):
                self._draw_cell(painter, cell, column, top, self._row_height(row))
            top += self._row_height(row)
        self._draw_rule(painter, top)
        if self._lines:
            self._draw_lines(painter, top + self.theme.px(_ABOVE))
            self._draw_rule(painter, self.height() - 1)

    def _draw_rule(self, painter: QPainter, top: int) -> None:
        edge = inset(self.theme)
        width = self.width() - 2 * edge
        painter.fillRect(edge, top, width, 1, self.theme.colour("rule"))

    def _draw_cell(
        self, painter: QPainter, cell: _Cell, column: int, top: int, height: int
    ) -> None:
        theme = self.theme
        left = self.inner.left() + column * self._column
        if column:
            painter.fillRect(round(left), top, 1, height, theme.colour("rule"))
            left += theme.px(_GAP)
        painter.setPen(theme.colour("ink"))
        cell.number.draw(painter, left, top + theme.px(_ABOVE))
        painter.setPen(theme.colour("ink2"))
        below = top + theme.px(_ABOVE + _BETWEEN) + cell.number.height
        cell.words.draw(painter, left, below)

    def _draw_lines(self, painter: QPainter, top: int) -> None:
        painter.setPen(self.theme.colour("ink"))
        for line in self._lines:
            line.draw(painter, self.inner.left(), top)
            top += line.height + self.theme.px(_PLAIN_GAP)
