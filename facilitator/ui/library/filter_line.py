"""The line that is always typed in: its words filter the list, its other keys work it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QLineEdit

from facilitator.ui.clipboard import copied_files, is_sent
from facilitator.ui.fields import leave_undo_to_window
from facilitator.ui.library.signs import draw_search

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QPaintEvent

    from facilitator.ui.theme import Theme

_HIGH, _LEFT, _LENS_LEFT, _LENS, _RIGHT, _GAP = 56, 40, 17, 22, 18, 20
_STEPS = {
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_PageDown: (1, True),
    Qt.Key.Key_PageUp: (-1, True),
}


class FilterLine(QLineEdit):
    """``stepped`` asks for the next row or page, the others for what stands in their name."""

    stepped = Signal(int, bool)
    open_asked = Signal()
    removal_asked = Signal()
    left = Signal()
    pasted = Signal(str)
    files_pasted = Signal(list)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._count = ""
        self.setObjectName("library.filter")
        self.setAccessibleName("Search all reviews: words, or operators like service: and open")
        self.setPlaceholderText("Type to search all reviews")
        self.setFont(theme.font("entry"))
        self.setFixedHeight(theme.px(_HIGH))

    def show_count(self, words: str) -> None:
        """Say on the right how many reviews there are."""
        self._count = words
        width = round(self._theme.metrics("label", "library").horizontalAdvance(words))
        self.setTextMargins(self._theme.px(_LEFT), 0, width + self._theme.px(_RIGHT + _GAP), 0)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Undo brings a review back, not a word."""
        if leave_undo_to_window(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter opens, Delete removes unless there is a word to delete."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste) and self._pastes():
            return
        if key in _STEPS:
            self.stepped.emit(*_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_asked.emit()
        elif key is Qt.Key.Key_Delete and not self._deletes():
            self.removal_asked.emit()
        elif key is Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are for the window."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _pastes(self) -> bool:
        """Whether what is pasted are files, many lines or JSON: something to import then."""
        if files := copied_files():
            self.files_pasted.emit(files)
            return True
        text = QGuiApplication.clipboard().text()
        much = len(text.strip().splitlines()) > 1 or is_sent(text)
        if much:
            self.pasted.emit(text)
        return much

    def _deletes(self) -> bool:
        """Whether Delete has something to delete here."""
        return self.hasSelectedText() or self.cursorPosition() < len(self.text())

    def _escape(self) -> None:
        if self.text():
            self.clear()
        else:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lens before the words and the count behind them."""
        super().paintEvent(event)
        theme, painter = self._theme, QPainter(self)
        size = theme.px(_LENS)
        lens = QRectF(theme.px(_LENS_LEFT), (self.height() - size) / 2, size, size)
        draw_search(painter, lens, theme.colour("ink2"))
        painter.setPen(theme.colour("ink2"))
        painter.setFont(theme.font("label", "library"))
        box = QRectF(self.rect()).adjusted(0, 0, -theme.px(_RIGHT), 0)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box, right, self._count)
