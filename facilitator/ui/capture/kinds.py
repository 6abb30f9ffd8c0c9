"""What can be written down, and how the beginning of a line says it."""

from __future__ import annotations

from enum import Enum

from facilitator.domain.phase import Phase


class Kind(Enum):
    """What a line becomes; ``letter`` and a space before it say so."""

    EVENT = ("e", "Event", "event")
    FACTOR = ("f", "Factor", "factor")
    FINDING = ("n", "Finding", "finding")
    ACTION = ("a", "Action", "action")
    PARK = ("p", "Park", "idea to park")

    def __init__(self, letter: str, word: str, noun: str) -> None:
        self.letter, self.word, self.noun = letter, word, noun

    @property
    def command(self) -> str:
        """The command that begins such a line."""
        return f"capture.{self.name.lower()}"


USUAL = {
    Phase.TIMELINE: Kind.EVENT,
    Phase.FACTORS: Kind.FACTOR,
    Phase.FINDINGS: Kind.FINDING,
    Phase.ACTIONS: Kind.ACTION,
}
"""What a line without a prefix becomes; in the other phases it is parked."""


def usual(phase: Phase) -> Kind:
    """What a line without a prefix becomes in a phase."""
    return USUAL.get(phase, Kind.PARK)


def prefixed(text: str) -> tuple[Kind, str] | None:
    """The kind that a prefix like ``e `` says, and the text behind it."""
    for kind in Kind:
        if text[:2].lower() == f"{kind.letter} ":
            return kind, text[2:]
    return None
