"""The model of both lists of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from facilitator.ui.library.patterns.rows import Kind, Row

if TYPE_CHECKING:
    Index = QModelIndex | QPersistentModelIndex

_SILENT = (Kind.HEAD, Kind.CALM)
_NOWHERE = QModelIndex()


class RowModel(QAbstractListModel):
    """Rows, of which headings cannot be chosen; ``shaped`` tells whether any has a family."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self.shaped = False

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.rows = rows
        self.shaped = any(row.family is not None for row in rows)
        self.endResetModel()

    def places(self) -> list[int]:
        """The rows that can be chosen."""
        return [place for place, row in enumerate(self.rows) if row.kind not in _SILENT]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself as user data, and its words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings only stand there."""
        if not index.isValid() or self.rows[index.row()].kind in _SILENT:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
