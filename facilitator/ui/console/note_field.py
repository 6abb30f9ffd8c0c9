"""One private note: saved as it is typed, as high as there is room, and found in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from facilitator.ui.console.note_place import key_of, noting, read_note, words_of
from facilitator.ui.fields import BoundText
from facilitator.ui.units import characters

if TYPE_CHECKING:
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
            partial(noting, place),
            font=theme.font("text", "console"),
            line=theme.line("text", "console"),
        )
        # The label of undo can be seen on the Stage: it says no more than this.
        self._words = "notes"
        self.setProperty("quiet", False)
        self.setStyleSheet(_looks(theme))
        self.setCursorWidth(theme.px(2))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_found(self, start: int, end: int) -> None:
        """Select a stretch of the text, and bring it into view."""
        self.setTextCursor(self.cursor_over(start, end))
        self.ensureCursorVisible()

    def at(self) -> int:
        """How many characters stand before the cursor's selection."""
        return characters(self.toPlainText(), self.textCursor().selectionStart())

    # -- BoundText -----------------------------------------------------------------------------

    def _grow(self) -> None:
        """It has what is left of the column, and scrolls."""
        self.setMinimumHeight(_LEAST_LINES * (self._line or 0))

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
