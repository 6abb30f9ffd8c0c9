"""Finds words in all private notes of a review, in the order of the meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.ui.console.note_place import Place


@dataclass(frozen=True, slots=True)
class Match:
    """Where the words stand: in which note, and from where to where."""

    place: Place
    start: int
    end: int


def matches(words: str, notes: Iterable[tuple[Place, str]]) -> tuple[Match, ...]:
    """Every place where the words stand, whatever their case and the blanks between them."""
    pieces = [re.escape(each) for each in words.split()]
    if not pieces:
        return ()
    pattern = re.compile(r"\s+".join(pieces), re.IGNORECASE)
    return tuple(
        Match(place, found.start(), found.end())
        for place, text in notes
        for found in pattern.finditer(text)
    )


def nearest(found: tuple[Match, ...], places: tuple[Place, ...], here: Place, at: int) -> int:
    """The first match from a place in a note on; from the start again if there is none."""
    order = {place: index for index, place in enumerate(places)}
    target = (order[here], at)
    later = (i for i, each in enumerate(found) if (order[each.place], each.start) >= target)
    return next(later, 0)
