"""The actions as rows of a table, kept in canonical order and changed row by row."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from facilitator.domain.order import placed_key
from facilitator.ui.actions.coaching import label_of, reason_of
from facilitator.ui.actions.columns import HEADS, Column
from facilitator.ui.actions.wording import (
    NO_DATE,
    NO_OWNER,
    NO_TICKET,
    NOT_RATED,
    due_words,
    label_words,
    place_words,
    priority_words,
    risk_words,
    spoken,
)
from facilitator.ui.fields import as_tool_tip

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QPersistentModelIndex

    from facilitator.domain.delta import Delta, Rows
    from facilitator.domain.records import ActionItem, Review

    Index = QModelIndex | QPersistentModelIndex

_MANY = 100
"""From so many rows on one new table is quicker than single steps."""
_ROOT = QModelIndex()
_ITEM = Qt.ItemDataRole


class ActionModel(QAbstractTableModel):
    """Rows of a review's actions; ``follow`` takes a delta over."""

    def __init__(self, review: Review, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._rows: list[ActionItem] = []
        self._by_id: dict[str, ActionItem] = {}
        self._load(review)

    def _load(self, review: Review) -> None:
        self._rows = list(review.actions)
        self._by_id = {each.id: each for each in self._rows}

    # -- rows ----------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The day that dates are told from."""
        return self._today()

    def action_at(self, row: int) -> ActionItem:
        """The action of a row."""
        return self._rows[row]

    def action_of(self, action_id: str) -> ActionItem | None:
        """The action with this id."""
        return self._by_id.get(action_id)

    def row_of(self, action_id: str) -> int | None:
        """The row of an action."""
        action = self._by_id.get(action_id)
        return None if action is None else self._place(action)

    # -- following -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Take over what an edit did to the actions."""
        rows = delta.rows.get("actions")
        if rows is None:
            return
        if len(rows.added) + len(rows.changed) + len(rows.removed) > _MANY:
            self.beginResetModel()
            self._load(delta.after)
            self.endResetModel()
        else:
            self._take(rows)

    def _take(self, rows: Rows) -> None:
        for action in rows.removed:
            self._remove(action.id)
        for action in rows.changed:
            self._change(action)  # type: ignore[arg-type]
        for action in rows.added:
            self._insert(action)  # type: ignore[arg-type]

    def _place(self, action: ActionItem) -> int:
        return bisect_left(self._rows, placed_key(action), key=placed_key)

    def _insert(self, action: ActionItem) -> None:
        row = self._place(action)
        self.beginInsertRows(_ROOT, row, row)
        self._rows.insert(row, action)
        self._by_id[action.id] = action
        self.endInsertRows()

    def _remove(self, action_id: str) -> None:
        row = self._place(self._by_id[action_id])
        self.beginRemoveRows(_ROOT, row, row)
        del self._rows[row]
        del self._by_id[action_id]
        self.endRemoveRows()

    def _change(self, action: ActionItem) -> None:
        # The target of a move is counted with the moved row still in its place.
        row, target = self._place(self._by_id[action.id]), self._place(action)
        moves = target not in (row, row + 1)
        if moves:
            self.beginMoveRows(_ROOT, row, row, _ROOT, target)
        del self._rows[row]
        now = target - 1 if target > row else target
        self._rows.insert(now, action)
        self._by_id[action.id] = action
        if moves:
            self.endMoveRows()
        self.dataChanged.emit(self.index(now, 0), self.index(now, len(Column) - 1))

    # -- QAbstractTableModel -------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many actions there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        """Words of a cell; the action itself as UserRole."""
        action, column = self._rows[index.row()], Column(index.column())
        if role == _ITEM.UserRole:
            return action
        if role == _ITEM.DisplayRole:
            return self._words(action, column)
        if role == _ITEM.AccessibleTextRole and column is Column.ACTION:
            return spoken(action, self.today)
        if role == _ITEM.ToolTipRole:
            return as_tool_tip(self._tip(action, column))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ITEM.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _ITEM.DisplayRole:
            return HEADS[section]
        return None

    def _words(self, action: ActionItem, column: Column) -> str:
        words = {
            Column.ACTION: action.text,
            Column.DURABILITY: label_words(label_of(action)),
            Column.OWNER: action.owner or NO_OWNER,
            Column.PRIORITY: priority_words(action) or NOT_RATED,
            Column.DUE: due_words(action, self.today) or NO_DATE,
            Column.BACKLOG: place_words(action.backlog) or NO_TICKET,
        }
        return words[column]

    def _tip(self, action: ActionItem, column: Column) -> str:
        tips = {
            Column.ACTION: action.text,
            Column.DURABILITY: reason_of(action),
            Column.OWNER: action.owner,
            Column.PRIORITY: risk_words(action),
        }
        return tips.get(column, "")
