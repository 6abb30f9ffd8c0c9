"""The base of the Console's painted lists: one current row, and room for no more than there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from facilitator.ui.one_row import OneRow
from facilitator.ui.row_list import set_up_rows

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from facilitator.ui.theme import Theme

    Index = QModelIndex | QPersistentModelIndex

_BAR, _RADIUS = 4, 4


class ConsoleRows(OneRow, QListView):
    """A subclass measures and draws its rows, and says what its keys do.

    ``attended`` tells whether the keys came or went, ``walked`` where the current row stands now
    while they are here.
    """

    attended = Signal(bool)
    walked = Signal(QRect)

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__()
        self.theme, self._wanted = theme, 0
        set_up_rows(self, name, words)
        self.setFont(theme.font("text", "console"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._delegate = _RowDelegate(self)
        self.setItemDelegate(self._delegate)

    # -- what a list is made of ----------------------------------------------------------------

    def row_size(self, row: int) -> QSize:
        """How large a row is."""
        raise NotImplementedError

    def draw_row(self, painter: QPainter, row: int, box: QRectF) -> None:
        """Draw a row into its box; the ground is there."""
        raise NotImplementedError

    def answer(self, _key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """Do what a key asks for; False leaves it to the list."""
        return False

    def has_keys(self) -> bool:
        """Whether the current row shall show that the keys are here."""
        return self.hasFocus()

    # -- room ----------------------------------------------------------------------------------

    def fit(self) -> None:
        """Ask for the room that the rows need at this width."""

    def want(self, height: int, least: int) -> None:
        """Ask for a height in px; where there is less the list scrolls, but not below ``least``."""
        if height != self._wanted:
            self._wanted = height
            self.setMaximumHeight(height)
            self.setMinimumHeight(min(least, height))
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height it was asked to have."""
        return QSize(super().sizeHint().width(), self._wanted)

    def choose_row(self, row: int) -> None:
        """Make a row current, or the nearest there is."""
        count = self.model().rowCount()
        if count:
            self.setCurrentIndex(self.model().index(max(0, min(count - 1, row)), 0))
            self.scrollTo(self.currentIndex())

    # -- painting ------------------------------------------------------------------------------

    def draw_ground(self, painter: QPainter, box: QRectF) -> None:
        """The tint and the bar of the current row."""
        px, bar = self.theme.px, QRectF(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.colour("accent_tint"))
        painter.drawRoundedRect(box, px(_RADIUS), px(_RADIUS))
        bar.setWidth(px(_BAR))
        painter.setBrush(self.theme.colour("accent"))
        painter.drawRoundedRect(bar, px(2), px(2))

    def write(  # noqa: PLR0913, PLR0917 - a line is all about its looks
        self,
        painter: QPainter,
        box: QRectF,
        words: str,
        role: str = "text",
        colour: str = "ink",
        weight: int | None = None,
    ) -> float:
        """Write one line in the middle of a box's height, and say how far it reached."""
        metrics = self.theme.metrics(role, "console", weight)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
        painter.setFont(self.theme.font(role, "console", weight))
        painter.setPen(QColor(self.theme.colour(colour)))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        return metrics.horizontalAdvance(shown)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the current row stands."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self.walked.emit(self.visualRect(current))

    # -- events --------------------------------------------------------------------------------

    def keyPressEvent(self, event: object) -> None:
        """What the list does with a key comes first; the rest walks the rows."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier  # type: ignore[attr-defined]
        if not self.answer(Qt.Key(event.key()), held):  # type: ignore[attr-defined]
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def keyboardSearch(self, _search: str) -> None:
        """Letters do something here: they do not look for words."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The heights follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys are here."""
        super().focusInEvent(event)
        self.viewport().update()
        self.attended.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.attended.emit(False)


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: ConsoleRows) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.row_size(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, box = self._view, QRectF(option.rect)
        painter.save()
        if view.has_keys() and index.row() == view.currentIndex().row():
            view.draw_ground(painter, box)
        view.draw_row(painter, index.row(), box)
        painter.restore()
