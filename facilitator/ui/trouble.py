"""What the window shows when the library cannot be used: which, why, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.ui.kit import Label, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.theme import Theme


class Trouble(QWidget):
    """One sentence, the way out, and two buttons."""

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        way_out: str,
        again: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setObjectName("trouble")
        self.setAccessibleName(sentence)
        column = QVBoxLayout(self)
        margin = theme.px(80)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(20))
        column.addWidget(Label(theme, "The library cannot be opened", "question"))
        column.addWidget(Label(theme, sentence, "lead", wrap=True))
        column.addWidget(Label(theme, f"{way_out} Nothing was changed.", "text", "ink2", wrap=True))
        row = QHBoxLayout()
        self.again = button(theme, "Try again", again, name="trouble.again", main=True)
        row.addWidget(self.again)
        row.addWidget(button(theme, "Quit", leave, name="trouble.quit"))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.again.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focus_start(self) -> None:
        """To the button that tries again."""
        self.again.setFocus()
