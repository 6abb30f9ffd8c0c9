"""Version, licence, and where the program keeps what is yours."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.ui.kit import Label
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.app.paths import Paths
    from facilitator.ui.theme import Theme


class AboutSheet(Sheet):
    """A few lines; Escape or Enter sends it away."""

    def __init__(self, theme: Theme, paths: Paths) -> None:
        super().__init__(theme, "Facilitator", width=860)
        for line, colour in (
            (f"Version {version('facilitator')}, under the Apache License 2.0", "ink"),
            ("No account, no server, no telemetry: nothing leaves this machine by itself.", "ink"),
            (f"Library: {paths.library}", "ink2"),
            (f"Backups: {paths.backups}", "ink2"),
            (f"Settings: {paths.settings}", "ink2"),
            (f"Log: {paths.log}", "ink2"),
        ):
            label = Label(theme, line, "label", colour, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.card_column.addWidget(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send it away."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F1):
            self.close_sheet()
            return
        super().keyPressEvent(event)
