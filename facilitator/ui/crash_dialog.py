"""Says that the program made a mistake, with a report to copy that holds no review text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.ui.kit import Label, button

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

_WORDS = (
    "Facilitator made a mistake. Every edit that the status line called saved is safe. You can go "
    "on; if something looks wrong, close the program and open it again."
)
_TITLE = 40
"""Height of a title bar, in px of the screen."""
_REPORT = "This report says where it happened. It holds nothing that is written in your reviews."


class CrashDialog(QDialog):
    """The sentence, the report, and the way on."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crash")
        self.setWindowTitle("Facilitator")
        # Whole on a small screen too: the way on is at its foot.
        room = QGuiApplication.primaryScreen().availableSize()
        width, height = (
            min(theme.px(760), room.width()),
            min(theme.px(520), room.height() - _TITLE),
        )
        self.resize(width, height)
        column = QVBoxLayout(self)
        margin = theme.px(28)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(14))
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Report")
        self.text.setFont(theme.font("label"))
        column.addWidget(Label(theme, _WORDS, "text", wrap=True))
        column.addWidget(Label(theme, _REPORT, "label", "ink2", wrap=True))
        column.addWidget(self.text, 1)
        column.addLayout(self._buttons(theme))

    def _buttons(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(button(theme, "Copy the report", self._copy, name="crash.copy"))
        row.addStretch(1)
        self.go_on: QPushButton = button(theme, "Go on", self.accept, name="crash.go_on", main=True)
        self.go_on.setDefault(True)
        row.addWidget(self.go_on)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
