"""Where else: which services and teams were asked about a finding, and what they say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.asked import asked_words, of_finding
from facilitator.domain.edits import elsewhere as edits
from facilitator.domain.records import Addressee
from facilitator.domain.shown_review import shown_addressee
from facilitator.domain.text import TEXT_LIMIT
from facilitator.domain.words import Answer
from facilitator.ui.errand import Errand
from facilitator.ui.fields import mark
from facilitator.ui.findings.asked_list import AskedList, Line
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Finding
    from facilitator.ui.desk import Desk

    Suggested = tuple[tuple[str, str], ...]

_WIDTH = 980
_SHOWN = 6
"""So many who could be asked are in view."""
_ASK = "Service or team to ask"
_HINTS = {
    "line": "Enter asks them. ↓ goes to the list, Esc closes.",
    "rename": "Enter keeps the name, Esc leaves it as it was.",
    "note": "A word of why. Enter keeps it, Esc leaves it as it was.",
    "asked": "A applies, D does not apply, U not known yet. Enter says why, F2 changes the name, "
    "Del asks them no longer.",
    "could": "Enter asks them.",
}
_ANSWERS = {
    Qt.Key.Key_A: Answer.APPLIES,
    Qt.Key.Key_D: Answer.DOES_NOT_APPLY,
    Qt.Key.Key_U: Answer.UNKNOWN,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AskedSheet(Sheet):
    """A line to ask by, the list, and the answers; every key is an edit that undo takes back."""

    def __init__(self, desk: Desk, finding: Finding) -> None:
        super().__init__(desk.theme, "Where else? Ask those it may concern", width=_WIDTH)
        self.setObjectName("findings.asked")
        self._desk, self._finding = desk, finding.id
        self._task, self._changed = "line", ""
        self._could: tuple[Line, ...] = ()
        self.line = self._made_line()
        self.list = AskedList(desk.theme)
        self.list.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self._enter_row())
        self._count = Label(desk.theme, "", "label", "ink2")
        self._count.setObjectName("findings.asked.count")
        self._foot = Label(desk.theme, "", "label", "ink2", wrap=True)
        self._foot.setObjectName("findings.asked.foot")
        column = self.card_column
        column.addWidget(Label(desk.theme, desk.shown(finding.text), "text", "ink2", wrap=True))
        for widget in (self.line, self._count, self.list, self._foot):
            column.addWidget(widget)
        self.list.walked.connect(self._hint)
        self._errand: Errand[object] = Errand(self)
        self._errand.came.connect(self._suggested)
        self._unsubscribe = desk.session.subscribe(self._follow)
        self.closed.connect(self._leave)
        self._show()
        self._look()

    def _made_line(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("findings.asked.line")
        line.setMaxLength(TEXT_LIMIT)
        line.setFont(self.theme.font("entry"))
        line.setAccessibleName(_ASK)
        line.setPlaceholderText(_ASK)
        line.installEventFilter(self)
        line.textEdited.connect(lambda _text: self._hint())
        return line

    @property
    def waits(self) -> bool:
        """Whether those who could be asked are still looked up."""
        return self._errand.busy

    # -- following -----------------------------------------------------------------------------

    def _follow(self, delta: Delta) -> None:
        if all(each.id != self._finding for each in delta.after.findings):
            self.close_sheet()
        elif delta.touches("addressees", "participants", "names"):
            self._show()

    def _leave(self) -> None:
        self._unsubscribe()
        self._errand.close()

    def _look(self) -> None:
        whom = self._desk.host.whom_else()
        if whom is not None:
            self._errand.ask(partial(whom.suggested, self._desk.review, self._finding))

    def _suggested(self, answer: object) -> None:
        found = cast("Suggested", answer)
        self._could = tuple(Line(name, why) for name, why in found)
        self._show()

    def _show(self, current: str = "") -> None:
        asked = self._asked()
        known = {each.whom.casefold() for each in asked}
        could = [each for each in self._could if each.whom.casefold() not in known][:_SHOWN]
        shown = [shown_addressee(each, self._desk.shown) for each in asked]
        self.list.show_rows(shown, could, current)
        self._count.setText(asked_words(asked) or "Nobody was asked yet")
        self._hint()

    def _asked(self) -> tuple[Addressee, ...]:
        return of_finding(self._desk.review, self._finding)

    # -- keys ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line and of the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.line:
                return self._line_key(event)
            if watched is self.list:
                return self._list_key(event)
        if event.type() == QEvent.Type.FocusIn and watched in {self.line, self.list}:
            self._hint()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo work here too; Escape leaves what is changed before it closes."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._desk.registry.run("edit.undo")
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._desk.registry.run("edit.redo")
        elif event.key() == Qt.Key.Key_Escape and self._task != "line":
            self._end_task()
        else:
            super().keyPressEvent(event)

    def _line_key(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            self._take()
            return True
        if event.key() == Qt.Key.Key_Down and self.list.count():
            self.list.setFocus()
            return True
        undoes = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if any(event.matches(each) for each in undoes) and not self.line.text():
            self.keyPressEvent(event)
            return True
        return False

    def _list_key(self, event: QKeyEvent) -> bool:
        key, line = Qt.Key(event.key()), self.list.line
        if line is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _ENTER:
            self._enter_row()
        elif line.id and key in _ANSWERS:
            self._answer(line.id, _ANSWERS[key])
        elif line.id and key == Qt.Key.Key_F2:
            self._begin("rename", line.id)
        elif line.id and key == Qt.Key.Key_Delete:
            self._apply("Ask no longer", edits.remove_addressee(line.id))
        elif key == Qt.Key.Key_Up and self._at_top():
            self.line.setFocus()
        else:
            return False
        return True

    def _at_top(self) -> bool:
        return self.list.currentRow() == 0 or self.list.item(0).flags() == Qt.ItemFlag.NoItemFlags

    def _enter_row(self) -> None:
        line = self.list.line
        if line is None:
            return
        if line.id:
            self._begin("note", line.id)
        else:
            self._ask(line.whom)

    # -- edits ---------------------------------------------------------------------------------

    def _ask(self, whom: str) -> bool:
        today = self._desk.today()
        new = Addressee(id=self._desk.new_id(), finding=self._finding, whom=whom, asked_on=today)
        done = self._apply("Ask elsewhere", edits.address(new))
        if done:
            self._show(new.id)
        return done

    def _answer(self, addressee_id: str, answer: Answer) -> None:
        note = self._of(addressee_id).note
        edit = edits.take_answer(addressee_id, answer, note, self._desk.today())
        self._apply("Answer from elsewhere", edit)

    def _take(self) -> None:
        """Keep what is in the line."""
        text, changed = self.line.text(), self._changed
        if self._task == "line":
            if self._ask(text):
                self.line.clear()
                self._hint()
            return
        if self._task == "rename":
            done = self._apply("Name who was asked", edits.change_addressee(changed, whom=text))
        else:
            done = self._apply("Why", edits.change_addressee(changed, note=text))
        if done:
            self._end_task()

    def _apply(self, label: str, edit: Edit) -> bool:
        refusal = self._desk.apply(label, edit)
        if refusal is not None:
            mark(self.line, refusal.reason)
            self._foot.setText(refusal.reason)
            self._foot.set_colour("note")
        return refusal is None

    def _of(self, addressee_id: str) -> Addressee:
        return next(each for each in self._asked() if each.id == addressee_id)

    # -- what the line is for ------------------------------------------------------------------

    def _begin(self, task: str, addressee_id: str) -> None:
        """Change a name or a word of why in the line."""
        asked = self._of(addressee_id)
        self._task, self._changed = task, addressee_id
        about = f"Why, says {self._desk.shown(asked.whom)}" if task == "note" else _ASK
        self._name_line(about)
        self.line.setText(asked.note if task == "note" else asked.whom)
        self.line.selectAll()
        self.line.setFocus()

    def _end_task(self) -> None:
        self._task, self._changed = "line", ""
        self._name_line(_ASK)
        self.line.clear()
        self.list.setFocus() if self.list.count() else self.line.setFocus()
        self._hint()

    def _name_line(self, words: str) -> None:
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(words)

    def _hint(self) -> None:
        """Say what the keys do now."""
        mark(self.line, "")
        line = self.list.line
        where = self._task
        if where == "line" and self.list.hasFocus() and line is not None:
            where = "asked" if line.id else "could"
        self._foot.setText(_HINTS[where])
        self._foot.set_colour("ink2")
