"""Reads back what a tracker says of a review's actions: looked at first, then one edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.edits.handover import (
    Change,
    HandedBack,
    PassedOver,
    passed_over,
    take_back,
    what_changes,
)
from facilitator.exchange.handover import is_handover, names_ours, read_handover
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from datetime import date

    from facilitator.app.reading import Source
    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review

LABEL = "Read back from the tracker"
"""What the edit is called."""
_JSON, _TABLES = ".json", frozenset({".csv", ".tsv"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a file would change in a review, what it would not, and the edit that does it."""

    edit: Edit
    changes: tuple[Change, ...]
    passed: tuple[PassedOver, ...]


def is_handed_back(source: Source) -> bool:
    """Whether the file is a tracker's: a table, or JSON that is a list of issues."""
    suffix = source.path.suffix.casefold()
    return suffix in _TABLES or (suffix == _JSON and is_handover(source.data))


def is_ours_handed_back(source: Source) -> bool:
    """Whether the file names actions of ours, by id or mark: then it is a tracker's for certain."""
    return is_handed_back(source) and names_ours(source.data)


def read(source: Source) -> tuple[HandedBack, ...]:
    """The rows of a file that are ours; Refused, naming file and place, if it cannot be read."""
    data = source.data
    try:
        return read_handover(data, "json" if source.path.suffix.casefold() == _JSON else "csv")
    except Refused as problem:
        raise Refused("", f"{source.path}: {problem}") from None


def outcome(review: Review, handed: tuple[HandedBack, ...], today: date) -> Outcome:
    """What these rows would do to a review; RuleViolation if its rules say no to one of them."""
    edit = take_back(handed, today)
    return Outcome(edit, what_changes(review, edit(review)), passed_over(handed, review))
