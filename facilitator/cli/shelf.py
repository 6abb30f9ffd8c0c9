"""The library of a command: opened when it is needed, its troubles told as failures."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from facilitator.app.care import way_out
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.cli.failure import Exit, Failure, refused
from facilitator.domain.rules import RuleViolation
from facilitator.store.errors import LibraryUnusable, NotFound, WriteFailed
from facilitator.store.find import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime

    from facilitator.app.library import Library
    from facilitator.domain.records import Review
    from facilitator.domain.trends import Trends
    from facilitator.store.listing import Summary


class Shelf:
    """Reads quickly where it can, and opens the library only for what needs it."""

    def __init__(self, opening: Opening, paths: Paths) -> None:
        self._opening = opening
        self.fonts, self.outlines, self.sources = paths.fonts, paths.outlines, paths.sources

    @property
    def library(self) -> Library:
        """The open library."""
        return self._opening.library()

    def listing(self) -> Sequence[Summary]:
        """All reviews, the latest change first."""
        found = self._opening.quick_list()
        return self.library.reviews() if found is None else found

    def trends(self, today: date, since: date | None) -> Trends:
        """The page of trends, without warnings."""
        found = self._opening.quick_trends(today, since)
        return self._opening.store().trends(today, since) if found is None else found

    def chosen(self, word: str) -> Review:
        """The review that a word means, whole."""
        review_id = find(word, self.listing()).id
        return self._opening.quick_review(review_id) or self.library.load(review_id)


@contextmanager
def open_shelf(
    named: str | None, now: Callable[[], datetime], new_id: Callable[[], str]
) -> Iterator[Shelf]:
    """A shelf on the named library, or the user's own; Failure for every trouble with it."""
    with failures():
        paths = Paths.find(named)
        opening = Opening(paths, now, new_id)
        try:
            yield Shelf(opening, paths)
        finally:
            opening.close()


@contextmanager
def failures() -> Iterator[None]:
    """Turn what a library or a rule says no to into a sentence and an exit status."""
    try:
        yield
    except LibraryUnusable as problem:
        raise Failure(Exit.LIBRARY, f"{problem.sentence} {way_out(problem)}".strip()) from None
    except WriteFailed as problem:
        raise Failure(Exit.LIBRARY, problem.sentence) from None
    except NotFound as problem:
        raise refused(problem.sentence) from None
    except RuleViolation as problem:
        raise refused(f"{problem.field}: {problem.reason}") from None
