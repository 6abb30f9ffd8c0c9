"""The people in the room as a grid: a tick for who has spoken, a ring for who has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QLineF,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle

from facilitator.ui.console.rows import ConsoleRows
from facilitator.ui.console.voices_words import called, spoken
from facilitator.ui.fields import as_tool_tip
from facilitator.ui.glyphs import Glyphs

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QMouseEvent

    from facilitator.app.voices import Voices
    from facilitator.domain.records import Participant, Review
    from facilitator.domain.words import NameUse
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_ROW, _SIGN, _SIGN_LEFT, _TEXT_LEFT, _GAP = 36, 16, 17, 42, 6
_TWO_FROM = 372
"""So wide it has two columns."""
_LEAST_ROWS = 6
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)
_ROOT = QModelIndex()


class VoicesModel(QAbstractListModel):
    """Who is here in the order of the list, then who is not."""

    def __init__(self, review: Review, voices: Voices) -> None:
        super().__init__()
        self._voices = voices
        self.people: tuple[Participant, ...] = ()
        self.names: NameUse = review.names
        self.load(review)

    def load(self, review: Review) -> None:
        """Take the people of a review."""
        self.beginResetModel()
        self.names = review.names
        self.people = tuple(sorted(review.participants, key=lambda each: not each.attended))
        self.endResetModel()

    def count(self, row: int) -> int:
        """How often somebody has spoken."""
        return self._voices.count(self.people[row].id)

    def row_of(self, person_id: str) -> int | None:
        """The row of somebody."""
        return next((row for row, each in enumerate(self.people) if each.id == person_id), None)

    def counted(self, row: int) -> None:
        """Somebody's count is another now."""
        self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many people there are."""
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see, to hear and to point at."""
        person = self.people[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return called(person, self.names)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(person, self.names, self.count(index.row()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tool_tip(spoken(person, self.names, self.count(index.row())))
        return None


class VoicesList(ConsoleRows):
    """Tells ``spoke`` and ``unspoke`` (row), ``moved`` (row: here or not) and ``adding``."""

    spoke = Signal(int)
    unspoke = Signal(int)
    moved = Signal(int)
    adding = Signal()

    def __init__(self, theme: Theme, model: VoicesModel) -> None:
        super().__init__(theme, "console.voices.list", "Who has spoken")
        self._people = model
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setModel(model)

    @property
    def columns(self) -> int:
        """Two, or one where it is narrow."""
        return 2 if self.width() >= self.theme.px(_TWO_FROM) else 1

    def fit(self) -> None:
        """Be as high as the people need."""
        row = self.theme.px(_ROW)
        rows = -(-self._people.rowCount() // self.columns)
        # The list keeps room for its scroll bar; what fills the rest to the last pixel would wrap.
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.setGridSize(QSize((self.width() - bar - 2) // self.columns, row))
        self.want(rows * row, _LEAST_ROWS * row)

    def row_size(self, _row: int) -> QSize:
        """All are alike."""
        return self.gridSize()

    def answer(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Space and the digits count, Backspace takes one back, P, Insert."""
        row = self.currentIndex().row()
        shift = Qt.KeyboardModifier.ShiftModifier
        if held & ~shift or (held and key != Qt.Key.Key_Space):
            return False
        if key == Qt.Key.Key_Insert:
            self.adding.emit()
        elif key in _DIGITS:
            self._tell(self.spoke, key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Backspace or (key == Qt.Key.Key_Space and held):
            self._tell(self.unspoke, row)
        elif key == Qt.Key.Key_Space:
            self._tell(self.spoke, row)
        elif key == Qt.Key.Key_P:
            self._tell(self.moved, row)
        else:
            return False
        return True

    def _tell(self, signal: SignalInstance, row: int) -> None:
        if 0 <= row < self._people.rowCount():
            signal.emit(row)

    # -- painting ------------------------------------------------------------------------------

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """Sign, words, and how often if it is more than once."""
        px, person, count = self.theme.px, self._people.people[row], self._people.count(row)
        sign = QRectF(box.left() + px(_SIGN_LEFT), 0, px(_SIGN), px(_SIGN))
        sign.moveTop(box.center().y() - sign.height() / 2)
        self._draw_sign(painter, sign, here=person.attended, count=count)
        quiet = person.attended and not count
        colour, weight = ("ink", 600) if quiet else ("ink2", None)
        words, text = box.adjusted(px(_TEXT_LEFT), 0, -px(4), 0), called(person, self._people.names)
        after = self._after(person, count)
        room = self.theme.metrics("label", "console").horizontalAdvance(after)
        room += px(_GAP) if after else 0
        wanted = self.theme.metrics("text", "console", weight).horizontalAdvance(text)
        if not person.attended and wanted + room > words.width():
            # The dash says it too, and so does the tool tip: the whole name comes first.
            after, room = "", 0
        words.setRight(words.right() - room)
        reached = self.write(painter, words, text, "text", colour, weight)
        words.adjust(reached + px(_GAP), 0, room, 0)
        self.write(painter, words, after, "label", "ink2")

    def _after(self, person: Participant, count: int) -> str:
        if not person.attended:
            return "not here"
        return f"{count}" if count > 1 else ""

    def _draw_sign(self, painter: QPainter, box: QRectF, *, here: bool, count: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here and count:
            Glyphs(painter, self.theme).evidence("supported", box, self.theme.colour("ink2"))
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if here:
            painter.setPen(QPen(self.theme.colour("ink"), self.theme.px(2)))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
            return
        painter.setPen(QPen(self.theme.colour("ink2"), self.theme.px(2)))
        dash = QLineF(box.left() + 3, box.center().y(), box.right() - 3, box.center().y())
        painter.drawLine(dash)

    # -- events --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sign counts."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = self.visualRect(index).left() + self.theme.px(_TEXT_LEFT)
        if (
            index.isValid()
            and event.position().x() < left
            and self._people.people[index.row()].attended
        ):
            self.spoke.emit(index.row())
