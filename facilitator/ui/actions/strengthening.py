"""Offers stronger shapes for an action, and takes one into the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.words import DURABLE
from facilitator.ui.actions.coaching import label_of
from facilitator.ui.actions.reading import stronger_than
from facilitator.ui.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.ui.actions.deeds import ActionDeeds
    from facilitator.ui.actions.editing import CellWalk
    from facilitator.ui.desk import Desk

_WIDTH = 900
_TITLE = "Which words shall it begin with?"
_DURABLE = "It is durable already."
_NONE = "There is no stronger shape to offer for these words."


class Strengthening:
    """Nothing is replaced unasked: Enter in the editor keeps what was taken, Escape leaves it."""

    def __init__(
        self, desk: Desk, deeds: ActionDeeds, cells: CellWalk, say: Callable[[str], object]
    ) -> None:
        self._desk, self._deeds, self._cells, self._say = desk, deeds, cells, say

    def offer(self) -> None:
        """Choose a stronger shape for the current action."""
        action = self._deeds.current() if self._cells.settle() else None
        if action is None:
            return
        shapes = stronger_than(action)
        if not shapes:
            self._say(_DURABLE if label_of(action) in DURABLE else _NONE)
            return
        choices = [Choice(each, self._desk.shown(each)) for each in shapes]
        chooser = Chooser(
            self._desk.theme, _TITLE, choices, lambda choice: self._take(choice.id), width=_WIDTH
        )
        self._deeds.open(chooser)

    def _take(self, words: str) -> None:
        self._cells.edit_with(words)
