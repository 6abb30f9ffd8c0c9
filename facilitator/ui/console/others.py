"""What the Console may ask about the other reviews of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from facilitator.coach.similar import Similar
    from facilitator.domain.records import Review
    from facilitator.domain.returned import Fix


class Others(Protocol):
    """Answers wait for the library, so they are asked for in a thread, unless it says otherwise.

    LibraryUnusable and NotFound (``store.errors``) tell what cannot be read.
    """

    def fixes(self, review_id: str) -> tuple[Fix, ...]:
        """What was done in other reviews about the failure class of a review."""

    def like(self, review: Review, most: int) -> tuple[Similar, ...]:
        """The reviews most like one, the best first, and why."""

    def load(self, review_id: str) -> Review:
        """Another review, whole."""

    def visit(self, review_id: str) -> object:
        """Put another review on the Stage, with a way back; not in a thread."""
