"""The line that filters the actions, and what its words ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.ui.library.filter_line import FilterLine

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.domain.action_filter import ActionState
    from facilitator.ui.theme import Theme

_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageDown)


class ActionLine(FilterLine):
    """``stepped`` asks for the table, ``left`` tells that Escape had nothing to empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("all_actions.line")
        self.setAccessibleName("Filter the actions: words, or open, overdue, owner:, service:, p1")
        self.setPlaceholderText("Type to filter: open overdue owner:maria service:checkout p1")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter lead into the table."""
        if Qt.Key(event.key()) in _DOWN:
            self.stepped.emit(1, False)
        else:
            super().keyPressEvent(event)

    def toggle(self, state: ActionState) -> None:
        """Ask for a state, or no longer."""
        words = self.text().split()
        kept = [each for each in words if each.casefold() != state.value]
        if len(kept) == len(words):
            kept = [state.value, *kept]
        self.setText(" ".join(kept))
