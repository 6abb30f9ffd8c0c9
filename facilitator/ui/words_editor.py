"""An in-place editor for the words of a painted row, kept by whoever opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor

from facilitator.ui.in_place_editor import InPlaceEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.rules import RuleViolation
    from facilitator.ui.theme import Theme

    Keep = Callable[[str], RuleViolation | None]


class WordsEditor(InPlaceEditor):
    """Types words that ``keep(text)`` takes, or refuses with a reason.

    Enter keeps them (``entered`` with the text), Escape drops them (``dropped``); ``began`` and
    ``ended`` tell that it opened and closed.
    """

    began = Signal()
    entered = Signal(str)
    dropped = Signal()
    ended = Signal()

    def __init__(self, viewport: QWidget, theme: Theme, name: str, words: str) -> None:
        super().__init__(viewport, theme, name, words)
        self._take: Keep = _nothing_to_keep
        self.setTabChangesFocus(True)
        ink, accent = theme.colour("ink").name(), theme.colour("accent").name()
        self.setStyleSheet(
            f"QTextEdit {{ color: {ink}; background: transparent;"
            f" selection-background-color: {accent};"
            f" selection-color: {theme.colour('on_accent').name()}; }}"
        )

    def open(self, text: str, font: QFont, line: float, keep: Keep, *, whole: bool = False) -> None:
        """Start with a text, all of it selected if ``whole``; ``line`` is the line height in px."""
        self._take = keep
        self.write_in(font, line)
        self.start(text)
        if whole:
            self.selectAll()
        self.began.emit()

    def put(self, text: str) -> None:
        """Have this text instead, as if it had been typed."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def keep(self) -> bool:
        """Keep the words, unless they are the old ones."""
        text = self.toPlainText()
        refusal = self._take(text) if text != self._first else None
        if refusal is not None:
            self.mark(refusal.reason)
            return False
        self.drop()
        return True

    def drop(self) -> None:
        """Forget the words and close."""
        if self.typing:
            self.leave()
            self.ended.emit()

    def enter(self) -> None:
        """Keep the words and tell them."""
        text = self.toPlainText()
        if self.keep():
            self.entered.emit(text)

    def escape(self) -> None:
        """Drop the words and tell it."""
        self.drop()
        self.dropped.emit()


def _nothing_to_keep(_text: str) -> None:
    return None
