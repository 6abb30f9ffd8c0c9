"""What the window shows when the library cannot be used: which, why, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facilitator.domain.day_words import format_day
from facilitator.ui.kit import Label, button

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

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
        column.addWidget(Label(theme, way_out, "text", "ink2", wrap=True))
        self._theme, self._row = theme, QHBoxLayout()
        self.again = button(theme, "Try again", again, name="trouble.again", main=True)
        self._row.addWidget(self.again)
        self._row.addWidget(button(theme, "Quit", leave, name="trouble.quit"))
        self._row.addStretch(1)
        column.addLayout(self._row)
        column.addStretch(1)
        self.again.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, backup: Path, at: datetime, put_back: Callable[[Path], object]) -> None:
        """Offer the latest backup; what stands in its place now is kept among the backups."""
        here = at.astimezone()
        words = f"Put back the backup of {format_day(here.date())}, {here:%H:%M}"
        made = button(self._theme, words, lambda: put_back(backup), name="trouble.put_back")
        self._row.insertWidget(1, made)

    def focus_start(self) -> None:
        """To the button that tries again."""
        self.again.setFocus()
