"""Records as rows of a table, kept in canonical order and changed row by row."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from facilitator.domain.order import KEYS
from facilitator.domain.records import ActionItem, TimelineEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex

    from facilitator.domain.delta import Delta, Rows
    from facilitator.domain.records import Review

    Index = QModelIndex | QPersistentModelIndex

Record = TypeVar("Record", TimelineEvent, ActionItem)

_MANY = 100
"""From so many rows on one new table is quicker than single steps."""
_ROOT = QModelIndex()
_ITEM = Qt.ItemDataRole


class RecordModel(QAbstractTableModel, Generic[Record]):
    """Rows of one collection of a review; ``follow`` takes a delta over.

    One edit inserts, removes, moves or repaints single rows, so that selection and scroll place
    stay and the cost does not grow with the table.
    """

    collection: ClassVar[str]
    heads: ClassVar[tuple[str, ...]]
    leaning: ClassVar[bool] = False
    """Whether a row looks different below another one."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._key = KEYS[self.collection]
        self._rows: list[Record] = []
        self._by_id: dict[str, Record] = {}
        self.load(review)

    def load(self, review: Review) -> None:
        """Take all records of a review."""
        self._rows = list(getattr(review, self.collection))
        self._by_id = {each.id: each for each in self._rows}

    # -- rows ----------------------------------------------------------------------------------

    def record_at(self, row: int) -> Record:
        """The record of a row."""
        return self._rows[row]

    def record_of(self, record_id: str) -> Record | None:
        """The record with this id."""
        return self._by_id.get(record_id)

    def row_of(self, record_id: str) -> int | None:
        """The row of a record."""
        record = self._by_id.get(record_id)
        return None if record is None else self._place(record)

    # -- following -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Take over what an edit did to the collection."""
        rows = delta.rows.get(self.collection)
        if self.begins_anew(delta) or (rows is not None and rows.count > _MANY):
            self.beginResetModel()
            self.load(delta.after)
            self.endResetModel()
        elif rows is not None:
            self.take(rows)

    def begins_anew(self, _delta: Delta) -> bool:
        """Whether an edit changes every row."""
        return False

    def take(self, rows: Rows) -> None:
        """Take over single rows."""
        for record in rows.removed:
            self._remove(record.id)
        for record in rows.changed:
            self._change(record)  # type: ignore[arg-type]
        for record in rows.added:
            self._insert(record)  # type: ignore[arg-type]

    def counted_in(self, record: Record) -> None:
        """A record came in."""
        self._by_id[record.id] = record

    def counted_out(self, record: Record) -> None:
        """A record went, or another took its place."""
        del self._by_id[record.id]

    def _place(self, record: Record) -> int:
        return bisect_left(self._rows, self._key(record), key=self._key)

    def _insert(self, record: Record) -> None:
        row = self._place(record)
        self.beginInsertRows(_ROOT, row, row)
        self._rows.insert(row, record)
        self.counted_in(record)
        self.endInsertRows()
        self._tell_below(row)

    def _remove(self, record_id: str) -> None:
        record = self._by_id[record_id]
        row = self._place(record)
        self.beginRemoveRows(_ROOT, row, row)
        del self._rows[row]
        self.counted_out(record)
        self.endRemoveRows()
        self._tell_below(row - 1)

    def _change(self, record: Record) -> None:
        old = self._by_id[record.id]
        # The target of a move is counted with the moved row still in its place.
        row, target = self._place(old), self._place(record)
        moves = target not in (row, row + 1)
        if moves:
            self.beginMoveRows(_ROOT, row, row, _ROOT, target)
        del self._rows[row]
        now = target - 1 if target > row else target
        self._rows.insert(now, record)
        self.counted_out(old)
        self.counted_in(record)
        if moves:
            self.endMoveRows()
            self._tell_below(row - 1)
        self._tell_below(row)
        self._tell_row(now)
        self._tell_below(now)

    def _tell_below(self, row: int) -> None:
        if self.leaning:
            self._tell_row(row + 1)

    def _tell_row(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.heads) - 1))

    # -- QAbstractTableModel -------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many records there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ITEM.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _ITEM.DisplayRole:
            return self.heads[section]
        return None
