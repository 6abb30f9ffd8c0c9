"""Plain text typed in the place of painted words: it wraps, grows, and is kept or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit

from facilitator.ui.aside import goes_aside
from facilitator.ui.fields import UndoGivesWay

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextDocument
    from PySide6.QtWidgets import QWidget

    from facilitator.ui.theme import Theme

_MOST_LINES = 12
"""A longer text scrolls inside the editor."""
OTHERS_WROTE = "Somebody else has changed this meanwhile. Enter keeps your words, Esc theirs."


class InPlaceEditor(UndoGivesWay, QTextEdit):
    """What the editors have in common; a subclass says what becomes of the words.

    Losing the focus keeps them. ``typing`` says whether it is open, ``grown`` tells that it needs
    another number of lines, ``refused`` why the words were not kept (empty: they are fine now).
    """

    grown = Signal()
    refused = Signal(str)

    def __init__(self, viewport: QWidget, theme: Theme, name: str, words: str) -> None:
        super().__init__(viewport)
        self._viewport, self._lines, self._line = viewport, 1, 1.0
        self._first = ""
        self.typing, self.wrong = False, False
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(theme.px(2))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._count())
        self.textChanged.connect(self._typed)
        self.hide()

    # -- what a subclass says ------------------------------------------------------------------

    def keep(self) -> bool:
        """Keep the words and close; False if they were refused."""
        raise NotImplementedError

    def drop(self) -> None:
        """Forget the words and close."""
        raise NotImplementedError

    def enter(self) -> None:
        """Enter was pressed."""
        raise NotImplementedError

    def escape(self) -> None:
        """Escape was pressed."""
        raise NotImplementedError

    # -- opening and closing -------------------------------------------------------------------

    @property
    def lines(self) -> int:
        """How many lines it shows."""
        return self._lines

    @property
    def touched(self) -> bool:
        """Whether something else is typed than what it began with."""
        return self.typing and self.toPlainText() != self._first

    @property
    def blank(self) -> bool:
        """Whether nothing is typed."""
        return not self.toPlainText().strip()

    def settle(self) -> bool:
        """Keep the words before something else happens; if they are refused, back to them."""
        kept = self._settled()
        if not kept:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return kept

    def _settled(self) -> bool:
        if not self.typing:
            return True
        if self.blank:
            self.drop()
            return True
        return self.keep()

    def write_in(self, font: QFont, line: float) -> None:
        """Write in a font with this line height in px."""
        self.setFont(font)
        self._line = line
        self._space_lines()

    def start(self, text: str) -> None:
        """Open with a text; the editor has its font and its width."""
        self._begin_with(text)
        self.mark("")
        self._count()
        self.typing = True
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def others_wrote(self, text: str) -> None:
        """The words are others now: untouched ones follow; what is typed stays, and is told so."""
        if not self.typing or text == self._first:
            return
        if self.touched:
            self._first = text
            self.mark(OTHERS_WROTE)
        else:
            self._begin_with(text)
            self._count()

    def _begin_with(self, text: str) -> None:
        self._first = text
        self.setPlainText(text)
        self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def leave(self) -> None:
        """Go away; the focus, if it was here, goes to the view."""
        self.mark("")
        self.typing = False
        if self.hasFocus():
            # Qt would choose the next widget of the window.
            self.focus_view()
        self.hide()

    def focus_view(self) -> None:
        """Give the focus to the view it stands on."""
        self._viewport.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, reason: str) -> None:
        """Remember and tell why the words were refused; an empty reason clears it."""
        if self.wrong or reason:
            self.wrong = bool(reason)
            self.setAccessibleDescription(reason)
            self.refused.emit(reason)

    def _space_lines(self) -> None:
        # Spacing is not typing: undo must not take it back.
        document = self.document()
        document.setUndoRedoEnabled(False)
        block = QTextBlockFormat()
        block.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        QTextCursor(document).setBlockFormat(block)
        document.setUndoRedoEnabled(True)

    def _typed(self) -> None:
        if self.wrong:
            self.mark("")

    def _count(self) -> None:
        lines = max(1, min(_MOST_LINES, round(self.document().size().height() / self._line)))
        if lines != self._lines:
            self._lines = lines
            self.grown.emit()

    # -- events --------------------------------------------------------------------------------

    def with_typing(self) -> QTextDocument:
        """Its own document."""
        return self.document()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape end it, the rest is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the words when the focus goes, but not if it comes back, as from a menu."""
        super().focusOutEvent(event)
        if goes_aside(event):
            return
        if QApplication.activePopupWidget() is None and not self.waits(event):
            self._settled()

    def waits(self, _event: QFocusEvent) -> bool:
        """Whether it stays open although the focus goes."""
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, in one paragraph."""
        self.insertPlainText(" ".join(source.text().split()))
