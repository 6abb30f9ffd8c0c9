"""Writes single lines of plain text in the theme's roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from facilitator.ui.theme import Theme

LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Writing:
    """Writes with a painter; what is longer than its box ends in dots."""

    def __init__(self, painter: QPainter, theme: Theme, where: str = "stage") -> None:
        self._painter, self._theme, self._where = painter, theme, where

    def line(
        self, box: QRectF, words: str, role: str, colour: str = "ink", weight: int | None = None
    ) -> str:
        """Write words in the middle of a box's height; what of them is shown."""
        shown = self._take(box, words, role, colour, weight)
        self._painter.drawText(box, LINE, shown)
        return shown

    def at_right(self, box: QRectF, words: str, role: str, colour: str) -> None:
        """Write words to the right end of a box."""
        shown = self._take(box, words, role, colour, None)
        self._painter.drawText(box, LINE | Qt.AlignmentFlag.AlignRight, shown)

    def advance(self, words: str, role: str, weight: int | None = None) -> float:
        """How far words reach."""
        return self._theme.metrics(role, self._where, weight).horizontalAdvance(words)

    def _take(self, box: QRectF, words: str, role: str, colour: str, weight: int | None) -> str:
        painter, theme = self._painter, self._theme
        painter.setFont(theme.font(role, self._where, weight))
        painter.setPen(theme.colour(colour))
        metrics = theme.metrics(role, self._where, weight)
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
