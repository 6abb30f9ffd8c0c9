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
    from collections.abc import Callable

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
_HEAD, _BELOW, _AROUND, _APART, _PEOPLE_GAP = 10, 32, 10, 40, 16
_WHOLE = str.maketrans({" ": "\N{NO-BREAK SPACE}", "-": "\N{NON-BREAKING HYPHEN}"})
"""Keeps a role on one line."""
_EDITING = (Qt.Key.Key_E, Qt.Key.Key_F2)


class OpeningCard(PaintedCard):
    """What the facilitator reads out when the meeting begins; E changes the words."""

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
        return (*self.scroll_hints(), ("E", "Change the words"), ("Esc", "Begin"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E and F2 open the words to be changed."""
        if event.key() in _EDITING and not event.modifiers():
            self.desk.registry.run("stage.edit_opening")
        else:
            super().keyPressEvent(event)

    # -- content -------------------------------------------------------------------------------

    def compose(self, width: float, height: float, size: int) -> Flow:
        """Purpose and directive on the left, rules and people on the right.

        Each is as large as fits, but what is on the right never larger than what is on the left.
        """
        del size
        gutter = self.theme.px(_GUTTER)
        flow = Flow(self.theme, width)
        largest, left = _fitting(self._why, (width - gutter) * _LEFT_SHARE, height, 0)
        _size, right = _fitting(self._how, (width - gutter) * (1 - _LEFT_SHARE), height, largest)
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
            flow.words(rule, rules, above=_AROUND, even=True)
        if self.roles:
            flow.words(_ROLES, "heading", "ink2", above=_APART)
            self._put_people(flow, roles)
        return flow

    def _put_people(self, flow: Flow, role: str) -> None:
        """In two columns, row by row; in running lines where a column is too narrow for that."""
        gap, metrics = self.theme.px(_PEOPLE_GAP), self.theme.metrics(role)
        width = (flow.width - gap) / 2
        if any(metrics.horizontalAdvance(words) > width for words in self.roles):
            running = ", ".join(words.translate(_WHOLE) for words in self.roles)
            flow.words(running, role, above=_HEAD)
            return
        columns = [Flow(self.theme, width) for _ in range(2)]
        for place, words in enumerate(self.roles):
            columns[place % 2].words(words, role, above=2)
        flow.put(Beside(columns, gap), above=_HEAD)

    def spoken(self) -> str:
        """All of it."""
        here = f"{_ROLES}: {', '.join(self.roles)}" if self.roles else ""
        said = (self.opening.purpose, self.opening.directive, *self.opening.rules, here)
        return " ".join(filter(None, said))


def _fitting(
    make: Callable[[float, int], Flow], width: float, height: float, largest: int
) -> tuple[int, Flow]:
    """The first size from the largest on whose flow fits, or the smallest; and that flow."""
    flow = make(width, largest)
    while flow.height > height and largest + 1 < len(_TYPE):
        largest += 1
        flow = make(width, largest)
    return largest, flow
