"""Shows another review at a glance, over the Console: what is on the Stage stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit

from facilitator.domain.glance import glance
from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from facilitator.domain.records import Review
    from facilitator.ui.theme import Theme

_WIDTH, _HEIGHT, _LEAST = 820, 620, 120
_FOOT = (
    "Esc closes. Ctrl Enter opens it on the Stage in place of this review, and clears the voices; "
    "Alt Left brings this one back."
)


class GlanceSheet(Sheet):
    """Plain words to read and to copy; ``wanted`` tells that it shall be opened."""

    wanted = Signal()

    def __init__(self, theme: Theme, review: Review, today: date) -> None:
        super().__init__(theme, review.title or "No title", width=_WIDTH)
        self.setObjectName("console.glance")
        self.words = QPlainTextEdit(glance(review, today))
        self.words.setObjectName("console.glance.words")
        self.words.setAccessibleName(f"Review: {review.title}")
        self.words.setReadOnly(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.words.setFont(theme.font("text", "console"))
        self.words.setMinimumHeight(theme.px(_LEAST))
        self.words.setFixedHeight(theme.px(_HEIGHT))
        self.card_column.addWidget(self.words)
        self.card_column.addWidget(Label(theme, _FOOT, "label", "ink2", wrap=True))

    def resizeEvent(self, event: object) -> None:
        """No higher than there is room for."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        room = self.height() - self.theme.px(240)
        self.words.setFixedHeight(max(self.theme.px(_LEAST), min(self.theme.px(_HEIGHT), room)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter opens it."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and held == Qt.KeyboardModifier.ControlModifier:
            self.close_sheet()
            self.wanted.emit()
        else:
            super().keyPressEvent(event)
