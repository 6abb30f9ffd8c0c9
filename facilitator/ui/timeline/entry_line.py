"""The line in which events are typed: Enter adds, arrows walk the table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from facilitator.domain.text import LINE_LIMIT
from facilitator.ui.clipboard import copied_files, is_sent
from facilitator.ui.entry_line import ManyLines
from facilitator.ui.timeline.commands import COMMANDS

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk

_WIDTH, _NO_LIMIT = 648, 16_777_215
_MOST = 2 * LINE_LIMIT
"""Characters of the line: time and signs come on top of the words."""
_TYPES_NOTHING = ("Ctrl+", "F2", "Ins")
"""How the keys begin that are the page's here too; the others are typing."""


class TimelineEntry(ManyLines):
    """``attended`` tells also that the keys went elsewhere; ``files_pasted`` carries paths."""

    files_pasted = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "timeline.entry", map(_quiet, COMMANDS), _MOST)
        self.describe("Add an event: time and what happened", "14:03 what happened")
        self.take_width(whole=False)

    def _paste(self) -> None:
        if files := copied_files():
            self.files_pasted.emit(files)
        else:
            super()._paste()

    def take_width(self, *, whole: bool) -> None:
        """Be as wide as there is room, or no wider than a new event needs."""
        self.setMaximumWidth(_NO_LIMIT if whole else self.theme.px(_WIDTH))

    def show_beginning(self) -> None:
        """What is too long to be seen whole is seen from its beginning."""
        margins = self.textMargins()
        room = self.width() - margins.left() - margins.right()
        if self.theme.metrics("entry").horizontalAdvance(self.text()) > room:
            self.home(False)

    def is_much(self, text: str) -> bool:
        """Also one line that is too long, lest a part be lost, and what a program sends."""
        return len(text) > _MOST or super().is_much(text) or is_sent(text)

    def command_of(self, event: QKeyEvent) -> str | None:
        """Ctrl and an arrow walk the words while there are some."""
        walking = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.text()
        return None if walking else super().command_of(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys go elsewhere."""
        super().focusOutEvent(event)
        self.attended.emit()


def _quiet(command: Command) -> Command:
    keys = tuple(each for each in command.keys if each.startswith(_TYPES_NOTHING))
    return replace(command, keys=keys)
