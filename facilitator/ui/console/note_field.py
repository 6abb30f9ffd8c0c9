"""One private note: saved as it is typed, as high as there is room, and found in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from facilitator.ui.console.note_place import key_of, noting, read_note, words_of
from facilitator.ui.console.text_change import TextChange
from facilitator.ui.fields import BoundText

if TYPE_CHECKING:
    from facilitator.domain.edits import Edit
    from facilitator.ui.console.note_place import Place
    from facilitator.ui.desk import Desk
    from facilitator.ui.theme import Theme

_LEAST_LINES = 3
_STEPS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class NoteField(BoundText):
    """Tells ``stepped`` (Ctrl+PageUp, Ctrl+PageDown) and ``finding`` (Ctrl+F)."""

    stepped = Signal(int)
    finding = Signal()

    def __init__(self, desk: Desk, place: Place) -> None:
        theme = desk.theme
        super().__init__(
            desk,
            f"console.notes.{key_of(place)}",
            f"Private note, {words_of(place)}",
            partial(read_note, place),
            self._noting,
            font=theme.font("text", "console"),
            line=theme.line("text", "console"),
        )
        self._place = place
        # The label of undo can be seen on the Stage: it says no more than this.
        self._words = "notes"
        self.setProperty("quiet", False)
        self.setStyleSheet(_looks(theme))
        self.setCursorWidth(theme.px(2))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_found(self, start: int, end: int) -> None:
        """Select a stretch of the text, and bring it into view."""
        cursor = self._cursor(start, end)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def at(self) -> int:
        """How many characters stand before the cursor's selection."""
        return _count(self.toPlainText(), self.textCursor().selectionStart())

    # -- BoundText -----------------------------------------------------------------------------

    def _noting(self, text: str) -> Edit:
        return noting(self._place, self._kept(), text)

    def _apply(self, text: str) -> None:
        super()._apply(text)
        # What others have typed meanwhile came in with it.
        if not self._pending and self._kept() != text.strip():
            self.refresh()

    def _put(self, text: str) -> None:
        """Change no more than what differs, so that cursor and place stay."""
        change = TextChange.between(self.toPlainText(), text)
        self._filling = True
        self._cursor(change.start, change.end).insertText(change.words)
        self._filling = False

    def _grow(self) -> None:
        """It has what is left of the column, and scrolls."""
        self.setMinimumHeight(_LEAST_LINES * (self._line or 0))

    def _cursor(self, start: int, end: int) -> QTextCursor:
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(_units(text[:start]))
        cursor.setPosition(_units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # -- events --------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """No wish of its own."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def event(self, event: QEvent) -> bool:
        """Find is the notes' own here, not the Stage's."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.matches(_FIND):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To another note, to the line that finds, or typing."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if event.matches(_FIND):
            self.finding.emit()
        elif held == Qt.KeyboardModifier.ControlModifier and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)


_FIND = QKeySequence.StandardKey.Find


def _units(text: str) -> int:
    """Length of a text as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _count(text: str, units: int) -> int:
    """How many characters of a text so many of Qt's units are."""
    data = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(data.decode("utf-16-le", "surrogatepass"))


def _looks(theme: Theme) -> str:
    px = theme.px
    sheet, line, accent, note = (
        theme.colour(role).name() for role in ("sheet", "line", "accent", "note")
    )
    return (
        f"QPlainTextEdit {{ background: {sheet}; border: 1px solid {line};"
        f" border-radius: {px(6)}px; padding: {px(12)}px {px(13)}px; }}"
        f"QPlainTextEdit:focus {{ border: 3px solid {accent};"
        f" padding: {px(12) - 2}px {px(13) - 2}px; }}"
        f'QPlainTextEdit[wrong="true"] {{ border: 3px solid {note};'
        f" padding: {px(12) - 2}px {px(13) - 2}px; }}"
    )
