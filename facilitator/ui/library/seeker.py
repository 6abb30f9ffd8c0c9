"""Asks the library in a thread, so that no key ever waits; only the newest question counts."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from facilitator.store.errors import LibraryUnusable

if TYPE_CHECKING:
    from collections.abc import Callable


class Seeker(QObject):
    """``found`` brings what a line asks for; ``troubled`` says why that cannot be told.

    One search runs at a time. What is typed meanwhile is sought after it, the last line alone.
    """

    found = Signal(object)
    troubled = Signal(str)
    _done = Signal(int, object)

    def __init__(self, find: Callable[[str], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._find = find
        self._number, self._line = 0, ""
        self._thread: Thread | None = None
        self.busy = False
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def seek(self, line: str) -> None:
        """Begin to search; what is being searched for no longer counts."""
        self._number, self._line = self._number + 1, line
        if not self.busy:
            self.busy = True
            self._begin()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._number += 1
        self._line = ""

    def close(self) -> None:
        """End, after the search that is running."""
        self.forget()
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        self._thread = Thread(
            target=self._work, args=(self._number, self._line), name="search", daemon=True
        )
        self._thread.start()

    def _work(self, number: int, line: str) -> None:
        result: object
        try:
            result = self._find(line)
        except Exception as problem:  # noqa: BLE001 - it is raised again where it is seen
            result = problem
        if shiboken6.isValid(self):
            self._done.emit(number, result)

    def _take(self, number: int, result: object) -> None:
        if number != self._number and self._line:
            self._begin()
            return
        self.busy = False
        if number != self._number:
            return
        if isinstance(result, LibraryUnusable):
            self.troubled.emit(result.sentence)
        elif isinstance(result, Exception):
            raise result
        else:
            self.found.emit(result)
