"""The names of the three columns, above the list of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.ui.findings.grid import grid_of
from facilitator.ui.findings.painter import FindingPainter

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

BECAUSE, FOUND, SO = "Because of", "We found", "So we will"
_HEIGHT, _LINE = 32, 22


class Headings(QWidget):
    """Stands right above the cards; stacked, the card needs no name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words at their columns."""
        theme, grid = self._theme, grid_of(self.width() / self._theme.scale)
        draw = FindingPainter(QPainter(self), theme)
        columns = [(BECAUSE, grid.because), (FOUND, grid.card), (SO, grid.so)]
        if grid.stacked:
            columns = [(FOUND, grid.card)]
        for words, column in columns:
            box = QRectF(theme.px(column.left), 0, theme.px(column.width), theme.px(_LINE))
            draw.heading(box, words)
