"""Keeps what the room decides on the action that is discussed, whatever the Stage shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from facilitator.ui.actions.deciding import agreeing, soaking, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import ActionItem
    from facilitator.ui.desk import Desk

    Decision = Callable[[ActionItem, date], tuple[str, Edit]]

_NOTHING = "Choose an action on the Actions page first, or write one down."


class _Tell(Protocol):
    """Shows a sentence; ``done`` is False if it says why nothing was done."""

    def __call__(self, words: str, *, done: bool = True) -> None: ...


class DecisionDeeds:
    """Works on the action in the spotlight or current on the page, else on the last one touched.

    ``tell`` shows what was decided where the room may look on: the status line of the Stage.
    """

    def __init__(self, desk: Desk, tell: _Tell) -> None:
        self._desk, self._tell = desk, tell
        self._last: str | None = None
        self._unsubscribe = desk.session.subscribe(self._follow)

    def bind(self) -> None:
        """Bind the commands."""
        self._desk.registry.bind("meeting.agree", self.agree)
        self._desk.registry.bind("meeting.soak", self.soak)

    def leave(self) -> None:
        """Stop following the review."""
        self._unsubscribe()

    def agree(self) -> None:
        """Agree on the action, or propose it again."""
        self._decide(agreeing)

    def soak(self) -> None:
        """Let the action soak, or no longer."""
        self._decide(soaking)

    def discussed(self) -> ActionItem | None:
        """The action that the keys mean."""
        card = self._desk.host.card()
        wanted = (card.selected() if card else None, self._desk.host.selected(), self._last)
        actions = {each.id: each for each in self._desk.review.actions}
        return next((actions[each] for each in wanted if each in actions), None)

    # -- inside --------------------------------------------------------------------------------

    def _decide(self, decision: Decision) -> None:
        action = self.discussed()
        if action is None:
            self._tell(_NOTHING, done=False)
            return
        label, edit = decision(action, self._desk.today())
        refusal = self._desk.apply(label, edit)
        said = refusal.reason if refusal else self._outcome(action.id)
        self._tell(said, done=refusal is None)

    def _outcome(self, action_id: str) -> str:
        decided = next(each for each in self._desk.review.actions if each.id == action_id)
        # Before it is shortened: half a name would stay.
        return told(replace(decided, text=self._desk.shown(decided.text)))

    def _follow(self, delta: Delta) -> None:
        rows = delta.rows.get("actions")
        if rows is not None and not delta.foreign:
            touched = (*rows.changed, *rows.added)
            self._last = touched[-1].id if touched else self._last
