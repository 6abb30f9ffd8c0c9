"""The base of the Console's lines: Escape leaves, and undo is the review's where none is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from facilitator.domain.text import LINE_LIMIT
from facilitator.ui.fields import UndoGivesWay

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.theme import Theme


class ConsoleLine(UndoGivesWay, QLineEdit):
    """Tells ``left`` (Escape); what is typed stays."""

    left = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFont(theme.font("text", "console"))
        self.setMaxLength(LINE_LIMIT)

    def ask(self, words: str) -> None:
        """Say what is typed here."""
        self.setAccessibleName(words)
        self.setPlaceholderText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
