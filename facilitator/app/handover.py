"""Reads back what a tracker says of a review's actions: looked at first, then one edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.app.reading import read_bytes
from facilitator.domain.edits.handover import (
    Change,
    HandedBack,
    PassedOver,
    passed_over,
    take_back,
    what_changes,
)
from facilitator.exchange.handover import is_handover, read_handover
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review

LABEL = "Read back from the tracker"
"""What the edit is called."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a file would change in a review, what it would not, and the edit that does it."""

    edit: Edit
    changes: tuple[Change, ...]
    passed: tuple[PassedOver, ...]


def form_of(path: Path) -> str | None:
    """``csv``, or ``json`` for a list of issues; None if the file is no hand-over."""
    suffix = path.suffix.casefold()
    if suffix in {".csv", ".tsv"}:
        return "csv"
    if suffix != ".json":
        return None
    return "json" if is_handover(_read(path)) else None


def read(path: Path, form: str) -> tuple[HandedBack, ...]:
    """The rows of a file that are ours; Refused, naming file and place, if it cannot be read."""
    try:
        return read_handover(_read(path), form)
    except Refused as problem:
        raise Refused("", f"{path}: {problem}") from None


def outcome(review: Review, handed: tuple[HandedBack, ...], today: date) -> Outcome:
    """What these rows would do to a review; RuleViolation if its rules say no to one of them."""
    edit = take_back(handed, today)
    return Outcome(edit, what_changes(review, edit(review)), passed_over(handed, review))


def _read(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except OSError as problem:
        raise Refused("", f"{path} cannot be read: {problem.strerror or problem}.") from None
