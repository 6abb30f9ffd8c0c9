"""What the commands on the Stage as a whole do: opening card, blank, and the pointer's ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from facilitator.ui.desk import Desk
    from facilitator.ui.pointer_ring import PointerRing

_RING, _NO_RING = "Ring around the pointer", "No ring around the pointer"


class StageDeeds:
    """Bound while a review is on the Stage; ``window`` is the one that the ring lies over."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self._desk, self._window = desk, window
        self._ring: PointerRing | None = None

    def bind(self) -> None:
        """Bind the commands, and ring the pointer if that is wanted."""
        registry = self._desk.registry
        registry.bind("stage.opening", self.opening)
        registry.bind("stage.edit_opening", self.edit_opening)
        registry.bind("stage.blank", self.blank)
        registry.bind("stage.pointer", self.pointer)
        self._show_ring()

    def leave(self) -> None:
        """Take the ring away; the Stage goes, or is made anew."""
        if self._ring is not None:
            self._ring.take_away()
            self._ring = None

    # -- commands ------------------------------------------------------------------------------

    def opening(self) -> None:
        """Show the opening card, or take it away."""
        from facilitator.ui.opening_card import NAME, OpeningCard  # noqa: PLC0415 - when asked for

        if self._taken_away(NAME):
            return
        self._desk.host.show_card(OpeningCard(self._desk))
        self._tell_problem()

    def edit_opening(self) -> None:
        """Change what the opening card says."""
        from facilitator.ui.opening_sheet import OpeningSheet  # noqa: PLC0415 - when asked for

        sheet = OpeningSheet(self._desk)
        sheet.open_over(self._desk.host.front(), sheet.purpose)

    def blank(self) -> None:
        """Show title and phase alone, or the page again."""
        from facilitator.ui.blank_card import NAME, BlankCard  # noqa: PLC0415 - when asked for

        if not self._taken_away(NAME):
            self._desk.host.show_card(BlankCard(self._desk))

    def pointer(self) -> None:
        """Ring the pointer, or no longer; it is kept in the settings."""
        settings = self._desk.settings
        settings.change(pointer_ring=not settings.pointer_ring)
        self._show_ring()

    # -- inside --------------------------------------------------------------------------------

    def _taken_away(self, name: str) -> bool:
        """Take a card away, if it is the one that is shown."""
        card = self._desk.host.card()
        if card is None or card.objectName() != f"card.{name}":
            return False
        self._desk.host.close_card()
        return True

    def _tell_problem(self) -> None:
        from facilitator.app.opening_words import OpeningWords  # noqa: PLC0415 - when asked for

        words = OpeningWords(self._desk.settings.path)
        if words.problem and self._desk.review.opening is None:
            self._desk.host.complain(words.problem)

    def _show_ring(self) -> None:
        self.leave()
        wanted = self._desk.settings.pointer_ring
        if wanted:
            from facilitator.ui.pointer_ring import PointerRing  # noqa: PLC0415 - seldom wanted

            self._ring = PointerRing(self._desk.theme, self._window)
        self._desk.registry.say("stage.pointer", _NO_RING if wanted else _RING)
