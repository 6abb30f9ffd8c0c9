"""What the Console keeps in mind while a review is open, and nobody writes down."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class ConsoleMemory:
    """Outlives the Console's window: it may be closed, or made anew in another theme.

    ``no_names`` are words that were said to be nobody's name; ``out_of_captures`` says that the
    system was asked to leave the Console out; ``half_typed`` are the words in its lines, by the
    names of these.
    """

    no_names: set[str] = field(default_factory=set)
    out_of_captures: bool = False
    half_typed: dict[str, str] = field(default_factory=dict)
