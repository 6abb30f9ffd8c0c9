"""Ctrl+J on the Stage: an idea into the parking lot without losing the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.edits import close as edits
from facilitator.domain.records import ParkedIdea
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from facilitator.ui.desk import Desk

_HINT = "Enter puts it into the parking lot in the Console and goes back."


class ParkingSheet(Sheet):
    """A line for the idea, and nothing of what is parked: the room sees this sheet.

    ``parked`` tells that an idea was added.
    """

    parked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "Park an idea")
        self._desk = desk
        theme = desk.theme
        self.line = QLineEdit()
        self.line.setObjectName("parking.line")
        self.line.setAccessibleName("The idea to park")
        self.line.setPlaceholderText("What should not be forgotten?")
        self.line.setFont(theme.font("entry"))
        self.line.returnPressed.connect(self._park)
        self.problem = Label(theme, "", "label", "note", wrap=True)
        self.problem.hide()
        for widget in (self.line, self.problem, Label(theme, _HINT, "label", "ink2", wrap=True)):
            self.card_column.addWidget(widget)

    def _park(self) -> None:
        idea = ParkedIdea(id=self._desk.new_id(), text=self.line.text())
        refusal = self._desk.apply("Park an idea", edits.park(idea))
        self.problem.setText(refusal.reason if refusal else "")
        self.problem.setVisible(refusal is not None)
        if refusal is None:
            self.close_sheet()
            self.parked.emit()
