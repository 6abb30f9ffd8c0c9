"""What was done and can be undone: steps as data, without limit within a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from facilitator.domain.patch import Patch

MERGE_SECONDS = 2.0
"""Edits with the same merge key join if no more time than this lies between them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person did: its words, what it changed, and how it may be joined."""

    label: str
    patch: Patch
    merge_key: str | None
    at: datetime


class History:
    """Steps done and steps undone; what is done anew forgets what was undone."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._mergeable = False

    @property
    def last_done(self) -> Step | None:
        """What undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Step | None:
        """What redo would do again."""
        return self._undone[-1] if self._undone else None

    def remember(self, step: Step) -> None:
        """Add a step, or join it with the last; together they may amount to nothing."""
        self._undone.clear()
        if self._joins(step):
            step = Step(
                step.label, self._done.pop().patch.then(step.patch), step.merge_key, step.at
            )
        if step.patch:
            self._done.append(step)
        self._mergeable = bool(step.patch)

    def _joins(self, step: Step) -> bool:
        last = self.last_done
        if last is None or step.merge_key is None or not self._mergeable:
            return False
        waited = (step.at - last.at).total_seconds()
        alike = last.merge_key == step.merge_key and 0 <= waited <= MERGE_SECONDS
        # Between the two somebody else may have written: undo must lead back to their words.
        return alike and last.patch.leads_to(step.patch)

    def undone(self) -> None:
        """The last step was taken back."""
        self._undone.append(self._done.pop())
        self._mergeable = False

    def redone(self) -> None:
        """The last step taken back was done again."""
        self._done.append(self._undone.pop())
        self._mergeable = False

    def forget_done(self) -> None:
        """The last step cannot be taken back any more."""
        self._done.pop()
        self._mergeable = False

    def forget_undone(self) -> None:
        """The last step taken back cannot be done again any more."""
        self._undone.pop()
