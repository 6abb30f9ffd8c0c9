"""The words of an event in its details: one paragraph on as many lines as it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from facilitator.ui.fields import BoundText

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent


class WordsField(BoundText):
    """Shows all of it; Enter keeps the words, for they have no paragraphs."""

    def __init__(self, *field: Any, **looks: Any) -> None:
        super().__init__(*field, **looks)
        self.setProperty("quiet", False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.settle():
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, in one paragraph."""
        self.insertPlainText(" ".join(source.text().split()))
