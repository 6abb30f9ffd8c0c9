"""What became of an edit on the page of actions, told in a line, and the way back from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.rules import RuleViolation
from facilitator.store.errors import LibraryUnusable, NotFound, WriteFailed
from facilitator.ui.kit import Label
from facilitator.ui.library.actions.history import Steps
from facilitator.ui.library.actions.wording import changed_words
from facilitator.ui.library.told import Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.app.bulk import BulkStep
    from facilitator.ui.theme import Theme

TROUBLE = (LibraryUnusable, NotFound, WriteFailed)
_UNDONE = "There is nothing to take back here."
_UNREDONE = "There is nothing to do again here."


class Outcome(QObject):
    """Keeps the steps; ``changed`` tells that actions are others now.

    ``said`` shows why nothing was done, ``told`` what was, ``untold`` what was taken back: one
    of the three at a time.
    """

    changed = Signal()

    def __init__(
        self, theme: Theme, take_back: Callable[[BulkStep], BulkStep], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.steps = Steps(take_back)
        self.said = Label(theme, "", "label", "note", where="library", wrap=True)
        self.said.setObjectName("all_actions.said")
        self.told, self.untold = Told(theme), Told(theme, "Ctrl Shift Z")
        self._quiet()

    def did(self, step: BulkStep, what: str) -> None:
        """Show what was done, in words that go on from ``12 actions``."""
        self.steps.did(step)
        self._tell(self.told, changed_words(step.rows, what), "takes it back")

    def say(self, sentence: str) -> None:
        """Show why nothing was done."""
        self._quiet()
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def undo(self) -> None:
        """Take back what was done last on this page."""
        step = self._turned(self.steps.undo, _UNDONE)
        if step is not None:
            self._tell(self.untold, _turned_words(step, "taken back"), "does it again")

    def redo(self) -> None:
        """Do again what was taken back last."""
        step = self._turned(self.steps.redo, _UNREDONE)
        if step is not None:
            self._tell(self.told, _turned_words(step, "done again"), "takes it back")

    def _turned(self, turn: Callable[[], BulkStep | None], nothing: str) -> BulkStep | None:
        try:
            step = turn()
        except RuleViolation as refusal:
            self.say(refusal.reason)
            return None
        except TROUBLE as trouble:
            self.say(trouble.sentence)
            return None
        if step is None:
            self.say(nothing)
        return step

    def _tell(self, told: Told, sentence: str, then: str) -> None:
        self._quiet()
        told.say(sentence, then)
        self.changed.emit()

    def _quiet(self) -> None:
        for each in (self.told, self.untold, self.said):
            each.hide()


def _turned_words(step: BulkStep, what: str) -> str:
    return changed_words(step.rows, what, step.kept)
