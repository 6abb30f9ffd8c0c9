"""Takes another version of a review into this one: looked at first, then one edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.coach.hinting import rehinted
from facilitator.domain.delta import Delta
from facilitator.domain.records import COLLECTIONS
from facilitator.exchange.differences import Difference, differences, taking
from facilitator.exchange.merge import Skipped, merge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review

LABEL = "Take over from another file"
"""What the edit is called."""
_WORDS = {
    "participants": ("person", "people"),
    "phase_notes": ("private note", "private notes"),
    "parking": ("parked idea", "parked ideas"),
    "addressees": ("addressee", "addressees"),
    "glossary": ("word", "words"),
}


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merge would do: how many rows come in, what is left out, and what reads otherwise."""

    other: Review
    new: dict[str, int]
    skipped: tuple[Skipped, ...]
    differing: tuple[Difference, ...]

    @property
    def brings_nothing(self) -> bool:
        """Whether everything is here already and reads the same."""
        return not (self.new or self.differing)

    def words(self) -> str:
        """How much comes in, e.g. ``3 events and 1 factor are new.``."""
        parts = [_counted(name, count) for name, count in self.new.items()]
        if not parts:
            return "Nothing in it is new here."
        told = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
        return f"{told} {'is' if list(self.new.values()) == [1] else 'are'} new."


def preview(review: Review, other: Review, new_id: Callable[[], str]) -> Merging:
    """Look at what taking over would do; nothing is changed."""
    merged, skipped = merge(review, other, new_id)
    delta = Delta.between(review, merged)
    new = {name: len(delta.rows[name].added) for name in COLLECTIONS if name in delta.rows}
    found = differences(review, other)
    return Merging(other, {name: count for name, count in new.items() if count}, skipped, found)


def edit_of(merging: Merging, chosen: Iterable[Difference], new_id: Callable[[], str]) -> Edit:
    """The one edit: what is new comes in, and theirs is taken where it was chosen."""
    chosen = tuple(chosen)

    def edit(review: Review) -> Review:
        merged, _ = merge(review, merging.other, new_id)
        return rehinted(taking(chosen)(merged))

    return edit


def _counted(name: str, count: int) -> str:
    one, many = _WORDS.get(name, (name[:-1], name))
    return f"{count:,} {one if count == 1 else many}"
