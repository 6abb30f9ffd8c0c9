"""Names still there: what roles and aliases could not stand for, told to the facilitator alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from facilitator.coach.given_names import given_names
from facilitator.domain.edits import brief as edits
from facilitator.domain.phase import Phase
from facilitator.domain.records import Participant
from facilitator.domain.residual_names import NameCheck
from facilitator.ui.console.inset import GAP, inset
from facilitator.ui.console.line import ConsoleLine
from facilitator.ui.console.names_list import NamesList
from facilitator.ui.console.names_rows import Row, name_of, rows_of
from facilitator.ui.console.section import Section
from facilitator.ui.fields import mark
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.delta import Delta
    from facilitator.domain.residual_names import Residual
    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.console.console_desk import ConsoleDesk

_WAIT_MS = 600
_PHASES = {
    "brief": Phase.BRIEF,
    "events": Phase.TIMELINE,
    "factors": Phase.FACTORS,
    "findings": Phase.FINDINGS,
    "actions": Phase.ACTIONS,
    "lessons": Phase.CLOSE,
}
_NO_ROLE = "Say a role, like Database engineer."
_COMING = {QEvent.Type.Show, QEvent.Type.WindowStateChange}


class NamesSection(Section):
    """Looks once typing has paused, and only while the Console is seen; away while all is well."""

    name = "names"
    title = "Names still there"

    def __init__(self, console: ConsoleDesk) -> None:
        super().__init__(console)
        self._found: tuple[Residual, ...] = ()
        self._check = NameCheck(given_names())
        self._asked: Row | None = None
        self._unfolded, self._stale = False, True
        self.list = NamesList(self.theme)
        self.line = ConsoleLine(self.theme, "console.names.role")
        self.problem = Label(self.theme, "", "label", "note", where="console", wrap=True)
        self._whole.addSpacing(self.theme.px(GAP))
        self.add_wide(self.list)
        self.add_wide(inset(self.theme, self.line, self.problem))
        for hidden in (self.line, self.problem, self):
            hidden.hide()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT_MS)
        self._wire()
        self._later.start()

    def _wire(self) -> None:
        self._later.timeout.connect(self._look)
        self.list.chosen.connect(self._choose)
        self.list.joined.connect(self._ask_role)
        self.list.dropped.connect(self._drop)
        self.list.current_moved.connect(partial(self.bring_into_view, self.list))
        self.line.returnPressed.connect(self._join)
        self.line.left.connect(self._close_line)
        self.line.textEdited.connect(lambda _text: self._refuse(""))

    # -- Section -------------------------------------------------------------------------------

    def follow(self, _delta: Delta) -> None:
        """Look again, but not while somebody types."""
        self._stale = True
        self._later.start()

    def focus_start(self) -> None:
        """Take the keys."""
        self.list.setFocus()

    def leave(self) -> None:
        """Look no more."""
        self._later.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Catch up once the Console is seen again."""
        if self._stale and event.type() in _COMING:
            self._later.start()
        return False

    # -- what can be done with a row -----------------------------------------------------------

    def _choose(self, row: Row) -> None:
        if not row.places:
            self._unfolded = not self._unfolded
            self._show()
            return
        place = row.places[0]
        if place.collection in _PHASES:
            self.go_there(_PHASES[place.collection], place.row_id)
        else:
            parking = self.window().findChild(Section, f"console.{place.collection}")
            if parking is not None:
                parking.focus_start()

    def _drop(self, row: Row) -> None:
        self.console.memory.no_names.add(row.word)
        self._show()

    def _ask_role(self, row: Row) -> None:
        self._asked = row
        self.line.setPlaceholderText(f"Role of {name_of(row.word)}")
        self.line.setAccessibleName(f"Role of {name_of(row.word)}; Enter takes it")
        self.line.clear()
        self._refuse("")
        self.line.show()
        self.line.setFocus()
        self.bring_into_view(self.line)

    def _join(self) -> None:
        """Take the role, for somebody who is in the room or comes into it."""
        role = self.line.text().strip()
        if self._asked is None:
            return
        if not role:
            self._refuse(_NO_ROLE)
            return
        refusal = self._give_role(name_of(self._asked.word), role)
        self._refuse(refusal.reason if refusal else "")
        if refusal is None:
            self._close_line()
            self._look()

    def _give_role(self, name: str, role: str) -> RuleViolation | None:
        people = self.desk.review.participants
        known = next((each for each in people if each.name == name), None)
        if known is not None:
            return self.desk.apply("Give a role", edits.change_participant(known.id, role=role))
        person = Participant(id=self.desk.new_id(), name=name, role=role)
        return self.desk.apply("Add somebody", edits.seat_participant(person))

    def _close_line(self) -> None:
        self._asked = None
        self.line.hide()
        self._refuse("")
        self.list.setFocus()

    def _refuse(self, reason: str) -> None:
        mark(self.line, reason)
        self.problem.setText(reason)
        self.problem.setVisible(bool(reason))

    # -- showing -------------------------------------------------------------------------------

    def _look(self) -> None:
        window = self.window()
        if window is self or not window.isVisible() or window.isMinimized():
            window.installEventFilter(self)
            return
        self._stale = False
        self._found = self._check.residual(self.desk.review)
        self._show()

    def _show(self) -> None:
        left = [each for each in self._found if each.word not in self.console.memory.no_names]
        count = len({each.word for each in left})
        self.say(str(count) if count else "")
        self.list.refresh(rows_of(left, unfolded=self._unfolded))
        shown = bool(left) or self.line.isVisible()
        focus: QWidget | None = self.window().focusWidget()
        if not shown and focus is not None and self.isAncestorOf(focus):
            self.emptied.emit()
        self.setVisible(shown)
