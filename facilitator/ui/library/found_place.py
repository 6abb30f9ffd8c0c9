"""Where on the Stage a text stands that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.every_text import HEAD
from facilitator.domain.phase import Phase, phase_of

if TYPE_CHECKING:
    from facilitator.domain.every_text import TextPlace
    from facilitator.domain.records import Review
    from facilitator.ui.library.door import Place

_PHASES = {
    "events": Phase.TIMELINE,
    "factors": Phase.FACTORS,
    "findings": Phase.FINDINGS,
    "actions": Phase.ACTIONS,
    "lessons": Phase.CLOSE,
    "participants": Phase.BRIEF,
}
_NOWHERE = frozenset({"opening", "notes"})
"""Texts of the head that have no field on the page."""


def stage_place(review: Review, place: TextPlace) -> Place:
    """The phase, and the row or field in it; None for what has no place of its own there."""
    if place.collection == HEAD:
        target = None if place.row in _NOWHERE else place.row
        return (Phase.CLOSE if place.row == "status" else Phase.BRIEF), target
    if place.collection == "phase_notes":
        return phase_of(place.row) or Phase.BRIEF, None
    if place.collection == "addressees":
        asked = (each.finding for each in review.addressees if each.id == place.row)
        return Phase.FINDINGS, next(asked, None)
    if place.collection in _PHASES:
        return _PHASES[place.collection], place.row
    return Phase.BRIEF, None
