"""The table of actions, where a frame shows the cell that the keys work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facilitator.ui.actions.columns import MARGIN, WIDE, Column, column_widths
from facilitator.ui.actions.commands import COMMANDS
from facilitator.ui.actions.row_painter import NARROW_ROW, ROW, RowPainter
from facilitator.ui.local_keys import LocalKeys

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection, QModelIndex
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

    from facilitator.ui.actions.model import ActionModel
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

HEAD = 28
SCROLL = 12
"""The scroll bar keeps this much of the right edge, outside the tint of a selected row."""
_HEAD_RULE = 1.5
_LEFT, _RIGHT = 24, 12


class ActionsTable(QTableView):
    """Shows the actions.

    ``chosen`` tells the id of the current one, ``framed`` that another cell, or none, has the keys.
    """

    chosen = Signal(str)
    framed = Signal()

    def __init__(self, desk: Desk, model: ActionModel) -> None:
        super().__init__()
        self._desk, self._theme, self._actions = desk, desk.theme, model
        self._keys = LocalKeys(COMMANDS)
        self._rows = RowPainter(desk.theme, model)
        self.setObjectName("actions.table")
        self.setAccessibleName("Actions")
        self.setHorizontalHeader(_Head(desk.theme))
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self._look()
        self.selectionModel().currentChanged.connect(self._tell_current)
        for change in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            change.connect(self.fit_rows)
        for change in (model.dataChanged, model.modelReset):
            change.connect(self.fit_rows)

    def _look(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(self._theme.px(NARROW_ROW))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        head = self._theme.px(HEAD)
        self.verticalScrollBar().setStyleSheet(f"QScrollBar {{ margin-top: {head}px; }}")

    # -- selection -----------------------------------------------------------------------------

    @property
    def current_id(self) -> str | None:
        """Id of the current action."""
        row = self.currentIndex().row()
        return self._actions.action_at(row).id if 0 <= row < self._actions.rowCount() else None

    @property
    def wide(self) -> bool:
        """Whether rows have second lines."""
        return self._rows.wide

    @property
    def column(self) -> Column:
        """The column of the frame."""
        return Column(max(0, self.currentIndex().column()))

    def choose(self, action_id: str, column: Column | None = None) -> None:
        """Make an action current, in a column or in that of before, and scroll it into view."""
        row = self._actions.row_of(action_id)
        if row is not None:
            self.choose_row(row, column)

    def choose_row(self, row: int, column: Column | None = None) -> None:
        """Make a row current and scroll it into view."""
        if not self._actions.rowCount():
            return
        place = max(0, min(row, self._actions.rowCount() - 1))
        index = self._actions.index(place, self.column if column is None else column)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def step(self, rows: int) -> None:
        """Go some rows down, or up if negative."""
        current = self.currentIndex().row()
        if current < 0:
            current = self._actions.rowCount() if rows < 0 else -1
        self.choose_row(current + rows)

    def page_rows(self) -> int:
        """How many rows are in view."""
        return max(1, self.viewport().height() // self._theme.px(self._row_height()))

    def next_place(self, step: int) -> tuple[int, Column] | None:
        """Row and column of the next shown cell, or of the one before; None past the ends."""
        shown = [each for each in Column if not self.isColumnHidden(each)]
        row, place = max(0, self.currentIndex().row()), shown.index(self.column) + step
        row, place = row + place // len(shown), place % len(shown)
        return (row, shown[place]) if 0 <= row < self._actions.rowCount() else None

    def _tell_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.viewport().update()
        self.chosen.emit(self._actions.action_at(current.row()).id if current.isValid() else "")
        self.framed.emit()

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tab walks the cells; Qt keeps it from ``keyPressEvent``."""
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in tabs and self._run(event):  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the page's local commands; the rest walks the rows."""
        if not self._run(event):
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here, not the beginning of a word to look for."""

    def _run(self, event: QEvent) -> bool:
        command = self._keys.command_of(event)  # type: ignore[arg-type]
        if command is None:
            return False
        self._desk.registry.run(command)
        return True

    # -- looks ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._rows.floor = self.viewport().height()
        self._share_width()
        self.fit_rows()

    def _row_height(self) -> int:
        return ROW if self._rows.wide else NARROW_ROW

    def _share_width(self) -> None:
        theme = self._theme
        width = self.width() - theme.px(SCROLL)
        inner = (width - 2 * theme.px(MARGIN)) / theme.scale
        self._rows.wide = self.window().width() >= theme.px(WIDE)
        widths = column_widths(inner, wide=self._rows.wide)
        shown = [each for each in Column if widths[each]]
        for column in Column:
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, theme.px(widths[column]))
        # The margins belong to the outer columns, so that the frame of a cell reaches to the edge.
        if shown[-1] is not Column.ACTION:
            self.setColumnWidth(shown[-1], theme.px(widths[shown[-1]] + MARGIN))
        others = sum(self.columnWidth(each) for each in shown[1:])
        self.setColumnWidth(Column.ACTION, max(0, width - others))
        self._keep_column_shown()

    def _keep_column_shown(self) -> None:
        if self.isColumnHidden(self.column) and self.currentIndex().isValid():
            self.choose_row(self.currentIndex().row(), Column.ACTION)

    def fit_rows(self, *_changed: object) -> None:
        """Give every row the height that its text needs."""
        width = self.columnWidth(Column.ACTION)
        for row in range(self._actions.rowCount()):
            height = self._rows.height(row, width)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the rows first, whole, then the cells, then bar and frame."""
        rows = self._rows_in(event.rect())
        painter = QPainter(self.viewport())
        for row, box in rows:
            chosen = self.selectionModel().isRowSelected(row)
            self._rows.draw_ground(painter, box, chosen=chosen)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        for row, box in rows:
            if self.selectionModel().isRowSelected(row):
                self._rows.draw_bar(painter, box)
            if self.hasFocus() and row == self.currentIndex().row():
                self._rows.draw_frame(painter, self.visualRect(self.currentIndex()), box)

    def _rows_in(self, part: QRect) -> list[tuple[int, QRect]]:
        first, last = max(0, self.rowAt(part.top())), self.rowAt(part.bottom())
        last = self._actions.rowCount() - 1 if last < 0 else last
        width = self.width() - self._theme.px(SCROLL)
        boxes = (
            (row, QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row)))
            for row in range(first, last + 1)
        )
        return [(row, box) for row, box in boxes if box.bottom() < self._rows.floor]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint whole rows: their ground reaches beyond the cells."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current cell while the table has the keys."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._actions.rowCount():
            self.choose_row(0)
        self.viewport().update()
        self.framed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes with the keys."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.framed.emit()


