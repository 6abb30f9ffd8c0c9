"""Type to choose: a line that filters a list, for the palette, find, links and closed words."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView

from facilitator.ui.kit import Label, draw_key_cap
from facilitator.ui.sheet import Sheet
from facilitator.ui.sheet_rows import ROW, SheetRows
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex


_LEAST_ROWS, _MOST_ROWS = 3, 10
_WIDTH, _LINK_WIDTH = 640, 900
"""What is linked are whole sentences."""
_LINK_HINT = "Enter links, and unlinks what is ticked. Esc when it is right."


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry: ``words`` are shown and searched, ``detail`` stands behind them.

    ``also`` is searched and not shown: what was typed where roles stand for names.
    """

    id: str
    words: str
    detail: str = ""
    keys: str = ""
    also: str = ""


class _Choices(QAbstractListModel):
    def __init__(self, choices: Sequence[Choice], checked: set[str] | None) -> None:
        super().__init__()
        self._all = [
            (f"{each.words} {each.detail} {each.also}".casefold(), each) for each in choices
        ]
        self.shown = list(choices)
        self.checked = checked
        self.more: Callable[[str], Choice | None] | None = None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = ""
            if self.checked is not None:
                state = ", linked" if choice.id in self.checked else ", not linked"
            return f"{choice.words} {choice.detail} {choice.keys}".strip() + state
        return choice if role == Qt.ItemDataRole.UserRole else None

    def filter(self, text: str) -> None:
        words = text.casefold().split()
        self.beginResetModel()
        self.shown = [
            choice for searched, choice in self._all if all(word in searched for word in words)
        ]
        last = self.more(text) if self.more is not None else None
        if last is not None:
            self.shown.append(last)
        self.endResetModel()


class _Painter(SheetRows):
    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        model, px = index.model(), self.theme.px
        inner = box.adjusted(px(16), 0, -px(12), 0)
        if isinstance(model, _Choices) and model.checked is not None:
            mark = "✓" if choice.id in model.checked else ""
            Writing(painter, self.theme).line(inner, mark, "text", "accent", 600)
            inner.setLeft(inner.left() + px(28))
        inner.setRight(inner.right() - self._draw_keys(painter, inner.toRect(), choice.keys))
        self._draw_words(painter, inner, choice)

    def _draw_keys(self, painter: QPainter, box: QRect, keys: str) -> int:
        if not keys:
            return 0
        width = round(self.theme.metrics("label", weight=500).horizontalAdvance(keys))
        width += self.theme.px(14)
        height = self.theme.px(26)
        cap = QRect(box.right() - width, box.center().y() - height // 2, width, height)
        draw_key_cap(painter, self.theme, cap, keys)
        return width + self.theme.px(12)

    def _draw_words(self, painter: QPainter, box: QRectF, choice: Choice) -> None:
        write = Writing(painter, self.theme)
        detail = ceil(write.advance(choice.detail, "label")) if choice.detail else 0
        detail = min(detail, int(box.width()) // 2)
        words = box.adjusted(0, 0, -(detail + self.theme.px(16) if detail else 0), 0)
        write.line(words, choice.words, "text")
        if detail:
            right = box.adjusted(box.width() - detail, 0, 0, 0)
            write.at_right(right, choice.detail, "label", "ink2")


class _List(QListView):
    """So many rows high; where the window is low it gives way and scrolls."""

    def __init__(self, theme: Theme, model: _Choices) -> None:
        super().__init__()
        self._painter = _Painter(theme)
        self.setObjectName("chooser.list")
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._high = max(_LEAST_ROWS, min(_MOST_ROWS, model.rowCount())) * theme.px(ROW)
        self.setMinimumHeight(_LEAST_ROWS * theme.px(ROW))
        self.setMaximumHeight(self._high)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """All its rows, also while few of them fit what is typed."""
        return QSize(super().sizeHint().width(), self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current one stays in view."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


def _line(theme: Theme, title: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName("chooser.line")
    line.setFont(theme.font("entry"))
    line.setPlaceholderText("Type to choose")
    line.setAccessibleName(f"{title}: type to choose")
    return line


class Chooser(Sheet):
    """A sheet to choose one entry, or with ``checked`` to link several.

    One: Enter calls ``chosen(choice)`` and closes. Several: Enter or Space on the list calls
    ``chosen`` to toggle an entry and the sheet stays until Escape. ``other`` accepts a text that
    is not in the list; ``more`` makes the last entry of what is typed.
    """

    def __init__(  # noqa: PLR0913 - what is asked, of what, and what then
        self,
        theme: Theme,
        title: str,
        choices: Sequence[Choice],
        chosen: Callable[[Choice], object],
        *,
        checked: set[str] | None = None,
        other: Callable[[str], object] | None = None,
        more: Callable[[str], Choice | None] | None = None,
        empty: str = "Nothing fits.",
        current: str | None = None,
        width: int | None = None,
    ) -> None:
        usual = _WIDTH if checked is None else _LINK_WIDTH
        super().__init__(theme, title, width=usual if width is None else width)
        self._chosen, self._other = chosen, other
        self.answered = False
        """Whether it closes because of Enter, not because of Escape."""
        self._model = _Choices(choices, checked)
        self._model.more = more
        self.line = _line(theme, title)
        self.list = _List(theme, self._model)
        self.list.setAccessibleName(title)
        self._empty = Label(theme, empty, "label", "ink2")
        self.card_column.addWidget(self.line)
        self.card_column.addWidget(self._empty)
        self.card_column.addWidget(self.list)
        if checked is not None:
            self.card_column.addWidget(Label(theme, _LINK_HINT, "label", "ink2", wrap=True))
        self._wire()
        self._filter("")
        if current is not None:
            self._show_current(current)

    def open_over(self, window: QWidget, focus: QWidget | None = None) -> None:
        """Typing begins in the line."""
        super().open_over(window, focus or self.line)

    def _wire(self) -> None:
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.list.clicked.connect(lambda _index: self._take())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the line work the list."""
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            return self._list_key(event)
        return super().eventFilter(watched, event)

    def _list_key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if event.key() in steps:
            row = self.list.currentIndex().row() + steps[Qt.Key(event.key())]
            self._select(max(0, min(self._model.rowCount() - 1, row)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        return False

    def _filter(self, text: str) -> None:
        self._model.filter(text)
        self._empty.setVisible(not self._model.shown)
        self._select(0)

    def _show_current(self, choice_id: str) -> None:
        for row, choice in enumerate(self._model.shown):
            if choice.id == choice_id:
                self._select(row)

    def _select(self, row: int) -> None:
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(row, 0))
            self.list.scrollTo(self.list.currentIndex())

    def _take(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            if self._other is not None and self.line.text().strip():
                text, self.answered = self.line.text(), True
                self.close_sheet()
                self._other(text)
            return
        choice = self._model.shown[index.row()]
        if self._model.checked is None:
            self.answered = True
            self.close_sheet()
            self._chosen(choice)
            return
        self._model.checked ^= {choice.id}
        self._chosen(choice)
        self.list.viewport().update()
        self.line.selectAll()
