"""Below the table the action with the frame in full: what a row has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from facilitator.ui.writing import Writing

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from facilitator.ui.theme import Theme

_HIGH, _MARGIN, _TOP = 72, 40, 10


class Detail(QWidget):
    """Two lines: the words of the action, and what is to be said of it now."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._words, self._told = theme, "", ""
        self.setObjectName("all_actions.detail")
        self.setFixedHeight(theme.px(_HIGH))

    def show_action(self, words: str, told: str) -> None:
        """Take both lines."""
        self._words, self._told = words, told
        self.setAccessibleName(f"{words} {told}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet, the rule above it, and the lines."""
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sheet"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("rule"))
        margin, high = theme.px(_MARGIN), theme.px(26)
        box = QRectF(margin, theme.px(_TOP), self.width() - 2 * margin, high)
        write = Writing(painter, theme, "library")
        write.line(box, self._words, "text", "ink", 500)
        write.line(box.translated(0, high), self._told, "label", "ink2")
