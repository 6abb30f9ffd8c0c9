"""What the commands about the parking lot do while the Console is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from facilitator.ui.parking_card import ParkingCard

if TYPE_CHECKING:
    from facilitator.ui.console.console_desk import ConsoleDesk
    from facilitator.ui.console.parking_section import ParkingSection


class ParkingDeeds:
    """The parking lot on the Stage, and an idea typed in the Console.

    ``section`` is None while the Console has no window; ``park`` is for a window then.
    """

    def __init__(self, console: ConsoleDesk, section: ParkingSection | None) -> None:
        self._console, self._section = console, section

    def bind(self) -> None:
        """Bind the command that shows it to the room."""
        self._console.desk.registry.bind("stage.parking", self.show)

    def show(self) -> None:
        """Show the parking lot on the Stage, or take it away."""
        host = self._console.stage_desk.host
        if isinstance(host.card(), ParkingCard):
            host.close_card()
        else:
            host.show_card(ParkingCard(self._console.stage_desk))

    def park(self) -> None:
        """Type an idea in the Console; the keys go back to where they are now."""
        if self._section is None:
            return
        focus = QApplication.focusWidget()
        here = focus is not None and focus.window() is self._section.window()
        self._section.begin(focus if here else None)
