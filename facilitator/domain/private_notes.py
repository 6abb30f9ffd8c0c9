"""Private notes: which there are, in the order of the meeting, and a review without them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain.phase import Phase

if TYPE_CHECKING:
    from facilitator.domain.records import Review

WARNING = "This copy holds your private notes. Do not pass it on."
"""What a file that holds them says, and whoever asks for one is told."""
WHOLE = "On the whole review"
"""The head of the note that belongs to no phase."""


def private_notes(review: Review) -> tuple[tuple[str, str], ...]:
    """Head and text of every note: on the whole review, then phase by phase."""
    texts = {note.id: note.text for note in review.phase_notes}
    found = ((WHOLE, review.notes), *((each.word, texts.get(each.key, "")) for each in Phase))
    return tuple((head, text) for head, text in found if text.strip())


def without_private_notes(review: Review) -> Review:
    """The review as others may have it."""
    return replace(review, notes="", phase_notes=())
