"""What the export needs of the program: the library's masks, the fonts, and the open review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.app.release import Prepared, prepare

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from facilitator.app.library import Library
    from facilitator.domain.records import Review
    from facilitator.domain.words import Audience


@dataclass(frozen=True, slots=True)
class House:
    """All of it is handed in; ``library`` waits for the library to be open."""

    library: Callable[[], Library]
    fonts: Path
    outlines: Path
    now: Callable[[], datetime]
    new_id: Callable[[], str]

    def prepare(self, review: Review, audience: Audience) -> Prepared:
        """The review as an audience may have it, and what still stands in it."""
        return prepare(review, audience, self.library().masks())
