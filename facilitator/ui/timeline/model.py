"""The events as rows of a table, kept in canonical order and changed row by row."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from facilitator.domain.edits.timeline import MARKER_WORDS
from facilitator.domain.order import event_key
from facilitator.domain.words import Precision
from facilitator.ui.fields import as_tool_tip
from facilitator.ui.timeline.wording import (
    KIND_WORDS,
    day_of,
    day_span,
    spoken,
    time_words,
    until_words,
)

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QPersistentModelIndex

    from facilitator.domain.delta import Delta, Rows
    from facilitator.domain.records import Review, TimelineEvent
    from facilitator.domain.words import Marker

    Index = QModelIndex | QPersistentModelIndex

_MANY = 100
"""From so many rows on one new table is quicker than single steps."""
_ROOT = QModelIndex()
_ITEM = Qt.ItemDataRole


class Column(IntEnum):
    """The columns of the table, from the left."""

    STAR = 0
    PRECISION = 1
    TIME = 2
    UNTIL = 3
    KIND = 4
    TEXT = 5
    MARKER = 6
    WHERE = 7


_HEADS = ("Story", "Precision", "Time", "Until", "Kind", "What happened", "Marker", "Where")


class EventModel(QAbstractTableModel):
    """Rows of a review's events; ``follow`` takes a delta over.

    One edit inserts, removes, moves or repaints single rows, so that selection and scroll place
    stay and the cost does not grow with the table.
    """

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._rows: list[TimelineEvent] = []
        self._by_id: dict[str, TimelineEvent] = {}
        self._lanes: Counter[str] = Counter()
        self.marked: dict[Marker, TimelineEvent] = {}
        self.starred = 0
        self._load(review)

    def _load(self, review: Review) -> None:
        self._rows = list(review.events)
        self._by_id = {each.id: each for each in self._rows}
        self._lanes = Counter(each.lane for each in self._rows)
        self.marked = {each.marker: each for each in self._rows if each.marker is not None}
        self.starred = sum(each.starred for each in self._rows)
        self.zone = review.time_zone
        self._span = day_span(self._rows, self.zone)

    # -- rows ----------------------------------------------------------------------------------

    def event_at(self, row: int) -> TimelineEvent:
        """The event of a row."""
        return self._rows[row]

    def event_of(self, event_id: str) -> TimelineEvent | None:
        """The event with this id."""
        return self._by_id.get(event_id)

    def row_of(self, event_id: str) -> int | None:
        """The row of an event."""
        event = self._by_id.get(event_id)
        return None if event is None else self._place(event)

    @property
    def lanes(self) -> tuple[str, ...]:
        """The names of the lanes that events stand in."""
        return tuple(name for name in self._lanes if name)

    @property
    def last_placed(self) -> TimelineEvent | None:
        """The last event that has a place in time."""
        return next((each for each in reversed(self._rows) if each.at is not None), None)

    @property
    def several_days(self) -> bool:
        """Whether the events are on more than one day."""
        return self._span is not None and self._span[0] != self._span[1]

    def new_day(self, row: int) -> date | None:
        """The day to show at a row: where it changes, if there is more than one."""
        day = day_of(self._rows[row], self.zone)
        if not self.several_days or day is None:
            return None
        if row and day_of(self._rows[row - 1], self.zone) == day:
            return None
        return day

    # -- following -----------------------------------------------------------------------------

    def follow(self, delta: Delta) -> None:
        """Take over what an edit did to the events."""
        rows = delta.rows.get("events")
        if "time_zone" in delta.header or (rows is not None and _count(rows) > _MANY):
            self.beginResetModel()
            self._load(delta.after)
            self.endResetModel()
        elif rows is not None:
            self._take(rows)

    def _take(self, rows: Rows) -> None:
        for event in rows.removed:
            self._remove(event.id)
        for event in rows.changed:
            self._change(event)  # type: ignore[arg-type]
        for event in rows.added:
            self._insert(event)  # type: ignore[arg-type]
        span, self._span = self._span, day_span(self._rows, self.zone)
        if span != self._span:
            self._tell_days()

    def _place(self, event: TimelineEvent) -> int:
        return bisect_left(self._rows, event_key(event), key=event_key)

    def _insert(self, event: TimelineEvent) -> None:
        row = self._place(event)
        self.beginInsertRows(_ROOT, row, row)
        self._rows.insert(row, event)
        self._count_in(event)
        self.endInsertRows()
        self._tell_row(row + 1)

    def _remove(self, event_id: str) -> None:
        event = self._by_id[event_id]
        row = self._place(event)
        self.beginRemoveRows(_ROOT, row, row)
        del self._rows[row]
        self._count_out(event)
        self.endRemoveRows()
        self._tell_row(row)

    def _change(self, event: TimelineEvent) -> None:
        old = self._by_id[event.id]
        # The target of a move is counted with the moved row still in its place.
        row, target = self._place(old), self._place(event)
        moves = target not in (row, row + 1)
        if moves:
            self.beginMoveRows(_ROOT, row, row, _ROOT, target)
        del self._rows[row]
        now = target - 1 if target > row else target
        self._rows.insert(now, event)
        self._count_out(old)
        self._count_in(event)
        if moves:
            self.endMoveRows()
            self._tell_row(row)
        self._tell_row(row + 1)
        self._tell_row(now)
        self._tell_row(now + 1)

    def _count_in(self, event: TimelineEvent) -> None:
        self._by_id[event.id] = event
        self._lanes[event.lane] += 1
        self.starred += event.starred
        if event.marker is not None:
            self.marked[event.marker] = event

    def _count_out(self, event: TimelineEvent) -> None:
        del self._by_id[event.id]
        self._lanes[event.lane] -= 1
        if not self._lanes[event.lane]:
            del self._lanes[event.lane]
        self.starred -= event.starred
        if event.marker is not None and self.marked.get(event.marker) is event:
            del self.marked[event.marker]

    def _tell_row(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _tell_days(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.PRECISION)
            self.dataChanged.emit(self.index(0, Column.PRECISION), last)

    # -- QAbstractTableModel -------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many events there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        """Words of a cell; the event itself as UserRole."""
        event = self._rows[index.row()]
        if role == _ITEM.UserRole:
            return event
        if role == _ITEM.DisplayRole:
            return self._words(event, Column(index.column()))
        if role == _ITEM.AccessibleTextRole:
            return spoken(event, self.zone) if index.column() == Column.TEXT else None
        if role == _ITEM.ToolTipRole and index.column() == Column.TEXT:
            return as_tool_tip(event.text)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ITEM.DisplayRole
    ) -> object:
        """The heads of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == _ITEM.DisplayRole:
            return _HEADS[section]
        return None

    def _words(self, event: TimelineEvent, column: Column) -> str:
        words = {
            Column.STAR: "In the story" if event.starred else "",
            Column.PRECISION: "" if event.precision is Precision.EXACT else event.precision.value,
            Column.TIME: time_words(event, self.zone),
            Column.UNTIL: until_words(event, self.zone),
            Column.KIND: KIND_WORDS[event.kind],
            Column.TEXT: event.text,
            Column.MARKER: MARKER_WORDS[event.marker] if event.marker else "",
            Column.WHERE: event.lane,
        }
        return words[column]


def _count(rows: Rows) -> int:
    return len(rows.added) + len(rows.changed) + len(rows.removed)
