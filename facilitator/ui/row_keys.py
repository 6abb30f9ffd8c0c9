"""How lists and tables of rows answer keys: the page's commands come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.local_keys import LocalKeys
from facilitator.ui.one_row import OneRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from facilitator.ui.commands import Command
    from facilitator.ui.desk import Desk


class RowKeys(OneRow):
    """Mixed into a view; there is always a current row while it has the keys."""

    def take_keys(self, desk: Desk, commands: Iterable[Command]) -> None:
        """Work with the local keys of these commands."""
        self.desk, self.theme = desk, desk.theme
        self._keys = LocalKeys(commands)

    def choose_row(self, row: int) -> None:
        """Make a row current, or the nearest there is, and bring it into view."""
        raise NotImplementedError

    def attention_moved(self) -> None:
        """The keys came or went."""

    def run_key(self, event: QKeyEvent) -> bool:
        """Run the command of a key; False if it has none."""
        command = self._keys.command_of(event)
        if command is not None:
            self.desk.registry.run(command)
        return command is not None

    def walk(self, event: QKeyEvent) -> None:
        """Answer a key that has no command."""
        super().keyPressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands first; the rest walks the rows."""
        if not self.run_key(event):
            self.walk(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here, not the beginning of a word to look for."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.viewport().update()
        self.attention_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.attention_moved()
