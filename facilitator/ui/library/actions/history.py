"""What was done on the page of actions, to be taken back and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.app.bulk import BulkStep

MOST = 100
"""So many steps are remembered: each holds the fields that it changed."""


class Steps:
    """Steps, the last done first; what is done anew leaves nothing to do again.

    ``take_back`` may refuse a step (RuleViolation, WriteFailed): it is not forgotten then.
    """

    def __init__(self, take_back: Callable[[BulkStep], BulkStep]) -> None:
        self._take_back = take_back
        self._done: list[BulkStep] = []
        self._undone: list[BulkStep] = []

    def did(self, step: BulkStep) -> None:
        """Remember a step."""
        self._done = [*self._done[1 - MOST :], step]
        self._undone.clear()

    def undo(self) -> BulkStep | None:
        """Take the last step back; None if there is none."""
        return self._turn(self._done, self._undone)

    def redo(self) -> BulkStep | None:
        """Do the step again that was taken back last."""
        return self._turn(self._undone, self._done)

    def _turn(self, source: list[BulkStep], target: list[BulkStep]) -> BulkStep | None:
        if not source:
            return None
        turned = self._take_back(source[-1])
        source.pop()
        target.append(turned)
        return turned
