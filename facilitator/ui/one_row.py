"""One current row: what a key works on is always one of the rows that are tinted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QMouseEvent

    Index = QModelIndex | QPersistentModelIndex
    _View = QAbstractItemView
else:
    _View = object

_Flag = QItemSelectionModel.SelectionFlag


class OneRow(_View):
    """Mixed into a view of rows.

    Qt lets the current row and the selected ones part: with Ctrl and an arrow, with Ctrl and
    Space, where rows go, and where a view gets the keys that has no current row. Here they do not.
    """

    def choose_row(self, row: int) -> None:
        """Make a row current, or the nearest there is."""
        count = self.model().rowCount()
        if count:
            index = self.model().index(max(0, min(count - 1, row)), 0)
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | self._whole_rows())

    def hold_current(self, *_changed: object) -> None:
        """Select the current row if it is not, or go to the nearest one that is."""
        current, selection = self.currentIndex(), self.selectionModel()
        if not current.isValid() or selection.isSelected(current):
            return
        ranges = selection.selection().toList()
        if not ranges:
            selection.setCurrentIndex(current, _Flag.ClearAndSelect | self._whole_rows())
            return
        nearest = (max(each.top(), min(each.bottom(), current.row())) for each in ranges)
        row = min(nearest, key=lambda each: abs(each - current.row()))
        selection.setCurrentIndex(current.sibling(row, current.column()), _Flag.NoUpdate)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> _Flag:
        """With Ctrl alone a key goes to a row as it does without."""
        if isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.ControlModifier:
                return _Flag.ClearAndSelect | self._whole_rows()
        return super().selectionCommand(index, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first row if there is none; Qt would make one current and leave it bare."""
        bare = not self.currentIndex().isValid()
        super().focusInEvent(event)
        # Where it was clicked follows at once: until then nothing moves below the pointer.
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_row(0) if bare else self.hold_current()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Ctrl a row may leave the selection: the current one is another then."""
        super().mousePressEvent(event)
        self.hold_current()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The same, for what Qt does when the button is let go."""
        super().mouseReleaseEvent(event)
        self.hold_current()

    def _whole_rows(self) -> _Flag:
        rows = QAbstractItemView.SelectionBehavior.SelectRows
        return _Flag.Rows if self.selectionBehavior() is rows else _Flag.NoUpdate
