"""The actions of the page as rows of a table: what they show is read when it is looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from facilitator.domain.listed_action import ListedAction, OfReview
from facilitator.store.errors import LibraryUnusable
from facilitator.ui.actions.wording import (
    NO_DATE,
    NO_OWNER,
    NO_TICKET,
    NOT_RATED,
    STATUS_WORDS,
    lasting_words,
    place_words,
    priority_words,
)
from facilitator.ui.fields import as_tool_tip
from facilitator.ui.library.actions.columns import HEADS, Column
from facilitator.ui.library.actions.wording import due_in_words, second_line, spoken, told_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from facilitator.domain.records import ActionItem
    from facilitator.ui.library.actions.lister import Section

    Index = QModelIndex | QPersistentModelIndex
    Read = Callable[[Iterable[int]], Mapping[int, ListedAction]]

PAGE = 40
"""So many rows are read at once."""
_KEPT = 8
_ITEM = Qt.ItemDataRole
_GONE = ListedAction(review=OfReview(id=""), id="", action=None)


class ActionListModel(QAbstractTableModel):
    """Rows of actions, below heads where there are parts; heads can be neither chosen nor walked.

    ``troubled`` tells in a sentence why rows cannot be read.
    """

    troubled = Signal(str)

    def __init__(self, read: Read, today: Callable[[], date]) -> None:
        super().__init__()
        self._read, self._today = read, today
        self._sections: tuple[Section, ...] = ()
        self._starts: list[int] = []
        self._count = 0
        self._pages: OrderedDict[int, Mapping[int, ListedAction]] = OrderedDict()

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """List these."""
        self.beginResetModel()
        self._sections, self._starts, self._count = sections, [], 0
        self._pages.clear()
        for each in sections:
            self._starts.append(self._count)
            self._count += len(each.numbers) + bool(each.words)
        self.endResetModel()

    # -- rows ----------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The day that dates are told from."""
        return self._today()

    @property
    def heads(self) -> list[int]:
        """The rows that are heads."""
        return [
            start for start, each in zip(self._starts, self._sections, strict=True) if each.words
        ]

    def head_at(self, row: int) -> str:
        """The words of a head; empty for an action."""
        return self._place(row)[0].words if self.number_at(row) is None else ""

    def number_at(self, row: int) -> int | None:
        """The number of the action in a row; None for a head."""
        section, place = self._place(row)
        return section.numbers[place] if place >= 0 else None

    def row_of(self, number: int | None) -> int | None:
        """Where an action stands, if it is listed."""
        for start, each in zip(self._starts, self._sections, strict=True):
            if number in each.numbers:
                return start + each.numbers.index(number) + bool(each.words)
        return None

    def at(self, row: int) -> ListedAction:
        """What a row shows; nothing can be read of what is gone, or of a head."""
        number = self.number_at(row)
        page = row // PAGE
        if page not in self._pages:
            self._pages[page] = self._page(page)
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return _GONE if number is None else self._pages[page].get(number, _GONE)

    def every(self, rows: Sequence[int]) -> dict[int, ListedAction]:
        """What many rows hold, by row, read anew; those that are gone are left out."""
        numbers = {row: number for row in rows if (number := self.number_at(row)) is not None}
        found = self._read(numbers.values())
        return {row: found[number] for row, number in numbers.items() if number in found}

    def read_anew(self) -> None:
        """The rows stay, what they show is read again."""
        self._pages.clear()
        if self._count:
            last = self.index(self._count - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _place(self, row: int) -> tuple[Section, int]:
        """The part of a row, and where in it; -1 is its head."""
        at = bisect_right(self._starts, row) - 1
        # Of parts without rows and words several begin at one row: the last one has it.
        section = self._sections[at]
        return section, row - self._starts[at] - bool(section.words)

    def _page(self, page: int) -> Mapping[int, ListedAction]:
        rows = range(page * PAGE, min(self._count, (page + 1) * PAGE))
        try:
            return self._read([each for each in map(self.number_at, rows) if each is not None])
        except LibraryUnusable as trouble:
            self.troubled.emit(trouble.sentence)
            return {}

    # -- QAbstractTableModel -------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """One row an action, and one a head."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, _parent: Index | None = None) -> int:
        """As many as there are heads."""
        return len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads are passed over."""
        if self.number_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ITEM.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _ITEM.DisplayRole:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        """Words of a cell; the row read aloud; the ListedAction itself as UserRole."""
        if role not in _ROLES:
            return None
        row, column = index.row(), Column(index.column())
        head = self.head_at(row)
        if head:
            return head if role != _ITEM.UserRole and column is Column.ACTION else None
        listed = self.at(row)
        if role == _ITEM.UserRole:
            return listed
        if role == _ITEM.AccessibleTextRole:
            return spoken(listed, self.today) if column is Column.ACTION else None
        if role == _ITEM.ToolTipRole:
            return self._tip(listed) if column is Column.ACTION else None
        return self._words(listed, column)

    def _tip(self, listed: ListedAction) -> str:
        text = "" if listed.action is None else listed.action.text
        return as_tool_tip("\n".join(filter(None, (text, second_line(listed, self.today)))))

    def _words(self, listed: ListedAction, column: Column) -> str:
        if listed.action is None:
            return told_words(listed, self.today) if column is Column.ACTION else ""
        return _WORDS[column](listed.action, self.today)


_WORDS: dict[Column, Callable[[ActionItem, date], str]] = {
    Column.ACTION: lambda action, _today: action.text,
    Column.LASTING: lambda action, _today: lasting_words(action),
    Column.OWNER: lambda action, _today: action.owner or NO_OWNER,
    Column.PRIORITY: lambda action, _today: priority_words(action) or NOT_RATED,
    Column.DUE: lambda action, today: due_in_words(action, today) or NO_DATE,
    Column.STATUS: lambda action, _today: STATUS_WORDS[action.status],
    Column.BACKLOG: lambda action, _today: place_words(action.backlog) or NO_TICKET,
}
_ROLES = frozenset({_ITEM.DisplayRole, _ITEM.AccessibleTextRole, _ITEM.ToolTipRole, _ITEM.UserRole})
