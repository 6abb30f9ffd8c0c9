"""Draws the line that was found, with the words that were looked for underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from facilitator.ui.theme import Theme

_WEIGHT, _PART = 600, 3
"""Of marked words; and the part of the room that is for the words before them."""
_LINE, _BELOW = 2, 2
"""How thick the line under a word is, and how far below the letters' feet, in px."""
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine

Spans = tuple[tuple[int, int], ...]
"""Start and end of each mark, in characters, in order."""


def pieces(text: str, spans: Spans) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and whether each of them is marked."""
    place = 0
    for start, end in spans:
        if start > place:
            yield text[place:start], False
        if end > max(start, place):
            yield text[max(start, place) : end], True
        place = max(place, end)
    if place < len(text):
        yield text[place:], False


def cut_to_show(text: str, spans: Spans, keep: int) -> tuple[str, Spans]:
    """The text without its beginning; some of the ``keep`` letters before the first mark stay."""
    # From the beginning of a word.
    start = spans[0][0]
    least = max(0, start - keep)
    space = text.find(" ", least, start)
    cut = space + 1 if space >= 0 else least
    # The dots stand for what is left out.
    return f"…{text[cut:]}", tuple((a - cut + 1, b - cut + 1) for a, b in spans)


class MarkedWords:
    """Writes one line in a role of the theme; what has no room ends in dots."""

    def __init__(self, painter: QPainter, theme: Theme, role: str, colour: str) -> None:
        self._painter, self._theme = painter, theme
        self._role, self._colour = role, colour

    def draw(self, text: str, spans: Spans, box: QRectF) -> None:
        """Write in the middle of the box's height, marked words in ink and underlined.

        What is marked first is always seen.
        """
        if spans and not self.fits(text[: spans[0][1]], box.width()):
            wide = self._theme.metrics(self._role, "library").averageCharWidth()
            text, spans = cut_to_show(text, spans, int(box.width() / max(1.0, wide) / _PART))
        rest = QRectF(box)
        for words, marked in pieces(text, spans):
            rest.setLeft(self._piece(words, rest, marked=marked))
            if rest.width() <= 0:
                break

    def fits(self, text: str, width: float) -> bool:
        """Whether a text has room, also if all of it were marked."""
        metrics = self._theme.metrics(self._role, "library", _WEIGHT)
        return bool(metrics.horizontalAdvance(text) <= width)

    def _piece(self, words: str, box: QRectF, *, marked: bool) -> float:
        """Write a piece; where the next one begins."""
        theme, painter = self._theme, self._painter
        weight = _WEIGHT if marked else None
        metrics = theme.metrics(self._role, "library", weight)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(theme.font(self._role, "library", weight))
        painter.setPen(theme.colour("ink" if marked else self._colour))
        painter.drawText(box, _FLAGS, shown)
        wide = metrics.horizontalAdvance(shown)
        if marked:
            feet = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
            line = QRectF(box.left(), feet + theme.px(_BELOW), wide, max(1, theme.px(_LINE)))
            painter.fillRect(line, theme.colour("accent"))
        return box.left() + wide if shown == words else box.right()
