"""The blank card: title and phase, and nothing to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.ui.flow import Flow
from facilitator.ui.painted_card import PaintedCard

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

NAME = "blank"
_SHARE, _ABOVE = 0.75, 12


class BlankCard(PaintedCard):
    """For a pause, or while the room shall look at each other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, NAME, "Blank")
        self.show_anew()

    def compose(self, width: float, height: float, size: int) -> Flow:
        """The title, and the phase below it."""
        del height, size
        flow = Flow(self.theme, width * _SHARE)
        flow.words(self.desk.shown(self.desk.review.title), "question", even=True)
        flow.words(self.desk.host.shown_phase().word, "lead", "ink2", above=_ABOVE)
        return flow

    def spoken(self) -> str:
        """Title and phase."""
        shown = (self.desk.shown(self.desk.review.title), self.desk.host.shown_phase().word)
        return ". ".join(filter(None, shown))

    def follow(self, delta: Delta) -> None:
        """The title may change."""
        if delta.touches("title", "participants", "names"):
            self.show_anew()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """How to go on."""
        return (*self.scroll_hints(), ("Esc", "Go on"))
