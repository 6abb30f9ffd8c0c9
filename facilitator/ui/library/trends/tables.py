"""The same figures as tables, one below the other: for the keyboard, for ears and for copying."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.kit import Label
from facilitator.ui.local_keys import LocalKeys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from facilitator.domain.trend_tables import Row, Table
    from facilitator.ui.commands import Command
    from facilitator.ui.registry import Registry
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_ROW, _HEAD, _GAP, _CELL, _SPARE, _BAR = 32, 34, 28, 14, 10, 4
_SEVERAL = 2
_HEAD_IN = 3
"""Qt sets the words of cells so many px in, those of heads not."""
_WIDEST = 560
"""No column is wider, in px at type size 100 %."""


class _Model(QAbstractTableModel):
    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.table.rows[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.table.head[index.column()]}: {cell or 'none'}"
        if role == Qt.ItemDataRole.TextAlignmentRole and _is_number(cell):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.head[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            numbers = [_is_number(row.cells[section]) for row in self.table.rows]
            right = bool(numbers) and all(numbers)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None


def _is_number(cell: str) -> bool:
    return cell.isdecimal()


class ChartTable(QTableView):
    """A table as high as its rows; ``came`` tells that the keys are in it, and where."""

    came = Signal(QRect)
    opened = Signal(object)

    def __init__(self, theme: Theme, table: Table, registry: Registry, keys: LocalKeys) -> None:
        super().__init__()
        self.table = table
        self._theme, self._registry, self._keys = theme, registry, keys
        self.setObjectName(f"library.trends.{table.name}")
        self.setAccessibleName(table.title)
        self.setModel(_Model(table))
        self._look(theme)
        self.selectionModel().currentChanged.connect(lambda *_both: self._come())
        self.doubleClicked.connect(lambda _index: self.open())

    def _look(self, theme: Theme) -> None:
        px = theme.px
        self.setStyleSheet(_style(theme))
        self.setFont(theme.font("text", "library"))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.verticalHeader().setMinimumSectionSize(px(_ROW))
        head = self.horizontalHeader()
        head.setFont(theme.font("label", "library", 600))
        head.setFixedHeight(px(_HEAD))
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_columns(theme)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(px(_HEAD) + px(_ROW) * len(self.table.rows) + bar)

    def _fit_columns(self, theme: Theme) -> None:
        cells = theme.metrics("text", "library")
        heads = theme.metrics("label", "library", 600)
        for column, head in enumerate(self.table.head):
            widths = [cells.horizontalAdvance(row.cells[column]) for row in self.table.rows]
            wide = (
                max([heads.horizontalAdvance(head), *widths])
                + 2 * theme.px(_CELL)
                + theme.px(_SPARE)
            )
            last = column == len(self.table.head) - 1
            self.setColumnWidth(column, round(wide if last else min(wide, theme.px(_WIDEST))))

    @property
    def row(self) -> Row | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self.table.rows[index.row()] if index.isValid() else None

    @property
    def copied(self) -> Table:
        """What a copy takes: the rows that are selected, all of them where that is one alone."""
        rows = sorted(each.row() for each in self.selectionModel().selectedRows())
        if len(rows) < _SEVERAL:
            return self.table
        return replace(self.table, rows=tuple(self.table.rows[row] for row in rows))

    def open(self) -> None:
        """Ask for the reviews behind the chosen row."""
        if self.row is not None:
            self.opened.emit(self.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chosen row has a bar while the keys are here."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            row = self.visualRect(index)
            painter = QPainter(self.viewport())
            bar = QRect(0, row.top(), self._theme.px(_BAR), row.height())
            painter.fillRect(bar, self._theme.colour("accent"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's own keys come first."""
        command = self._keys.command_of(event)
        if command is not None:
            self._registry.run(command)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first row is chosen, if none is."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectRow(max(0, self.currentIndex().row()))
        self._come()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """One row is chosen on the whole page."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.clearSelection()

    def _come(self) -> None:
        if self.hasFocus():
            self.tell_place()

    def tell_place(self) -> None:
        """Tell where the chosen row is."""
        index = self.currentIndex()
        box = self.visualRect(index) if index.isValid() else QRect(0, 0, 1, 1)
        self.came.emit(box.translated(self.viewport().pos()))


def _style(theme: Theme) -> str:
    """Rules and no boxes; a chosen row is tinted."""
    ink, paper, line, tint = (
        theme.colour(role).name() for role in ("ink", "paper", "line", "accent_tint")
    )
    side = theme.px(_CELL)
    return (
        f"QTableView {{ background: {paper}; color: {ink}; border: none; outline: none; }}"
        f" QTableView::item {{ padding: 0 {side}px; border: none; }}"
        f" QTableView::item:selected {{ background: {tint}; color: {ink}; }}"
        f" QHeaderView {{ background: {paper}; border: none; }}"
        f" QHeaderView::section {{ background: {paper}; color: {ink}; border: none;"
        f" border-bottom: 1.5px solid {line}; padding: 0 {side + _HEAD_IN}px; }}"
    )


class TrendTables(QWidget):
    """A table for every chart; ``came`` tells a place to bring into view, ``opened`` a row."""

    came = Signal(QRect)
    opened = Signal(object)
    walked = Signal()

    def __init__(self, theme: Theme, registry: Registry, commands: Iterable[Command]) -> None:
        super().__init__()
        self.setObjectName("library.trends.tables")
        self._theme, self._registry = theme, registry
        self._keys = LocalKeys(each for each in commands if each.local)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.tables: list[ChartTable] = []

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Show these; the chosen row stays, if it is there."""
        was = self.current
        chosen = (was.table.name, was.currentIndex().row()) if was is not None else None
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.tables = []
        for table in tables:
            self._add(table)
        self._column.addStretch(1)
        if chosen is not None:
            self.choose(*chosen)

    def _add(self, table: Table) -> None:
        theme = self._theme
        self._column.addWidget(Label(theme, table.title, "chart_title", where="library"))
        if not table.rows:
            nothing = Label(theme, "Nothing yet.", "label", "ink2", where="library")
            self._column.addWidget(nothing)
            self._column.addSpacing(theme.px(_GAP))
            return
        shown = ChartTable(theme, table, self._registry, self._keys)
        shown.came.connect(lambda box, shown=shown: self._come(shown, box))
        shown.opened.connect(self.opened)
        self._column.addWidget(shown)
        self._column.addSpacing(theme.px(_GAP))
        self.tables.append(shown)

    @property
    def current(self) -> ChartTable | None:
        """The table with the chosen row."""
        return next((each for each in self.tables if each.selectionModel().hasSelection()), None)

    def choose(self, name: str, row: int = 0) -> None:
        """Choose a row of a table, and give it the keys if they are on this page."""
        found = [each for each in self.tables if each.table.name == name] or self.tables[:1]
        for each in self.tables:
            each.clearSelection()
        for each in found:
            each.selectRow(max(0, min(row, len(each.table.rows) - 1)))

    def choose_chart(self, name: str) -> None:
        """Choose the first row of the table of a chart."""
        self.choose(name)

    def focus_chosen(self) -> None:
        """Give the keys to the table with a chosen row, or to the first."""
        table = self.current or next(iter(self.tables), None)
        if table is not None:
            table.setFocus()

    def tell_place(self) -> None:
        """Tell once more where the chosen row is."""
        if self.current is not None:
            self.current.tell_place()

    def _come(self, table: ChartTable, box: QRect) -> None:
        for each in self.tables:
            if each is not table:
                each.clearSelection()
        # With its head, if the first row is chosen.
        top = table.pos().y() + (0 if table.currentIndex().row() == 0 else box.y())
        bottom = table.pos().y() + box.bottom()
        self.came.emit(QRect(0, top, 1, max(1, bottom - top)))
        self.walked.emit()
