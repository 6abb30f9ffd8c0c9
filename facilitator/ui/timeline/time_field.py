"""A field for one typed time of an event: committed with Enter, refused in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.rules import RuleViolation
from facilitator.domain.times import Question, TimeContext, read_time
from facilitator.ui.chooser import Choice, Chooser
from facilitator.ui.fields import UndoGivesWay, mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from facilitator.domain.times import TypedTime
    from facilitator.ui.desk import Desk


class TimeField(UndoGivesWay, QLineEdit):
    """Reads a time; ``take(typed)`` applies it and gives a refusal, None for an emptied field.

    ``refused`` tells why a text was not taken; empty once it is fine.
    """

    refused = Signal(str)

    def __init__(  # noqa: PLR0913 - a field is its name, its way in and its way out
        self,
        desk: Desk,
        name: str,
        words: str,
        *,
        read: Callable[[], str],
        context: Callable[[], TimeContext],
        take: Callable[[TypedTime | None], RuleViolation | None],
    ) -> None:
        super().__init__(read())
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFont(desk.theme.font("text"))
        self._desk, self._read, self._context, self._take = desk, read, context, take
        self.editingFinished.connect(self.settle)
        self.textEdited.connect(lambda _text: self._tell(""))

    def refresh(self) -> None:
        """Take the time from the review, unless something is being typed."""
        if not self.isModified():
            self.setText(self._read())

    def settle(self) -> None:
        """Take what was typed; a text that cannot be read stays."""
        if not self.isModified():
            return
        text = self.text().strip()
        try:
            read = read_time(text, self._context()) if text else None
        except RuleViolation as refusal:
            self._tell(refusal.reason)
            return
        if isinstance(read, Question):
            self._ask(read)
        else:
            self._apply(read)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the old time back; without typing it is the sheet's."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._read())
            self._tell("")
        else:
            super().keyPressEvent(event)

    def _apply(self, read: TypedTime | None) -> None:
        refusal = self._take(read)
        if refusal is None:
            self.setText(self._read())
        self._tell(refusal.reason if refusal else "")

    def _ask(self, question: Question) -> None:
        choices = [Choice(each.typed, each.label) for each in question.choices]
        chooser = Chooser(self._desk.theme, question.text, choices, self._answered)
        chooser.open_over(self.window())

    def _answered(self, choice: Choice) -> None:
        self.setText(choice.id)
        self.setModified(True)
        self.settle()

    def _tell(self, reason: str) -> None:
        mark(self, reason)
        self.refused.emit(reason)
