"""Did it hold: asks by what that was seen, or when to look again."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.due import read_due
from facilitator.domain.edits.held import answer_held, check_again
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import TEXT_LIMIT
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label
from facilitator.ui.library.actions.wording import titles
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem
    from facilitator.ui.library.actions.desk import ActionDesk, Chosen

_WIDTH = 820


class Answer(Enum):
    """What can be answered: title, name of the line, hint, label of the edit, and its words."""

    HELD = (
        "It held",
        "By what was that seen?",
        "Three deploys since, and no alert",
        "It held",
        "held",
    )
    NOT_HELD = (
        "It did not hold",
        "By what was that seen?",
        "INC-81: the same settings, on another path",
        "It did not hold",
        "did not hold",
    )
    AGAIN = (
        "Look again later",
        "When?",
        "+30d, 30 June, 2026-06-30",
        "Look again",
        "to look at again",
    )


class HeldSheet(Sheet):
    """One line; what the rules refuse is told below it."""

    def __init__(self, desk: ActionDesk, chosen: Chosen, answer: Answer) -> None:
        title, name, hint, self._label, self._what = answer.value
        super().__init__(desk.theme, title, width=_WIDTH)
        self.setObjectName("all_actions.held")
        self._desk, self._answer = desk, answer
        self.line = QLineEdit()
        self.line.setObjectName("all_actions.held.line")
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.line.setMaxLength(TEXT_LIMIT)
        self.line.setFont(desk.theme.font("text"))
        self.line.textEdited.connect(lambda _text: self._tell(""))
        self._problem = Label(desk.theme, "", "label", "note", wrap=True)
        self._problem.setObjectName("all_actions.held.problem")
        self._problem.hide()
        foot = "Enter takes it. Esc leaves it as it is."
        for widget in (
            Label(desk.theme, titles(chosen.rows), "text", wrap=True),
            Label(desk.theme, name, "label", "ink2"),
            self.line,
            self._problem,
            Label(desk.theme, foot, "label", "ink2", wrap=True),
        ):
            self.card_column.addWidget(widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        try:
            refused = self._desk.apply_each(self._label, self._edit, self._what)
        except RuleViolation as refusal:
            refused = refusal
        if refused is None:
            self.close_sheet()
        else:
            self._tell(refused.reason)

    def _edit(self, action: ActionItem) -> Edit:
        typed, today = self.line.text(), self._desk.today()
        if self._answer is not Answer.AGAIN:
            return answer_held(action.id, held=self._answer is Answer.HELD, because=typed)
        day = read_due(typed, today)
        if day is None:
            raise RuleViolation("check_on", "Say when to look again.")
        return check_again(action.id, day, today)

    def _tell(self, reason: str) -> None:
        mark(self.line, reason)
        self._problem.setText(reason)
        self._problem.setVisible(bool(reason))
