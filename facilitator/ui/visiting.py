"""Goes from the review on the Stage to another one, and back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from facilitator.store.errors import LibraryUnusable, NotFound
from facilitator.store.quick import Reader
from facilitator.store.returned import read_fixes

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.app.opening import Opening
    from facilitator.coach.similar import Similar
    from facilitator.domain.phase import Phase
    from facilitator.domain.records import Review
    from facilitator.domain.returned import Fix
    from facilitator.ui.window import MainWindow

BACK = "review.back"


class _Here(NamedTuple):
    """Where one was."""

    review_id: str
    phase: Phase
    selected: str | None
    with_console: bool


class Visits:
    """What the Console is told of the other reviews (see ``console/others.py``)."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._opening: Opening = window.program.opening
        self._path: Path = window.program.paths.library

    def fixes(self, review_id: str) -> tuple[Fix, ...]:
        """What was done in other reviews about the failure class of a review."""
        with Reader(self._path) as reader:
            return reader.read(read_fixes(review_id))

    def like(self, review: Review, most: int) -> tuple[Similar, ...]:
        """The reviews most like one, the best first, and why."""
        return self._opening.library().similar().like(review, most)

    def load(self, review_id: str) -> Review:
        """Another review, whole."""
        return self._opening.quick_review(review_id) or self._opening.library().load(review_id)

    def visit(self, review_id: str) -> None:
        """Put another review on the Stage; a command brings this one back."""
        window = self._window
        if window.desk is None:
            return
        here = _Here(
            window.desk.review.id, window.shown_phase(), window.selected(), self._has_console()
        )
        if not self._put(review_id):
            return
        window.registry.bind(BACK, partial(self._return, here))
        if window.stage is not None:
            window.stage.tell_step("Alt Left brings the review before back")

    def _return(self, here: _Here) -> None:
        if not self._put(here.review_id):
            return
        self._window.go(here.phase, here.selected)
        if here.with_console and self._window.room is not None:
            self._window.room.open_console()

    def _put(self, review_id: str) -> bool:
        """Whether the review stands on the Stage; if not, a sentence or a field says why."""
        try:
            review = self.load(review_id)
        except (LibraryUnusable, NotFound) as problem:
            self._window.complain(problem.sentence)
            return False
        if not self._window.leave_review():
            return False
        self._window.show_review(review)
        return True

    def _has_console(self) -> bool:
        room = self._window.room
        return room is not None and room.console is not None
