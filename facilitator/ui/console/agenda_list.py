"""The slots of the agenda as rows with a bar, worked by keys."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)

from facilitator.ui.console import agenda_bars as bars
from facilitator.ui.console import agenda_words as words
from facilitator.ui.console.rows import ConsoleRows
from facilitator.ui.fields import as_tool_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent

    from facilitator.app.meeting import Meeting
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_ROW, _LEFT, _NAME, _GAP = 38, 16, 84, 10
"""A row's height, where its words begin, how far its bar is from there, and space between."""
_MOST_ROWS, _LEAST_ROWS = 12, 3
_LEAST_BAR = 40
_NAME_SHARE = 0.36
"""Of the width, for the longest name."""
_USUAL = "88 of 88, 8 over"
"""Room for so many words is kept, so that the bars stay as they are when a slot is over."""
_MINUTES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_5: 5}
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows; a row that shows the same is not drawn again."""

    name: str
    figures: str
    said: str
    bar: bars.Bar
    current: bool
    behind: bool
    over: bool


class AgendaModel(QAbstractListModel):
    """The rows as they were last worked out."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Show these; only what differs is told."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        was, self.rows = self.rows, rows
        for row, (old, new) in enumerate(zip(was, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many slots there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see, to hear and to point at."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said
        return as_tool_tip(row.name) if role == Qt.ItemDataRole.ToolTipRole else None


class AgendaList(ConsoleRows):
    """Tells what its keys ask for.

    ``going`` and ``giving`` name the row: Enter goes there, ``+``, ``-`` and ``5`` give minutes.
    """

    going = Signal(int)
    giving = Signal(int, int)
    clock = Signal()
    next = Signal()
    choosing = Signal()
    editing = Signal()

    def __init__(self, theme: Theme, meeting: Meeting) -> None:
        super().__init__(theme, "console.agenda.list", "Agenda")
        self._meeting = meeting
        self._slots = AgendaModel()
        self._at: int | None = None
        self._bar_left = theme.px(_LEFT + _NAME)
        self.setModel(self._slots)
        self.show_meeting()

    def show_meeting(self) -> None:
        """Show the slots as they are now."""
        count, was = len(self._meeting.agenda.slots), len(self._slots.rows)
        scale = self._scale()
        self._slots.show_rows([self._row(index, scale) for index in range(count)])
        if count != was:
            self.choose_row(self._meeting.current or 0)
            high = self.theme.px(_ROW)
            self.want(min(count, _MOST_ROWS) * high, min(count, _LEAST_ROWS) * high)
        self._go_along()

    def _go_along(self) -> None:
        """The current row goes with the meeting, unless somebody has walked to another one."""
        was, self._at = self._at, self._meeting.current
        walked = self.hasFocus() and self.currentIndex().row() != (was or 0)
        if self._at is not None and self._at != was and not walked:
            self.choose_row(self._at)

    # -- ConsoleRows ---------------------------------------------------------------------------

    def row_size(self, _row: int) -> QSize:
        """All are alike."""
        return QSize(100, self.theme.px(_ROW))

    def answer(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Enter, Space, letters and signs; on many keyboards a sign needs Shift."""
        if held & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        row = self.currentIndex().row()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.going.emit(row)
            return True
        if key in _MINUTES:
            self.giving.emit(row, _MINUTES[key])
            return True
        told = {
            Qt.Key.Key_Space: self.clock,
            Qt.Key.Key_N: self.next,
            Qt.Key.Key_A: self.choosing,
            Qt.Key.Key_E: self.editing,
        }
        if key in told:
            told[key].emit()
        return key in told

    # -- what the rows show --------------------------------------------------------------------

    def _row(self, index: int, scale: float) -> Row:
        meeting = self._meeting
        planned, used = meeting.planned(index) / 60, meeting.used(index) / 60
        over = words.over_minutes(meeting, index)
        at = meeting.current
        bar = bars.Bar(planned * scale, used * scale, bars.slashes_for(self.theme, over * scale))
        return Row(
            name=meeting.agenda.slots[index].name,
            figures=words.figures(meeting, index),
            said=words.row_said(meeting, index),
            bar=bar,
            current=index == at,
            behind=at is not None and index < at,
            over=over > 0,
        )

    def _scale(self) -> float:
        """Px a minute: the same for all bars, so that the longest fits with its slashes."""
        meeting, theme = self._meeting, self.theme
        indices = range(len(meeting.agenda.slots))
        self._bar_left = theme.px(_LEFT) + self._names_width()
        figures = [_USUAL, *(words.figures(meeting, index) for index in indices)]
        metrics = theme.metrics("label", "console", 600)
        figures_width = max(ceil(metrics.horizontalAdvance(each)) for each in figures)
        room = self.viewport().width() - self._bar_left - theme.px(_LEFT + _GAP) - figures_width
        room = max(theme.px(_LEAST_BAR), room)
        widest = room / max(words.planned_minutes(meeting, index) for index in indices)
        return min(self._scale_of(index, room, widest) for index in indices)

    def _scale_of(self, index: int, room: int, widest: float) -> float:
        """The most that leaves room for the slashes of a slot behind its bar."""
        over = words.over_minutes(self._meeting, index)
        slashes = bars.slashes_width(self.theme, bars.slashes_for(self.theme, over * widest))
        least = self.theme.px(_LEAST_BAR) / 2
        return max(least, room - slashes) / words.planned_minutes(self._meeting, index)

    def _names_width(self) -> int:
        metrics, px = self.theme.metrics("text", "console", 600), self.theme.px
        names = [slot.name for slot in self._meeting.agenda.slots]
        widest = max(ceil(metrics.horizontalAdvance(name)) for name in names) + px(_GAP)
        return max(px(_NAME), min(widest, round(self.viewport().width() * _NAME_SHARE)))

    # -- painting ------------------------------------------------------------------------------

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """Name, bar and figures."""
        shown, px = self._slots.rows[row], self.theme.px
        name = QRectF(box)
        name.setLeft(box.left() + px(_LEFT))
        name.setRight(box.left() + self._bar_left - px(_GAP))
        colour = "ink2" if shown.behind and not shown.current else "ink"
        self.write(painter, name, shown.name, "text", colour, 600 if shown.current else None)
        self._draw_bar(painter, box, shown)
        self._draw_figures(painter, box, shown)

    def _draw_bar(self, painter: QPainter, box: QRectF, shown: Row) -> None:
        high = self.theme.px(bars.HEIGHT)
        top = round(box.center().y() - high / 2)
        bar = QRectF(box.left() + self._bar_left, top, 1, high)
        bars.draw_bar(painter, self.theme, bar, shown.bar, "accent" if shown.current else "ink2")

    def _draw_figures(self, painter: QPainter, box: QRectF, shown: Row) -> None:
        colour = "note" if shown.over else "ink" if shown.current else "ink2"
        weight = 600 if shown.current else None
        metrics = self.theme.metrics("label", "console", weight)
        right = QRectF(box)
        right.setRight(box.right() - self.theme.px(_LEFT))
        right.setLeft(right.right() - ceil(metrics.horizontalAdvance(shown.figures)) - 1)
        self.write(painter, right, shown.figures, "label", colour, weight)

    # -- events --------------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes there."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.going.emit(index.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bars follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.show_meeting()
