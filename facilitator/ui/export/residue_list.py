"""Draws what still stands in a document: the words, what they may be, where and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import QListView

from facilitator.ui.one_row import OneRow
from facilitator.ui.row_list import set_up_rows
from facilitator.ui.sheet_rows import SheetRows
from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_ROW, _SIDE, _MOST, _LEAST = 62, 16, 5, 1
_ROOT = QModelIndex()
_KEYS = {
    Qt.Key.Key_M: "masking",
    Qt.Key.Key_A: "allowing",
    Qt.Key.Key_E: "editing",
    Qt.Key.Key_F2: "editing",
    Qt.Key.Key_Return: "editing",
    Qt.Key.Key_Enter: "editing",
}


class Told:
    """One row: the words that were found, their sort, and where and why in one line."""

    def __init__(self, words: str, sort: str, detail: str) -> None:
        self.words, self.sort, self.detail = words, sort, detail


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Told, ...] = ()

    def load(self, rows: tuple[Told, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        told = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return told.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{told.words}: {told.sort}. {told.detail}"
        return told if role == Qt.ItemDataRole.UserRole else None


class _Rows(SheetRows):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, self.theme.px(_ROW))

    def draw(self, painter: QPainter, box: QRectF, index: Index) -> None:
        told: Told = index.data(Qt.ItemDataRole.UserRole)
        px, write = self.theme.px, Writing(painter, self.theme)
        inner = box.adjusted(px(_SIDE), px(5), -px(_SIDE), -px(5))
        first = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        sort = write.advance(told.sort, "label")
        write.line(first.adjusted(0, 0, -sort - px(16), 0), told.words, "text", "ink", 600)
        write.at_right(first, told.sort, "label", "ink2")
        write.line(first.translated(0, first.height()), told.detail, "label", "ink2")


class ResidueList(OneRow, QListView):
    """Tells ``masking``, ``allowing``, ``editing`` (row) and ``taking_back``.

    ``attended`` tells whether it has the keys.
    """

    masking = Signal(int)
    allowing = Signal(int)
    editing = Signal(int)
    taking_back = Signal()
    attended = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        set_up_rows(self, "export.residue", "What still stands in it")
        self.setAccessibleDescription("M masks, A allows, E edits the text, Ctrl Z takes it back")
        self._theme, self._rows = theme, _Rows(theme)
        self._told = _Model()
        self.setModel(self._told)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(lambda index: self.editing.emit(index.row()))

    def show_rows(self, rows: tuple[Told, ...]) -> None:
        """Show these; the row in the place of the current one is current."""
        row = max(0, self.currentIndex().row())
        self._told.load(rows)
        if rows:
            self.setCurrentIndex(self._told.index(min(row, len(rows) - 1), 0))
        high = self._theme.px(_ROW)
        self.setMinimumHeight(min(_LEAST, len(rows)) * high)
        self.setMaximumHeight(min(_MOST, len(rows)) * high)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Up to so many rows."""
        count = min(_MOST, len(self._told.rows))
        return QSize(super().sizeHint().width(), count * self._theme.px(_ROW))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Letters do something from now on."""
        super().focusInEvent(event)
        self._show_attention(here=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They go elsewhere."""
        super().focusOutEvent(event)
        self._show_attention(here=False)

    def _show_attention(self, *, here: bool) -> None:
        self.viewport().update()
        self.attended.emit(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters do something with the current row."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Z and held == Qt.KeyboardModifier.ControlModifier:
            self.taking_back.emit()
        elif held == Qt.KeyboardModifier.NoModifier and event.key() in _KEYS:
            row = self.currentIndex().row()
            if row >= 0:
                getattr(self, _KEYS[Qt.Key(event.key())]).emit(row)
        elif event.text().isprintable() and event.text().strip():
            event.accept()
        else:
            super().keyPressEvent(event)
