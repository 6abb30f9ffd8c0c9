"""Looks at a whole review in small pieces, so that typing on the Stage never waits for it."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.coach.advice import looked_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from facilitator.coach.advice import Advice
    from facilitator.domain.records import Review

_PIECE_MS, _PAUSE_MS = 3, 4
"""So long it looks at a time, and so long everything else comes first."""


class Look(QObject):
    """``found`` brings what is advised, once all of the review was looked at."""

    found = Signal(tuple)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces: Iterator[tuple[Advice, ...] | None] = iter(())
        self._next = QTimer(self)
        self._next.setInterval(_PAUSE_MS)
        self._next.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether it has not seen all yet."""
        return self._next.isActive()

    def begin(self, review: Review, today: date) -> None:
        """Look from the start."""
        self._pieces = looked_at(review, today)
        self._next.start()

    def stop(self) -> None:
        """Look no further."""
        self._next.stop()

    def _go_on(self) -> None:
        until = perf_counter() + _PIECE_MS / 1000
        while perf_counter() < until:
            found = next(self._pieces, None)
            if found is not None:
                self._next.stop()
                self.found.emit(found)
                return
