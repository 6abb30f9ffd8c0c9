"""The foot of the Actions page: the entry line over what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.actions.columns import WIDE
from facilitator.ui.actions.entry_line import ActionsEntry
from facilitator.ui.actions.preview import ActionsPreview
from facilitator.ui.page import Dock

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from facilitator.ui.desk import Desk

_HEIGHT, _ENTRY_TOP, _READING_TOP = 96, 12, 76
_ENTRY_LEFT, _LEFT = 36, 40


class ActionsDock(Dock):
    """Entry line above, preview below; a narrow one is a line higher.

    The last line of the preview is for what begins a line of its own.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _HEIGHT)
        self._desk = desk
        self.entry = ActionsEntry(desk)
        self.preview = ActionsPreview(desk.theme)
        for part in (self.entry, self.preview):
            part.setParent(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the two, and take another line where the window is narrow."""
        super().resizeEvent(event)
        theme = self._desk.theme
        line = theme.line("label")
        lines = 2 if self.window().width() >= theme.px(WIDE) else 3
        self.setFixedHeight(theme.px(_HEIGHT) + lines * line)
        inset, margin = theme.px(_ENTRY_LEFT), theme.px(_LEFT)
        self.entry.setGeometry(
            inset, theme.px(_ENTRY_TOP), self.width() - 2 * inset, self.entry.height()
        )
        width = self.width() - 2 * margin
        self.preview.setGeometry(margin, theme.px(_READING_TOP), width, lines * line)
