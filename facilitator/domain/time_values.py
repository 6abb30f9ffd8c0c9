"""The values that reading a typed time takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeContext:
    """What a typed time is relative to; ``reference`` and ``now`` are aware UTC instants.

    ``zone`` is the review's IANA zone, ``day`` the day carried forward (of the last or selected
    event, in that zone), ``reference`` the instant of that event.
    """

    zone: str
    day: date
    now: datetime
    reference: datetime | None = None


@dataclass(frozen=True, slots=True)
class TypedTime:
    """An instant as it was typed; ``day_moved`` is 1 if a bare clock time became the next day."""

    at: datetime
    typed: str
    zone: str
    day_moved: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: ``typed`` in place of what was typed says it without doubt."""

    label: str
    typed: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """What a person must say before a time is certain."""

    text: str
    choices: tuple[Choice, ...]
