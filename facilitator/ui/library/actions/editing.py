"""Walks the cells of the table of all actions and types into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from facilitator.ui.actions.cells import CELLS
from facilitator.ui.actions.columns import Column as CellColumn
from facilitator.ui.library.actions.columns import Column
from facilitator.ui.library.actions.sheets import ChosenEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from facilitator.ui.library.actions.deeds import ActionDeeds
    from facilitator.ui.library.actions.desk import ActionDesk, Chosen
    from facilitator.ui.library.actions.table import AllActionsTable

_TYPED = {
    Column.OWNER: CELLS[CellColumn.OWNER],
    Column.DUE: CELLS[CellColumn.DUE],
    Column.BACKLOG: CELLS[CellColumn.BACKLOG],
}
_CHANGED = (Column.OWNER, Column.PRIORITY, Column.DUE, Column.STATUS, Column.BACKLOG)
"""What can be changed here; the words of an action are changed in its review."""


class CellWalk:
    """F2, Tab and the letters of cells; ``begin`` gives the chosen rows, or None."""

    def __init__(
        self,
        desk: ActionDesk,
        page: QWidget,
        table: AllActionsTable,
        deeds: ActionDeeds,
        begin: Callable[[], Chosen | None],
    ) -> None:
        self._page, self._table, self._deeds = page, table, deeds
        self._begin = begin
        self.editor = ChosenEditor(desk, page)
        self.editor.kept.connect(self._kept)
        self.editor.left.connect(table.setFocus)
        table.verticalScrollBar().valueChanged.connect(lambda _value: self.place())

    def edit_cell(self) -> None:
        """Change what stands in the frame; from the words, the owner."""
        column = self._table.column
        self.begin(column if column in _CHANGED else Column.OWNER)

    def begin(self, column: Column) -> None:
        """Change one cell of the chosen rows: typed in place, or chosen on a sheet."""
        if not self.settle():
            return
        self._table.move_frame(column)
        if column is Column.STATUS:
            self._deeds.choose_status()
        elif column is Column.PRIORITY:
            self._deeds.rate(self._next)
        else:
            chosen = self._begin()
            if chosen is not None:
                self.editor.open(_TYPED[column], chosen.action, self._place_of(column))

    def go_on(self, step: int) -> None:
        """To the next cell that can be changed, or to the one before, and change it."""
        self._next(step)

    def move(self, step: int) -> None:
        """Move the frame within its row."""
        shown = self._table.shown_columns()
        place = shown.index(self._table.column) + step if self._table.column in shown else 0
        if 0 <= place < len(shown):
            self._table.move_frame(shown[place])

    @property
    def typing(self) -> bool:
        """Whether something is being typed into a cell."""
        return self.editor.cell is not None

    def settle(self) -> bool:
        """Keep what is being typed; False if it was refused and must stay."""
        if not self.editor.settle():
            self.editor.setFocus()
            return False
        self.editor.drop()
        return True

    def place(self) -> None:
        """Put the field over its cell again."""
        column = next((each for each, cell in _TYPED.items() if cell is self.editor.cell), None)
        if column is not None:
            self.editor.place(self._place_of(column))

    def _next(self, step: int) -> None:
        shown = [each for each in _CHANGED if not self._table.isColumnHidden(each)]
        column = self._table.column
        wanted = [each for each in shown if (each > column if step > 0 else each < column)]
        row = self._table.row
        if wanted:
            self.begin(wanted[0] if step > 0 else wanted[-1])
        elif row is not None and shown:
            self._table.choose_row(row + step, Column.ACTION if step > 0 else shown[-1])
            self._table.setFocus()

    def _kept(self, step: int) -> None:
        self._table.setFocus()
        if step:
            self._next(step)

    def _place_of(self, column: Column) -> QRect:
        shown = Column.ACTION if self._table.isColumnHidden(column) else column
        index = self._table.model().index(self._table.currentIndex().row(), shown)
        box = QRect(self._table.visualRect(index))
        corner = self._table.viewport().mapTo(self._page, QPoint(box.left(), box.top()))
        box.moveTopLeft(corner)
        return box
