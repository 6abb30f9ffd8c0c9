"""An in-place editor for the words of a painted row: plain text that wraps and grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit

from facilitator.ui.fields import leave_undo_to_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QFont
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.theme import Theme

    Keep = Callable[[str], RuleViolation | None]

_MOST_LINES = 12
"""A longer text scrolls inside the editor."""


class WordsEditor(QTextEdit):
    """Types words that ``keep(text)`` takes, or refuses with a reason.

    Enter keeps them (``entered`` with the text), Escape drops them (``dropped``), losing the
    focus keeps them. ``typing`` says whether it is open; ``began`` and ``ended`` tell it. ``grown``
    tells that it needs another number of lines, ``refused`` why the words were not kept (empty:
    they are fine now).
    """

    began = Signal()
    entered = Signal(str)
    dropped = Signal()
    ended = Signal()
    grown = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget, theme: Theme, name: str, words: str) -> None:
        super().__init__(parent)
        self._view = parent
        self._keep: Keep = _nothing_to_keep
        self._first, self._lines, self._line = "", 1, 1.0
        self.typing, self.wrong = False, False
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(theme.px(2))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ink, accent = theme.colour("ink").name(), theme.colour("accent").name()
        self.setStyleSheet(
            f"QTextEdit {{ color: {ink}; background: transparent;"
            f" selection-background-color: {accent};"
            f" selection-color: {theme.colour('on_accent').name()}; }}"
        )
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._count())
        self.textChanged.connect(self._typed)
        self.hide()

    # -- what the views call -------------------------------------------------------------------

    def open(self, text: str, font: QFont, line: float, keep: Keep, *, whole: bool = False) -> None:
        """Start with a text, all of it selected if ``whole``; ``line`` is the line height in px."""
        self._keep, self._first, self._line = keep, text, line
        self.setFont(font)
        document = self.document()
        document.setUndoRedoEnabled(False)
        self.setPlainText(text)
        block = QTextBlockFormat()
        block.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        QTextCursor(document).setBlockFormat(block)
        document.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.End)
        if whole:
            self.selectAll()
        self._mark("")
        self.typing = True
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.began.emit()

    def put(self, text: str) -> None:
        """Have this text instead, as if it had been typed."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    @property
    def lines(self) -> int:
        """How many lines it shows."""
        return self._lines

    def settle(self) -> bool:
        """Keep the words before something else happens; False if they were refused."""
        if not self.typing:
            return True
        if not self.toPlainText().strip():
            self.drop()
            return True
        return self._kept()

    def drop(self) -> None:
        """Forget the words."""
        if self.typing:
            self._mark("")
            self._end()

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the window once there is no typing left."""
        if leave_undo_to_window(event) and not self._undoes(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape drops, the rest is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            text = self.toPlainText()
            if self._kept():
                self.entered.emit(text)
        elif event.key() == Qt.Key.Key_Escape:
            self.drop()
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the words when the focus goes, but not for a menu over the editor."""
        super().focusOutEvent(event)
        if QApplication.activePopupWidget() is None:
            self.settle()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, in one paragraph."""
        self.insertPlainText(" ".join(source.text().split()))

    # -- inside --------------------------------------------------------------------------------

    def _undoes(self, event: QEvent) -> bool:
        redo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Redo)
        document = self.document()
        return document.isRedoAvailable() if redo else document.isUndoAvailable()

    def _kept(self) -> bool:
        text = self.toPlainText()
        if text != self._first:
            refusal = self._keep(text)
            if refusal is not None:
                self._mark(refusal.reason)
                return False
        self._mark("")
        self._end()
        return True

    def _end(self) -> None:
        if not self.typing:
            return
        self.typing = False
        if self.hasFocus():
            # The view it stands on; else Qt would choose the next widget of the window.
            self._view.setFocus()
        self.hide()
        self.ended.emit()

    def _typed(self) -> None:
        if self.wrong:
            self._mark("")

    def _mark(self, reason: str) -> None:
        if self.wrong or reason:
            self.wrong = bool(reason)
            self.setAccessibleDescription(reason)
            self.refused.emit(reason)

    def _count(self) -> None:
        lines = max(1, min(_MOST_LINES, round(self.document().size().height() / self._line)))
        if lines != self._lines:
            self._lines = lines
            self.grown.emit()


def _nothing_to_keep(_text: str) -> None:
    return None
