"""The table of actions, where a frame shows the cell that the keys work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView

from facilitator.ui.actions.columns import WIDE, Column, column_widths
from facilitator.ui.actions.commands import COMMANDS
from facilitator.ui.actions.row_painter import NARROW_ROW, ROW, RowPainter
from facilitator.ui.row_table import MARGIN, RowTable, TableHeads

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from facilitator.ui.actions.model import ActionModel
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

HEAD = 28


class ActionsTable(RowTable):
    """Shows the actions; ``framed`` tells that another cell, or none, has the keys."""

    framed = Signal()

    def __init__(self, desk: Desk, model: ActionModel) -> None:
        super().__init__(desk, model, COMMANDS, _Heads(desk.theme))
        self.setObjectName("actions.table")
        self.setAccessibleName("Actions")
        self._actions = model
        self._soaking = False
        self._rows = RowPainter(desk.theme, model)
        self.setItemDelegate(self._rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setMinimumSectionSize(desk.theme.px(NARROW_ROW))
        self.verticalHeader().setDefaultSectionSize(desk.theme.px(ROW))
        self.selectionModel().currentChanged.connect(self._tell_frame)
        for change in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
            change.connect(self.fit_rows)
        for change in (model.dataChanged, model.modelReset):
            change.connect(self.fit_rows)

    def usual_column(self) -> int:
        """That of the frame."""
        return self.column

    def least_row(self) -> int:
        """Narrow rows have no second lines."""
        return self.theme.px(ROW if self._rows.wide else NARROW_ROW)

    # -- the frame -----------------------------------------------------------------------------

    @property
    def wide(self) -> bool:
        """Whether rows have second lines."""
        return self._rows.wide

    @property
    def column(self) -> Column:
        """The column of the frame."""
        return Column(max(0, self.currentIndex().column()))

    def next_place(self, step: int) -> tuple[int, Column] | None:
        """Row and column of the next shown cell, or of the one before; None past the ends."""
        shown = [each for each in Column if not self.isColumnHidden(each)]
        row, place = max(0, self.currentIndex().row()), shown.index(self.column) + step
        row, place = row + place // len(shown), place % len(shown)
        return (row, shown[place]) if 0 <= row < self._actions.rowCount() else None

    def _tell_frame(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.viewport().update()
        self.tell_current(current, previous)
        self.framed.emit()

    def attention_moved(self) -> None:
        """The frame comes and goes with the keys."""
        self.framed.emit()

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tab walks the cells; Qt keeps it from ``keyPressEvent``."""
        tabs = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in tabs and self.run_key(event):
            return True
        return super().event(event)

    # -- looks ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again; the current row stays in view."""
        current = self.currentIndex()
        in_view = self.visualRect(current).bottom() < max(
            self._rows.floor, event.oldSize().height()
        )
        super().resizeEvent(event)
        self._rows.floor = self.viewport().height()
        self._share_width()
        self.fit_rows()
        if in_view:
            self.scrollTo(current)

    def _share_width(self) -> None:
        theme = self.theme
        width = self.rows_width()
        inner = (width - 2 * theme.px(MARGIN)) / theme.scale
        self._rows.wide = self.window().width() >= theme.px(WIDE)
        self._soaking = self._actions.any_soaks
        widths = column_widths(inner, wide=self._rows.wide, soaking=self._soaking)
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
        if self._soaking is not self._actions.any_soaks:
            self._share_width()
        width = self.columnWidth(Column.ACTION)
        for row in range(self._actions.rowCount()):
            height = self._rows.height(row, width)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the rows first, whole, then the cells, then bar and frame."""
        floor = self._rows.floor
        rows = [(row, box) for row, box in self.rows_in(event.rect()) if box.bottom() < floor]
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


class _Heads(TableHeads):
    """The outer columns begin and end in the margins."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "actions.table.heads", HEAD, Column)

    def rule_end(self) -> int:
        """Before the margin."""
        return self.length() - self.theme.px(MARGIN)

    def draw_head(self, painter: QPainter, column: int, words: str) -> None:
        """On top, where the whole of it fits."""
        theme = self.theme
        left, width = self.sectionViewportPosition(column), self.sectionSize(column)
        if theme.metrics("heading").horizontalAdvance(words) > width:
            return
        inset = theme.px(MARGIN) if column == Column.ACTION else 0
        box = QRectF(left + inset, -theme.px(4), width - inset, theme.px(24))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(box, middle, words)
