"""The opening card: why the room meets, how it works, and who is there, by role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from facilitator.app.opening_words import OpeningWords
from facilitator.ui.brief.ground_rules import HEADING
from facilitator.ui.brief.roles import shown_as
from facilitator.ui.flow import Beside, Flow, Line
from facilitator.ui.painted_card import PaintedCard

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

NAME = "opening"
_WHY, _ROLES = "Why we are here", "In the room, by role"
_TYPE = (
    ("title", "directive", "lead", "text"),
    ("question", "directive", "text", "text"),
    ("question", "lead", "text", "label"),
    ("directive", "text", "label", "label"),
)
"""Roles of the purpose, the directive, the rules and the people, the largest first."""
_LEFT_SHARE, _GUTTER = 0.6, 72
_HEAD, _BELOW, _AROUND, _APART = 10, 32, 10, 40
_EDITING = (Qt.Key.Key_E, Qt.Key.Key_F2)


class OpeningCard(PaintedCard):
    """What the facilitator reads out when the meeting begins; E changes the words."""

    sizes, scrolling_size = len(_TYPE), len(_TYPE) - 1

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, NAME, "Opening card")
        self.show_anew()

    def show_anew(self) -> None:
        """Take the words of the review, or the usual ones, and who is there."""
        review = self.desk.review
        self.opening = OpeningWords(self.desk.settings.path).of(review)
        self.roles = tuple(shown_as(each) for each in review.participants if each.attended)
        super().show_anew()

    def follow(self, delta: Delta) -> None:
        """Words and people may change."""
        if delta.touches("opening", "participants"):
            self.show_anew()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """How to change it, and how to begin."""
        return (("E", "Change the words"), ("Esc", "Begin"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E and F2 open the words to be changed."""
        if event.key() in _EDITING and not event.modifiers():
            self.desk.registry.run("stage.edit_opening")
        else:
            super().keyPressEvent(event)

    # -- content -------------------------------------------------------------------------------

    def compose(self, width: float, height: float, size: int) -> Flow:
        """Purpose and directive on the left, rules and people on the right."""
        del height
        gutter = self.theme.px(_GUTTER)
        flow = Flow(self.theme, width)
        left = self._why((width - gutter) * _LEFT_SHARE, size)
        right = self._how((width - gutter) * (1 - _LEFT_SHARE), size)
        flow.put(Beside((left, right), gutter))
        return flow

    def _why(self, width: float, size: int) -> Flow:
        purpose, directive, _rules, _roles = _TYPE[size]
        flow = Flow(self.theme, width)
        if self.opening.purpose:
            flow.words(_WHY, "heading", "ink2")
        flow.words(self.opening.purpose, purpose, above=_HEAD, even=True)
        flow.words(self.opening.directive, directive, above=_BELOW, even=True)
        return flow

    def _how(self, width: float, size: int) -> Flow:
        _purpose, _directive, rules, roles = _TYPE[size]
        flow = Flow(self.theme, width)
        if self.opening.rules:
            flow.words(HEADING, "heading", "ink2")
        for place, rule in enumerate(self.opening.rules):
            if place:
                flow.put(Line(self.theme, width), above=_AROUND)
            flow.words(rule, rules, above=_AROUND)
        if self.roles:
            flow.words(_ROLES, "heading", "ink2", above=_APART)
            flow.put(self._people(width, roles), above=_HEAD)
        return flow

    def _people(self, width: float, role: str) -> Beside:
        """In two columns, row by row."""
        columns = [Flow(self.theme, width / 2) for _ in range(2)]
        for place, words in enumerate(self.roles):
            columns[place % 2].words(words, role, above=2)
        return Beside(columns, 0)

    def spoken(self) -> str:
        """All of it."""
        here = f"{_ROLES}: {', '.join(self.roles)}" if self.roles else ""
        said = (self.opening.purpose, self.opening.directive, *self.opening.rules, here)
        return " ".join(filter(None, said))
