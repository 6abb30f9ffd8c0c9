"""An open library: reviews are listed, made, opened, thrown away and brought back."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from facilitator.app.bulk import apply_many, take_back
from facilitator.app.sample import read_sample
from facilitator.app.session import ReviewSession
from facilitator.app.templates import from_template
from facilitator.app.trends import judged
from facilitator.coach.hinting import rehinted
from facilitator.domain.edits.brief import set_field
from facilitator.domain.masking import Masks, checked
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import LINE_LIMIT, clean_line, shortened
from facilitator.domain.words import ReviewStatus
from facilitator.store.find import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from facilitator.app.bulk import BulkStep
    from facilitator.app.elsewhere import WhomElse
    from facilitator.app.patterns import PatternBook
    from facilitator.app.searching import Hits, Searching
    from facilitator.app.similar import Likeness
    from facilitator.domain.action_filter import ActionFilter, ActionState
    from facilitator.domain.asked import Asked
    from facilitator.domain.edits import Edit
    from facilitator.domain.listed_action import ListedAction
    from facilitator.domain.masking import Mask
    from facilitator.domain.records import Review
    from facilitator.domain.trends import Mark, Trends
    from facilitator.store.listing import Summary
    from facilitator.store.store import Store

_COPY = " (copy)"


class Library:
    """What can be done with whole reviews.

    LibraryUnusable, NotFound and WriteFailed tell, each in a sentence, what cannot be done.
    """

    def __init__(
        self, store: Store, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._store, self._now, self._new_id = store, now, new_id
        self._likeness: Likeness | None = None
        self._searching: Searching | None = None
        self._ended = False
        self._lock = Lock()

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._store.path

    def has_news(self) -> bool:
        """Whether others have written to it since this was asked last; cheap."""
        return self._store.has_news()

    def close(self) -> None:
        """Let go of the file."""
        self.stop_searching()
        self._store.close()

    def stop_searching(self) -> None:
        """Let go of what searches; nothing is indexed any more."""
        with self._lock:
            searching, self._searching, self._ended = self._searching, None, True
        if searching is not None:
            searching.close()

    def reviews(self, *, trashed: bool = False) -> Sequence[Summary]:
        """The reviews, the latest change first; or those in the trash."""
        return self._store.summaries(trashed=trashed)

    def find(self, word: str) -> Summary:
        """The review with this id, or the only one whose id or title begins so."""
        return find(word, self.reviews())

    @property
    def searching(self) -> Searching:
        """Searches this library; threads may ask for it."""
        from facilitator.app.searching import Searching  # noqa: PLC0415 - the list needs none

        with self._lock:
            if self._searching is None:
                self._searching = Searching(self._store, self._now)
                if self._ended:
                    self._searching.indexing.stop()
            return self._searching

    def search(self, line: str, *, limit: int = 20, private: bool = False) -> Hits:
        """The reviews that a line asks for, the best first; private notes only when asked."""
        from facilitator.app.searching import Hits  # noqa: PLC0415 - the same

        answer = self.searching.find(line, private=private)
        found = answer.found
        hits = self.searching.hits(answer.wanted, found.ids[:limit])
        return Hits(hits, len(found.ids), found.of, found.waiting, answer.wanted.trouble)

    def order(self, *, trashed: bool = False) -> Sequence[str]:
        """The ids of the reviews, newest first; or of those in the trash."""
        return self._store.order(trashed=trashed)

    def page(self, ids: Sequence[str]) -> Sequence[Summary]:
        """What the list shows of these reviews, in this order, of those that are there."""
        return self._store.page(ids)

    def load(self, review_id: str) -> Review:
        """The whole review."""
        return self._store.load(review_id)

    def session(self, review_id: str) -> ReviewSession:
        """Open a review for editing."""
        return ReviewSession(self.load(review_id), lambda: self._store, self._now)

    def create(self, template_id: str, title: str, time_zone: str = "UTC") -> str:
        """Make a review from a template; its id."""
        review = from_template(
            template_id, title, new_id=self._new_id, now=self._now(), time_zone=time_zone
        )
        return self.add(review)

    def add(self, review: Review) -> str:
        """Take a review over; its id, which is a new one if the old one is taken."""
        return self.add_all([review])[0]

    def add_all(self, reviews: Iterable[Review]) -> list[str]:
        """Take several over, all or none; their ids."""
        return self._store.take_over(map(rehinted, reviews), self._new_id)

    def add_sample(self) -> str:
        """Take the sample review over; its id."""
        return self.add(read_sample(self._new_id))

    def rename(self, review_id: str, title: str) -> None:
        """Give a review another title; RuleViolation for one without words."""
        if not clean_line(title):
            raise RuleViolation("title", "Say what the review is about.")
        self.apply(review_id, "Rename", set_field("title", title))

    def apply(self, review_id: str, label: str, edit: Edit) -> None:
        """Make one edit on a review that need not be open."""
        self.session(review_id).apply(label, edit)

    def apply_many(self, label: str, changes: Iterable[tuple[str, Edit]]) -> BulkStep:
        """Make edits on many reviews, all or none; what is given can be taken back.

        Raises RuleViolation if a rule refuses one of them.
        """
        return apply_many(self._store, label, changes)

    def take_back(self, step: BulkStep) -> BulkStep:
        """Take back what ``apply_many`` did, where nobody changed it since; the way back is given.

        Raises RuleViolation if somebody has changed all of it.
        """
        return take_back(self._store, step)

    def find_actions(self, wanted: ActionFilter, today: date) -> Sequence[int]:
        """Numbers of the actions that fit, over all reviews, in their order; quick to count."""
        return self._store.find_actions(wanted, today)

    def count_actions(self, wanted: ActionFilter, today: date) -> int:
        """How many actions fit."""
        return len(self.find_actions(wanted, today))

    def actions(self, numbers: Iterable[int]) -> Mapping[int, ListedAction]:
        """The actions with these numbers, without those that are gone meanwhile."""
        return self._store.read_actions(numbers)

    def action_states(
        self, states: Sequence[ActionState], today: date, since: date
    ) -> Mapping[ActionState, int]:
        """How many actions each state can be said of."""
        return self._store.count_states(states, today, since)

    def last_held(self, today: date) -> date | None:
        """The day of the last review meeting before today."""
        return self._store.last_held(today)

    def duplicate(self, review_id: str) -> str:
        """Make a draft like a review, for a meeting that is still to come; its id."""
        review = self.load(review_id)
        return self.add(
            replace(
                review,
                id=self._new_id(),
                title=f"{shortened(review.title, LINE_LIMIT - len(_COPY))}{_COPY}".strip(),
                status=ReviewStatus.DRAFT,
                poll=None,
                revision=0,
                created=None,
                updated=None,
            )
        )

    def masks(self) -> Masks:
        """The words that are masked or allowed in what leaves the house."""
        return Masks(self._store.masks())

    def set_mask(self, mask: Mask) -> Mask:
        """Mask or allow words from now on; RuleViolation for a mask without sense."""
        mask = checked(mask)
        self._store.put_mask(mask)
        return mask

    def drop_mask(self, text: str) -> None:
        """Neither mask nor allow these words any longer."""
        self._store.drop_mask(text)

    def trends(self, since: date | None = None) -> Trends:
        """The page about the whole library, from a day on, with what there is to warn of."""
        return judged(self._store.trends(self._now().date(), since))

    def behind(self, mark: Mark) -> tuple[str, ...]:
        """The ids of the reviews behind a mark on that page, the latest first."""
        return self._store.behind(mark)

    def trash(self, review_id: str) -> None:
        """Put a review into the trash."""
        self._store.trash(review_id)

    def restore(self, review_id: str) -> None:
        """Take a review out of the trash."""
        self._store.restore(review_id)

    def delete(self, review_id: str) -> None:
        """Remove a review for good."""
        self._store.delete(review_id)

    def patterns(self) -> PatternBook:
        """What reviews say again and again, and what can be done with that."""
        from facilitator.app.patterns import PatternBook  # noqa: PLC0415 - when asked for

        return PatternBook(self._store, self._now, self._new_id)

    def similar(self) -> Likeness:
        """What finds reviews like another one; it remembers what it has read."""
        if self._likeness is None:
            from facilitator.app.similar import Likeness  # noqa: PLC0415 - when asked for

            self._likeness = Likeness(self._store.path)
        return self._likeness

    def asked(self, *, open_only: bool = False) -> tuple[Asked, ...]:
        """Who was asked elsewhere about a finding, those not answered first, the oldest first."""
        from facilitator.store.asked import read_asked  # noqa: PLC0415 - when asked for

        found = self._store.read(read_asked)
        return tuple(each for each in found if each.open or not open_only)

    def whom(self) -> WhomElse:
        """Which services and teams there are to ask."""
        from facilitator.app.elsewhere import WhomElse  # noqa: PLC0415 - when asked for

        return WhomElse(self._store.path)
