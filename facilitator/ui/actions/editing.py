"""Walks the cells of the table and types into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal

from facilitator.ui.actions.cell_editor import CellEditor
from facilitator.ui.actions.cells import CELLS
from facilitator.ui.actions.columns import Column
from facilitator.ui.row_table import MARGIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from facilitator.domain.delta import Delta
    from facilitator.ui.actions.deeds import ActionDeeds
    from facilitator.ui.actions.model import ActionModel
    from facilitator.ui.actions.table import ActionsTable
    from facilitator.ui.desk import Desk


class CellWalk(QObject):
    """F2, Tab and the letters of cells; ``mode_changed`` tells that typing began or ended.

    ``lost`` carries what was typed into a cell of an action that is no longer there, as a line
    that would add it anew.
    """

    mode_changed = Signal()
    lost = Signal(str)

    def __init__(  # noqa: PLR0913, PLR0917 - it joins the parts of the page
        self,
        desk: Desk,
        page: QWidget,
        table: ActionsTable,
        model: ActionModel,
        deeds: ActionDeeds,
        back: Callable[[], object],
    ) -> None:
        super().__init__()
        self._page, self._table, self._model = page, table, model
        self._deeds, self._back = deeds, back
        self.editor = CellEditor(desk, page)
        self.editor.kept.connect(self._kept)
        self.editor.left.connect(table.setFocus)
        self.editor.closed.connect(self.mode_changed)
        table.verticalScrollBar().valueChanged.connect(lambda _value: self.place())

    # -- commands ------------------------------------------------------------------------------

    def edit_text(self) -> None:
        """Change what stands in the frame; from elsewhere the words of the current action."""
        self.begin(self._table.column if self._table.hasFocus() else Column.ACTION)

    def edit_with(self, words: str) -> None:
        """Change the words of the current action, beginning with others; undo has the old ones."""
        self.begin(Column.ACTION)
        if self.editor.cell is CELLS[Column.ACTION]:
            self.editor.offer(words)

    def edit_cell(self) -> None:
        """Change what stands in the frame."""
        self.begin(self._table.column)

    def begin(self, column: Column) -> None:
        """Change one cell of the current action: typed in place, or chosen on a sheet."""
        if not self.settle():
            return
        action = self._deeds.current()
        if action is None:
            return
        if not self._table.isColumnHidden(column):
            self._table.choose(action.id, column)
        if column is Column.DURABILITY:
            self._deeds.call_durability()
        elif column is Column.PRIORITY:
            self._deeds.rate(self._next)
        else:
            self.editor.open(CELLS[column], action, self._place_of(column))
            self.mode_changed.emit()

    def go_on(self, step: int) -> None:
        """To the next cell, or to the one before; cells that are typed in place open at once.

        From the entry line it goes to the table, past the last cell back to the entry line.
        """
        if not self._table.hasFocus():
            self._enter_table()
        else:
            self._next(step)

    def move(self, step: int) -> None:
        """Move the frame within its row."""
        place = self._table.next_place(step)
        if place is not None and place[0] == self._table.currentIndex().row():
            self._table.choose_row(*place)

    def settle(self) -> bool:
        """Keep what is being typed; False if it was refused and must stay."""
        if not self.editor.settle():
            self.editor.setFocus()
            return False
        self.editor.drop()
        return True

    # -- following -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Stop typing into an action that is gone; follow one that moved."""
        rows = delta.rows.get("actions")
        action = self.editor.action
        if rows is None or action is None or self.editor.isHidden():
            return
        now = self._model.record_of(action.id)
        if now is None:
            line = self.editor.as_line()
            self.editor.drop()
            self._table.setFocus()
            self.lost.emit(line)
        else:
            self.editor.take_over(now)
            self.place()

    def place(self) -> None:
        """Put the field over its cell again."""
        if not self.editor.isHidden() and self.editor.cell is not None:
            column = next(each for each, cell in CELLS.items() if cell is self.editor.cell)
            self.editor.place(self._place_of(column))

    # -- inside --------------------------------------------------------------------------------

    def _enter_table(self) -> None:
        if self._deeds.current() is not None:
            self._table.choose_row(self._table.currentIndex().row(), Column.ACTION)
            self._table.setFocus()

    def _next(self, step: int) -> None:
        place = self._table.next_place(step)
        if place is None:
            self._back()
            return
        self._table.choose_row(*place)
        if place[1] in CELLS:
            self.begin(place[1])

    def _kept(self, step: int) -> None:
        self._table.setFocus()
        if step:
            self._next(step)

    def _place_of(self, column: Column) -> QRect:
        shown = Column.ACTION if self._table.isColumnHidden(column) else column
        index = self._table.model().index(self._table.currentIndex().row(), shown)
        box = QRect(self._table.visualRect(index))
        if shown is Column.ACTION:
            box.setLeft(box.left() + self._page.theme.px(MARGIN))  # type: ignore[attr-defined]
        box.moveTopLeft(self._table.viewport().mapTo(self._page, QPoint(box.left(), box.top())))
        return box
