"""Why a field did not take its text, in words right below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.brief.panel import inset
from facilitator.ui.kit import Label

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from facilitator.ui.theme import Theme

WAY_OUT = "Esc puts the old text back."


class Reason(Label):
    """Shown while there is a reason; ``field`` names what it belongs to."""

    def __init__(self, theme: Theme, field: str, refused: SignalInstance) -> None:
        super().__init__(theme, "", "label", "note", wrap=True)
        self.setObjectName(f"{field}.reason")
        self.setContentsMargins(inset(theme), 0, inset(theme), 0)
        self.hide()
        refused.connect(self.tell)

    def tell(self, reason: str) -> None:
        """Show a reason and the way out of it; an empty one clears it."""
        self.setText(f"{reason} {WAY_OUT}" if reason else "")
        self.setVisible(bool(reason))
