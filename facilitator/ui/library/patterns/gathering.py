"""Gathers patterns and proposals in a thread: in a large library both take seconds."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from facilitator.store.errors import LibraryUnusable

if TYPE_CHECKING:
    from facilitator.ui.library.door import Door


class Gathering(QObject):
    """``gathered`` brings the patterns, ``proposed`` the proposals after them.

    ``troubled`` says why neither can be told. One gathering runs at a time; what is asked for
    meanwhile comes after it, and only the newest counts.
    """

    gathered = Signal(object, object)
    proposed = Signal(object)
    troubled = Signal(str)
    _word = Signal(int, str, object)

    def __init__(self, door: Door, parent: QObject) -> None:
        super().__init__(parent)
        self._door = door
        self._wanted = 0
        self.busy = False
        self._word.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Gather anew."""
        self._wanted += 1
        if not self.busy:
            self._start()

    def _start(self) -> None:
        self.busy = True
        Thread(target=self._work, args=(self._wanted,), name="patterns", daemon=True).start()

    def _work(self, number: int) -> None:
        try:
            gathered = self._door.patterns().gathered()
            self._tell(number, "gathered", (gathered, gathered.known()))
            self._tell(number, "proposed", gathered.proposals())
        except Exception as problem:  # noqa: BLE001 - it is raised again where it is seen
            self._tell(number, "troubled", problem)

    def _tell(self, number: int, what: str, result: object) -> None:
        if shiboken6.isValid(self):
            self._word.emit(number, what, result)

    def _take(self, number: int, what: str, result: object) -> None:
        newest = number == self._wanted
        if what != "gathered":
            self.busy = False
            if not newest:
                self._start()
        if isinstance(result, LibraryUnusable):
            self.troubled.emit(result.sentence)
        elif isinstance(result, Exception):
            raise result
        elif newest and what == "gathered" and isinstance(result, tuple):
            self.gathered.emit(*result)
        elif newest:
            self.proposed.emit(result)
