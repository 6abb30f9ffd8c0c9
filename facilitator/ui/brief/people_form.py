"""The form of the people in the room: name, role, alias, present."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from facilitator.domain.edits import brief as edits
from facilitator.domain.records import Participant
from facilitator.ui.brief.form import Form
from facilitator.ui.brief.tick_box import TickBox
from facilitator.ui.fields import BoundLine, mark
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review
    from facilitator.ui.desk import Desk

_WIDTH, _LINE = 1080, 44
_MOST, _LEAST = 560, 110
"""Height of the lines of fields, in px at type size 100 %; more of them scroll."""
_COLUMNS = ("name", "role", "alias")
_HINT = (
    "The screen shows alias or role, never the name. ↑ ↓ walk the lines, "
    "Ctrl Delete takes somebody out, Esc closes."
)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PeopleForm(Form):
    """A line of fields for everybody; the last line adds somebody."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "People in the room", _WIDTH)
        self.setObjectName("brief.people_form")
        self._ids: list[str] = []
        self._rows: list[QWidget] = []
        self._reason = Label(self.theme, "", "label", "note", wrap=True)
        self._reason.setObjectName("people.reason")
        self._reason.hide()
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._area = _Rows(self._body, self.theme.px(_MOST), self.theme.px(_LEAST))
        self.new = self._new_line()
        self._lay_out()
        self._fill()

    def start(self, target: str) -> QWidget:
        """Somebody's name by id, or the line that adds somebody."""
        return self._line_of(target, "name") or self.new

    def close_sheet(self) -> None:
        """Somebody who was typed and not added comes in too."""
        if not self.isHidden() and self.new.text().strip():
            self._add()
        if self.new.property("wrong"):
            self.new.setFocus()
        else:
            super().close_sheet()

    def follow(self, delta: Delta) -> None:
        """Fill anew when people came or went, else refresh."""
        if not delta.touches("participants"):
            return
        if [person.id for person in delta.after.participants] != self._ids:
            self._fill()
            return
        super().follow(delta)
        self._show_example()
        for person in delta.after.participants:
            box = self.findChild(TickBox, f"people.{person.id}.attended")
            if box is not None:
                box.setChecked(person.attended)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Delete in a line takes the person out; Up and Down go to the line above or below."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        person_id = watched.property("person")
        if control and event.key() == Qt.Key.Key_Delete and person_id:
            self._take_out(person_id)
            return True
        if event.key() in _STEPS:
            self._walk(watched, _STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the last line adds and stays there."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.new.hasFocus():
            self._add()
            return
        super().keyPressEvent(event)

    # -- building ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        px = self.theme.px
        self._grid.setContentsMargins(0, 0, px(8), 0)
        self._grid.setHorizontalSpacing(px(10))
        self._grid.setVerticalSpacing(px(8))
        for column, words in enumerate(("Name", "Role", "Alias", "Present")):
            self._grid.addWidget(Label(self.theme, words, "label", "ink2"), 0, column)
        self.card_column.addWidget(self._area)
        self.card_column.addWidget(self.new)
        self.card_column.addWidget(self._reason)
        self.card_column.addWidget(Label(self.theme, _HINT, "label", "ink2", wrap=True))

    def _new_line(self) -> QLineEdit:
        line = _NewLine()
        line.setObjectName("people.new")
        line.setFont(self.theme.font("text"))
        line.setMinimumHeight(self.theme.px(_LINE))
        line.setAccessibleName("Add somebody: name, role, alias")
        line.installEventFilter(self)
        line.textEdited.connect(lambda _text: mark(line, ""))
        line.textEdited.connect(lambda _text: self._tell())
        return line

    def _fill(self) -> None:
        had = self._focused_row()
        left = self.findChild(BoundLine, had) if had else None
        for widget in self._rows:
            self._grid.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        self._rows = []
        people = self.desk.review.participants
        self._ids = [person.id for person in people]
        for row, person in enumerate(people, start=1):
            self._add_row(row, person)
        for row in range(self._grid.rowCount() + 1):
            self._grid.setRowStretch(row, int(row == len(people) + 1))
        self._show_example()
        self._area.updateGeometry()
        if had:
            field = self._row_named(had) or self.new
            field.setFocus()
            if left is not None and isinstance(field, BoundLine):
                field.go_on_from(left)

    def _show_example(self) -> None:
        """The example takes an empty seat, if there is one, for that is what the line does too."""
        seats = (each.role for each in self.desk.review.participants if not each.name)
        role = next(filter(None, seats), "product lead")
        self.new.setPlaceholderText(f"Add somebody: Priya Nair, {role}")

    def _row_named(self, name: str) -> QWidget | None:
        return next((cell for cell in self._rows if cell.objectName() == name), None)

    def _focused_row(self) -> str:
        """Object name of the field of somebody that has the focus; empty if none has."""
        return next((cell.objectName() for cell in self._rows if cell.hasFocus()), "")

    def _add_row(self, row: int, person: Participant) -> None:
        cells = [*(self._line(person, name) for name in _COLUMNS), self._attended(person)]
        for column, cell in enumerate(cells):
            cell.setProperty("person", person.id)
            cell.installEventFilter(self)
            self._grid.addWidget(cell, row, column)
            cell.show()
            self._rows.append(cell)

    def _line(self, person: Participant, name: str) -> QWidget:
        line = BoundLine(
            self.desk,
            f"people.{person.id}.{name}",
            f"{name.capitalize()} of {person.role or person.name or 'somebody'}",
            partial(_read, person.id, name),
            partial(_change, person.id, name),
            quiet=False,
        )
        line.setMinimumHeight(self.theme.px(_LINE))
        line.refused.connect(self._tell)
        return line

    def _attended(self, person: Participant) -> QWidget:
        box = TickBox(self.theme)
        box.setObjectName(f"people.{person.id}.attended")
        box.setAccessibleName(f"{person.role or person.name} is present")
        box.setChecked(person.attended)
        box.clicked.connect(lambda on: self._mark_present(person.id, on=on))
        return box

    # -- inside --------------------------------------------------------------------------------

    def _line_of(self, person_id: str, name: str) -> BoundLine | None:
        return self.findChild(BoundLine, f"people.{person_id}.{name}")

    def _walk(self, field: QObject, step: int) -> None:
        """To the same field of the next line; the line that adds somebody is the last."""
        columns = len(_COLUMNS) + 1
        place = next((at for at, each in enumerate(self._rows) if each is field), len(self._rows))
        target = place + step * columns if place < len(self._rows) else place - columns
        if target >= len(self._rows):
            self.new.setFocus(Qt.FocusReason.TabFocusReason)
        elif target >= 0 and (place < len(self._rows) or step < 0):
            self._rows[target].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._rows[target])

    def _mark_present(self, person_id: str, *, on: bool) -> None:
        edit = edits.change_participant(person_id, attended=on)
        self.desk.apply("Mark who is present", edit)

    def _take_out(self, person_id: str) -> None:
        self.new.setFocus()
        self.desk.apply("Take somebody out", edits.remove_participant(person_id))

    def _add(self) -> None:
        name, role, alias = (*(part.strip() for part in self.new.text().split(",", 2)), "", "")[:3]
        if not (name or role or alias):
            return
        person = Participant(
            id=self.desk.new_id(), name=name, role=role, alias=alias, attended=True
        )
        refusal = self.desk.apply("Add somebody", edits.seat_participant(person))
        if refusal is None:
            # Forgets what was typed: undo is the document's again.
            self.new.setText("")
        mark(self.new, refusal.reason if refusal else "")
        self._tell()

    def _tell(self, reason: str = "") -> None:
        """Say why the first of the refused fields was refused, else what a field has to say."""
        fields = (*self.lines(), self.new)
        refused = next((field for field in fields if field.property("wrong")), None)
        words = reason if refused is None else refused.accessibleDescription()
        self._reason.setText(words)
        self._reason.setVisible(bool(words))


class _Rows(QScrollArea):
    """As high as what it holds, up to ``most``."""

    def __init__(self, body: QWidget, most: int, least: int) -> None:
        super().__init__()
        self._body, self._most = body, most
        self.setWidgetResizable(True)
        self.setWidget(body)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(least)

    def sizeHint(self) -> QSize:
        body = self._body.sizeHint()
        return QSize(body.width(), min(body.height(), self._most))


class _NewLine(QLineEdit):
    """Undoes its own typing, then leaves undo to the form; Escape leaves what is typed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
            return
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()
            return
        super().keyPressEvent(event)


def _read(person_id: str, name: str, review: Review) -> str:
    found = (each for each in review.participants if each.id == person_id)
    person = next(found, None)
    return str(getattr(person, name)) if person is not None else ""


def _change(person_id: str, name: str, text: str) -> Edit:
    def edit(review: Review) -> Review:
        # Whoever is named at a role that stood empty is there.
        comes = name == "name" and text.strip() and not _read(person_id, "name", review)
        fields = {name: text} | ({"attended": True} if comes else {})
        return edits.change_participant(person_id, **fields)(review)

    return edit
