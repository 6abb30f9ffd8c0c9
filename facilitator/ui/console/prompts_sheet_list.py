"""Every question under the heading of its situation, and what the user has made of it."""

from __future__ import annotations

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

from facilitator.app.prompts import Prompt, Situation, known_situations
from facilitator.ui.console.prompts_list import MOST_LINES, draw_lines, wrapper
from facilitator.ui.console.rows import ConsoleRows

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent

    from facilitator.app.prompts import PromptBook
    from facilitator.ui.factors.wrapping import Line
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_PAD, _EDGE, _ABOVE_HEAD, _BELOW_HEAD, _STATE_GAP = 5, 14, 14, 4, 12
_ROWS, _LEAST_ROWS, _ROW = 14, 3, 34
_ROOT = QModelIndex()


def state_words(prompt: Prompt) -> str:
    """What the user has made of a question, e.g. ``Yours, hidden``."""
    states = (("Yours", prompt.own), ("Changed", prompt.changed), ("Hidden", prompt.hidden))
    return ", ".join(words for words, holds in states if holds).capitalize()


class SheetModel(QAbstractListModel):
    """Situations as headings, and their questions below them."""

    def __init__(self, book: PromptBook) -> None:
        super().__init__()
        self._book = book
        self.rows: tuple[Situation | Prompt, ...] = ()
        self.load()

    def load(self) -> None:
        """Take the questions as they are now."""
        self.beginResetModel()
        rows: list[Situation | Prompt] = []
        for each in known_situations():
            rows += (each, *self._book.of(each.name))
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Headings and questions."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is passed over."""
        if isinstance(self.rows[index.row()], Situation):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words to see and to hear."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = state_words(row) if isinstance(row, Prompt) else ""
            return f"{row.words} ({state})" if state else row.words
        return None


class SheetList(ConsoleRows):
    """Tells what its keys ask for: ``edited``, ``added``, ``hid`` and ``restored``."""

    edited = Signal()
    added = Signal()
    hid = Signal()
    restored = Signal()

    def __init__(self, theme: Theme, book: PromptBook) -> None:
        super().__init__(theme, "prompts.list", "Questions by situation")
        self._shown = SheetModel(book)
        self._wrap = wrapper(theme)
        self._words = {each.name: each.words for each in known_situations()}
        self.setProperty("boxed", True)
        self.setModel(self._shown)
        self.want(_ROWS * theme.px(_ROW), _LEAST_ROWS * theme.px(_ROW))

    @property
    def current(self) -> Prompt | None:
        """The current question."""
        row = self.currentIndex().row()
        found = self._shown.rows[row] if row >= 0 else None
        return found if isinstance(found, Prompt) else None

    def words_of(self, situation: str) -> str:
        """How a situation is called."""
        return self._words[situation]

    def load(self) -> None:
        """Show the questions as they are now, the same one current or what took its place."""
        kept, row = self.current, self.currentIndex().row()
        self._shown.load()
        if kept is None or not self.choose(kept.id):
            self.choose_row(row)

    def choose(self, prompt_id: str) -> bool:
        """Make a question current; False if it is not there."""
        for row, each in enumerate(self._shown.rows):
            if isinstance(each, Prompt) and each.id == prompt_id:
                self.choose_row(row)
                self.scrollTo(self.currentIndex(), self.ScrollHint.PositionAtCenter)
                return True
        return False

    def choose_row(self, row: int) -> None:
        """Make a question current, or the nearest below a heading."""
        rows = self._shown.rows
        row = max(0, min(len(rows) - 1, row))
        super().choose_row(row + 1 if isinstance(rows[row], Situation) else row)

    def to_situation(self, step: int) -> None:
        """Go to the first question of the situation before or after this one."""
        heads = [row for row, each in enumerate(self._shown.rows) if isinstance(each, Situation)]
        here = max((n for n, row in enumerate(heads) if row < self.currentIndex().row()), default=0)
        head = heads[(here + step) % len(heads)]
        self.choose_row(head)
        self.scrollTo(self._shown.index(head, 0), self.ScrollHint.PositionAtTop)

    def answer(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Enter, Insert, Delete, R, and arrows to the sides."""
        if held:
            return False
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 | Qt.Key.Key_E:
                self.edited.emit()
            case Qt.Key.Key_Insert:
                self.added.emit()
            case Qt.Key.Key_Delete:
                self.hid.emit()
            case Qt.Key.Key_R:
                self.restored.emit()
            case Qt.Key.Key_Right:
                self.to_situation(1)
            case Qt.Key.Key_Left:
                self.to_situation(-1)
            case _:
                return False
        return True

    # -- painting ------------------------------------------------------------------------------

    def row_size(self, row: int) -> QSize:
        """A heading with air above it, or the lines of a question."""
        theme, each = self.theme, self._shown.rows[row]
        if isinstance(each, Situation):
            air = _ABOVE_HEAD + _BELOW_HEAD
            return QSize(100, theme.line("heading", "console") + theme.px(air))
        high = len(self._lines(each)) * theme.line("prompt", "console")
        return QSize(100, high + 2 * theme.px(_PAD))

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """The words of a situation, or a question and its state."""
        px, each = self.theme.px, self._shown.rows[row]
        if row == self.currentIndex().row() and not self.hasFocus():
            # It is the one that the line below is about.
            self.draw_ground(painter, box)
        inner = box.adjusted(px(_EDGE), 0, -px(_EDGE), 0)
        if isinstance(each, Situation):
            head = inner.adjusted(0, px(_ABOVE_HEAD), 0, -px(_BELOW_HEAD))
            self.write(painter, head, each.words, "heading")
            return
        words = inner.adjusted(px(_EDGE), px(_PAD), 0, -px(_PAD))
        colour = "ink2" if each.hidden else "ink"
        draw_lines(painter, self.theme, words, self._lines(each), colour)
        state = state_words(each)
        right = inner.adjusted(inner.width() - self._state_width(state), px(_PAD), 0, 0)
        right.setHeight(self.theme.line("prompt", "console"))
        self.write(painter, right, state, "label", "accent" if not each.hidden else "ink2")

    def _state_width(self, state: str) -> float:
        return self.theme.metrics("label", "console").horizontalAdvance(state) + 1

    def _lines(self, prompt: Prompt) -> tuple[Line, ...]:
        px, state = self.theme.px, state_words(prompt)
        width = self.viewport().width() - px(3 * _EDGE)
        if state:
            width -= round(self._state_width(state)) + px(_STATE_GAP)
        return self._wrap.lines(prompt.words, max(1.0, width), MOST_LINES)

    # -- events --------------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click changes the words."""
        if self.current is not None and self.indexAt(event.position().toPoint()).isValid():
            self.edited.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines follow the width, and the current one stays in view."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self.scrollTo(self.currentIndex(), self.ScrollHint.PositionAtCenter)
