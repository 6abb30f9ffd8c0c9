"""What was done on the page of patterns, to be taken back and done again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.app.patterns import Undo


@dataclass
class Steps:
    """Each step is what takes it back, and that gives what does it again."""

    _back: list[tuple[str, Undo]] = field(default_factory=list)
    _again: list[tuple[str, Undo]] = field(default_factory=list)

    def add(self, words: str, undo: Undo) -> None:
        """Remember a deed; what was taken back can no longer be done again."""
        self._back.append((words, undo))
        self._again.clear()

    @property
    def to_undo(self) -> str:
        """What would be taken back, or nothing."""
        return self._back[-1][0] if self._back else ""

    @property
    def to_redo(self) -> str:
        """What would be done again, or nothing."""
        return self._again[-1][0] if self._again else ""

    def undo(self) -> str:
        """Take the last deed back; its words. What the library raises leaves all as it was."""
        return _move(self._back, self._again)

    def redo(self) -> str:
        """Do again what was taken back last."""
        return _move(self._again, self._back)


def _move(here: list[tuple[str, Undo]], there: list[tuple[str, Undo]]) -> str:
    if not here:
        return ""
    words, run = here[-1]
    there.append((words, run()))
    here.pop()
    return words
