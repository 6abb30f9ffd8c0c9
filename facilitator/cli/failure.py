"""Why a command ended early: one sentence and an exit status."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the exit status tells a script."""

    DONE = 0
    USAGE = 2
    REFUSED = 3
    LIBRARY = 4


class Failure(Exception):
    """A command could not be carried out; ``sentence`` is told on stderr."""

    def __init__(self, status: Exit, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def refused(sentence: str) -> Failure:
    """Input was refused; says that nothing was changed."""
    return Failure(Exit.REFUSED, f"{sentence} Nothing was changed.")
