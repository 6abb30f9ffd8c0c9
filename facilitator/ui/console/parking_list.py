"""The parked ideas as rows with a plate, typed anew in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter

from facilitator.domain.edits.parking import reword_idea
from facilitator.ui.console.rows import ConsoleRows
from facilitator.ui.factors.wrapping import Wrapper, reads_from_right
from facilitator.ui.fields import as_tool_tip
from facilitator.ui.parking_plate import draw_plate
from facilitator.ui.words_editor import WordsEditor

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from facilitator.domain.records import ParkedIdea, Review
    from facilitator.ui.desk import Desk
    from facilitator.ui.factors.wrapping import Line

    Index = QModelIndex | QPersistentModelIndex

_PAD, _PLATE, _PLATE_LEFT, _TEXT_LEFT, _TEXT_RIGHT = 6, 16, 17, 44, 16
_LEAST_ROWS, _NOTHING = 5, "Nothing is parked"
_ROOT = QModelIndex()
_MOST_LINES = 6
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_KEYS = {
    Qt.Key.Key_E: "event",
    Qt.Key.Key_F: "factor",
    Qt.Key.Key_N: "finding",
    Qt.Key.Key_A: "action",
}


class ParkingModel(QAbstractListModel):
    """The ideas of one review in the order they were parked."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.ideas: tuple[ParkedIdea, ...] = review.parking

    def load(self, review: Review) -> None:
        """Take the ideas of a review."""
        self.beginResetModel()
        self.ideas = review.parking
        self.endResetModel()

    def row_of(self, idea_id: str) -> int | None:
        """The row of an idea."""
        return next((row for row, each in enumerate(self.ideas) if each.id == idea_id), None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many ideas there are."""
        return 0 if parent.isValid() else len(self.ideas)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see, to hear and to point at."""
        text = self.ideas[index.row()].text
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return text
        return as_tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None


class ParkingList(ConsoleRows):
    """Tells ``promoting`` (what the current idea shall become), ``removing`` and ``going``.

    ``going`` is Enter: to where the last idea went. ``refused`` says why words were not kept.
    """

    promoting = Signal(str)
    removing = Signal()
    going = Signal()
    refused = Signal(str)

    def __init__(self, desk: Desk, model: ParkingModel) -> None:
        super().__init__(desk.theme, "console.parking.list", "Parked ideas")
        self._desk, self._ideas = desk, model
        metrics = desk.theme.metrics("text", "console")
        self._wrapper = Wrapper(desk.theme.font("text", "console"), metrics)
        self.setModel(model)
        self.editor = WordsEditor(
            self.viewport(), desk.theme, "console.parking.editor", "Words of the idea"
        )
        self.editor.grown.connect(self.fit)
        self.editor.ended.connect(self.fit)
        self.editor.refused.connect(self.refused)

    @property
    def current(self) -> ParkedIdea | None:
        """The current idea."""
        row = self.currentIndex().row()
        return self._ideas.ideas[row] if 0 <= row < len(self._ideas.ideas) else None

    def refresh(self, review: Review) -> None:
        """Show the ideas as they are now; the current one stays current."""
        row, kept = self.currentIndex().row(), self.current
        self._ideas.load(review)
        stays = self._ideas.row_of(kept.id) if kept else None
        if stays is None:
            self.editor.drop()
        self.choose_row(row if stays is None else stays)
        self.fit()

    def edit_current(self) -> None:
        """Type the words of the current idea anew."""
        idea = self.current
        if idea is None:
            return
        line = self.theme.line("text", "console")
        self._place_editor()
        self.editor.open(
            idea.text,
            self.theme.font("text", "console"),
            line,
            lambda text: self._desk.apply("Change a parked idea", reword_idea(idea.id, text)),
        )
        self.fit()

    # -- ConsoleRows ---------------------------------------------------------------------------

    def fit(self) -> None:
        """Be as high as the ideas need, and keep room to say that there is none."""
        row = self._row_height(1)
        rows = [self.row_size(each).height() for each in range(len(self._ideas.ideas))]
        self.want(sum(rows) or row, min(_LEAST_ROWS, max(1, len(rows))) * row)
        self.scheduleDelayedItemsLayout()
        self._place_editor()
        self.viewport().update()

    def row_size(self, row: int) -> QSize:
        """As high as its words need, or as what is typed in their place."""
        if self.editor.typing and row == self.currentIndex().row():
            return QSize(self.width(), self._row_height(self.editor.lines))
        return QSize(self.width(), self._row_height(len(self._lines(self._ideas.ideas[row].text))))

    def answer(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """The letters promote, F2 edits, Delete takes out, Enter goes."""
        if held:
            return False
        if key in _KEYS:
            self.promoting.emit(_KEYS[key])
        elif key == Qt.Key.Key_F2:
            self.edit_current()
        elif key == Qt.Key.Key_Delete:
            self.removing.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.going.emit()
        else:
            return False
        return True

    def has_keys(self) -> bool:
        """Also while words are typed in place."""
        return self.hasFocus() or self.editor.typing

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """Plate and words."""
        px, line = self.theme.px, self.theme.line("text", "console")
        plate = QRectF(box.left() + px(_PLATE_LEFT), box.top() + px(_PAD), px(_PLATE), px(_PLATE))
        plate.moveTop(plate.top() + (line - plate.height()) / 2)
        draw_plate(painter, self.theme, plate)
        if self.editor.typing and row == self.currentIndex().row():
            return
        self._draw_words(painter, self._ideas.ideas[row].text, QPointF(box.topLeft()))

    # -- inside --------------------------------------------------------------------------------

    def _draw_words(self, painter: QPainter, text: str, corner: QPointF) -> None:
        px, high, wide = self.theme.px, self.theme.line("text", "console"), self._words_width()
        painter.setFont(self.theme.font("text", "console"))
        painter.setPen(self.theme.colour("ink"))
        for number, line in enumerate(self._lines(text)):
            top = corner.y() + px(_PAD) + number * high
            box = QRectF(corner.x() + px(_TEXT_LEFT), top, wide, high)
            from_right = reads_from_right(line.text)
            side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, _LINE | side | Qt.AlignmentFlag.AlignAbsolute, line.text)

    def _lines(self, text: str) -> tuple[Line, ...]:
        return self._wrapper.lines(text, self._words_width(), _MOST_LINES)

    def _words_width(self) -> int:
        return self.width() - self.theme.px(_TEXT_LEFT + _TEXT_RIGHT)

    def _row_height(self, lines: int) -> int:
        return lines * self.theme.line("text", "console") + 2 * self.theme.px(_PAD)

    def _words_box(self, row: QRect) -> QRect:
        px = self.theme.px
        return row.adjusted(px(_TEXT_LEFT), px(_PAD), -px(_TEXT_RIGHT), -px(_PAD))

    def _place_editor(self) -> None:
        if self.editor.typing or self.currentIndex().isValid():
            place = self.visualRect(self.currentIndex())
            place.setHeight(self.row_size(self.currentIndex().row()).height())
            self.editor.setGeometry(self._words_box(place))

    # -- events --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or that there is none."""
        super().paintEvent(event)
        if not self._ideas.ideas:
            box = QRectF(self.viewport().rect())
            painter = QPainter(self.viewport())
            if self.hasFocus():
                self.draw_ground(painter, box)
            words = box.adjusted(self.theme.px(_PLATE_LEFT - 1), 0, 0, 0)
            self.write(painter, words, _NOTHING, "text", "ink2")

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click edits."""
        self.edit_current()