class _Head(QHeaderView):
    """The heads of the columns over one rule."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setObjectName("actions.table.heads")
        self.setFixedHeight(theme.px(HEAD))
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(0)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words and rule."""
        theme = self._theme
        painter = QPainter(self.viewport())
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.setFont(theme.font("heading"))
        painter.setPen(theme.colour("ink2"))
        for column in Column:
            if not self.isSectionHidden(column):
                self._draw_head(painter, column)
        margin, thick = theme.px(MARGIN), max(1.0, _HEAD_RULE * theme.scale)
        rule = QRectF(margin, self.height() - thick, self.length() - 2 * margin, thick)
        painter.fillRect(rule, theme.colour("line"))

    def _draw_head(self, painter: QPainter, column: Column) -> None:
        theme = self._theme
        left, width = self.sectionViewportPosition(column), self.sectionSize(column)
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        if theme.metrics("heading").horizontalAdvance(words) > width:
            return
        inset = theme.px(MARGIN) if column is Column.ACTION else 0
        box = QRectF(left + inset, -theme.px(4), width - inset, theme.px(24))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(box, middle, words)


class TableFrame(QWidget):
    """Leaves room beside the table for the tint that reaches beyond the text."""

    def __init__(self, theme: Theme, table: ActionsTable) -> None:
        super().__init__()
        self._theme, self._table = theme, table
        table.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the table."""
        super().resizeEvent(event)
        left, right = self._theme.px(_LEFT), self._theme.px(_RIGHT)
        self._table.setGeometry(left, 0, self.width() - left - right, self.height())
