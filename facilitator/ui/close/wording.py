"""How lacks, lessons and the state of a review read on the Close page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.phase import Phase
from facilitator.domain.words import ReviewStatus

if TYPE_CHECKING:
    from facilitator.coach.readiness import Lack

STATUS_WORDS = {
    ReviewStatus.DRAFT: ("Draft", "Still being written"),
    ReviewStatus.READY: ("Ready", "The room can go through it"),
    ReviewStatus.REVIEWED: ("Reviewed", "The room has been through it"),
    ReviewStatus.CLOSED: ("Closed", "Done, and handed on"),
}
"""The word of every status, and what it means."""
NOTHING_LACKING = "Nothing is lacking"
HELD_HINT = "today, 5 Mar or 2026-03-05"
PDF_FOR = "One PDF, to read and to print"
PDF_HOLDS = "Everything but private notes"


def count_words(count: int) -> str:
    """``4 things still lacking``."""
    if count == 0:
        return NOTHING_LACKING
    return f"{count} thing{'' if count == 1 else 's'} still lacking"


def phase_of(lack: Lack) -> Phase:
    """The phase that a lack belongs to."""
    return Phase[lack.phase.upper()]


def place_words(lack: Lack) -> str:
    """Where something is lacking: the rows that the message does not name, else the phase."""
    named = [each for each in lack.details if each not in lack.message]
    return "; ".join(each.rstrip(".") for each in named) or phase_of(lack).word
