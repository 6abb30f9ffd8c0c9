"""The line that looks for words in the private notes, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

_HIGH = 40
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Line(QLineEdit):
    """Enter, Shift+Enter and Escape are the search's; F3 is the section's."""

    stepped = Signal(int)
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Find comes here again, and not to the Stage."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        pressed = event.type() in kinds and isinstance(event, QKeyEvent)
        if pressed and event.matches(QKeySequence.StandardKey.Find):  # type: ignore[attr-defined]
            self.selectAll()
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NoteFinder(QWidget):
    """Tells ``typed`` (words), ``stepped`` (matches on or back) and ``left`` (Escape)."""

    typed = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = _Line()
        self.line.setObjectName("console.notes.find")
        self.line.setAccessibleName("Find in all private notes")
        self.line.setPlaceholderText("Find in all private notes")
        self.line.setFont(theme.font("text", "console"))
        self.line.setMinimumHeight(theme.px(_HIGH))
        self.count = Label(theme, "", "label", "ink2", where="console")
        self.count.setObjectName("console.notes.count")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        self.line.textChanged.connect(self.typed)
        self.line.stepped.connect(self.stepped)
        self.line.left.connect(self.left)

    @property
    def words(self) -> str:
        """What is looked for."""
        return self.line.text()

    def open(self) -> None:
        """Take the keys, with the last words to be typed over."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def say(self, current: int, number: int) -> None:
        """Say which match of how many is shown."""
        words = f"{current + 1} of {number}" if number else "in no note"
        self.count.setText(words if self.words.strip() else "")
        self.line.setAccessibleDescription(self.count.text())
