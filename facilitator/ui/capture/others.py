"""Take lines that are factors, findings, actions and ideas to park."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.coach.hinting import with_hint
from facilitator.domain import tree
from facilitator.domain.action_line import action as action_of
from facilitator.domain.action_line import read
from facilitator.domain.edits import chain
from facilitator.domain.edits.actions import add_action
from facilitator.domain.edits.close import park
from facilitator.domain.edits.factors import add_factor
from facilitator.domain.edits.findings import FOCUS_LIMIT, add_finding
from facilitator.domain.records import Factor, Finding, ParkedIdea
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line, shortened
from facilitator.domain.words import FactorKind, Family
from facilitator.ui.actions.reading import HELP, reading_of
from facilitator.ui.actions.wording import people_known
from facilitator.ui.capture.taker import Made, Taker
from facilitator.ui.factors.wording import factor_words, family_word
from facilitator.ui.preview import Part, Reading
from facilitator.ui.theme import tokens

if TYPE_CHECKING:
    from facilitator.domain.action_line import ActionLine
    from facilitator.domain.records import Review
    from facilitator.ui.actions.late_hint import LateHint
    from facilitator.ui.desk import Desk

_FAMILY = re.compile(r"\s*(\w+):\s+")
_FAMILIES = "A family may come first: design, safeguard, observability, assumption or pressure:"


def family_in(typed: str) -> tuple[Family | None, str]:
    """The family whose short word stands first, like ``safeguard: ``, and the words behind it."""
    match = _FAMILY.match(typed)
    for family in Family if match else ():
        short = str(tokens()["family"][family.value]["short"])
        if match and match[1].casefold() == short.casefold():
            return family, typed[match.end() :]
    return None, typed


class FactorTaker(Taker):
    """Puts a factor behind the one that is current on the tree, else behind the effect."""

    noun, name = "factor", "Write down a factor: what made it possible"
    example = "what made it possible"

    def reading(self, typed: str) -> Reading:
        """Its family if it is said, and what it stands behind."""
        family, text = family_in(typed)
        if not text.strip():
            return Reading(quiet=f"Goes {self._behind()}. {_FAMILIES}")
        parts = [Part(self._behind())]
        if family is not None:
            parts.insert(0, Part(family_word(family), sign=("family", family.value)))
        return Reading("Adds a factor", tuple(parts))

    def made(self, typed: str) -> Made:
        """The factor; an empty tree gets its effect first."""
        family, text = family_in(typed)
        words = _needed(text, "Say what made it possible.")
        parent = self._parent()
        edits = []
        if parent is None:
            effect = Factor(id=self.desk.new_id(), parent=None, kind=FactorKind.EFFECT)
            edits.append(add_factor(effect))
            parent = effect
        new = Factor(id=self.desk.new_id(), parent=parent.id, text=words, family=family)
        return Made("Add factor", chain(*edits, add_factor(new)), f"Added {self._behind()}")

    def _parent(self) -> Factor | None:
        factors = self.desk.review.factors
        selected = self.desk.host.selected()
        current = next((each for each in factors if each.id == selected), None)
        return current or tree.root(factors)

    def _behind(self) -> str:
        parent = self._parent()
        if parent is None or parent.parent is None:
            return "behind the effect"
        words = self.desk.shown(factor_words(parent, self.desk.review))
        return f"behind “{shortened(words)}”"


class FindingTaker(Taker):
    """Puts a finding into focus while there is room."""

    noun, name = "finding", "Write down a finding: what was found"
    example = "what was found"

    def reading(self, typed: str) -> Reading:
        """Its number, or that five are in focus."""
        if not typed.strip():
            return Reading(quiet="One sentence that others can learn from.")
        count = _in_focus(self.desk.review)
        if count < FOCUS_LIMIT:
            return Reading(f"Adds finding {count + 1}", (Part("in focus"),))
        return Reading("Adds a finding", (Part("not in focus: five are"),))

    def made(self, typed: str) -> Made:
        """The finding; whether there is room is seen when it is added."""
        new_id, words = self.desk.new_id(), _needed(typed, "Say what was found.")

        def edit(review: Review) -> Review:
            room = _in_focus(review) < FOCUS_LIMIT
            return add_finding(Finding(id=new_id, text=words, focus=room))(review)

        count = _in_focus(self.desk.review)
        room = count < FOCUS_LIMIT
        told = f"Added as finding {count + 1}, in focus" if room else "Added below the focus set"
        return Made("Add finding", edit, told)


class ActionTaker(Taker):
    """Reads as the entry line of the actions does."""

    noun, name = "action", "Write down an action: what will be changed"
    example = "what will exist once it is done"

    def __init__(self, desk: Desk, late: LateHint) -> None:
        super().__init__(desk)
        self._late = late

    def line(self, typed: str) -> ActionLine:
        """What is understood of a line."""
        return read(typed, self.desk.today(), people_known(self.desk.review))

    def reading(self, typed: str) -> Reading:
        """How lasting it is, owner, priority, day and place."""
        if not typed.strip():
            return Reading(quiet=HELP)
        line = self.line(typed)
        found = reading_of(line, self._late.on(line.text))
        # There is one line: what was not understood comes before what was.
        parts = (*(each for each in found.below if each.noted), *found.parts)
        return Reading(f"{found.lead} action {self._number}", parts) if found.lead else found

    def made(self, typed: str) -> Made:
        """The action."""
        new = action_of(self.line(typed), self.desk.new_id(), self.desk.today())
        return Made("Add action", add_action(with_hint(new)), f"Added as action {self._number}")

    @property
    def _number(self) -> int:
        return len(self.desk.review.actions) + 1


class ParkTaker(Taker):
    """Puts an idea into the parking lot."""

    noun, name = "parked idea", "Write down an idea to park"
    example = "what should not be forgotten"

    def reading(self, typed: str) -> Reading:
        """Where it goes."""
        if not typed.strip():
            return Reading(quiet="What should not be forgotten, and is not for now.")
        return Reading("Adds to the parking lot")

    def made(self, typed: str) -> Made:
        """The idea."""
        words = _needed(typed, "Say what to park.")
        return Made("Park an idea", park(ParkedIdea(id=self.desk.new_id(), text=words)), "Parked")


def _in_focus(review: Review) -> int:
    return sum(each.focus for each in review.findings)


def _needed(typed: str, sentence: str) -> str:
    words = clean_line(typed)
    if not words:
        raise RuleViolation("text", sentence)
    return words
