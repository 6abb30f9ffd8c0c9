"""A sheet with every question for every situation: to change, hide, bring back and add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.rules import RuleViolation
from facilitator.ui.console.prompts_sheet_list import SheetList
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from facilitator.app.prompts import Prompt, PromptBook
    from facilitator.ui.theme import Theme

_WIDTH = 860
CHANGE, ADD = "change", "add"
_KEYS = (
    "Enter changes the words · Insert adds a question · Delete hides one · R brings it back · "
    "← → go to other situations · Esc closes"
)
_TYPING = "Enter keeps it, Esc leaves it as it was."
_AGAIN = "It is hidden already. R brings it back."
_OURS = "These are our words, and it is not hidden."
_STILL_THERE = "Hidden. Delete once more takes it away for good, R brings it back."


class PromptsSheet(Sheet):
    """Opens at a question; with a ``task`` it is for that alone, and closes when that is done.

    ``changed`` tells that questions are others now.
    """

    changed = Signal()

    def __init__(self, theme: Theme, book: PromptBook, at: Prompt | None, task: str = "") -> None:
        super().__init__(theme, "Questions", width=_WIDTH)
        self.setObjectName("prompts.sheet")
        self._book, self._task = book, task
        self._keep: Callable[[str], object] | None = None
        self.list = SheetList(theme, book)
        self.lead = self._label("prompts.lead", "ink")
        self.line = QLineEdit()
        self.line.setObjectName("prompts.line")
        self.line.setFont(theme.font("prompt", "console"))
        self.foot = self._label("prompts.foot", "ink2")
        self.problem = self._label("prompts.problem", "note")
        for widget in (self.problem, self.list, self.lead, self.line, self.foot):
            self.card_column.addWidget(widget)
        self._wire()
        self.list.choose(at.id if at is not None else "")
        if not task or at is None:
            self._rest()
        elif task == ADD:
            self._add()
        else:
            self._change()

    def _label(self, name: str, colour: str) -> Label:
        label = Label(self.theme, "", "label", colour, where="console", wrap=True)
        label.setObjectName(name)
        return label

    def _wire(self) -> None:
        self.line.textEdited.connect(lambda _text: self._tell(_TYPING))
        self.line.returnPressed.connect(self._keep_words)
        self.list.edited.connect(self._change)
        self.list.added.connect(self._add)
        self.list.hid.connect(self._hide)
        self.list.restored.connect(self._restore)

    def open_over(self, window: object, focus: object = None) -> None:
        """Begin in the line if there is something to type, else in the list."""
        start = self.list if self._keep is None else self.line
        super().open_over(window, focus or start)  # type: ignore[arg-type]

    # -- typing --------------------------------------------------------------------------------

    def _change(self) -> None:
        if (prompt := self.list.current) is not None:
            words = self.list.words_of(prompt.situation)
            self._type(f"Your words for: {words}", prompt.words, self._changing(prompt))

    def _changing(self, prompt: Prompt) -> Callable[[str], object]:
        return lambda text: self._book.change(prompt.id, text)

    def _add(self) -> None:
        if (prompt := self.list.current) is not None:
            words = self.list.words_of(prompt.situation)
            self._type(f"A new question for: {words}", "", self._adding(prompt))

    def _adding(self, prompt: Prompt) -> Callable[[str], object]:
        def add(text: str) -> None:
            made = self._book.add(prompt.situation, text)
            self.list.load()
            self.list.choose(made.id)

        return add

    def _type(self, lead: str, text: str, keep: Callable[[str], object]) -> None:
        self._keep = keep
        self.lead.setText(lead)
        self.line.setAccessibleName(lead)
        self.line.setText(text)
        self.line.selectAll()
        for widget in (self.lead, self.line):
            widget.show()
        self._tell(_TYPING)
        self.line.setFocus()

    def _keep_words(self) -> None:
        if self._keep is None:
            return
        try:
            self._keep(self.line.text())
        except RuleViolation as refusal:
            self._tell(refusal.reason, refused=True)
            return
        self._after_change()
        self._leave_line()

    def _leave_line(self) -> None:
        if self._task:
            self.close_sheet()
        else:
            self._rest()

    def _rest(self) -> None:
        """Back to the list."""
        self._keep = None
        self.list.setFocus()
        self.lead.hide()
        self.line.hide()
        self._tell(_KEYS)

    # -- hiding --------------------------------------------------------------------------------

    def _hide(self) -> None:
        prompt = self.list.current
        if prompt is None:
            return
        if not prompt.hidden:
            self._do(lambda: self._book.remove(prompt.id), _STILL_THERE if prompt.own else _KEYS)
        elif prompt.own:
            self._do(lambda: self._book.forget(prompt.id), _KEYS)
        else:
            self._tell(_AGAIN)

    def _restore(self) -> None:
        prompt = self.list.current
        if prompt is None:
            return
        if prompt.hidden or prompt.changed:
            self._do(lambda: self._book.restore(prompt.id), _KEYS)
        else:
            self._tell(_OURS)

    def _do(self, deed: Callable[[], object], words: str) -> None:
        try:
            deed()
        except RuleViolation as refusal:
            self._tell(refusal.reason, refused=True)
        else:
            self._after_change()
            self._tell(words)

    # -- telling -------------------------------------------------------------------------------

    def _after_change(self) -> None:
        self.list.load()
        self.changed.emit()

    def _tell(self, words: str, *, refused: bool = False) -> None:
        self.foot.setText(words)
        self.foot.set_colour("note" if refused else "ink2")
        mark(self.line, words if refused and self._keep is not None else "")
        self.problem.setText(self._book.problem)
        self.problem.setVisible(bool(self._book.problem))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the line first, then the sheet."""
        if event.key() == Qt.Key.Key_Escape and self._keep is not None:
            self._leave_line()
        else:
            super().keyPressEvent(event)
