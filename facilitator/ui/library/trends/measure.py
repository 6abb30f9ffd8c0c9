"""How large the texts of the charts are in a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QFontMetricsF

    from facilitator.ui.theme import Theme


class _Face(NamedTuple):
    role: str
    weight: int | None = None


_FACES = {
    "title": _Face("chart_title"),
    "text": _Face("text"),
    "strong": _Face("text", 600),
    "label": _Face("label"),
    "label_strong": _Face("label", 600),
    "figure": _Face("figure"),
    "warning": _Face("warning"),
    "warning_strong": _Face("warning", 600),
}


class ChartMeasure:
    """Remembers what it has measured: the same words stand on the page again and again."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._widths: dict[tuple[str, str], float] = {}

    def font(self, role: str) -> QFont:
        """The font of a role of the charts."""
        face = _FACES[role]
        return self._theme.font(face.role, "library", face.weight)

    def width(self, words: str, role: str) -> float:
        """Width of a text on one line."""
        key = (words, role)
        if key not in self._widths:
            self._widths[key] = self._metrics(role).horizontalAdvance(words)
        return self._widths[key]

    def line(self, role: str) -> float:
        """Height of a line."""
        return self._theme.line(_FACES[role].role, "library")

    def cut(self, words: str, role: str, width: float) -> str:
        """The text, if need be shortened with an ellipsis to this width."""
        if self.width(words, role) <= width:
            return words
        return self._metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, width))

    def _metrics(self, role: str) -> QFontMetricsF:
        face = _FACES[role]
        return self._theme.metrics(face.role, "library", face.weight)
