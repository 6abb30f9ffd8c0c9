"""Does something long in a thread while the window stays alive."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.app.export import CannotExport
from facilitator.app.log import LOGGER

if TYPE_CHECKING:
    from collections.abc import Callable

    Step = Callable[[int, int], None]
    Make = Callable[[Step], object]


class _Cancelled(Exception):
    """The person has had enough."""


class Work(QObject):
    """Tells ``step`` (done, whole), then calls one of two functions in the thread of the window.

    ``make`` is given a function to tell how far it is; that also ends it once it is cancelled. The
    thread is Python's own, and a daemon: leaving the program does not wait for it.
    """

    step = Signal(int, int)
    _made = Signal(object)
    _failed = Signal(str)

    def __init__(self, make: Make) -> None:
        super().__init__()
        self._make = make
        self._cancelled = False

    def start(self, made: Callable[[object], object], failed: Callable[[str], object]) -> None:
        """Begin; the thread keeps this object until it ends."""
        self._then, self._or_else = made, failed
        queued = Qt.ConnectionType.QueuedConnection
        self._made.connect(self._tell_made, queued)
        self._failed.connect(self._tell_failed, queued)
        Thread(target=self._run, name="export", daemon=True).start()

    def cancel(self) -> None:
        """End it as soon as can be; nothing is told any more."""
        self._cancelled = True

    def _tell_made(self, made: object) -> None:
        # Cancelled after its end, but before word of that came through.
        if not self._cancelled:
            self._then(made)

    def _tell_failed(self, sentence: str) -> None:
        if not self._cancelled:
            self._or_else(sentence)

    def _run(self) -> None:
        try:
            self._made.emit(self._make(self._progress))
        except _Cancelled:
            return
        except CannotExport as problem:
            self._failed.emit(problem.sentence)
        except Exception as problem:  # noqa: BLE001 - told to the person, and logged
            LOGGER.error("export: %s", type(problem).__name__)
            kind = type(problem).__name__
            self._failed.emit(f"The file could not be made ({kind}). Nothing was written.")

    def _progress(self, done: int, whole: int) -> None:
        if self._cancelled:
            raise _Cancelled
        self.step.emit(done, whole)
