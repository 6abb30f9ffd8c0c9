"""The sheet that gives a review another title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from facilitator.ui.fields import mark
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from facilitator.ui.theme import Theme

_HINT = "Enter keeps it, Esc leaves it as it was."


class RenameSheet(Sheet):
    """Enter calls ``take(title)``, which gives the reason why it cannot be, empty if it can."""

    def __init__(self, theme: Theme, title: str, take: Callable[[str], str]) -> None:
        super().__init__(theme, "Rename", width=760)
        self._take = take
        self.line = QLineEdit(title)
        self.line.setObjectName("rename.line")
        self.line.setAccessibleName("New title")
        self.line.setFont(theme.font("entry"))
        self.line.selectAll()
        self._reason = Label(theme, "", "label", "note", wrap=True)
        self._reason.setObjectName("rename.reason")
        self._reason.hide()
        self.card_column.addWidget(self.line)
        self.card_column.addWidget(self._reason)
        self.card_column.addWidget(Label(theme, _HINT, "label", "ink2"))
        self.line.textEdited.connect(lambda _text: self._tell(""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the title."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        reason = self._take(self.line.text())
        if reason:
            self._tell(reason)
        else:
            self.close_sheet()

    def _tell(self, reason: str) -> None:
        mark(self.line, reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
