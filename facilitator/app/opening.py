"""Opens the library in the background, so that the first picture need not wait for it."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from facilitator.store.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from facilitator.app.library import Library
    from facilitator.app.paths import Paths
    from facilitator.domain.records import Review
    from facilitator.domain.trends import Trends
    from facilitator.store.listing import Summary
    from facilitator.store.store import Store


def _open_store(paths: Paths, now: Callable[[], datetime]) -> Store:
    from facilitator.store.store import open_store  # noqa: PLC0415 - loads SQLModel

    return open_store(paths.library, now, paths.backups)


class Opening:
    """A library that is opened when it is first needed; threads may ask for it."""

    def __init__(
        self, paths: Paths, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._paths, self._now, self._new_id = paths, now, new_id
        self._lock = Lock()
        self._store: Store | None = None
        self._library: Library | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing need be waited for."""
        return self._library is not None

    def store(self) -> Store:
        """The open store, waiting for it if need be; LibraryUnusable if it cannot be opened."""
        with self._lock:
            if self._store is None:
                self._store = _open_store(self._paths, self._now)
            return self._store

    def library(self) -> Library:
        """The open library, in the same way."""
        store = self.store()
        # The first edit needs the store alone.
        from facilitator.app.library import Library  # noqa: PLC0415 - as the store does

        with self._lock:
            if self._library is None:
                self._library = Library(store, self._now, self._new_id)
            return self._library

    def check(self) -> None:
        """LibraryUnusable if what is at the library's path is none, or cannot be read."""
        from facilitator.store.quick import look  # noqa: PLC0415 - the window appears without it

        look(self._paths.library)

    def quick_list(self) -> Sequence[Summary] | None:
        """The list as plain sqlite3 reads it; None if the library must be migrated first.

        Looking at a library that is not there yet makes none.
        """
        from facilitator.store.quick import Reader, State, look  # noqa: PLC0415 - the same

        state = look(self._paths.library)
        if state is not State.CURRENT:
            return () if state is State.ABSENT else None
        with Reader(self._paths.library) as reader:
            return reader.summaries()

    def quick_trends(self, today: date, since: date | None) -> Trends | None:
        """The page of trends, without warnings, in the same way."""
        from facilitator.domain.trends import Trends  # noqa: PLC0415 - the window needs none
        from facilitator.store.quick import Reader, State, look  # noqa: PLC0415 - the same

        state = look(self._paths.library)
        if state is State.BEHIND:
            return None
        if state is State.ABSENT:
            return Trends(today=today, since=since)
        with Reader(self._paths.library) as reader:
            return reader.trends(today, since)

    def quick_order(self) -> Sequence[str] | None:
        """The ids of the list in the same way, newest first."""
        from facilitator.store.quick import Reader, State, look  # noqa: PLC0415 - the same

        state = look(self._paths.library)
        if state is not State.CURRENT:
            return () if state is State.ABSENT else None
        with Reader(self._paths.library) as reader:
            return reader.order()

    def quick_page(self, ids: Sequence[str]) -> Sequence[Summary]:
        """Some rows of the list in the same way."""
        from facilitator.store.quick import Reader  # noqa: PLC0415 - the same

        with Reader(self._paths.library) as reader:
            return reader.page(ids)

    def quick_review(self, review_id: str) -> Review | None:
        """One review in the same way; None also if it is not there, or in the trash."""
        from facilitator.store.quick import Reader, State, look  # noqa: PLC0415 - the same

        if look(self._paths.library) is not State.CURRENT:
            return None
        with Reader(self._paths.library) as reader:
            try:
                return reader.load(review_id) if reader.lists(review_id) else None
            except NotFound:
                return None

    def close(self) -> None:
        """Let go of the library, if it was opened."""
        with self._lock:
            if self._library is not None:
                self._library.stop_searching()
            if self._store is not None:
                self._store.close()
            self._store = self._library = None
