"""Which private note is meant: that of a phase, or that of the whole review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.meeting import set_note
from facilitator.domain.phase import Phase

if TYPE_CHECKING:
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


def noting(place: Place, text: str) -> Edit:
    """Make ``text`` the note."""
    return set_field("notes", text) if place is None else set_note(place, text)
