"""The events as rows of a table, with their lanes, markers and days."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.domain.records import TimelineEvent
from facilitator.domain.shown_review import shown_event
from facilitator.domain.shown_words import KIND_WORDS, MARKER_WORDS
from facilitator.domain.words import Precision
from facilitator.ui.fields import as_tool_tip
from facilitator.ui.record_model import RecordModel
from facilitator.ui.timeline.wording import day_of, day_span, spoken, time_words, until_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from facilitator.domain.delta import Delta, Rows
    from facilitator.domain.records import Review
    from facilitator.ui.record_model import Index

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


class EventModel(RecordModel[TimelineEvent]):
    """Rows of a review's events; a row may show the day that begins with it.

    The records are as typed; words of cells are as ``shown`` has them, with roles for names.
    """

    collection = "events"
    heads = ("Story", "Precision", "Time", "Until", "Kind", "What happened", "Marker", "Lane")
    leaning = True

    def __init__(self, review: Review, shown: Callable[[str], str] = str) -> None:
        self.shown = shown
        super().__init__(review)

    def load(self, review: Review) -> None:
        """Take all events of a review, and its zone."""
        super().load(review)
        self._lanes = Counter(each.lane for each in self._rows)
        self.marked = {each.marker: each for each in self._rows if each.marker is not None}
        self.starred = sum(each.starred for each in self._rows)
        self.ends = sum(each.end is not None for each in self._rows)
        self.zone = review.time_zone
        self._span = day_span(self._rows, self.zone)

    # -- what is counted -----------------------------------------------------------------------

    @property
    def lanes(self) -> tuple[str, ...]:
        """The names of the lanes that events stand in."""
        return tuple(name for name in self._lanes if name)

    @property
    def has_lanes(self) -> bool:
        """Whether an event stands in a lane."""
        return any(self._lanes)

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

    def begins_anew(self, delta: Delta) -> bool:
        """Another zone changes all times."""
        return "time_zone" in delta.header

    def take(self, rows: Rows) -> None:
        """Take over single events; the days may be others then."""
        super().take(rows)
        span, self._span = self._span, day_span(self._rows, self.zone)
        if span != self._span:
            self._tell_days()

    def tell_names(self) -> None:
        """Something else stands for names in the words of all rows."""
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.WHERE)
            self.dataChanged.emit(self.index(0, Column.TEXT), last)

    def as_shown(self, event: TimelineEvent) -> TimelineEvent:
        """An event with its words as they are shown."""
        return shown_event(event, self.shown)

    def counted_in(self, record: TimelineEvent) -> None:
        """An event came in."""
        super().counted_in(record)
        self._lanes[record.lane] += 1
        self.starred += record.starred
        self.ends += record.end is not None
        if record.marker is not None:
            self.marked[record.marker] = record

    def counted_out(self, record: TimelineEvent) -> None:
        """An event went."""
        super().counted_out(record)
        self._lanes[record.lane] -= 1
        if not self._lanes[record.lane]:
            del self._lanes[record.lane]
        self.starred -= record.starred
        self.ends -= record.end is not None
        if record.marker is not None and self.marked.get(record.marker) is record:
            del self.marked[record.marker]

    def _tell_days(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.PRECISION)
            self.dataChanged.emit(self.index(0, Column.PRECISION), last)

    # -- words ---------------------------------------------------------------------------------

    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        """Words of a cell; the event itself as UserRole."""
        event = self._rows[index.row()]
        if role == _ITEM.UserRole:
            return event
        if role == _ITEM.DisplayRole:
            return self._words(event, Column(index.column()))
        if role == _ITEM.AccessibleTextRole:
            return (
                spoken(self.as_shown(event), self.zone) if index.column() == Column.TEXT else None
            )
        if role == _ITEM.ToolTipRole and index.column() == Column.TEXT:
            return as_tool_tip(self.shown(event.text))
        return None

    def _words(self, event: TimelineEvent, column: Column) -> str:
        words = {
            Column.STAR: "In the story" if event.starred else "",
            Column.PRECISION: "" if event.precision is Precision.EXACT else event.precision.value,
            Column.TIME: time_words(event, self.zone),
            Column.UNTIL: until_words(event, self.zone),
            Column.KIND: KIND_WORDS[event.kind],
            Column.TEXT: self.shown(event.text),
            Column.MARKER: MARKER_WORDS[event.marker] if event.marker else "",
            Column.WHERE: self.shown(event.lane),
        }
        return words[column]
