"""What is half typed in the Console outlives its window, and so does the place of the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from facilitator.ui.console.memory import ConsoleMemory

_LINES = ("console.parking.line", "console.voices.line")
"""The lines whose words are nowhere else before Enter."""


def keep_lines(window: QWidget, memory: ConsoleMemory) -> None:
    """Keep what stands in the lines, for the window that comes after this one."""
    lines = (each for name in _LINES for each in window.findChildren(QLineEdit, name))
    memory.half_typed = {each.objectName(): each.text() for each in lines}


def put_lines(window: QWidget, memory: ConsoleMemory) -> None:
    """Put into the lines what was kept."""
    for name, words in memory.half_typed.items():
        for line in window.findChildren(QLineEdit, name) if words else ():
            line.setText(words)
            line.show()


class Spot:
    """Where one types in a window, to go on there in another that is like it."""

    def __init__(self, window: QWidget) -> None:
        focus: QWidget | None = window.focusWidget()
        self._name = focus.objectName() if focus is not None else ""
        self._from = self._to = 0
        if isinstance(focus, QLineEdit):
            self._from = self._to = focus.cursorPosition()
        elif isinstance(focus, QPlainTextEdit):
            cursor = focus.textCursor()
            self._from, self._to = cursor.anchor(), cursor.position()

    def go_on_in(self, window: QWidget) -> None:
        """Take the keys there, if there is such a place."""
        there = window.findChild(QWidget, self._name) if self._name else None
        if there is None or not there.isVisible():
            return
        there.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(there, QLineEdit):
            there.setCursorPosition(self._to)
        elif isinstance(there, QPlainTextEdit):
            last = max(0, there.document().characterCount() - 1)
            cursor = there.textCursor()
            cursor.setPosition(min(self._from, last))
            cursor.setPosition(min(self._to, last), QTextCursor.MoveMode.KeepAnchor)
            there.setTextCursor(cursor)
