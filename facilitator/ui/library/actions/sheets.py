"""The sheets of a review's action table, for one action or for several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_day
from facilitator.domain.edits import actions as edits
from facilitator.domain.rules import RuleViolation
from facilitator.ui.actions.cell_editor import CellEditor
from facilitator.ui.actions.cells import CELLS
from facilitator.ui.actions.columns import Column
from facilitator.ui.actions.deferral_sheet import LABEL as PUT_OFF
from facilitator.ui.actions.deferral_sheet import DeferralSheet
from facilitator.ui.actions.held_sheet import HeldSheet
from facilitator.ui.actions.risk_sheet import LABEL as RATE
from facilitator.ui.actions.risk_sheet import RiskSheet
from facilitator.ui.library.actions.wording import titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QLineEdit, QWidget

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem, Deferral
    from facilitator.domain.words import ActionStatus
    from facilitator.ui.actions.cells import Cell
    from facilitator.ui.library.actions.desk import ActionDesk, Chosen

_WHAT: dict[str, Callable[[ActionItem], str]] = {
    CELLS[Column.OWNER].label: lambda action: (
        f"given to {action.owner}" if action.owner else "left without an owner"
    ),
    CELLS[Column.DUE].label: lambda action: (
        f"due {format_day(action.due)}" if action.due else "left without a day"
    ),
    CELLS[Column.BACKLOG].label: lambda _action: "given another place in the backlog",
}


class ChosenEditor(CellEditor):
    """Types one cell for all chosen rows; for several it begins empty."""

    def __init__(self, desk: ActionDesk, page: QWidget) -> None:
        super().__init__(desk, page)
        self._rows = desk
        self._many = False
        self.setObjectName("all_actions.editor")

    def open(self, cell: Cell, action: ActionItem, place: QRect) -> None:
        """Start with what stands in a cell, or with nothing where several do."""
        self._many = self._rows.chosen is not None and self._rows.chosen.many
        super().open(cell, action, place)
        if self._many:
            self.setText("")
            self._first = ""
            self.setPlaceholderText(f"{titles(self._rows.chosen.rows)}: {cell.hint}")  # type: ignore[union-attr]

    def unchanged(self, text: str) -> bool:
        """Several differ, so only an empty text means none of them."""
        return not text.strip() if self._many else super().unchanged(text)

    def apply(self, text: str) -> RuleViolation | None:
        """Make the edit on every chosen row."""
        cell = self.cell
        if cell is None or self.action is None:
            return None
        setting = self.setting()

        def make(action: ActionItem) -> Edit:
            return cell.edit(action, text, setting)

        try:
            after = make(self.action)(setting.review)
        except RuleViolation as refusal:
            return refusal
        changed = next(each for each in after.actions if each.id == self.action.id)
        return self._rows.apply_each(cell.label, make, _WHAT[cell.label](changed))


class ChosenDeferral(DeferralSheet):
    """Puts all chosen actions off."""

    def __init__(self, desk: ActionDesk, chosen: Chosen) -> None:
        super().__init__(desk, chosen.action, titles(chosen.rows))
        self._rows = desk

    def put_off(self, deferral: Deferral) -> RuleViolation | None:
        """Put them off, all or none."""
        what = f"put off until {format_day(deferral.until)}"
        return self._rows.apply_each(PUT_OFF, lambda each: edits.defer(each.id, deferral), what)


class ChosenHeld(HeldSheet):
    """Says of all chosen actions whether they held; typing begins at once."""

    def __init__(self, desk: ActionDesk, chosen: Chosen, status: ActionStatus) -> None:
        super().__init__(desk, chosen.action, status, titles(chosen.rows))
        self._rows = desk
        if chosen.many:
            self.seen.clear()

    @property
    def line(self) -> QLineEdit:
        """Where one begins: at what was seen, or at the day to look again."""
        return self.seen if self.again.isHidden() else self.again

    def keep(self) -> RuleViolation | None:
        """Keep the answer for all of them, or for none."""
        what = {"It held": "held", "It did not hold": "did not hold"}
        return self._rows.apply_each(
            self.label, self.edit_of, what.get(self.label, "to look at again")
        )


class ChosenRisk(RiskSheet):
    """Rates all chosen actions."""

    def __init__(self, desk: ActionDesk, chosen: Chosen) -> None:
        super().__init__(desk, chosen.action, titles(chosen.rows))
        self._rows = desk

    def take(self, make: Callable[[str], Edit]) -> RuleViolation | None:
        """Rate them, all or none."""
        return self._rows.apply_each(RATE, lambda each: make(each.id), "rated")
