"""What editors and sheets work with on the page of all actions: every edit goes to all chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from facilitator.domain.rules import RuleViolation
from facilitator.store.errors import LibraryUnusable, NotFound, WriteFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from facilitator.app.bulk import BulkStep
    from facilitator.domain.edits import Edit
    from facilitator.domain.listed_action import ListedAction
    from facilitator.domain.records import ActionItem, Review
    from facilitator.ui.library.door import Door
    from facilitator.ui.theme import Theme

_TROUBLE = (LibraryUnusable, NotFound, WriteFailed)
_ALIKE = "Nothing changed: it is like this already."


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows that an edit goes to, and the one with the frame, which is one of them."""

    rows: tuple[ListedAction, ...]
    current: ListedAction
    action: ActionItem

    @property
    def many(self) -> bool:
        """Whether there are several."""
        return len(self.rows) > 1


class Shown(Protocol):
    """The page, as far as edits need it."""

    def did(self, step: BulkStep, what: str) -> None:
        """Show what was done, in words that go on from ``12 actions``."""

    def say(self, sentence: str) -> None:
        """Show that nothing was done, and why."""


class ActionDesk:
    """Keeps which rows are chosen while somebody types for them; see ``desk.EditDesk``."""

    def __init__(self, theme: Theme, door: Door, shown: Shown) -> None:
        self._theme, self._door, self._shown = theme, door, shown
        self._review: Review | None = None
        self.chosen: Chosen | None = None

    def take(self, chosen: Chosen) -> bool:
        """Work on these from now on; False if their review cannot be read."""
        review, reason = self._try(lambda: self._door.library().load(chosen.current.review.id))
        if review is None:
            self._shown.say(reason)
            return False
        self._review, self.chosen = review, chosen
        return True

    @property
    def theme(self) -> Theme:
        """The looks."""
        return self._theme

    @property
    def review(self) -> Review:
        """The review of the row with the frame."""
        if self._review is None:
            raise LookupError("no row is worked on")
        return self._review

    def shown(self, text: str) -> str:
        """A text as it is: the list is for whoever leads the reviews."""
        return text

    def today(self) -> date:
        """Today on the clocks of this machine."""
        return self._door.today()

    def apply(self, label: str, edit: Edit) -> RuleViolation | None:
        """Apply an edit to the row with the frame."""
        return self.apply_each(label, lambda _action: edit, "changed", alone=True)

    def apply_each(
        self,
        label: str,
        make: Callable[[ActionItem], Edit],
        what: str,
        *,
        alone: bool = False,
    ) -> RuleViolation | None:
        """Apply what ``make`` makes of every chosen action, all or none; told as ``what``."""
        if self.chosen is None:
            return None
        rows: Sequence[ListedAction] = (self.chosen.current,) if alone else self.chosen.rows
        try:
            changes = [(each.review.id, make(each.action)) for each in rows if each.action]
            step = self._door.library().apply_many(label, changes)
        except RuleViolation as refusal:
            return refusal
        except _TROUBLE as trouble:
            return RuleViolation("", trouble.sentence)
        if step.patches:
            self._shown.did(step, what)
        else:
            self._shown.say(_ALIKE)
        return None

    def _try(self, load: Callable[[], Review]) -> tuple[Review | None, str]:
        try:
            return load(), ""
        except _TROUBLE as trouble:
            return None, trouble.sentence
