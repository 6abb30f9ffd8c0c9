"""Search over the whole library, as the window and the command line need it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.app.indexing import Indexing
from facilitator.domain.found_words import spans
from facilitator.domain.naming import Naming
from facilitator.domain.search_words import Wanted, read_search
from facilitator.store.errors import LibraryUnusable
from facilitator.store.search.searcher import Found, Searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from facilitator.store.listing import Summary
    from facilitator.store.search.lines import FoundLine
    from facilitator.store.store import Store

_AS_TYPED = ("owner", "backlog.key", "backlog.system", "deferral.accepted_by")
"""Owners of actions are named, and who accepts a risk."""


_KNOWN = 256
"""The names of the people of so many reviews are kept in mind."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a line asks for, and what was found."""

    wanted: Wanted
    found: Found


@dataclass(frozen=True, slots=True)
class Hit:
    """A review that was found, and the line that shows best why; None where no line does."""

    summary: Summary
    line: FoundLine | None = None


@dataclass(frozen=True, slots=True)
class Hits:
    """The first of the reviews that were found, the best first.

    ``total`` counts all that were found, ``of`` all reviews, ``waiting`` those whose words are
    not searchable yet. ``trouble`` tells in a sentence what of the line could not be read.
    """

    hits: tuple[Hit, ...]
    total: int
    of: int
    waiting: int
    trouble: str


class Searching:
    """Searches an open library; a search may run in a thread while others go on."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now
        self._searcher = Searcher(store.path)
        # The reviews that were found by one letter are found by the next, too.
        self._naming = lru_cache(_KNOWN)(Naming.of)
        self.indexing = Indexing(store, self._searcher)

    def close(self) -> None:
        """Let go of the file."""
        self.indexing.stop()
        self._searcher.close()

    def find(self, line: str, *, private: bool = False) -> Answer:
        """The reviews that a line asks for; what was edited last is found too.

        Raises LibraryUnusable if the library cannot be read.
        """
        self.indexing.catch_up()
        today = self._today()
        wanted = read_search(line, today, private=private)
        return Answer(wanted, self._searcher.find(wanted, today))

    def hits(self, wanted: Wanted, ids: Sequence[str]) -> tuple[Hit, ...]:
        """What is shown of these reviews, in this order, of those that are still there."""
        lines = self._searcher.lines(wanted, ids)
        return tuple(
            Hit(summary, self._as_shown(wanted, summary.id, lines.get(summary.id)))
            for summary in self._store.page(ids)
        )

    def _today(self) -> date:
        return self._now().astimezone().date()

    def _as_shown(self, wanted: Wanted, review_id: str, line: FoundLine | None) -> FoundLine | None:
        """The line with roles for names, unless the review shows names: as the room sees it."""
        if line is None or line.place.field in _AS_TYPED:
            return line
        try:
            people, use = self._store.people(review_id)
        except LibraryUnusable:
            # Whose names must not be seen cannot be known.
            return None
        shown = self._naming(people, use).shown(line.text)
        if shown == line.text:
            return line
        marked = {span for term in wanted.sought for span in spans(shown, term)}
        return replace(line, text=shown, spans=tuple(sorted(marked)))
