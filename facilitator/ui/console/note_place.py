"""Which private note is meant: that of a phase, or that of the whole review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.meeting import set_note
from facilitator.domain.phase import Phase
from facilitator.ui.console.text_change import merged

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review

Place = Phase | None
"""A phase; None is the whole review."""
PLACES: tuple[Place, ...] = (*Phase, None)


def key_of(place: Place) -> str:
    """The end of an object name."""
    return place.key if place else "whole"


def words_of(place: Place) -> str:
    """The place in words."""
    return place.word if place else "Whole review"


def read_note(place: Place, review: Review) -> str:
    """The note as the review has it."""
    if place is None:
        return review.notes
    return next((each.text for each in review.phase_notes if each.id == place.key), "")


def noting(place: Place, base: str, text: str) -> Edit:
    """Make ``text`` of a note that was ``base``; what others made of it meanwhile stays."""
    put: Callable[[str], Edit]
    put = partial(set_field, "notes") if place is None else partial(set_note, place)

    def edit(review: Review) -> Review:
        return put(merged(base, text, read_note(place, review)))(review)

    return edit
