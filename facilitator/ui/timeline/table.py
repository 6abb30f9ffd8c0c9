"""The table of events: the standard twin of the strip, and where its keys are at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QApplication

from facilitator.ui.row_table import MARGIN, RowTable, TableHeads
from facilitator.ui.timeline.columns import WIDE, Used, column_widths
from facilitator.ui.timeline.commands import COMMANDS
from facilitator.ui.timeline.model import Column
from facilitator.ui.timeline.row_painter import ROW, RowPainter

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme
    from facilitator.ui.timeline.model import EventModel
    from facilitator.ui.timeline.row_painter import Places

HEAD = 44


class TimelineTable(RowTable):
    """Shows the events; several can be chosen."""

    def __init__(self, desk: Desk, model: EventModel) -> None:
        super().__init__(desk, model, COMMANDS, _Heads(desk.theme))
        self.setObjectName("timeline.table")
        self.setAccessibleName("Timeline of events")
        self._events = model
        self._rows = RowPainter(desk.theme, model)
        self._used = self._uses()
        self._tall: int | None = None
        self._clicked = False
        self._unfolding = QTimer(self, singleShot=True)
        self._unfolding.timeout.connect(self._unfold)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalHeader().setMinimumSectionSize(self.least_row())
        self.verticalHeader().setDefaultSectionSize(self.least_row())
        self.selectionModel().currentRowChanged.connect(self.tell_current)
        self.selectionModel().currentRowChanged.connect(self._unfold_soon)
        for change in (
            model.rowsAboutToBeInserted,
            model.rowsAboutToBeRemoved,
            model.rowsAboutToBeMoved,
            model.modelAboutToBeReset,
        ):
            change.connect(self._fold)
        for change in (
            model.rowsInserted,
            model.rowsRemoved,
            model.rowsMoved,
            model.modelReset,
            model.dataChanged,
        ):
            change.connect(self._changed)

    def usual_column(self) -> int:
        """The words."""
        return Column.TEXT

    def least_row(self) -> int:
        """All rows are alike but the current one."""
        return self.theme.px(ROW)

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """Ids of the selected events, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self._events.record_at(row).id for row in rows)

    def fitting(self, height: int) -> int:
        """The greatest height up to ``height`` that cuts no row."""
        head, row = self.theme.px(HEAD), self.least_row()
        return head + max(0, height - head) // row * row

    def walk(self, event: QKeyEvent) -> None:
        """Home and End go to the ends of the table; in Qt, of the row, which is chosen whole."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._events.rowCount() - 1}
        if event.key() in ends and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.choose_row(ends[Qt.Key(event.key())])
        else:
            super().walk(event)

    def show_names_anew(self) -> None:
        """Something else stands for names in all rows."""
        self._rows.forget()
        self._events.tell_names()

    # -- looks ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again; the current row stays in view."""
        seen = self.sees_current(event.oldSize().height())
        super().resizeEvent(event)
        self._rows.keep(2 * self.page_rows() + 2)
        self._share_width()
        self._unfold()
        if seen:
            self.scrollTo(self.currentIndex())

    def _uses(self) -> Used:
        events = self._events
        wide = self.window().width() >= self.theme.px(WIDE)
        return Used(
            days=events.several_days,
            ends=bool(events.ends),
            markers=bool(events.marked),
            where=wide and events.has_lanes,
        )

    def _share_width(self) -> None:
        theme = self.theme
        width = self.rows_width()
        inner = (width - 2 * theme.px(MARGIN)) / theme.scale
        self._used = self._uses()
        widths = column_widths(inner, self._used)
        for column, length in widths.items():
            self.setColumnHidden(column, length == 0)
            self.setColumnWidth(column, theme.px(length))
        self.setColumnWidth(Column.STAR, theme.px(widths[Column.STAR] + MARGIN))
        fixed = sum(self.columnWidth(each) for each in Column if each is not Column.TEXT)
        self.setColumnWidth(Column.TEXT, max(0, width - fixed - theme.px(MARGIN)))

    def _changed(self, *_changed: object) -> None:
        if self._used != self._uses():
            self._share_width()
            self.horizontalHeader().viewport().update()
        self._unfold()

    # -- the current row shows all its words ---------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Rows stay where they are until it is clear that no second click follows."""
        self._clicked = True
        super().mousePressEvent(event)
        self._clicked = False

    def _unfold_soon(self, *_changed: object) -> None:
        if self._clicked:
            self._unfolding.start(QApplication.doubleClickInterval())
        else:
            self._unfold()

    def _fold(self, *_changed: object) -> None:
        if self._tall is not None:
            self.setRowHeight(self._tall, self.least_row())
            self._tall = None

    def _unfold(self) -> None:
        row = self.currentIndex().row()
        if row not in (-1, self._tall):
            self._fold()
        if row < 0:
            return
        height = self._rows.height(row, self._places(), self.viewport().height())
        if height != self.rowHeight(row):
            self.setRowHeight(row, height)
        self._tall = row if height > self.least_row() else None
        if self._tall is not None:
            self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the pictures of the rows down, then the marks of chosen ones."""
        painter = QPainter(self.viewport())
        places, ratio = self._places(), self.devicePixelRatioF()
        floor = self.viewport().height()
        for row, box in self.rows_in(event.rect()):
            if box.bottom() >= floor and box.top() > 0:
                # Half a row at the foot would read like a whole one.
                continue
            chosen = self.selectionModel().isRowSelected(row)
            picture = self._rows.picture(row, box.size(), places, chosen=chosen, ratio=ratio)
            painter.drawPixmap(box.topLeft(), picture)
            if chosen:
                focused = self.hasFocus() and row == self.currentIndex().row()
                self._rows.draw_mark(painter, box, focused=focused)

    def _places(self) -> Places:
        shown = (each for each in Column if not self.isColumnHidden(each))
        return tuple(
            (each, self.columnViewportPosition(each), self.columnWidth(each)) for each in shown
        )


class _Heads(TableHeads):
    """Columns of signs go without words."""

    def __init__(self, theme: Theme) -> None:
        shown = (Column.TIME, Column.KIND, Column.TEXT, Column.MARKER, Column.WHERE)
        super().__init__(theme, "timeline.table.heads", HEAD, shown)

    def rule_end(self) -> int:
        """With the last column."""
        return self.length()

    def draw_head(self, painter: QPainter, column: int, words: str) -> None:
        """Below, and beyond the column where there is room."""
        theme = self.theme
        left, width = self.sectionViewportPosition(column), self.sectionSize(column)
        fits = theme.metrics("heading").horizontalAdvance(words) <= width + theme.px(64)
        if column in (Column.KIND, Column.MARKER) and width < theme.px(80):
            fits = False
        if fits:
            box = QRectF(left, 0, width + theme.px(64), self.height() - theme.px(6))
            bottom = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextSingleLine
            painter.drawText(box, bottom, words)
