"""The show of hands at the end of the meeting: dots and numbers, and nobody's name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.poll import ASKED_WORDS, Answer, counted, counts, hand_words
from facilitator.report import marks
from facilitator.report.marks import Spot
from facilitator.report.styles import LABEL, TEXT

if TYPE_CHECKING:
    from facilitator.domain.poll import Asked
    from facilitator.report.galley import Galley
    from facilitator.report.pen import Pen
    from facilitator.report.pieces import Pieces

TITLE = "Show of hands,\nnobody named"
_DOT, _PITCH, _LEAST, _BEFORE, _BEHIND, _NEXT = 6.5, 8.6, 4.2, 136.0, 12.0, 4.0


def show_of_hands(galley: Galley) -> Pieces:
    """A line for every question for which hands were counted."""
    column = galley.beside()
    for index, asked in enumerate(counted(galley.review.poll)):
        draw = partial(_draw, galley, asked, column.x)
        column.put(TEXT.line, draw, above=_NEXT if index else 0.0, keep=True)
    return galley.section(TITLE, column.pieces) if column.pieces else []


def _draw(galley: Galley, asked: Asked, left: float, pen: Pen, top: float) -> None:
    words, right = hand_words(galley.review.poll, asked), galley.sheet.right
    pen.line(left, top, ASKED_WORDS[asked], TEXT)
    pen.right(right, top, words, LABEL)
    room = right - pen.type.width(words, LABEL) - _BEHIND - left - _BEFORE
    _draw_dots(_hands(galley, asked), left + _BEFORE, room, pen, top)


def _draw_dots(hands: list[Answer], left: float, room: float, pen: Pen, top: float) -> None:
    """As close as they must stand; more than have room are told by the numbers alone."""
    pitch = min(_PITCH, room / len(hands))
    if pitch < _LEAST:
        return
    size = min(_DOT, pitch * _DOT / _PITCH)
    for place, answer in enumerate(hands):
        spot = Spot(left + place * pitch, top + (TEXT.line - size) / 2, size)
        marks.hand(pen, answer, spot)


def _hands(galley: Galley, asked: Asked) -> list[Answer]:
    numbers = counts(galley.review.poll, asked)
    return [answer for answer, number in numbers.items() for _ in range(number)]
