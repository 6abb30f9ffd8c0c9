"""The table of all actions, where a frame shows the cell that the keys work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from facilitator.ui.library.actions.columns import Column, column_widths
from facilitator.ui.library.actions.commands import COMMANDS
from facilitator.ui.library.actions.row_painter import HEAD_ROW, ROW, RowPainter
from facilitator.ui.local_keys import LocalKeys
from facilitator.ui.one_row import OneRow
from facilitator.ui.row_table import MARGIN, SCROLL
from facilitator.ui.writing import LINE

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

    from facilitator.ui.library.actions.model import ActionListModel
    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme

_HEAD = 38
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class AllActionsTable(OneRow, QTableView):
    """Chooses whole rows, several with Shift or clicks; ``moved`` tells that another is current."""

    moved = Signal()

    def __init__(self, theme: Theme, registry: Registry, model: ActionListModel) -> None:
        super().__init__()
        self._theme, self._registry, self._actions = theme, registry, model
        self._keys = LocalKeys(each for each in COMMANDS if each.local)
        self._rows = RowPainter(theme, model)
        self._fitted: list[int] = []
        self.setObjectName("all_actions.table")
        self.setAccessibleName("Actions of all reviews")
        self.setHorizontalHeader(_Heads(theme))
        self.setModel(model)
        self.setItemDelegate(self._rows)
        self._look()
        self.selectionModel().currentChanged.connect(self._tell)

    def _look(self) -> None:
        px = self._theme.px
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(px(HEAD_ROW))
        rows.setDefaultSectionSize(px(ROW))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalScrollBar().setSingleStep(px(ROW) // 2)
        self.verticalScrollBar().setStyleSheet(f"QScrollBar {{ margin-top: {px(_HEAD)}px; }}")

    def fit_heads(self) -> None:
        """Give the heads of parts their own height, and what stands there now that of actions."""
        heads = self._actions.heads
        for row in self._fitted:
            if row < self._actions.rowCount():
                self.setRowHeight(row, self._theme.px(ROW))
        for row in heads:
            self.setRowHeight(row, self._theme.px(HEAD_ROW))
        self._fitted = heads

    # -- selection -----------------------------------------------------------------------------

    @property
    def row(self) -> int | None:
        """The row with the frame."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    @property
    def column(self) -> Column:
        """The column of the frame."""
        return Column(max(0, self.currentIndex().column()))

    def chosen_rows(self) -> list[int]:
        """The rows that are selected, from the top."""
        ranges = self.selectionModel().selection()
        rows = {row for each in ranges.toList() for row in range(each.top(), each.bottom() + 1)}
        return sorted(row for row in rows if self._actions.number_at(row) is not None)

    def count_chosen(self) -> int:
        """How many they are; quick, however many."""
        ranges = self.selectionModel().selection().toList()
        heads = self._actions.heads
        return sum(
            each.height() - sum(each.top() <= head <= each.bottom() for head in heads)
            for each in ranges
        )

    def clear_current(self) -> None:
        """Nothing is current or chosen, until it is listed anew."""
        self.setCurrentIndex(QModelIndex())
        self.clearSelection()

    def choose_row(self, row: int, column: Column | None = None) -> None:
        """Make a row current, or the next action below it, or else above."""
        count = self._actions.rowCount()
        ways = (*range(max(0, row), count), *range(min(row, count) - 1, -1, -1))
        found = next((each for each in ways if self._actions.number_at(each) is not None), None)
        if found is None:
            return
        flags = QItemSelectionModel.SelectionFlag
        index = self._actions.index(found, self.column if column is None else column)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._show_with_head(found)

    def move_frame(self, column: Column) -> None:
        """Put the frame on another cell of its row; what is selected stays so."""
        if (row := self.row) is not None:
            index = self._actions.index(row, column)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, flag)

    def shown_columns(self) -> list[Column]:
        """The columns that have room."""
        return [each for each in Column if not self.isColumnHidden(each)]

    def _show_with_head(self, row: int) -> None:
        if row and self._actions.head_at(row - 1):
            self.scrollTo(self._actions.index(row - 1, 0))
        self.scrollTo(self._actions.index(row, 0))

    def _tell(self, _now: QModelIndex, _was: QModelIndex) -> None:
        self.viewport().update()
        self.moved.emit()

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tab walks the cells; Qt keeps it from ``keyPressEvent``."""
        if isinstance(event, QKeyEvent) and event.key() in _TABS:
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and self._run(event):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands first; the rest walks the rows."""
        if self._run(event):
            return
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._actions.rowCount() - 1}
        key = Qt.Key(event.key())
        if key in ends and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.choose_row(ends[key])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here, not the beginning of a word to look for."""

    def _run(self, event: QKeyEvent) -> bool:
        command = self._keys.command_of(event)
        if command is not None:
            self._registry.run(command)
        return command is not None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    # -- looks ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        theme = self._theme
        width = self.width() - theme.px(SCROLL)
        widths = column_widths((width - 2 * theme.px(MARGIN)) / theme.scale)
        for column in Column:
            self.setColumnHidden(column, not widths[column])
            self.setColumnWidth(column, theme.px(widths[column]))
        # The margins belong to the outer columns, so that the frame reaches to the edge.
        last = self.shown_columns()[-1]
        self.setColumnWidth(last, self.columnWidth(last) + theme.px(MARGIN))
        others = sum(self.columnWidth(each) for each in self.shown_columns()[1:])
        self.setColumnWidth(Column.ACTION, max(0, width - others))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint whole rows: their ground reaches beyond the cells."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the rows first, whole, then the cells, then bar and frame."""
        rows = self._rows_in(event.rect())
        painter = QPainter(self.viewport())
        for row, box in rows:
            head = self._actions.head_at(row)
            if head:
                self._rows.draw_head(painter, box, head)
            else:
                self._rows.draw_ground(painter, box, chosen=self._is_chosen(row))
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        for row, box in rows:
            if self._is_chosen(row):
                self._rows.draw_bar(painter, box)
            if self.hasFocus() and row == self.row:
                self._rows.draw_frame(painter, self.visualRect(self.currentIndex()), box)

    def _is_chosen(self, row: int) -> bool:
        return self.selectionModel().isSelected(self._actions.index(row, 0))

    def _rows_in(self, part: QRect) -> list[tuple[int, QRect]]:
        first, last = max(0, self.rowAt(part.top())), self.rowAt(part.bottom())
        last = self._actions.rowCount() - 1 if last < 0 else last
        width = self.width() - self._theme.px(SCROLL)
        return [
            (row, QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row)))
            for row in range(first, last + 1)
        ]


class _Heads(QHeaderView):
    """Words over the columns, and one rule below them all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setObjectName("all_actions.heads")
        self.setFixedHeight(theme.px(_HEAD))
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(0)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words where the whole of them fits, and the rule."""
        theme, painter = self._theme, QPainter(self.viewport())
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.setFont(theme.font("label", "library", 600))
        painter.setPen(theme.colour("ink2"))
        margin = theme.px(MARGIN)
        for column in Column:
            words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            inset = margin if column is Column.ACTION else 0
            box = QRectF(self.sectionViewportPosition(column) + inset, 0, 0, self.height())
            box.setWidth(self.sectionSize(column) - inset)
            if theme.metrics("label", "library", 600).horizontalAdvance(words) <= box.width():
                painter.drawText(box, LINE, words)
        rule = QRectF(margin, self.height() - 1.5, self.length() - 2 * margin, 1.5)
        painter.fillRect(rule, theme.colour("line"))
