"""Rows that say what is here and what would stand there instead, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt
from PySide6.QtWidgets import QListView

from facilitator.ui.one_row import OneRow
from facilitator.ui.row_list import set_up_rows
from facilitator.ui.sheet_rows import SheetRows
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_ROW, _SIDE, _TICK, _MOST, _BETWEEN = 62, 16, 30, 7, 20
_ROOT = QModelIndex()
_SHEETS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_A}
"""Keys that the sheet answers."""


@dataclass(slots=True)
class ChangeRow:
    """One line: what it is about, what is here, what would be, and whether it is taken."""

    label: str
    before: str
    after: str
    taken: bool


class _Model(QAbstractListModel):
    def __init__(self, rows: list[ChangeRow]) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "taken" if row.taken else "stays"
            return f"{row.label}: {row.before}, there {row.after}; {state}"
        return row if role == Qt.ItemDataRole.UserRole else None


class _Rows(SheetRows):
    def __init__(self, theme: Theme, *, ticks: bool) -> None:
        super().__init__(theme)
        self._ticks = ticks

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, self.theme.px(_ROW))

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        row: ChangeRow = index.data(Qt.ItemDataRole.UserRole)
        px, write = self.theme.px, Writing(painter, self.theme)
        inner = box.adjusted(px(_SIDE), px(5), -px(_SIDE), -px(5))
        if self._ticks:
            write.line(inner, "✓" if row.taken else "", "text", "accent", 600)
            inner.setLeft(inner.left() + px(_TICK))
        first = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        write.line(first, row.label, "label", "ink2")
        half = (inner.width() - px(_BETWEEN)) / 2
        second = first.translated(0, first.height())
        mine = QRectF(second.left(), second.top(), half, second.height())
        theirs = mine.translated(half + px(_BETWEEN), 0)
        here, there = ("ink2", "ink") if row.taken else ("ink", "ink2")
        write.line(mine, row.before or "–", "text", here)
        write.line(theirs, row.after or "–", "text", there, 600 if row.taken else None)


class ChangesList(OneRow, QListView):
    """Up to so many rows high; Space takes a row or leaves it, where rows can be chosen."""

    def __init__(self, theme: Theme, rows: list[ChangeRow], *, ticks: bool) -> None:
        super().__init__()
        set_up_rows(self, "changes.list", "What would change")
        self._theme, self._ticks = theme, ticks
        self._model, self._rows = _Model(rows), _Rows(theme, ticks=ticks)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        high = theme.px(_ROW)
        self.setMinimumHeight(min(2, len(rows)) * high)
        self.setMaximumHeight(min(_MOST, len(rows)) * high)
        if rows:
            self.setCurrentIndex(self._model.index(0, 0))

    def sizeHint(self) -> QSize:
        """All its rows, up to a number."""
        count = min(_MOST, len(self._model.rows))
        return QSize(super().sizeHint().width(), count * self._theme.px(_ROW))

    def take_all(self, *, taken: bool) -> None:
        """Take every row, or none."""
        for row in self._model.rows:
            row.taken = taken
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses; Enter is the sheet's."""
        if event.key() == Qt.Key.Key_Space and self._ticks:
            self._toggle()
        elif event.key() in _SHEETS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """As Space."""
        if self._ticks:
            self._toggle()

    def _toggle(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            row = self._model.rows[index.row()]
            row.taken = not row.taken
            self._model.dataChanged.emit(index, index)
