"""Asks the library for what a line says, in a thread; only the newest line counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from facilitator.ui.errand import Errand

if TYPE_CHECKING:
    from collections.abc import Callable


class Seeker(QObject):
    """``found`` brings what a line asks for; ``troubled`` says why that cannot be told.

    One search runs at a time. What is typed meanwhile is sought after it, the last line alone.
    """

    found = Signal(object)
    troubled = Signal(str)

    def __init__(self, find: Callable[[str], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._find = find
        self._errand: Errand[Any] = Errand(self)
        self._errand.came.connect(self.found)
        self._errand.troubled.connect(self.troubled)

    @property
    def busy(self) -> bool:
        """Whether something is being searched for, or still was when it was forgotten."""
        return self._errand.busy

    def seek(self, line: str) -> None:
        """Begin to search; what is being searched for no longer counts."""
        self._errand.ask(partial(self._find, line))

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._errand.forget()

    def close(self) -> None:
        """End, after the search that is running."""
        self._errand.close()
