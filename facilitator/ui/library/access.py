"""The door to the library that the window hands to its list of reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimeZone

from facilitator.domain.rules import RuleViolation
from facilitator.ui.library.model import PAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from facilitator.app.importing import Intake
    from facilitator.app.kept_sources import KeptSources
    from facilitator.app.library import Library
    from facilitator.app.opening import Opening
    from facilitator.app.paths import Paths
    from facilitator.app.patterns import PatternBook
    from facilitator.app.searching import Hit
    from facilitator.domain.every_text import TextPlace
    from facilitator.domain.records import Review
    from facilitator.domain.search_words import Wanted
    from facilitator.domain.trends import Mark, Trends
    from facilitator.store.listing import Summary
    from facilitator.ui.library.door import Place, Sought


class Access:
    """Lists by plain sqlite3 until the library is open; everything else waits for it."""

    def __init__(
        self,
        opening: Opening,
        show: Callable[[Review, Place | None], object],
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        paths: Paths,
    ) -> None:
        self._opening, self._show = opening, show
        self._now, self._new_id, self._sources = now, new_id, paths.sources
        self.fonts = paths.fonts

    def library(self) -> Library:
        """The open library, waiting for it if need be."""
        return self._opening.library()

    def has_news(self) -> bool:
        """Whether others have written to the library; not known before it is open."""
        return self._opening.is_open and self._opening.library().has_news()

    def open_actions(self) -> int | None:
        """How many actions are open; the first picture does not wait for it."""
        from facilitator.domain.action_filter import ActionState  # noqa: PLC0415 - comes late

        if not self._opening.is_open:
            return None
        today = self.today()
        return self.library().action_states((ActionState.OPEN,), today, today)[ActionState.OPEN]

    def order(self, *, trashed: bool) -> Sequence[str]:
        """The ids of the list, or of the trash; none while the library is still to be made.

        The trash stays empty until the library is open: the first picture does not wait for it.
        """
        if self._opening.is_open:
            return self._opening.library().order(trashed=trashed)
        return () if trashed else self._opening.quick_order() or ()

    def page(self, ids: Sequence[str]) -> Sequence[Summary]:
        """What the list shows of these reviews, of those that are there."""
        if self._opening.is_open:
            return self._opening.library().page(ids)
        return self._opening.quick_page(ids)

    def find(self, line: str) -> Sought:
        """What a line asks for, what is found, and what the first rows of it show."""
        searching = self._opening.library().searching
        answer = searching.find(line)
        return answer, searching.hits(answer.wanted, answer.found.ids[:PAGE])

    def hits(self, wanted: Wanted, ids: Sequence[str]) -> Sequence[Hit]:
        """What the list shows of these reviews that were found."""
        return self._opening.library().searching.hits(wanted, ids)

    def open_at(self, review_id: str, place: TextPlace) -> None:
        """Put a review on the Stage, where a text of it stands."""
        from facilitator.ui.library.found_place import stage_place  # noqa: PLC0415 - rarely needed

        review = self._opening.library().load(review_id)
        self._show(review, stage_place(review, place))

    def open(self, review_id: str, place: Place | None = None) -> None:
        """Put a review on the Stage; at a phase, with a row of it selected."""
        review = self._opening.quick_review(review_id)
        self._show(review or self._opening.library().load(review_id), place)

    def create(self, template_id: str, title: str) -> str:
        """Make a review from a template, in the zone of this machine; its id."""
        return self._opening.library().create(template_id, title, local_zone())

    def add_sample(self) -> str:
        """Take the sample review over; its id."""
        return self._opening.library().add_sample()

    def add_all(self, reviews: Sequence[Review]) -> list[str]:
        """Take reviews over, all or none; their ids."""
        library = self._opening.library()
        ids = library.add_all(reviews)
        library.searching.indexing.begin()
        return ids

    def keep_source(self, review_id: str, intake: Intake) -> None:
        """Keep the source that a review was made from."""
        self._kept(review_id).keep([intake])

    def _kept(self, review_id: str) -> KeptSources:
        from facilitator.app.kept_sources import KeptSources  # noqa: PLC0415 - rarely needed

        return KeptSources(self._sources, review_id)

    def trends(self, since: date | None) -> Trends:
        """The page of the trends from a day on; waits for the library, so in a thread."""
        return self._opening.library().trends(since)

    def behind(self, mark: Mark) -> Sequence[str]:
        """The ids of the reviews behind a mark on it."""
        return self._opening.library().behind(mark)

    def now(self) -> datetime:
        """This moment."""
        return self._now()

    def today(self) -> date:
        """Today on the clocks of this machine."""
        return self._now().astimezone().date()

    def new_id(self) -> str:
        """An id for a new row."""
        return self._new_id()

    def rename(self, review_id: str, title: str) -> None:
        """Give a review another title."""
        self._opening.library().rename(review_id, title)

    def duplicate(self, review_id: str) -> str:
        """Make a draft like a review; its id."""
        return self._opening.library().duplicate(review_id)

    def trash(self, review_id: str) -> None:
        """Put a review into the trash."""
        self._opening.library().trash(review_id)

    def restore(self, review_id: str) -> None:
        """Take a review out of the trash."""
        self._opening.library().restore(review_id)

    def delete(self, review_id: str) -> None:
        """Remove a review for good."""
        self._opening.library().delete(review_id)
        self._kept(review_id).forget()

    def patterns(self) -> PatternBook:
        """The patterns, and what can be done with them; waits for the library."""
        return self._opening.library().patterns()

    def count_patterns(self) -> int:
        """How many patterns there are; none while the library is still to be opened."""
        return self.patterns().count() if self._opening.is_open else 0


def local_zone() -> str:
    """The zone of this machine, or UTC if Python does not know it."""
    from facilitator.domain.zones import check_zone  # noqa: PLC0415 - the list needs no zones

    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    try:
        return check_zone(name)
    except RuleViolation:
        return "UTC"
