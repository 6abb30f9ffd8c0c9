"""A sentence at the factor it is about: why something was not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from facilitator.ui.theme import Theme

_WIDTH, _GAP = 420, 10


class Notice(Label):
    """A plate in the note colour; it stays until the next key or click of the page."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(theme, "", "label", "note", wrap=True)
        self.setParent(page)
        self.setObjectName("factors.notice")
        tint, note = theme.colour("note_tint").name(), theme.colour("note").name()
        self.setStyleSheet(
            f"color: {note}; background: {tint}; border-left: {theme.px(4)}px solid {note};"
            f" padding: {theme.px(8)}px {theme.px(12)}px;"
        )
        self.hide()

    def say(self, sentence: str, beside: QRect, within: QRect) -> None:
        """Show a sentence below a place of the page, or above it where that does not fit."""
        self.setText(sentence)
        self.setAccessibleName(sentence)
        width = min(self._theme.px(_WIDTH), within.width())
        self.setFixedWidth(width)
        height = self.heightForWidth(width)
        self.setFixedHeight(height)
        gap = self._theme.px(_GAP)
        top = beside.bottom() + gap
        if top + height > within.bottom():
            top = max(within.top(), beside.top() - gap - height)
        left = max(within.left(), min(beside.left(), within.right() - width))
        self.move(left, top)
        self.show()
        self.raise_()
