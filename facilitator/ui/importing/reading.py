"""Reads files in a thread, so that the window stays alive and reading can be given up."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.app.basket import Taken, read_one
from facilitator.app.crash import where
from facilitator.app.gathering import gather
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.app.gathering import Found
    from facilitator.app.reading import Source


class Reading(QObject):
    """``came`` tells how many of how many are read, and the name of the next; ``done`` ends it."""

    came = Signal(int, int, str)
    done = Signal(list)
    refused = Signal(str)

    def __init__(self, sources: Sequence[Source], new_id: Callable[[], str]) -> None:
        super().__init__()
        self._sources, self._new_id = sources, new_id
        self._given_up = False

    def begin(self) -> Thread:
        """Read all of it."""
        thread = Thread(target=self._read, name="reading", daemon=True)
        thread.start()
        return thread

    def give_up(self) -> None:
        """Stop after the file that is being read; nothing more is told."""
        self._given_up = True

    def _read(self) -> None:
        try:
            found = gather(self._sources)
            taken = self._read_all(found)
        except Refused as problem:
            self._tell_refused(str(problem))
        except Exception as problem:  # noqa: BLE001 - a thread must not die without a word
            self._tell_refused(f"Facilitator made a mistake while reading: {where(problem)}.")
        else:
            if not self._given_up:
                self.done.emit(taken)

    def _read_all(self, found: Sequence[Found]) -> list[Taken]:
        taken = []
        for number, each in enumerate(found):
            if self._given_up:
                break
            self.came.emit(number, len(found), each.name)
            taken.append(read_one(each, None, self._new_id, alone=len(found) == 1))
        return taken

    def _tell_refused(self, sentence: str) -> None:
        if not self._given_up:
            self.refused.emit(sentence)
