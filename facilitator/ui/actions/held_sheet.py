"""Asks of what is done whether it held: what was seen, or when somebody looks again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.domain.day_words import format_day
from facilitator.domain.due import read_due
from facilitator.domain.edits import actions as edits
from facilitator.domain.edits import chain
from facilitator.domain.edits.held import answer_held, check_again
from facilitator.domain.held_words import ASK, held_words
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import FINISHED_STATUSES, OUTCOMES, ActionStatus
from facilitator.ui.actions.lines_sheet import LinesSheet
from facilitator.ui.kit import Label
from facilitator.ui.timeline.choice_row import ChoiceRow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit, QWidget

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem
    from facilitator.ui.desk import EditDesk

_WIDTH = 820
_AGAIN = "again"
_FOOT = "Arrows choose. Enter goes on, and at the last line keeps it. Esc leaves it as it is."
_CHOICES = (
    (ActionStatus.HELD, "It held"),
    (ActionStatus.DID_NOT_HOLD, "It did not hold"),
    (_AGAIN, "Not known yet: look again"),
)
_SEEN = "Alerts, tests, incidents since: what a stranger could look up"
_DAY = "30 June, +90d, 2026-06-30"


class HeldSheet(LinesSheet):
    """Three answers, what was seen, and the next day; what the rules refuse is told at its line.

    ``status`` is the answer to begin with; DONE leaves it open, so that one looks again.
    ``about`` are words that stand in for those of the action.
    """

    def __init__(
        self, desk: EditDesk, action: ActionItem, status: ActionStatus, about: str | None = None
    ) -> None:
        super().__init__(desk.theme, ASK, "actions.held", _WIDTH)
        self._desk, self._action, self._about = desk, action, about
        self.answer = ChoiceRow(desk.theme, "actions.held.answer", ASK, _CHOICES)
        self.seen = self._line("held_because", "What was seen", _SEEN)
        self.again = self._line("check_on", "Look again on", _DAY)
        self._again_head = Label(desk.theme, "Look again on", "label", "ink2")
        self._lay_out()
        self._fill(status)
        self.answer.chosen.connect(self._chosen)

    @property
    def first(self) -> QWidget:
        """Where one begins: at the answer."""
        return self.answer.buttons[self.answer.value]

    def _lay_out(self) -> None:
        theme, grid = self.theme, self._grid()
        for row, (head, field) in enumerate(
            (
                (Label(theme, "Answer", "label", "ink2"), self.answer),
                (Label(theme, "What was seen", "label", "ink2"), self.seen),
                (self._again_head, self.again),
            )
        ):
            grid.addWidget(head, row, 0)
            grid.addWidget(field, row, 1)
        shown, column = self._desk.shown, self.card_column
        words = shown(self._action.text) if self._about is None else self._about
        column.addWidget(Label(theme, words, "text", wrap=True))
        if self._about is None and (told := held_words(self._action, self._desk.today())):
            column.addWidget(Label(theme, f"{shown(told)}.", "label", "ink2", wrap=True))
        column.addLayout(grid)
        column.addWidget(self._problem)
        column.addWidget(Label(theme, _FOOT, "label", "ink2", wrap=True))

    def _fill(self, status: ActionStatus) -> None:
        self.answer.show_value(status if status in OUTCOMES else _AGAIN)
        self.seen.setText(self._action.held_because)
        self.seen.home(False)
        day = self._action.check_on
        self.again.setText(format_day(day) if day and day > self._desk.today() else "")
        self._chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next line, and keeps it at the last."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._last().hasFocus():
            self._take()
        else:
            self._next()

    def _next(self) -> None:
        (self.again if self.seen.hasFocus() else self.seen).setFocus()

    def _last(self) -> QLineEdit:
        return self.seen if self.again.isHidden() else self.again

    def _chosen(self, _value: str = "") -> None:
        """The day is asked for only where it is not known yet."""
        open_yet = self.answer.value == _AGAIN
        self.again.setVisible(open_yet)
        self._again_head.setVisible(open_yet)
        self._tell(self.seen, "")
        self._tell(self.again, "")

    # -- keeping it ----------------------------------------------------------------------------

    def _take(self) -> None:
        try:
            refused = self.keep()
        except RuleViolation as refusal:
            refused = refusal
        if refused is None:
            self.close_sheet()
        else:
            self._refuse(refused)

    def keep(self) -> RuleViolation | None:
        """Keep the answer; a refusal is returned, or raised."""
        return self._desk.apply(self.label, self.edit_of(self._action))

    @property
    def label(self) -> str:
        """The name of the edit."""
        if self.answer.value == _AGAIN:
            return "Look again later"
        return "It held" if self.answer.value == ActionStatus.HELD else "It did not hold"

    def edit_of(self, action: ActionItem) -> Edit:
        """The edit that the answer means for an action; RuleViolation if it means none."""
        if self.answer.value == _AGAIN:
            return self._look_again(action)
        held = self.answer.value == ActionStatus.HELD
        edit = answer_held(action.id, held=held, because=self.seen.text())
        if action.status not in FINISHED_STATUSES:
            done = edits.set_status(action.id, ActionStatus.DONE, self._desk.today())
            edit = chain(done, edit)
        return edit

    def _look_again(self, action: ActionItem) -> Edit:
        today = self._desk.today()
        try:
            day = read_due(self.again.text(), today)
        except RuleViolation as refusal:
            raise RuleViolation("check_on", refusal.reason) from None
        if day is None:
            raise RuleViolation("check_on", "Say when somebody looks again.")
        return check_again(action.id, day, today, self.seen.text())

    def _refuse(self, refusal: RuleViolation) -> None:
        line = self.again if refusal.field == "check_on" else self.seen
        self._tell(line, refusal.reason)
        line.setFocus()
