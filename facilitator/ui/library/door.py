"""What the list of reviews may ask of the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path

    from facilitator.app.importing import Intake
    from facilitator.app.library import Library
    from facilitator.app.patterns import PatternBook
    from facilitator.app.searching import Answer, Hit
    from facilitator.domain.every_text import TextPlace
    from facilitator.domain.phase import Phase
    from facilitator.domain.records import Review
    from facilitator.domain.search_words import Wanted
    from facilitator.domain.trends import Mark, Trends
    from facilitator.store.listing import Summary

    Place = tuple[Phase, str | None]
    Sought = tuple[Answer, Sequence[Hit]]


class Door(Protocol):
    """Whole reviews.

    LibraryUnusable, NotFound and WriteFailed (``store.errors``) tell in a sentence what cannot be
    done, RuleViolation what cannot be a title; then nothing has changed.
    """

    def library(self) -> Library:
        """The open library, waiting for it if need be; LibraryUnusable if it cannot be opened."""

    def has_news(self) -> bool:
        """Whether others have written to the library since this was asked last; cheap."""

    def open_actions(self) -> int | None:
        """How many actions are open; None while the library is not."""

    def order(self, *, trashed: bool) -> Sequence[str]:
        """The ids of the reviews, newest first, or of those in the trash, last moved first."""

    def page(self, ids: Sequence[str]) -> Sequence[Summary]:
        """What the list shows of these reviews, of those that are there."""

    def find(self, line: str) -> Sought:
        """What a line asks for, and what is found; waits for the library, so in a thread."""

    def hits(self, wanted: Wanted, ids: Sequence[str]) -> Sequence[Hit]:
        """What the list shows of these reviews that were found."""

    def open_at(self, review_id: str, place: TextPlace) -> object:
        """Put a review on the Stage, where a text of it stands."""

    def open(self, review_id: str, place: Place | None = None) -> object:
        """Put a review on the Stage; at a phase, with a row of it selected."""

    def create(self, template_id: str, title: str) -> str:
        """Make a review from a template; its id."""

    def add_sample(self) -> str:
        """Take the sample review over; its id."""

    def add_all(self, reviews: Sequence[Review]) -> list[str]:
        """Take reviews over, all or none; their ids."""

    def keep_source(self, review_id: str, intake: Intake) -> None:
        """Keep the source that a review was made from."""

    def trends(self, since: date | None) -> Trends:
        """The page of the trends from a day on; waits for the library, so in a thread."""

    def behind(self, mark: Mark) -> Sequence[str]:
        """The ids of the reviews behind a mark on it."""

    @property
    def fonts(self) -> Path:
        """The folder in which the cuts of the typeface for print are kept."""

    def now(self) -> datetime:
        """This moment."""

    def today(self) -> date:
        """Today on the clocks of this machine."""

    def new_id(self) -> str:
        """An id for a new row."""

    def rename(self, review_id: str, title: str) -> object:
        """Give a review another title."""

    def duplicate(self, review_id: str) -> str:
        """Make a draft like a review; its id."""

    def trash(self, review_id: str) -> object:
        """Put a review into the trash."""

    def restore(self, review_id: str) -> object:
        """Take a review out of the trash."""

    def delete(self, review_id: str) -> object:
        """Remove a review for good."""

    def patterns(self) -> PatternBook:
        """The patterns, and what can be done with them; waits for the library."""

    def count_patterns(self) -> int:
        """How many patterns there are; none while the library is still to be opened."""
