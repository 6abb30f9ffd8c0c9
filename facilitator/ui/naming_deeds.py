"""What the command about names on the Stage does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.edits.brief import set_field
from facilitator.domain.words import NameUse

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.ui.desk import Desk

_COMMAND = "stage.names"
_WORDS = {NameUse.ROLES: "Show names", NameUse.NAMES: "Show roles"}
"""What can be done while roles, or names, are shown."""


class NamingDeeds:
    """Bound while a review is on the Stage; the command says what it would do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._unsubscribe = desk.session.subscribe(self._follow)

    def bind(self) -> None:
        """Bind the command."""
        self._desk.registry.bind(_COMMAND, self.change)
        self._say()

    def leave(self) -> None:
        """Stop following the review."""
        self._unsubscribe()

    def change(self) -> None:
        """Show names in events, factors and findings, or roles and aliases again."""
        now = self._desk.review.names
        names = NameUse.NAMES if now is NameUse.ROLES else NameUse.ROLES
        self._desk.apply(_WORDS[now], set_field("names", names))

    def _follow(self, delta: Delta) -> None:
        if delta.touches("names"):
            self._say()

    def _say(self) -> None:
        self._desk.registry.say(_COMMAND, _WORDS[self._desk.review.names])
