"""The Actions page: what will we change?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from facilitator.coach.pairs import pairs
from facilitator.domain.orphans import standing
from facilitator.domain.phase import Phase
from facilitator.ui.actions.adding import Adding
from facilitator.ui.actions.columns import Column
from facilitator.ui.actions.deeds import ActionDeeds
from facilitator.ui.actions.dock import ActionsDock
from facilitator.ui.actions.editing import CellWalk
from facilitator.ui.actions.empty import EmptyActions
from facilitator.ui.actions.header import Facts
from facilitator.ui.actions.late_hint import LateHint
from facilitator.ui.actions.loose_ends_sheet import FACTOR, LooseEndsSheet, count
from facilitator.ui.actions.model import ActionModel
from facilitator.ui.actions.note_bar import NoteBar
from facilitator.ui.actions.reading import reading_of_text
from facilitator.ui.actions.strengthening import Strengthening
from facilitator.ui.actions.table import ActionsTable
from facilitator.ui.actions.wording import best_of
from facilitator.ui.page import PhasePage
from facilitator.ui.row_table import TableFrame

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.delta import Delta
    from facilitator.ui.actions.details_sheet import DetailsSheet
    from facilitator.ui.desk import Desk

_HINTS = {
    "entry": (("F2", "Edit"), ("Tab", "Next cell"), ("Ctrl 6", "Close")),
    "empty": (("Enter", "Add"), ("Ctrl 6", "Close")),
    "purpose": (("Enter", "Add for it"), ("Esc", "No longer for it")),
    "table": (
        ("F2", "Edit"),
        ("Tab", "Next cell"),
        ("A", "Agree"),
        ("S", "Status"),
        ("Ctrl Enter", "Details"),
        ("Space", "Spotlight"),
        ("Esc", "Entry line"),
    ),
    "editing": (("Enter", "Keep"), ("Tab", "Keep, next cell"), ("Esc", "Leave it")),
}
_GONE = "The action that was typed here is no longer there. Your words stand in the entry line."
_SHOWN = ("actions", "factors", "findings", "participants", "severity", "time_zone")


class ActionsPage(PhasePage):
    """Table of the actions over the entry line."""

    phase = Phase.ACTIONS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._naming = desk.naming
        self.model = ActionModel(desk.review, desk.today, desk.shown)
        self.facts = Facts(desk.theme)
        self.note_bar = NoteBar(desk.theme)
        self.table = ActionsTable(desk, self.model)
        self.dock = ActionsDock(desk)
        self.entry, self.preview = self.dock.entry, self.dock.preview
        self.adding = Adding(desk, self.model, self.table, self.dock)
        self.deeds = ActionDeeds(desk, self.table, self.model, self.adding.say)
        self.cells = CellWalk(desk, self, self.table, self.model, self.deeds, self.focus_start)
        self.strengthening = Strengthening(desk, self.deeds, self.cells, self.adding.say)
        self.late = LateHint(self)
        self._details: DetailsSheet | None = None
        self._lay_out()
        self._wire()
        self._show_facts()
        self._mode = self._mode_now()

    def _lay_out(self) -> None:
        self.add_header().add_fact(self.facts)
        filled = (self.note_bar, TableFrame(self.table))
        self._stack = self.add_stack(filled, EmptyActions(self.theme))
        self.column.addWidget(self.dock)

    def _wire(self) -> None:
        self.table.chosen.connect(lambda _action_id: self._chosen())
        self.table.framed.connect(self._mode_changed)
        self.table.doubleClicked.connect(lambda index: self.cells.begin(Column(index.column())))
        self.facts.loose_ends_asked.connect(self.show_loose_ends)
        self.adding.mode_changed.connect(self._mode_changed)
        self.cells.mode_changed.connect(self._typing_changed)
        self.cells.editor.typed.connect(self._show_typed)
        self.late.came.connect(self._hint_came)
        self.cells.lost.connect(self._take_in)

    # -- PhasePage -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Take over changes of actions, row by row, and make a single changed one current."""
        if delta.touches("participants", "names") and self.names_are_others():
            self.model.tell_names()
            self.adding.show()
        if not delta.touches(*_SHOWN):
            return
        if delta.leads:
            self.model.follow(delta)
        else:
            self.table.hold(partial(self.model.follow, delta))
        self._choose_changed(delta)
        self.cells.follow(delta)
        self.adding.follow()
        self._mode_changed()
        if self._details is not None:
            self._details.follow(delta)
        self._show_facts()

    def focus_start(self) -> None:
        """To the entry line."""
        self.entry.setFocus()

    def select(self, target: str) -> None:
        """Make an action current; for a factor or finding, begin one against it."""
        if self.model.row_of(target) is not None:
            self.table.choose(target, Column.ACTION)
            self.table.setFocus()
        elif any(each.id == target for each in self.desk.review.findings):
            self.begin_for(findings=(target,))
        elif any(each.id == target for each in self.desk.review.factors):
            self.begin_for(factors=(target,))

    def _chosen(self) -> None:
        self.adding.show()
        self.desk.host.selection_changed()

    def begin_for(self, factors: tuple[str, ...] = (), findings: tuple[str, ...] = ()) -> None:
        """Type actions that are linked to these; Escape in the entry line ends it."""
        self.adding.begin_for(factors, findings)
        self.entry.setFocus()

    def selected(self) -> str | None:
        """The current action."""
        return self.table.current_id

    def hints(self) -> tuple[tuple[str, str], ...]:
        """The keys that work where the focus is."""
        return _HINTS[self._mode]

    def panes(self) -> tuple[QWidget, ...]:
        """Entry line, table and loose ends."""
        return (self.entry, self.table, self.facts.loose_ends)

    def state(self) -> dict[str, Any]:
        """Current cell, and what is in the entry line."""
        return {
            "current": self.table.current_id,
            "column": self.table.column,
            "typing": self.adding.state(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take over the state of the page this one replaces."""
        if state["current"] is not None:
            self.table.choose(state["current"], state["column"])
        self.adding.restore(state["typing"])

    def settle(self) -> bool:
        """Keep a changed cell; a half-typed new action stays in the line."""
        if not self.cells.settle():
            return False
        self.adding.settle()
        return True

    def bind(self) -> None:
        """Bind the commands of this page."""
        for name, run in (*self._cell_commands(), *self._action_commands()):
            self.desk.registry.bind(f"actions.{name}", run)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A cell that is typed stays over its place."""
        super().resizeEvent(event)
        self.cells.place()
        self.adding.resized()

    # -- commands ------------------------------------------------------------------------------

    def _cell_commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        cells = self.cells
        return (
            ("edit", cells.edit_text),
            ("cell", cells.edit_cell),
            ("next_cell", partial(cells.go_on, 1)),
            ("previous_cell", partial(cells.go_on, -1)),
            ("left", partial(cells.move, -1)),
            ("right", partial(cells.move, 1)),
            ("durability", partial(cells.begin, Column.DURABILITY)),
            ("owner", partial(cells.begin, Column.OWNER)),
            ("risk", partial(cells.begin, Column.PRIORITY)),
            ("due", partial(cells.begin, Column.DUE)),
            ("backlog", partial(cells.begin, Column.BACKLOG)),
        )

    def _action_commands(self) -> tuple[tuple[str, Callable[[], object]], ...]:
        deeds = self.deeds
        return (
            ("agree", deeds.agree),
            ("soak", deeds.soak),
            ("status", deeds.choose_status),
            ("held", deeds.answer_held),
            ("factors", deeds.link_factors),
            ("findings", deeds.link_findings),
            ("stronger", self.strengthening.offer),
            ("stopgap", deeds.choose_stopgap),
            ("move_up", partial(deeds.move, -1)),
            ("move_down", partial(deeds.move, 1)),
            ("delete", deeds.delete),
            ("details", self.show_details),
            ("spotlight", deeds.spotlight),
            ("loose_ends", self.show_loose_ends),
            ("entry", self.adding.come_from_table),
        )

    def show_details(self) -> None:
        """Open the details of the current action."""
        from facilitator.ui.actions.details_sheet import DetailsSheet  # noqa: PLC0415 - not needed to show

        action = self.deeds.current() if self.cells.settle() else None
        if action is not None:
            self._details = DetailsSheet(self.desk, action, self.deeds)
            self._details.closed.connect(self._details_closed)
            self._details.open_over(self.window(), self._details.text)

    def show_loose_ends(self) -> None:
        """Open the list of factors without an action and actions without a cause."""
        if self.cells.settle():
            sheet = LooseEndsSheet(self.desk)
            sheet.answered.connect(self._answer)
            sheet.shown.connect(self._jump)
            sheet.open_over(self.window(), sheet.list if sheet.list.count() else None)

    # -- showing -------------------------------------------------------------------------------

    def _answer(self, kind: str, row_id: str) -> None:
        if kind == FACTOR:
            self.begin_for(factors=(row_id,))
        else:
            self.select(row_id)
            self.deeds.link_factors()

    def _jump(self, kind: str, row_id: str) -> None:
        if kind == FACTOR:
            self.desk.host.go(Phase.FACTORS, row_id)
        else:
            self.select(row_id)

    def _choose_changed(self, delta: Delta) -> None:
        rows = delta.rows.get("actions")
        if rows is None or not delta.leads:
            return
        if rows.added:
            self.table.choose(rows.added[-1].id)
        elif len(rows.changed) == 1 and not rows.removed:
            self.table.choose(rows.changed[0].id)

    def _hint_came(self) -> None:
        if not self.preview.reading.note:
            self._show_typed(self.cells.editor.text())

    def _show_typed(self, text: str) -> None:
        if self.cells.editor.cell is not None and not self.cells.editor.cell.width:
            self.adding.show_reading(reading_of_text(text, self.late.on(text.strip())))

    def _take_in(self, words: str) -> None:
        """What was typed into an action that is gone goes on as a new one."""
        if words:
            self.entry.set_text(" ".join(filter(None, (self.entry.text(), words))))
            if words.endswith('"'):
                # Whoever goes on with a name does so between its quotes.
                self.entry.cursorBackward(False)
            self.entry.setFocus()
            self.desk.host.complain(_GONE, until_saved=True)

    def _typing_changed(self) -> None:
        if self.cells.editor.cell is None:
            self.late.on("")
            self.adding.show()
        self._mode_changed()

    def _details_closed(self) -> None:
        self._details = None

    def _mode_changed(self) -> None:
        mode = self._mode_now()
        if mode != self._mode:
            self._mode = mode
            if self.isVisible():
                self.desk.host.hints_changed()

    def _mode_now(self) -> str:
        if self.cells.editor.cell is not None:
            return "editing"
        if self.table.hasFocus():
            return "table"
        if self.adding.purpose:
            return "purpose"
        return "entry" if self.model.rowCount() else "empty"

    def _show_facts(self) -> None:
        found = pairs(self.desk.review)
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self.facts.show_pairs(found)
        self.facts.show_loose_ends(count(self.desk.review))
        self.note_bar.setVisible(found.none_durable)
        if found.none_durable:
            self.note_bar.show_best(best_of(standing(self.desk.review)))
