"""Ctrl+J: an idea into the parking lot without losing the place, and what is parked there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem

from facilitator.domain.edits import close as edits
from facilitator.domain.records import ParkedIdea
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet
from facilitator.ui.yielding import YieldingList

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

_ROWS = 5
_HINT = "Enter parks and goes back. In the list, Delete takes an idea out."


class ParkingSheet(Sheet):
    """A line for the idea, above the ideas parked so far; ``parked`` tells that one was added."""

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
        self.list = YieldingList()
        self.list.setObjectName("parking.list")
        self.list.setAccessibleName("Parked ideas")
        self.list.setFont(theme.font("text"))
        self.list.setWordWrap(True)
        self.list.installEventFilter(self)
        for widget in (self.line, self.problem, self.list, Label(theme, _HINT, "label", "ink2")):
            self.card_column.addWidget(widget)
        self._unsubscribe = desk.session.subscribe(self._follow)
        self.closed.connect(self._unsubscribe)
        self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete in the list takes the idea out."""
        deletes = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.list and deletes and event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]
            self._unpark()
            return True
        return super().eventFilter(watched, event)

    def _park(self) -> None:
        idea = ParkedIdea(id=self._desk.new_id(), text=self.line.text())
        refusal = self._desk.apply("Park an idea", edits.park(idea))
        self.problem.setText(refusal.reason if refusal else "")
        self.problem.setVisible(refusal is not None)
        if refusal is None:
            self.close_sheet()
            self.parked.emit()

    def _unpark(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._desk.apply("Take out of the parking lot", edits.unpark(item.data(_ID)))

    def _follow(self, delta: Delta) -> None:
        if delta.touches("parking"):
            self._fill()

    def _fill(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        for idea in self._desk.review.parking:
            item = QListWidgetItem(idea.text)
            item.setData(_ID, idea.id)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setVisible(self.list.count() > 0)
        row = self.theme.px(40)
        self.list.want(min(_ROWS, self.list.count()) * row, 2 * row)


_ID = Qt.ItemDataRole.UserRole
