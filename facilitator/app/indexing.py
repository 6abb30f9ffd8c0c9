"""Makes reviews searchable: a few at once, many in a thread of their own."""

from __future__ import annotations

from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from facilitator.app.log import LOGGER
from facilitator.store.errors import LibraryUnusable, WriteFailed
from facilitator.store.search.index import BATCH

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.store.search.searcher import Searcher
    from facilitator.store.store import Store

_PAUSE = 0.02
"""Seconds between two batches, in which others may write and the window may answer."""


class Indexing:
    """Brings the index up to date, whatever was edited, imported or deleted before.

    Nothing is lost if it is stopped at any moment: what is not in the index yet is found to be
    so again. What cannot be written now is left for the next time.
    """

    def __init__(self, store: Store, searcher: Searcher) -> None:
        self._store, self._searcher = store, searcher
        self._lock, self._stopped = Lock(), Event()
        self._thread: Thread | None = None

    def stop(self) -> None:
        """End, after the batch that is being written."""
        self._stopped.set()
        # Not between the making of a thread and its start.
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def finish(self, told: Callable[[int], object] = int) -> None:
        """Take all in before going on; ``told`` is told how many are left."""
        while waiting := self._searcher.waiting():
            told(len(waiting))
            for start in range(0, len(waiting), BATCH):
                self._store.take_into_index(waiting[start : start + BATCH])

    def catch_up(self) -> None:
        """Take a few in at once; begin with the rest, if there is more, in the background."""
        try:
            waiting = self._searcher.waiting()
            if waiting and len(waiting) <= BATCH and not self._is_at_work():
                self._store.take_into_index(waiting)
            elif waiting:
                self.begin()
        except (WriteFailed, LibraryUnusable) as problem:
            LOGGER.info("not indexed: %s", type(problem).__name__)

    def begin(self) -> None:
        """Take in what is waiting, in the background."""
        with self._lock:
            if not self._is_at_work() and not self._stopped.is_set():
                self._thread = Thread(target=self._work, name="indexing", daemon=True)
                self._thread.start()

    def _is_at_work(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _work(self) -> None:
        try:
            waiting = self._searcher.waiting()
            for start in range(0, len(waiting), BATCH):
                if self._stopped.wait(_PAUSE):
                    return
                self._store.take_into_index(waiting[start : start + BATCH])
        except (WriteFailed, LibraryUnusable) as problem:
            LOGGER.info("not indexed: %s", type(problem).__name__)
