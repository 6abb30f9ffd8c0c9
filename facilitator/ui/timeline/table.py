"""The table of events: the standard twin of the strip, and where its keys are at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from facilitator.ui.local_keys import LocalKeys
from facilitator.ui.timeline.columns import MARGIN, WIDE, column_widths
from facilitator.ui.timeline.commands import COMMANDS
from facilitator.ui.timeline.model import Column
from facilitator.ui.timeline.row_painter import ROW, RowPainter

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection, QModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme
    from facilitator.ui.timeline.model import EventModel
    from facilitator.ui.timeline.row_painter import Places

HEAD = 44
SCROLL = 12
"""The scroll bar keeps this much of the right edge, outside the tint of a selected row."""
_HEAD_RULE = 1.5
_LEFT, _RIGHT = 24, 12


class TimelineTable(QTableView):
    """Shows the events; ``chosen`` tells the id of the current one, or an empty text."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, model: EventModel) -> None:
        super().__init__()
        self._desk, self._theme, self._events = desk, desk.theme, model
        self._keys = LocalKeys(COMMANDS)
        self._rows = RowPainter(desk.theme, model)
        self.setObjectName("timeline.table")
        self.setAccessibleName("Timeline of events")
        self.setHorizontalHeader(_Head(desk.theme))
        self.setModel(model)
        self._look()
        self.selectionModel().currentRowChanged.connect(self._tell_current)

    def _look(self) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(self._theme.px(ROW))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        head = self._theme.px(HEAD)
        self.verticalScrollBar().setStyleSheet(f"QScrollBar {{ margin-top: {head}px; }}")

    # -- selection -----------------------------------------------------------------------------

    @property
    def current_id(self) -> str | None:
        """Id of the current event."""
        row = self.currentIndex().row()
        return self._events.event_at(row).id if 0 <= row < self._events.rowCount() else None

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """Ids of the selected events, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self._events.event_at(row).id for row in rows)

    def choose(self, event_id: str) -> None:
        """Make an event the current one and scroll it into view."""
        row = self._events.row_of(event_id)
        if row is not None:
            self.choose_row(row)

    def choose_row(self, row: int) -> None:
        """Make a row the current one and scroll it into view."""
        if not self._events.rowCount():
            return
        index = self._events.index(max(0, min(row, self._events.rowCount() - 1)), Column.TEXT)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def step(self, rows: int) -> None:
        """Go some rows down, or up if negative."""
        current = self.currentIndex().row()
        if current < 0:
            current = self._events.rowCount() if rows < 0 else -1
        self.choose_row(current + rows)

    def page_rows(self) -> int:
        """How many whole rows are in view."""
        return max(1, self.viewport().height() // self._theme.px(ROW))

    def whole_rows(self, height: int) -> int:
        """The greatest height up to ``height`` that cuts no row."""
        head, row = self._theme.px(HEAD), self._theme.px(ROW)
        return head + max(0, height - head) // row * row

    def _tell_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.chosen.emit(self._events.event_at(current.row()).id if current.isValid() else "")

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the page's local commands; the rest walks the rows."""
        command = self._keys.command_of(event)
        if command is not None:
            self._desk.registry.run(command)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here, not the beginning of a word to look for."""

    # -- looks ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self._rows.keep(2 * self.page_rows() + 2)
        self._share_width()

    def _share_width(self) -> None:
        theme = self._theme
        width = self.width() - theme.px(SCROLL)
        inner = (width - 2 * theme.px(MARGIN)) / theme.scale
        widths = column_widths(inner, where=self.window().width() >= theme.px(WIDE))
        for column, length in widths.items():
            self.setColumnHidden(column, length == 0)
            self.setColumnWidth(column, theme.px(length))
        self.setColumnWidth(Column.STAR, theme.px(widths[Column.STAR] + MARGIN))
        fixed = sum(self.columnWidth(each) for each in Column if each is not Column.TEXT)
        self.setColumnWidth(Column.TEXT, max(0, width - fixed - theme.px(MARGIN)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the pictures of the rows down, then the marks of chosen ones."""
        painter = QPainter(self.viewport())
        places, ratio = self._places(), self.devicePixelRatioF()
        for row, box in self._rows_in(event.rect()):
            chosen = self.selectionModel().isRowSelected(row)
            picture = self._rows.picture(row, box.width(), places, chosen=chosen, ratio=ratio)
            painter.drawPixmap(box.topLeft(), picture)
            if chosen:
                focused = self.hasFocus() and row == self.currentIndex().row()
                self._rows.draw_mark(painter, box, focused=focused)

    def _places(self) -> Places:
        shown = (each for each in Column if not self.isColumnHidden(each))
        return tuple(
            (each, self.columnViewportPosition(each), self.columnWidth(each)) for each in shown
        )

    def _rows_in(self, part: QRect) -> list[tuple[int, QRect]]:
        first, last = max(0, self.rowAt(part.top())), self.rowAt(part.bottom())
        last = self._events.rowCount() - 1 if last < 0 else last
        width = self.width() - self._theme.px(SCROLL)
        return [
            (row, QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row)))
            for row in range(first, last + 1)
        ]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Repaint whole rows: their ground reaches beyond the cells."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current row while the table has the keys."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._events.rowCount():
            self.choose_row(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame of the current row goes with the keys."""
        super().focusOutEvent(event)
        self.viewport().update()


class _Head(QHeaderView):
    """The heads of the columns over one rule; columns of signs go without."""

    _SHOWN = (Column.TIME, Column.KIND, Column.TEXT, Column.MARKER, Column.WHERE)

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.setObjectName("timeline.table.heads")
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
        for column in self._SHOWN:
            if not self.isSectionHidden(column):
                self._draw_head(painter, column)
        margin, thick = theme.px(MARGIN), max(1.0, _HEAD_RULE * theme.scale)
        rule = QRectF(margin, self.height() - thick, self.length() - margin, thick)
        painter.fillRect(rule, theme.colour("line"))

    def _draw_head(self, painter: QPainter, column: Column) -> None:
        theme = self._theme
        left, width = self.sectionViewportPosition(column), self.sectionSize(column)
        words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
        fits = theme.metrics("heading").horizontalAdvance(words) <= width + theme.px(64)
        if column in (Column.KIND, Column.MARKER) and width < theme.px(80):
            fits = False
        if fits:
            box = QRectF(left, 0, width + theme.px(64), self.height() - theme.px(6))
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
            painter.drawText(box, bottom, words)


class TableFrame(QWidget):
    """Gives the table the height of whole rows, and room for the tint beyond the text."""

    def __init__(self, theme: Theme, table: TimelineTable) -> None:
        super().__init__()
        self._theme, self._table = theme, table
        table.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the table."""
        super().resizeEvent(event)
        left, right = self._theme.px(_LEFT), self._theme.px(_RIGHT)
        height = self._table.whole_rows(self.height())
        self._table.setGeometry(left, 0, self.width() - left - right, height)
