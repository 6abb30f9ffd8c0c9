"""Asks something in a thread, so that keys never wait; only what was asked last counts."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from facilitator.store.errors import LibraryUnusable, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Errand(QObject, Generic[T]):
    """``came`` brings the answer, ``troubled`` says in a sentence why there is none.

    One question runs at a time; of those that are asked meanwhile the last follows.
    """

    came = Signal(object)
    troubled = Signal(str)
    _done = Signal(int, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._next: Callable[[], T] | None = None
        self._thread: Thread | None = None
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._thread is not None

    def ask(self, question: Callable[[], T]) -> None:
        """Begin to ask; the answer to anything before no longer counts."""
        self._number += 1
        if self._thread is None:
            self._begin(question)
        else:
            self._next = question

    def forget(self) -> None:
        """Wait for no answer any more."""
        self._number += 1
        self._next = None

    def close(self) -> None:
        """Wait for nothing any more, but let what runs come to its end."""
        self.forget()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _begin(self, question: Callable[[], T]) -> None:
        arguments = (self._number, question)
        self._thread = Thread(target=self._work, args=arguments, name="errand", daemon=True)
        self._thread.start()

    def _work(self, number: int, question: Callable[[], T]) -> None:
        result: object
        try:
            result = question()
        except Exception as problem:  # noqa: BLE001 - it is raised again where it is seen
            result = problem
        if shiboken6.isValid(self):
            self._done.emit(number, result)

    def _take(self, number: int, result: object) -> None:
        if self._thread is None:
            return
        self._thread.join()
        self._thread = None
        if self._next is not None:
            question, self._next = self._next, None
            self._begin(question)
        elif number == self._number:
            self._tell(result)

    def _tell(self, result: object) -> None:
        if isinstance(result, LibraryUnusable | NotFound):
            self.troubled.emit(result.sentence)
        elif isinstance(result, Exception):
            raise result
        else:
            self.came.emit(result)
