"""A line above the foot that tells what was just done, and which key takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.ui.kit import KeyCap, Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_HIGH, _MARGIN = 48, 40


class Told(QWidget):
    """Shown until something else is done."""

    def __init__(self, theme: Theme, keys: str = "Ctrl Z") -> None:
        super().__init__()
        self._theme, self._keys = theme, keys
        self.setObjectName("library.told")
        self.setFixedHeight(theme.px(_HIGH))
        self.sentence = Label(theme, "", "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(_MARGIN), 1, theme.px(_MARGIN), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.sentence)
        row.addSpacing(theme.px(8))
        self._cap = KeyCap(theme, keys)
        row.addWidget(self._cap)
        self.then = Label(theme, "", "label", "ink2")
        row.addWidget(self.then)
        row.addStretch(1)
        self.hide()

    def say(self, sentence: str, then: str = "brings it back") -> None:
        """Show what was done, and what the key does then; nothing, if ``then`` is empty."""
        self.sentence.setText(sentence)
        self.then.setText(then)
        self._cap.setVisible(bool(then))
        self.setAccessibleName(f"{sentence} {self._keys} {then}." if then else sentence)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet and the rule above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("sheet"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("rule"))
