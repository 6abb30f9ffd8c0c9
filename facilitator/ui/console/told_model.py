"""Rows of two lines of words as a list for eyes, keys and screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class Told(Protocol):
    """A row in two lines of words."""

    @property
    def heading(self) -> str:
        """What it is about."""

    @property
    def second(self) -> str:
        """What else there is to say."""


One = TypeVar("One", bound=Told)


class ToldModel(QAbstractListModel, Generic[One]):
    """The rows as a list of words."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[One, ...] = ()

    def refresh(self, rows: tuple[One, ...]) -> bool:
        """Take these rows; False if they are the same, and nothing is read out again."""
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = _ROOT) -> int:
        """As many as there are rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see and to hear."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.heading}. {row.second}".strip()
        return None
