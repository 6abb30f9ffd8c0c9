"""Says over a frozen Stage that the room does not see what is done here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from facilitator.ui.kit import KeyCap, Label

if TYPE_CHECKING:
    from facilitator.ui.theme import Theme

_WORDS, _GO_ON = "Only for you: the room sees the Stage as it was", "Lets it go on"


class FrozenSign(QFrame):
    """A strip in the colour of what is out of the ordinary; ``keys`` let the Stage go on."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self.setObjectName("stage.frozen_sign")
        self.setAccessibleName(f"{_WORDS}. {keys} {_GO_ON.lower()}.")
        tint, note, px = theme.colour("note_tint").name(), theme.colour("note").name(), theme.px
        self.setStyleSheet(
            f"FrozenSign {{ background: {tint}; border-bottom: {px(2)}px solid {note}; }}"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(px(40), px(7), px(40), px(7))
        row.setSpacing(px(8))
        words = Label(theme, _WORDS, "label", "note", weight=600)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(KeyCap(theme, keys))
        row.addWidget(Label(theme, _GO_ON, "label", "note"))
