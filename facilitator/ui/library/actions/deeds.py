"""What the keys of the table do to the chosen actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits import actions as edits
from facilitator.domain.words import FINISHED_STATUSES, OUTCOMES, ActionStatus
from facilitator.ui.actions.wording import STATUS_HELP, STATUS_WORDS
from facilitator.ui.chooser import Choice, Chooser
from facilitator.ui.library.actions.sheets import ChosenDeferral, ChosenHeld, ChosenRisk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from facilitator.ui.library.actions.desk import ActionDesk, Chosen
    from facilitator.ui.sheet import Sheet

_UNDONE = "Only of what is done can be said whether it held. X says that it is done."


class ActionDeeds:
    """``begin`` gives the chosen rows, or None after telling why there are none."""

    def __init__(
        self,
        desk: ActionDesk,
        window: Callable[[], QWidget],
        begin: Callable[[], Chosen | None],
        say: Callable[[str], object],
    ) -> None:
        self._desk, self._window, self._begin, self._say = desk, window, begin, say

    def choose_status(self) -> None:
        """Choose how far they have come."""
        chosen = self._begin()
        if chosen is None:
            return
        choices = [Choice(each, STATUS_WORDS[each], STATUS_HELP[each]) for each in ActionStatus]
        chooser = Chooser(
            self._desk.theme,
            "How far has it come?",
            choices,
            lambda choice: self._set(chosen, ActionStatus(choice.id)),
            current=chosen.action.status,
        )
        self._open(chooser)

    def set_status(self, status: ActionStatus) -> None:
        """Set a status at once."""
        chosen = self._begin()
        if chosen is not None:
            self._set(chosen, status)

    def put_off(self) -> None:
        """Ask who accepts that it can happen again, why, and until when."""
        self.set_status(ActionStatus.DEFERRED)

    def rate(self, then: Callable[[int], object]) -> None:
        """Rate the risk; ``then`` is told how many cells to go on if Tab left the grid."""
        chosen = self._begin()
        if chosen is not None:
            sheet = ChosenRisk(self._desk, chosen)
            sheet.gone_on.connect(then)
            self._open(sheet, sheet.grid)

    def answer(self, status: ActionStatus) -> None:
        """Say whether they held; DONE asks when to look again."""
        chosen = self._begin()
        if chosen is None:
            return
        if any(each.action and each.action.status not in FINISHED_STATUSES for each in chosen.rows):
            self._say(_UNDONE)
            return
        sheet = ChosenHeld(self._desk, chosen, status)
        self._open(sheet, sheet.line)

    # -- inside --------------------------------------------------------------------------------

    def _set(self, chosen: Chosen, status: ActionStatus) -> None:
        if status is ActionStatus.DEFERRED:
            sheet = ChosenDeferral(self._desk, chosen)
            self._open(sheet, sheet.accepted_by)
        elif status in OUTCOMES:
            self.answer(status)
        else:
            word, today = STATUS_WORDS[status].lower(), self._desk.today()
            refusal = self._desk.apply_each(
                f"Status: {word}",
                lambda action: edits.set_status(action.id, status, today),
                f"now {word}",
            )
            if refusal is not None:
                self._say(refusal.reason)

    def _open(self, sheet: Sheet, focus: QWidget | None = None) -> None:
        sheet.open_over(self._window(), focus)
