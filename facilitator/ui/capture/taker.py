"""The base of what takes a line: how it reads, and the edit that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.edits import chain
from facilitator.domain.pasted_lines import lines_of
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import shortened

if TYPE_CHECKING:
    from facilitator.domain.delta import Delta
    from facilitator.domain.edits import Edit
    from facilitator.ui.desk import Desk
    from facilitator.ui.preview import Reading

MOST_LINES = 50
"""So many lines are pasted at once."""


@dataclass(frozen=True, slots=True)
class Made:
    """The edit that lines make, its name for undo, and what is said once it is done."""

    label: str
    edit: Edit
    told: str


class Taker:
    """Takes lines of one kind; ``name`` and ``example`` describe the line."""

    noun: str
    name: str
    example: str

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def reading(self, typed: str) -> Reading:
        """What Enter would add, and where; without words what belongs here."""
        raise NotImplementedError

    def made(self, typed: str) -> Made:
        """One row more; RuleViolation if the line cannot be read yet."""
        raise NotImplementedError

    def many(self, text: str) -> Made:
        """A row for every line, or RuleViolation that names the first line that is none."""
        lines = lines_of(text)
        if len(lines) > MOST_LINES:
            reason = f"These are {len(lines):,} lines; at most {MOST_LINES} are added at once."
            raise RuleViolation("text", reason)
        return self.several(len(lines), chain(*(self._one_of(*each).edit for each in lines)))

    def several(self, count: int, edit: Edit) -> Made:
        """So many rows in one step."""
        words = f"{count:,} {self.noun}s"
        return Made(f"Add {words}", edit, f"Added {words}")

    def follow(self, delta: Delta) -> None:
        """Take over what lines are read among."""

    def _one_of(self, number: int, typed: str) -> Made:
        try:
            return self.made(typed)
        except RuleViolation as refusal:
            reason = f"Line {number:,}, “{shortened(typed.strip())}”: {refusal.reason}"
            raise RuleViolation(refusal.field, reason) from None
