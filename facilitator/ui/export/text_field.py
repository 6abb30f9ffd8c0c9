"""A field of some lines in which Enter keeps the text and Escape leaves it as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from facilitator.ui.theme import Theme

_LINES, _PAD = 5, 24


class TextField(QPlainTextEdit):
    """Tells ``kept`` (Enter) or ``left`` (Escape); Shift Enter begins a line."""

    kept = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("export.edit")
        self.setAccessibleName("Say it in other words")
        self.setFont(theme.font("text"))
        self.setTabChangesFocus(True)
        self._theme = theme
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape end it."""
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not shift:
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapping changes with the width, so the height follows."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """As high as its text, up to some lines."""
        lines = max(1, min(_LINES, round(self.document().size().height())))
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()) + self._theme.px(_PAD))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only."""
        self.insertPlainText(source.text())
