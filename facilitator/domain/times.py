"""Reads times as people type them, strictly: what is not certain is asked, never guessed.

A time is one of::

    14:03   14:03:20   1403   9:05   2:03pm   2pm
    yesterday 14:03   today 14:03   tomorrow 14:03
    2026-03-04 14:03   2026-03-04T14:03Z   4 Mar 14:03   4 March 2026 14:03
    +5m   -2m   +1h30m   +90s   +2d        from the reference; a day is 24 hours
    now

A clock time may be followed by a zone: ``UTC``, ``Z``, ``+01:00``, ``UTC+1``, ``Europe/London``,
or an abbreviation like ``CET``. Without a day it stands on the day carried forward, or on the day
after if it would else lie more than 12 hours before the reference; ``TypedTime.day_moved`` says so.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from facilitator.domain.day_words import format_day, format_weekday
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import blanked, shortened
from facilitator.domain.time_grammar import scan_time
from facilitator.domain.time_resolution import resolve
from facilitator.domain.time_values import Choice, Question, TimeContext, TypedTime
from facilitator.domain.typed_zones import local

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.time_grammar import Token

__all__ = [
    "Choice",
    "Question",
    "TimeContext",
    "TypedTime",
    "days_shown",
    "format_day",
    "format_time",
    "format_weekday",
    "local",
    "read_time",
]

WAYS = "14:03, +5m, now or 2026-03-04 14:03"
"""The ways to write a time that a refusal names."""


def read_time(text: str, context: TimeContext) -> TypedTime | Question:
    """The instant that a whole field says; RuleViolation("time", sentence) if it says none."""
    line = blanked(text).strip()
    token = scan_time(line, 0, context)
    if token is None:
        raise RuleViolation("time", f"“{shortened(line)}” is not a time. Write {WAYS}.")
    _check_all_read(line, token)
    return resolve(token, context)


def _check_all_read(line: str, token: Token) -> None:
    """Refuse what is left of a field after its time."""
    rest = shortened(line[token.end :].strip())
    if not rest:
        return
    if token.wall is None or token.wall.zone:
        raise RuleViolation("time", f"“{rest}” after “{token.typed}” is not part of a time.")
    raise RuleViolation(
        "time",
        f"“{rest}” after the time is not a zone. Write UTC, +01:00 or a name like Europe/London.",
    )


def format_time(at: datetime, zone: str) -> str:
    """``14:03``, or ``14:03:20`` if the seconds are known."""
    return f"{at:%H:%M:%S}" if (at := local(at, zone)).second else f"{at:%H:%M}"


def days_shown(instants: Iterable[datetime | None], zone: str) -> tuple[date, ...]:
    """The calendar days that these instants fall on, in order; more than one: show days too."""
    return tuple(sorted({local(at, zone).date() for at in instants if at is not None}))
