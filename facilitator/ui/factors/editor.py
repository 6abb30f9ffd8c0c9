"""The in-place editor of a factor's words: plain text that wraps and grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit

from facilitator.ui.fields import leave_undo_to_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QFont, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from facilitator.ui.factors.asking import Asking
    from facilitator.ui.theme import Theme

_MOST_LINES = 12
"""A longer text scrolls inside the editor."""


class FactorEditor(QTextEdit):
    """Types the words of the draft.

    Enter keeps them, Tab keeps them and asks why, Shift+Enter keeps them and asks what else,
    Escape drops them, losing the focus keeps them. ``grown`` tells that it needs another number
    of lines, ``refused`` why the words were not kept (empty: they are fine now).
    """

    grown = Signal()
    refused = Signal(str)

    def __init__(
        self, parent: QWidget, theme: Theme, asking: Asking, back: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._theme, self._asking, self._back = theme, asking, back
        self._lines, self._line = 1, 1.0
        self.wrong = False
        self.setObjectName("factors.editor")
        self.setAccessibleName("Words of the factor")
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(theme.px(2))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._count())
        self.textChanged.connect(self._typed)
        self.hide()

    # -- what the views call -------------------------------------------------------------------

    def dress(self, font: QFont, line: float, fill: str, ink: str, frame: str = "") -> None:
        """Write in a font with this line height in px, in colours by role; ``frame`` is style."""
        style = f"color: {self._theme.colour(ink).name()}; {frame}"
        if fill != "sheet":
            # Typing is faster on the background of the palette, which is known to cover all.
            style += f" background: {self._theme.colour(fill).name()};"
        style = f"QTextEdit {{ {style} }}"
        if style != self.styleSheet():
            self.setStyleSheet(style)
        self.setFont(font)
        self._line = line
        self._space_lines()

    def open(self, text: str) -> None:
        """Start with a text; the editor is dressed and has its width."""
        self.setPlainText(text)
        self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._mark("")
        self._count()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_to(self, view: QWidget) -> None:
        """Go away and leave the focus, if it was here, to a view."""
        if self.hasFocus():
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _space_lines(self) -> None:
        # Spacing is not typing: undo must not take it back.
        document = self.document()
        document.setUndoRedoEnabled(False)
        block = QTextBlockFormat()
        block.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(block)
        document.setUndoRedoEnabled(True)

    @property
    def lines(self) -> int:
        """How many lines it shows."""
        return self._lines

    def settle(self) -> bool:
        """Keep the words before something else happens; False if they were refused."""
        if self.isHidden():
            return True
        if not self.toPlainText().strip():
            self._asking.drop()
            return True
        return self._keep()

    # -- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the window once there is no typing left; Tab asks why."""
        if leave_undo_to_window(event) and not self._undoes(event):
            event.ignore()
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Tab and not event.modifiers():
                self._keep_and(self._asking.why)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self._keep_and(self._asking.insert_parent)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Escape drops, the rest is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._keep_and(self._asking.what_else if shift else self._back)
        elif event.key() == Qt.Key.Key_Escape:
            self._asking.drop()
            self._back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the words when the focus goes, but not for a menu over the editor.

        Another window may be where the first words come from: the empty editor waits.
        """
        super().focusOutEvent(event)
        away = event.reason() == Qt.FocusReason.ActiveWindowFocusReason
        waits = away and not self.toPlainText().strip()
        if not waits and QApplication.activePopupWidget() is None:
            self.settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom the tree, not these words alone."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, in one paragraph."""
        self.insertPlainText(" ".join(source.text().split()))

    # -- inside --------------------------------------------------------------------------------

    def _undoes(self, event: QEvent) -> bool:
        redo = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Redo)
        document = self.document()
        return document.isRedoAvailable() if redo else document.isUndoAvailable()

    def _keep(self) -> bool:
        refusal = self._asking.keep(self.toPlainText())
        self._mark(refusal.reason if refusal else "")
        return refusal is None

    def _keep_and(self, then: Callable[[], object]) -> None:
        empty = not self.toPlainText().strip()
        if self._keep():
            (self._back if empty else then)()

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
