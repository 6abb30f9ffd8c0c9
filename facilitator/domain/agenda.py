"""What a meeting means to do: slots of some minutes each, in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line

if TYPE_CHECKING:
    from facilitator.domain.phase import Phase

MOST_SLOTS = 20
MINUTES = range(1, 241)
WORDS_LIMIT = 60
"""Characters of the name of an agenda, and of a slot's own words."""
ABOUT_LIMIT = 120

Slots = tuple["Slot", ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of the meeting: its phase, and words of its own where the phase's do not say it."""

    phase: Phase
    minutes: int
    words: str = ""

    @property
    def name(self) -> str:
        """What it is called on the screen."""
        return self.words or self.phase.word


@dataclass(frozen=True, slots=True)
class Agenda:
    """Slots under a name; ``about`` says in a few words what it is good for."""

    id: str
    words: str
    slots: Slots
    about: str = ""

    @property
    def minutes(self) -> int:
        """How long it is in all."""
        return sum(slot.minutes for slot in self.slots)


def checked(agenda: Agenda) -> Agenda:
    """The agenda with clean words; RuleViolation if it cannot be.

    The field of a refusal is ``words``, ``about`` or ``slots``, or names a field of one slot:
    ``2.minutes`` is that of the third.
    """
    words = clean_line(agenda.words, "words", WORDS_LIMIT)
    if not words:
        raise RuleViolation("words", "Give the agenda a name.")
    about = clean_line(agenda.about, "about", ABOUT_LIMIT)
    return replace(agenda, words=words, about=about, slots=checked_slots(agenda.slots))


def checked_slots(slots: Slots) -> Slots:
    """The slots with clean words; RuleViolation as above."""
    if not 1 <= len(slots) <= MOST_SLOTS:
        raise RuleViolation("slots", f"An agenda has 1 to {MOST_SLOTS} slots.")
    return tuple(_checked_slot(slot, index) for index, slot in enumerate(slots))


def _checked_slot(slot: Slot, index: int) -> Slot:
    words = clean_line(slot.words, f"{index}.words", WORDS_LIMIT)
    if slot.minutes not in MINUTES:
        reason = f"A slot has {MINUTES.start} to {MINUTES.stop - 1} minutes."
        raise RuleViolation(f"{index}.minutes", reason)
    # Words that only repeat the phase are none.
    return replace(slot, words="" if words == slot.phase.word else words)
