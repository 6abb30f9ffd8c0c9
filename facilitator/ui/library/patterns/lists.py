"""The lists of the page: keys go through rows that can be chosen, and to the other list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QListView

from facilitator.ui.library.patterns.model import RowModel
from facilitator.ui.library.patterns.painter import RowsPainter
from facilitator.ui.library.patterns.rows import Kind
from facilitator.ui.row_list import set_up_rows

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from facilitator.ui.library.patterns.rows import Row
    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PatternList(QListView):
    """``chosen`` tells that another row is current, the others which key was pressed.

    ``attended`` tells that it has the keys now.
    """

    chosen = Signal()
    entered = Signal()
    removed = Signal()
    renamed = Signal()
    behind = Signal()
    across = Signal(bool)
    attended = Signal()

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__()
        set_up_rows(self, name, words)
        self.rows = RowModel()
        self.setModel(self.rows)
        self._painter = RowsPainter(theme, self, self.rows)
        self.setItemDelegate(self._painter)
        self.doubleClicked.connect(lambda _index: self.entered.emit())

    @property
    def current(self) -> Row | None:
        """The current row."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Take other rows; the current one stays, or the nearest becomes it."""
        was, place, top = self.current, self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        self.verticalScrollBar().setValue(top)
        kept = [at for at in self.rows.places() if was is not None and rows[at].key == was.key]
        self._choose(kept[0] if kept else place)
        self.chosen.emit()

    def make_room(self, height: int) -> None:
        """Make the current row so many px high at least; 0 takes that back."""
        row = self.current
        self._painter.roomy = ("" if row is None else row.key, height)
        self.doItemsLayout()

    def choose_key(self, key: str) -> bool:
        """Make a row current by its key or its name; whether there is such a row."""
        for place in self.rows.places():
            row = self.rows.rows[place]
            if row.key == key or (row.kind is Kind.PATTERN and row.words == key):
                self._choose(place)
                return True
        return False

    def _choose(self, place: int) -> None:
        places = self.rows.places()
        if places:
            nearest = min(places, key=lambda each: abs(each - place))
            index = self.rows.index(nearest, 0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            if nearest == places[0]:
                # The heading above it is seen too.
                self.scrollToTop()
            self.scrollTo(index)

    def step(self, rows: int) -> None:
        """Go so many rows on that can be chosen."""
        places = self.rows.places()
        current = self.currentIndex().row()
        if places:
            at = places.index(current) if current in places else 0
            self._choose(places[max(0, min(len(places) - 1, at + rows))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Delete, the arrows; the rest as in any list, but no search by letters."""
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._control(event)
        elif key == Qt.Key.Key_F2:
            self.renamed.emit()
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.across.emit(key == Qt.Key.Key_Right)
        elif (steps := self._steps(key)) is not None:
            self.step(steps)
        else:
            event.ignore()

    def _control(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.behind.emit()
        else:
            event.ignore()

    def _steps(self, key: int) -> int | None:
        page = max(1, self.viewport().height() // max(1, self.sizeHintForRow(0) * 2))
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -len(self.rows.rows),
            Qt.Key.Key_End: len(self.rows.rows),
        }
        return steps.get(Qt.Key(key))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell it."""
        super().currentChanged(current, previous)
        self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The bar of the current row shows who has the keys."""
        super().focusInEvent(event)
        self.viewport().update()
        self.attended.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The bar of the current row shows who has the keys."""
        super().focusOutEvent(event)
        self.viewport().update()
