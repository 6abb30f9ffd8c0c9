"""What we learned, what was parked, and who was in the room."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from facilitator.domain.shown_words import SIDE_WORDS
from facilitator.domain.words import LessonSide
from facilitator.report import wording
from facilitator.report.pieces import Column, Pieces, row, spaced
from facilitator.report.styles import LABEL, STRONG, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from facilitator.domain.records import Participant
    from facilitator.report.galley import Galley

TITLE = "What we learned"
_BETWEEN, _ABOVE, _NEXT = 22.0, 6.0, 5.0
_ROOM_COLUMNS = 3


def lessons(galley: Galley) -> Pieces:
    """What went well, what went badly, and where we got lucky, side by side."""
    review = galley.review
    if not review.lessons:
        return []
    pitch = (galley.sheet.right - galley.sheet.left + _BETWEEN) / len(LessonSide)
    columns = []
    for index, side in enumerate(LessonSide):
        left = galley.sheet.left + index * pitch
        column = galley.column(left, left + pitch - _BETWEEN).text(SIDE_WORDS[side], STRONG)
        texts = [lesson.text for lesson in review.lessons if lesson.side is side]
        columns.append(_listed(column, texts or ["Nothing noted"]))
    return [*galley.chapter(TITLE, ""), *row(columns, whole=400.0)]


def _listed(column: Column, texts: Iterable[str]) -> Column:
    for index, text in enumerate(texts):
        column.text(text, TEXT, above=_ABOVE if index == 0 else _NEXT, even=True)
    return column


def parking(galley: Galley) -> Pieces:
    """Ideas that were put aside."""
    ideas = galley.review.parking
    if not ideas:
        return []
    column = galley.beside()
    for index, idea in enumerate(ideas):
        column.text(idea.text, TEXT, above=_NEXT if index else 0.0)
    return galley.section("Parking lot", column.pieces)


def room(galley: Galley) -> Pieces:
    """Who was there, by role or alias; never a name."""
    people = galley.review.participants
    if not people:
        return []
    there = _roles(person for person in people if person.attended)
    absent = _roles(person for person in people if not person.attended)
    content = _in_columns(galley, there) if there else []
    if absent:
        words = f"Not in the meeting: {', '.join(absent)}."
        column = galley.beside().text(words, LABEL, above=_ABOVE if content else 0.0)
        content = [*content, *column.pieces]
    return galley.section("In the room,\nby role", content)


def _roles(people: Iterable[Participant]) -> list[str]:
    """Roles in the order of the list; one that several people have is counted."""
    counted = Counter(wording.shown_as(person) or "No role" for person in people)
    return [role if number == 1 else f"{role} ({number})" for role, number in counted.items()]


def _in_columns(galley: Galley, roles: Sequence[str]) -> Pieces:
    """Row by row, so that a long list can go on on the next page."""
    sheet = galley.sheet
    pitch = (sheet.right - sheet.inner) / _ROOM_COLUMNS
    pieces: Pieces = []
    for start in range(0, len(roles), _ROOM_COLUMNS):
        columns = []
        for index, role in enumerate(roles[start : start + _ROOM_COLUMNS]):
            left = sheet.inner + index * pitch
            columns.append(galley.column(left, left + pitch - 10).text(role, TEXT))
        pieces += spaced(pieces, row(columns), _NEXT)
    return pieces
