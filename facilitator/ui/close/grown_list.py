"""A list that is as high as its rows, for pages that scroll as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.ui.close.commands import COMMANDS
from facilitator.ui.close.drawing import Drawing, Measure
from facilitator.ui.local_keys import LocalKeys

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent

    from facilitator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex


class GrownList(QListView):
    """Rows that a subclass measures and draws; tells ``attended`` when it gets or loses the keys.

    ``moved`` carries where the current row stands, for the page to bring it into view.
    """

    attended = Signal()
    moved = Signal(QRect)

    def __init__(self, desk: Desk, name: str, words: str) -> None:
        super().__init__()
        self.desk, self.theme = desk, desk.theme
        self.measure = Measure(desk.theme)
        self._keys = LocalKeys(COMMANDS)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._delegate = _RowDelegate(self)
        self.setItemDelegate(self._delegate)

    # -- what a list is made of ----------------------------------------------------------------

    def row_height(self, row: int) -> float:
        """How high a row is at the present width."""
        raise NotImplementedError

    def draw_row(self, draw: Drawing, row: int, box: QRectF, *, chosen: bool) -> None:
        """Draw a row into its box."""
        raise NotImplementedError

    def activate(self) -> None:
        """What Enter does on the current row."""

    # -- following -----------------------------------------------------------------------------

    def fit(self) -> None:
        """Be as high as the rows are."""
        rows = range(self.model().rowCount()) if self.model() is not None else ()
        self.setFixedHeight(sum(round(self.row_height(row)) for row in rows))
        self.doItemsLayout()
        self.viewport().update()

    def choose_row(self, row: int) -> None:
        """Make a row current, or the nearest there is."""
        count = self.model().rowCount()
        if count:
            self.setCurrentIndex(self.model().index(max(0, min(count - 1, row)), 0))
            self.tell_place()

    def tell_place(self) -> None:
        """Tell where the current row stands, if the keys go there."""
        focus = QApplication.focusWidget()
        attended = focus is not None and (focus is self or self.isAncestorOf(focus))
        if attended and self.currentIndex().isValid():
            self.moved.emit(self.visualRect(self.currentIndex()))

    # -- events --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the page's local commands; the rest walks the rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activate()
            return
        command = self._keys.command_of(event)
        if command is not None:
            self.desk.registry.run(command)
            return
        super().keyPressEvent(event)
        self.tell_place()

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here, not the beginning of a word to look for."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heights follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a current row while the list has the keys."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose_row(0)
        self.tell_place()
        self.viewport().update()
        self.attended.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The current row stands out only while the list has the keys."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.attended.emit()


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: GrownList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, round(self._view.row_height(index.row())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        painter.save()
        current = view.currentIndex().isValid() and index.row() == view.currentIndex().row()
        box = QRectF(option.rect)
        box.setWidth(view.width())
        view.draw_row(
            Drawing(painter, view.theme), index.row(), box, chosen=current and view.hasFocus()
        )
        painter.restore()
