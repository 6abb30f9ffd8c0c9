"""How large the texts of the charts are on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.report.styles import FIGURE, LABEL, STRONG, TEXT, Style

if TYPE_CHECKING:
    from facilitator.report.typesetting import Typesetter

STYLES = {
    "title": Style("strong", 12, 16),
    "text": TEXT,
    "strong": STRONG,
    "label": LABEL,
    "label_strong": Style("strong", 9, 12),
    "figure": FIGURE,
}
"""The style of every role that a chart uses."""


class PaperMeasure:
    """Measures with the fonts of the document, in points."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._type = typesetter

    def width(self, words: str, role: str) -> float:
        """Width of a text on one line."""
        return self._type.width(words, STYLES[role])

    def line(self, role: str) -> float:
        """Height of a line."""
        return STYLES[role].line

    def cut(self, words: str, role: str, width: float) -> str:
        """The text, if need be shortened with an ellipsis."""
        return self._type.cut(words, STYLES[role], width)
