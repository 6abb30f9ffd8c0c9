"""The factors as an item model, for the outline: factor, family, evidence, events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.ui.factors.wording import (
    evidence_word,
    family_short,
    family_word,
)
from facilitator.ui.fields import as_tool_tip

if TYPE_CHECKING:
    from facilitator.domain.records import Factor
    from facilitator.ui.factors.index import FactorIndex
    from facilitator.ui.factors.state import TreeState

    Index = QModelIndex | QPersistentModelIndex

COLUMNS = ("Factor", "Family", "Evidence", "Events")


class OutlineModel(QAbstractItemModel):
    """Rows are the factors of a TreeState; ``UserRole`` gives the Factor."""

    def __init__(self, state: TreeState) -> None:
        super().__init__()
        self._state = state
        # The index never changes: what Qt asks between two refreshes fits together.
        self._shown = state.index
        # Qt keeps numbers for rows; a factor's must stay when others come and go.
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}

    def refresh(self) -> list[str] | None:
        """Take the factors of the state; the ids of those that have new ones directly behind.

        None if so much is different that all folds and the selection are forgotten.
        """
        before, now = self._shown, self._state.index
        added = [each for each in now.factors if each.id not in before.by_id]
        removed = [each for each in before.factors if each.id not in now.by_id]
        moved = before.root.id != now.root.id or _order(now, added) != _order(before, removed)
        if moved or len(added) + _tops(removed) > 1:
            self.beginResetModel()
            self._shown = now
            self.endResetModel()
            return None
        for each in added:
            self._insert(each)
        for each in removed[:1]:
            self._remove(each)
        self._shown = now
        self._tell_changed(before)
        return [str(each.parent) for each in added]

    def _tell_changed(self, before: FactorIndex) -> None:
        last = len(COLUMNS) - 1
        for each in self._shown.factors:
            if before.by_id.get(each.id, each) is not each:
                self.dataChanged.emit(self.index_of(each.id), self.index_of(each.id, last))

    def tell_names(self) -> None:
        """Something else stands for names in the words of all rows."""
        for each in self._shown.factors:
            self.dataChanged.emit(self.index_of(each.id), self.index_of(each.id))

    def _insert(self, factor: Factor) -> None:
        place = self._state.index.place(factor.id)
        self.beginInsertRows(self.index_of(str(factor.parent)), place, place)
        self._shown = self._state.index
        self.endInsertRows()

    def _remove(self, factor: Factor) -> None:
        place = self._shown.place(factor.id)
        self.beginRemoveRows(self.index_of(str(factor.parent)), place, place)
        self._shown = self._state.index
        self.endRemoveRows()

    def factor(self, index: Index) -> Factor:
        """The factor of a row."""
        return self._shown.by_id[self._ids[index.internalId()]]

    def index_of(self, factor_id: str, column: int = 0) -> QModelIndex:
        """The row of a factor."""
        if factor_id not in self._shown.by_id:
            return QModelIndex()
        return self.createIndex(self._shown.place(factor_id), column, self._number(factor_id))

    def _number(self, factor_id: str) -> int:
        if factor_id not in self._numbers:
            self._numbers[factor_id] = len(self._ids)
            self._ids.append(factor_id)
        return self._numbers[factor_id]

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Qt's way down."""
        rows = self._rows(parent)
        if not (0 <= row < len(rows) and 0 <= column < len(COLUMNS)):
            return QModelIndex()
        return self.createIndex(row, column, self._number(rows[row].id))

    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:  # type: ignore[override]
        """Qt's way up."""
        if child is None:
            return super().parent()
        if not child.isValid():
            return QModelIndex()
        parent = self.factor(child).parent
        return self.index_of(parent) if parent is not None else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many factors are directly behind one."""
        return len(self._rows(parent))

    def columnCount(self, _parent: Index | None = None) -> int:
        """Factor, family, evidence, events."""
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Words above the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the eye, a sentence for the ear, and the whole text as tool tip."""
        factor = self.factor(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(factor, index)
        if role == Qt.ItemDataRole.UserRole:
            return factor
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return as_tool_tip(self._state.words(factor))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            first = index.column() == 0
            return self._state.spoken(factor) if first else self._words(factor, index)
        return None

    def _words(self, factor: Factor, index: Index) -> str:
        column = index.column()
        if column == 0:
            return self._state.words(factor)
        if factor.parent is None:
            return ""
        if column == 1:
            return family_word(factor.family) if factor.family else family_short(factor)
        if column == 2:
            return evidence_word(factor.evidence_status)
        return ", ".join(each.words for each in self._state.linked.of(factor))

    def _rows(self, parent: Index | None) -> list[Factor]:
        if parent is None or not parent.isValid():
            return [self._shown.root]
        return self._shown.children(self.factor(parent).id) if parent.column() == 0 else []


def _order(index: FactorIndex, without: list[Factor]) -> list[tuple[str, str | None]]:
    gone = {each.id for each in without}
    return [(each.id, each.parent) for each in index.factors if each.id not in gone]


def _tops(factors: list[Factor]) -> int:
    """How many of these do not hang on another of them."""
    ids = {each.id for each in factors}
    return sum(each.parent not in ids for each in factors)
