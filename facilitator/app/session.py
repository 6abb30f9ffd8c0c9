"""The one door for every change to a review: write, remember, tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.app.history import History, Step
from facilitator.domain.delta import Delta
from facilitator.domain.patch import Patch
from facilitator.domain.rules import RuleViolation
from facilitator.store.errors import LibraryUnusable, NotFound, StaleRevision, WriteFailed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.store.store import Store

    Listener = Callable[[Delta], None]

__all__ = ["ReviewSession", "WriteFailed"]

TRIES = 20
"""So often an edit is made again because others were quicker, before it is given up."""
_OTHERS = "Others are changing this review all the time, so the edit was not saved. Try again."


class ReviewSession:
    """One open review.

    ``store`` gives the open library, waiting for it if need be; it is first asked when there is
    something to write.
    """

    def __init__(
        self, review: Review, store: Callable[[], Store], now: Callable[[], datetime]
    ) -> None:
        self.review = review
        self.saved_at: datetime | None = None
        self._store, self._now = store, now
        self._history = History()
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell every delta to a listener; what is returned ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def undo_label(self) -> str | None:
        """The words of what undo would take back."""
        step = self._history.last_done
        return step.label if step else None

    @property
    def redo_label(self) -> str | None:
        """The words of what redo would do again."""
        step = self._history.last_undone
        return step.label if step else None

    def apply(
        self, label: str, edit: Edit, merge_key: str | None = None, *, quiet: bool = False
    ) -> Delta:
        """Make an edit: written first, then remembered, then told, perhaps quietly.

        Raises RuleViolation if a rule refuses it and WriteFailed if it cannot be written; then
        nothing has changed.
        """
        base, own = self._write(edit)
        if own:
            self._history.remember(Step(label, Patch.of(own), merge_key, self._now()))
        return self._tell_all(base, own, quiet=quiet)

    def undo(self) -> Delta | None:
        """Take the last step back; None if there is none. Raises as ``apply`` does.

        A step that a rule refuses to take back is forgotten, so that those before it can be.
        """
        step = self._history.last_done
        if step is None:
            return None
        try:
            base, own = self._write(step.patch.reversed().applied)
        except RuleViolation:
            self._history.forget_done()
            raise
        self._history.undone()
        return self._tell_all(base, own)

    def redo(self) -> Delta | None:
        """Do the step last taken back again; None if there is none. As ``undo`` otherwise."""
        step = self._history.last_undone
        if step is None:
            return None
        try:
            base, own = self._write(step.patch.applied)
        except RuleViolation:
            self._history.forget_undone()
            raise
        self._history.redone()
        return self._tell_all(base, own)

    def refresh(self) -> Delta:
        """Take over what others have written meanwhile.

        Raises LibraryUnusable or NotFound if it cannot be read; then nothing has changed.
        """
        return self._take_over(self._store().load(self.review.id))

    # -- inside --------------------------------------------------------------------------------

    def _write(self, edit: Edit) -> tuple[Review, Delta]:
        """The newest review that others have made, and what the edit changed on it."""
        base = self.review
        for _ in range(TRIES):
            own = Delta.between(base, edit(base))
            if not own:
                return base, own
            try:
                saved = self._opened().save(own, base.revision)
            except StaleRevision:
                base = self._newest()
                continue
            self.saved_at = saved.at
            after = replace(own.after, revision=saved.revision, updated=saved.at)
            return base, replace(own, after=after)
        raise WriteFailed(_OTHERS)

    def _opened(self) -> Store:
        try:
            return self._store()
        except LibraryUnusable as problem:
            raise WriteFailed(f"The edit was not saved. {problem.sentence}") from None

    def _newest(self) -> Review:
        try:
            return self._opened().load(self.review.id)
        except (NotFound, LibraryUnusable) as problem:
            raise WriteFailed(f"The edit was not saved. {problem.sentence}") from None

    def _tell_all(self, base: Review, own: Delta, *, quiet: bool = False) -> Delta:
        """First what others have done, then what was done here: never both as one."""
        if base is not self.review:
            self._take_over(base)
        own = replace(own, quiet=quiet)
        # A listener may have led on meanwhile, and told this along with its own edit.
        if self.review is base:
            self.review = own.after
            self._tell(own)
        return own

    def _take_over(self, newest: Review) -> Delta:
        told = replace(Delta.between(self.review, newest), foreign=True)
        self.review = newest
        self._tell(told)
        return told

    def _tell(self, delta: Delta) -> None:
        if delta:
            for listener in tuple(self._listeners):
                listener(delta)
