"""The sheet that changes the slots of the agenda, for this meeting or to be kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from facilitator.domain.agenda import MOST_SLOTS, Agenda, Slot, checked_slots
from facilitator.domain.rules import RuleViolation
from facilitator.ui.console.agenda_sheet import dressed
from facilitator.ui.console.agenda_words import minutes_words
from facilitator.ui.console.phase_button import PhaseButton
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label, button
from facilitator.ui.sheet import Sheet
from facilitator.ui.yielding import FieldArea

if TYPE_CHECKING:
    from facilitator.app.meeting import Meeting
    from facilitator.domain.phase import Phase
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.theme import Theme

_WIDTH, _LINE, _MINUTES_WIDTH, _LEAST_ROWS = 820, 42, 84, 2
_HINT = (
    "Enter uses it. ← → change a phase, ↑ ↓ walk the slots, Insert adds one, Ctrl Delete takes "
    "one out, Ctrl ↑ ↓ moves one. Esc leaves it as it was."
)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_FIELDS = ("phase", "minutes", "words")


@dataclass(slots=True)
class Draft:
    """A slot as it is typed."""

    phase: Phase
    minutes: str
    words: str

    def slot(self) -> Slot:
        """The slot; minutes that are no number are no minutes."""
        typed = self.minutes.strip()
        number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 5 else 0
        return Slot(self.phase, number, self.words)


def edit_agenda(console: ConsoleDesk, slot: int | None = None) -> AgendaEditor:
    """Open the editor over the window that has the keys, at a slot or else at the present one."""
    theme, front = dressed(console)
    sheet = AgendaEditor(theme, console.meeting)
    at = slot if slot is not None else console.meeting.current or 0
    minutes = sheet.field(at, "minutes")
    sheet.open_over(front, minutes)
    if isinstance(minutes, QLineEdit):
        minutes.selectAll()
    return sheet


class AgendaEditor(Sheet):
    """A line of fields for every slot; nothing is changed before it is used or kept."""

    def __init__(self, theme: Theme, meeting: Meeting) -> None:
        super().__init__(theme, "Change the agenda", width=_WIDTH)
        self.setObjectName("agenda.editor")
        self._meeting = meeting
        slots = meeting.as_planned().slots
        self.drafts = [Draft(each.phase, str(each.minutes), each.words) for each in slots]
        self._rows: list[QWidget] = []
        self._grid = QGridLayout()
        self._area = FieldArea(self._grid, "agenda.editor.slots")
        self._total = Label(theme, "", "label", "ink2")
        self.name = self._line("agenda.editor.name", "Name, to keep it as your own")
        self.name.setPlaceholderText("Name, to keep it as your own")
        self.name.setText(meeting.agenda.words if meeting.agenda.id.startswith("own:") else "")
        self.reason = Label(theme, "", "label", "note", wrap=True)
        self.reason.setObjectName("agenda.editor.reason")
        self.reason.hide()
        self._lay_out()
        self._fill()

    # -- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        px = self.theme.px
        self._grid.setContentsMargins(0, 0, px(8), 0)
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(2, 1)
        for column, words in enumerate(("Phase", "Minutes", "Its own words")):
            self._grid.addWidget(Label(self.theme, words, "label", "ink2"), 0, column)
        self._area.setMinimumHeight(px((_LEAST_ROWS + 1) * _LINE))
        keep = QHBoxLayout()
        keep.setSpacing(px(10))
        keep.addWidget(self.name, 1)
        keep.addWidget(self._button("Save as my own", self.save, "save"))
        foot = QHBoxLayout()
        foot.setSpacing(px(10))
        foot.addWidget(self._button("Use it", self.use, "use", main=True))
        foot.addWidget(self._button("Add a slot", lambda: self.add(len(self.drafts) - 1), "add"))
        foot.addStretch(1)
        foot.addWidget(self._total)
        self.card_column.addWidget(self._area)
        self.card_column.addLayout(keep)
        self.card_column.addWidget(self.reason)
        self.card_column.addLayout(foot)
        self.card_column.addWidget(Label(self.theme, _HINT, "label", "ink2", wrap=True))

    def _button(self, words: str, run: object, name: str, *, main: bool = False) -> QPushButton:
        made = button(self.theme, words, run, name=f"agenda.editor.{name}", main=main)  # type: ignore[arg-type]
        made.setFont(self.theme.font("label", weight=600 if main else 500))
        return made

    def _line(self, name: str, words: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(name)
        line.setAccessibleName(words)
        line.setFont(self.theme.font("text"))
        line.setMinimumHeight(self.theme.px(_LINE))
        line.textEdited.connect(lambda _text: self._refuse(line, ""))
        return line

    def _fill(self) -> None:
        """Make the lines anew from the drafts."""
        for widget in self._rows:
            self._grid.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        self._rows = []
        for index, draft in enumerate(self.drafts):
            for column, field in enumerate(self._fields(index, draft)):
                field.setProperty("slot", index)
                field.installEventFilter(self)
                self._grid.addWidget(field, index + 1, column)
                field.show()
                self._rows.append(field)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, int(row == len(self.drafts) + 1))
        self._area.updateGeometry()
        self._show_total()

    def _fields(self, index: int, draft: Draft) -> tuple[QWidget, QWidget, QWidget]:
        phase = PhaseButton(self.theme, draft.phase, f"Phase of slot {index + 1}")
        phase.setObjectName(f"agenda.editor.{index}.phase")
        phase.setFixedHeight(self.theme.px(_LINE))
        phase.chosen.connect(lambda chosen: self._phase_chosen(index, chosen))
        minutes = self._line(f"agenda.editor.{index}.minutes", f"Minutes of slot {index + 1}")
        minutes.setText(draft.minutes)
        minutes.setFixedWidth(self.theme.px(_MINUTES_WIDTH))
        minutes.textEdited.connect(lambda text: self._minutes_typed(index, text))
        words = self._line(f"agenda.editor.{index}.words", f"Own words of slot {index + 1}")
        words.setText(draft.words)
        words.setPlaceholderText(draft.phase.word)
        words.textEdited.connect(lambda text: setattr(draft, "words", text))
        return phase, minutes, words

    # -- typing --------------------------------------------------------------------------------

    def _phase_chosen(self, index: int, phase: Phase) -> None:
        self.drafts[index].phase = phase
        line = self.field(index, "words")
        if isinstance(line, QLineEdit):
            line.setPlaceholderText(phase.word)

    def _minutes_typed(self, index: int, text: str) -> None:
        self.drafts[index].minutes = text
        self._show_total()

    def _show_total(self) -> None:
        minutes = sum(draft.slot().minutes for draft in self.drafts)
        self._total.setText(f"{minutes_words(minutes)} in all")

    def field(self, index: int, name: str) -> QWidget | None:
        """A field of a slot: ``phase``, ``minutes`` or ``words``."""
        place = index * len(_FIELDS) + _FIELDS.index(name)
        return self._rows[place] if 0 <= place < len(self._rows) else None

    # -- slots ---------------------------------------------------------------------------------

    def add(self, index: int) -> None:
        """Add a slot behind one, of the same phase, for five minutes."""
        if len(self.drafts) >= MOST_SLOTS:
            self._tell(f"An agenda has at most {MOST_SLOTS} slots.")
            return
        self.drafts.insert(index + 1, Draft(self.drafts[index].phase, "5", ""))
        self._fill()
        self._enter(index + 1, "phase")

    def remove(self, index: int, name: str) -> None:
        """Take a slot out; the last one stays."""
        if len(self.drafts) == 1:
            self._tell("An agenda has at least one slot.")
            return
        del self.drafts[index]
        self._fill()
        self._enter(min(index, len(self.drafts) - 1), name)

    def shift(self, index: int, step: int, name: str) -> None:
        """Change places with the slot above or below."""
        to = index + step
        if 0 <= to < len(self.drafts):
            self.drafts[index], self.drafts[to] = self.drafts[to], self.drafts[index]
            self._fill()
            self._enter(to, name)

    def _enter(self, index: int, name: str) -> None:
        self._tell("")
        field = self.field(index, name)
        if field is not None:
            field.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensure_shown(field)

    # -- keys ----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a slot's fields."""
        slot = watched.property("slot")
        if slot is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._area.ensure_shown(watched)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._slot_key(event, slot, watched.objectName().rpartition(".")[2])
        return False

    def _slot_key(self, event: QKeyEvent, slot: int, name: str) -> bool:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _STEPS and control:
            self.shift(slot, _STEPS[key], name)
        elif key in _STEPS:
            self._walk(slot + _STEPS[key], name)
        elif key == Qt.Key.Key_Delete and control:
            self.remove(slot, name)
        elif key == Qt.Key.Key_Insert:
            self.add(slot)
        elif key in _ENTER:
            self.use()
        else:
            return False
        return True

    def _walk(self, slot: int, name: str) -> None:
        """To the same field of another slot; the name is below the last."""
        if slot >= len(self.drafts):
            self.name.setFocus(Qt.FocusReason.TabFocusReason)
        elif slot >= 0:
            self._enter(slot, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter at the name keeps the agenda; Up goes back to the slots."""
        if event.key() in _ENTER and self.name.hasFocus():
            self.save()
        elif event.key() == Qt.Key.Key_Up and self.name.hasFocus():
            self._enter(len(self.drafts) - 1, "minutes")
        else:
            super().keyPressEvent(event)

    # -- what comes of it ----------------------------------------------------------------------

    def use(self) -> None:
        """Go on with these slots in this meeting."""
        changed = self._changed()
        if changed is not None:
            self._meeting.choose(changed)
            self.close_sheet()

    def save(self) -> None:
        """Keep them under the name, and go on with them."""
        changed = self._changed()
        if changed is None:
            return
        try:
            kept = self._meeting.shelf.save(replace(changed, words=self.name.text(), about=""))
        except RuleViolation as refusal:
            self._refuse(self.name, refusal.reason)
            self.name.setFocus()
            return
        self._meeting.choose(changed)
        self._meeting.choose(kept)
        self.close_sheet()

    def _changed(self) -> Agenda | None:
        """The agenda as it is typed; None if it cannot be, which is told at the field."""
        try:
            slots = checked_slots(tuple(draft.slot() for draft in self.drafts))
        except RuleViolation as refusal:
            index, _, name = refusal.field.partition(".")
            self._refuse_slot(int(index), name, refusal.reason)
            return None
        return replace(self._meeting.agenda, slots=slots)

    def _refuse_slot(self, index: int, name: str, reason: str) -> None:
        self._enter(index, name)
        line = self.field(index, name)
        if isinstance(line, QLineEdit):
            line.selectAll()
            self._refuse(line, reason)

    def _refuse(self, line: QLineEdit, reason: str) -> None:
        mark(line, reason)
        self._tell(reason)

    def _tell(self, reason: str) -> None:
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
