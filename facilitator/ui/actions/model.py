"""The actions as rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.domain.records import ActionItem
from facilitator.domain.soaking import check_in
from facilitator.ui.actions.coaching import reason_of
from facilitator.ui.actions.columns import HEADS, Column
from facilitator.ui.actions.wording import (
    NO_DATE,
    NO_OWNER,
    NO_TICKET,
    NOT_RATED,
    due_words,
    lasting_words,
    place_words,
    priority_words,
    risk_words,
    spoken,
)
from facilitator.ui.fields import as_tool_tip
from facilitator.ui.record_model import RecordModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from facilitator.domain.delta import Rows
    from facilitator.domain.records import Review
    from facilitator.ui.record_model import Index

_ITEM = Qt.ItemDataRole


class ActionModel(RecordModel[ActionItem]):
    """Rows of a review's actions, told from a day.

    The records are as typed; words of cells are as ``shown`` has them, with roles for names.
    """

    collection = "actions"
    heads = HEADS

    def __init__(
        self, review: Review, today: Callable[[], date], shown: Callable[[str], str] = str
    ) -> None:
        super().__init__(review)
        self._today, self.shown = today, shown

    @property
    def today(self) -> date:
        """The day that dates are told from."""
        return self._today()

    @property
    def any_soaks(self) -> bool:
        """Whether a proposal is left to soak."""
        return any(check_in(each) for each in self._rows)

    def tell_names(self) -> None:
        """Something else stands for names in the words of all rows."""
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.BACKLOG)
            self.dataChanged.emit(self.index(0, Column.ACTION), last)

    def until(self, action: ActionItem) -> str:
        """The words of the action that it stands in for, as they are shown; empty without one."""
        lasting = self.record_of(action.stopgap_for or "")
        return "" if lasting is None else self.shown(lasting.text)

    def take(self, rows: Rows) -> None:
        """Rows that stand in for a changed one tell its words."""
        super().take(rows)
        others = {each.id for each in (*rows.changed, *rows.removed)}
        for row, action in enumerate(self._rows):
            if action.stopgap_for in others:
                self._tell_row(row)

    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        """Words of a cell; the action itself as UserRole."""
        action, column = self._rows[index.row()], Column(index.column())
        if role == _ITEM.UserRole:
            return action
        if role == _ITEM.DisplayRole:
            return self._words(action, column)
        if role == _ITEM.AccessibleTextRole and column is Column.ACTION:
            return spoken(action, self.today, self.shown, self.until(action))
        if role == _ITEM.ToolTipRole:
            return as_tool_tip(self._tip(action, column))
        return None

    def _words(self, action: ActionItem, column: Column) -> str:
        words = {
            Column.ACTION: self.shown(action.text),
            Column.DURABILITY: lasting_words(action),
            Column.OWNER: action.owner or NO_OWNER,
            Column.PRIORITY: priority_words(action) or NOT_RATED,
            Column.DUE: due_words(action, self.today) or NO_DATE,
            Column.BACKLOG: place_words(action.backlog) or NO_TICKET,
        }
        return words[column]

    def _tip(self, action: ActionItem, column: Column) -> str:
        tips = {
            Column.ACTION: self.shown(action.text),
            Column.DURABILITY: self.shown(reason_of(action)),
            Column.OWNER: action.owner,
            Column.PRIORITY: risk_words(action),
        }
        return tips.get(column, "")
