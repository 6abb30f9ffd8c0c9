"""The six phases of a meeting, in order, with the question each asks."""

from __future__ import annotations

from enum import Enum


class Phase(Enum):
    """A phase: its word on the rail and its question on the page."""

    BRIEF = ("Brief", "What happened?")
    TIMELINE = ("Timeline", "What happened, and when?")
    FACTORS = ("Factors", "What made it possible?")
    FINDINGS = ("Findings", "What matters most?")
    ACTIONS = ("Actions", "What will we change?")
    CLOSE = ("Close", "Are we ready to close?")

    def __init__(self, word: str, question: str) -> None:
        self.word = word
        self.question = question

    @property
    def key(self) -> str:
        """Its name in files and in the database, e.g. ``timeline``."""
        return self.name.lower()

    @property
    def number(self) -> int:
        """1 to 6, as on the rail and in Ctrl+1 to Ctrl+6."""
        return list(Phase).index(self) + 1


def phase_of(key: str) -> Phase | None:
    """The phase of a key as it stands in files; None if there is none."""
    return next((phase for phase in Phase if phase.key == key), None)
