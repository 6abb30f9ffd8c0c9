"""A list that is as high as its rows, for pages that scroll as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.ui.close.commands import COMMANDS
from facilitator.ui.close.drawing import INDENT, OVERHANG, Drawing, Measure
from facilitator.ui.row_list import RowList

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent

    from facilitator.ui.desk import Desk

    Index = QModelIndex | QPersistentModelIndex


class GrownList(RowList):
    """Rows that a subclass measures and draws.

    ``moved`` carries where the current row stands, for the page to bring it into view.
    """

    moved = Signal(QRect)

    def __init__(self, desk: Desk, name: str, words: str) -> None:
        super().__init__(desk, name, words, COMMANDS)
        self.measure = Measure(desk.theme)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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

    def words_width(self) -> float:
        """How much of a row's width its words have."""
        return self.width() - self.theme.px(2 * OVERHANG + INDENT)

    def show_current(self) -> None:
        """The page scrolls, not the list."""
        self.tell_place()

    def tell_place(self) -> None:
        """Tell where the current row stands, if the keys go there."""
        focus = QApplication.focusWidget()
        attended = focus is not None and (focus is self or self.isAncestorOf(focus))
        if attended and self.currentIndex().isValid():
            self.moved.emit(self.visualRect(self.currentIndex()))

    # -- events --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter comes first."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activate()
        else:
            super().keyPressEvent(event)

    def walk(self, event: QKeyEvent) -> None:
        """The page goes with the current row."""
        super().walk(event)
        self.tell_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heights follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page brings the current row into view."""
        super().focusInEvent(event)
        self.tell_place()


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
