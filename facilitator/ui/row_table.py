"""The base of the tables whose rows are painted whole and whose keys are the page's commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facilitator.ui.row_keys import RowKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QItemSelection, QModelIndex
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk
    from facilitator.ui.record_model import RecordModel
    from facilitator.ui.theme import Theme

SCROLL = 12
"""The scroll bar keeps this much of the right edge, outside the tint of a selected row."""
MARGIN = 16
"""The tint of a selected row reaches so far beyond the text, both ways."""
_HEAD_RULE = 1.5
_LEFT, _RIGHT = 24, 12


class RowTable(RowKeys, QTableView):
    """Chooses whole rows; ``chosen`` tells the id of the current one, or an empty text."""

    chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        model: RecordModel[Any],
        commands: Iterable[Command],
        heads: TableHeads,
    ) -> None:
        super().__init__()
        self.take_keys(desk, commands)
        self._records = model
        self.setHorizontalHeader(heads)
        self.setModel(model)
        model.rowsRemoved.connect(self.hold_current)
        self._look(heads.height())

    def _look(self, head: int) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().setStyleSheet(f"QScrollBar {{ margin-top: {head}px; }}")

    # -- what a table is made of ---------------------------------------------------------------

    def usual_column(self) -> int:
        """The column that is current in a row that is chosen as a whole."""
        raise NotImplementedError

    def least_row(self) -> int:
        """The height in px of the rows as they are now, without second lines that wrap."""
        raise NotImplementedError

    def fitting(self, height: int) -> int:
        """The height to take of this one."""
        return height

    # -- selection -----------------------------------------------------------------------------

    @property
    def current_id(self) -> str | None:
        """Id of the current row."""
        row = self.currentIndex().row()
        return self._records.record_at(row).id if 0 <= row < self._records.rowCount() else None

    def current_or_first(self) -> str | None:
        """Id of the current row, which is selected; where there is none, the first becomes it."""
        if self.current_id is None:
            self.choose_row(0)
        self.hold_current()
        return self.current_id

    def choose(self, row_id: str, column: int | None = None) -> None:
        """Make the row of an id current and scroll it into view."""
        row = self._records.row_of(row_id)
        if row is not None:
            self.choose_row(row, column)

    def choose_row(self, row: int, column: int | None = None) -> None:
        """Make a row current, or the nearest there is, and scroll it into view."""
        count = self._records.rowCount()
        if not count:
            return
        place = self.usual_column() if column is None else column
        index = self._records.index(max(0, min(row, count - 1)), place)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def keep_current(self, change: Callable[[], object]) -> None:
        """Make a change of the rows; the current one stays it, or the nearest becomes it."""
        current, row = self.current_id, self.currentIndex().row()
        change()
        if current is None or self.current_id == current:
            return
        if self._records.row_of(current) is not None:
            # So many rows changed that all of them came anew.
            self.choose(current)
        elif self.current_id is None:
            self.choose_row(row)

    def hold(self, change: Callable[[], object]) -> None:
        """Make a change of the rows; those in view stay where they are."""
        top, bar = self.rowAt(0), self.verticalScrollBar()
        held = self._records.record_at(top).id if top >= 0 else ""
        place = bar.value()
        self.keep_current(change)
        row = self._records.row_of(held)
        if row is not None and (row != top or bar.value() != place):
            self.executeDelayedItemsLayout()
            bar.setValue(place + row - top)

    def sees_current(self, height: int) -> bool:
        """Whether the current row is in view, in a viewport so many px high."""
        box = self.visualRect(self.currentIndex())
        return self.currentIndex().isValid() and box.top() >= 0 and box.bottom() < height

    def step(self, rows: int) -> None:
        """Go some rows down, or up if negative."""
        current = self.currentIndex().row()
        if current < 0:
            current = self._records.rowCount() if rows < 0 else -1
        self.choose_row(current + rows)

    def page_rows(self) -> int:
        """How many whole rows are in view."""
        return max(1, self.viewport().height() // self.least_row())

    def tell_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Tell which row is current; for a signal of the selection."""
        valid = current.isValid()
        self.chosen.emit(self._records.record_at(current.row()).id if valid else "")

    # -- looks ---------------------------------------------------------------------------------

    def rows_width(self) -> int:
        """How wide rows are, with their tint."""
        return self.width() - self.theme.px(SCROLL)

    def rows_in(self, part: QRect) -> list[tuple[int, QRect]]:
        """The rows in a part of the viewport, and where they stand."""
        first, last = max(0, self.rowAt(part.top())), self.rowAt(part.bottom())
        last = self._records.rowCount() - 1 if last < 0 else last
        width = self.rows_width()
        return [
            (row, QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row)))
            for row in range(first, last + 1)
        ]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint whole rows: their ground reaches beyond the cells."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()


class TableHeads(QHeaderView):
    """Words over some columns, and one rule below them all."""

    def __init__(self, theme: Theme, name: str, height: int, columns: Iterable[int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme = theme
        self._columns = tuple(columns)
        self.setObjectName(name)
        self.setFixedHeight(theme.px(height))
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(0)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def draw_head(self, painter: QPainter, column: int, words: str) -> None:
        """Draw the words over a column."""
        raise NotImplementedError

    def rule_end(self) -> int:
        """Where the rule ends on the right."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words and rule."""
        theme = self.theme
        painter = QPainter(self.viewport())
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("ink2"))
        for column in self._columns:
            if not self.isSectionHidden(column):
                words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
                self.draw_head(painter, column, words)
        margin, thick = theme.px(MARGIN), max(1.0, _HEAD_RULE * theme.scale)
        rule = QRectF(margin, self.height() - thick, self.rule_end() - margin, thick)
        painter.fillRect(rule, theme.colour("line"))


class TableFrame(QWidget):
    """Leaves room beside the table for the tint that reaches beyond the text."""

    def __init__(self, table: RowTable) -> None:
        super().__init__()
        self._table = table
        table.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the table."""
        super().resizeEvent(event)
        table, px = self._table, self._table.theme.px
        width = self.width() - px(_LEFT) - px(_RIGHT)
        table.setGeometry(px(_LEFT), 0, width, table.fitting(self.height()))
