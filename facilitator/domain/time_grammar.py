"""Finds the time that a piece of text begins with; see ``times`` for the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from facilitator.domain.days import nearest_such, scan_date
from facilitator.domain.rules import RuleViolation
from facilitator.domain.typed_zones import scan_zone

if TYPE_CHECKING:
    from facilitator.domain.time_values import TimeContext


@dataclass(frozen=True, slots=True)
class Wall:
    """A clock time as scanned: on ``day``, or ``shift`` days from today, or on the carried day."""

    clock: time
    day: date | None = None
    shift: int | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A time found in a text: a clock time, a span from the reference, or neither for now."""

    start: int
    end: int
    typed: str
    wall: Wall | None = None
    span: timedelta | None = None


_UNITS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
_UNIT = r"([0-9]{1,6})(days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)"
_SHIFT = re.compile(rf"([+\-−])((?:{_UNIT}){{1,4}})(?![\w:])", re.IGNORECASE)
_PART = re.compile(_UNIT, re.IGNORECASE)
_NOW = re.compile(r"now(?![\w’'\-])", re.IGNORECASE)
_DAY_WORD = re.compile(r"(yesterday|today|tomorrow)(?: +|$)", re.IGNORECASE)
_SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_JOIN = re.compile(r"[Tt](?=[0-9])|,? +(?:at +)?")
_COLON = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,6}))?)?(?![0-9:])")
_COMPACT = re.compile(r"([0-9]{2})([0-9]{2})()()(?![0-9:.,/%]|-[0-9]{1,2}(?![0-9:]))")
_BARE_HOUR = re.compile(r"([0-9]{1,2})()()()(?= ?[ap]\.?m(?!\w))", re.IGNORECASE)
_HALF = re.compile(r" ?([ap])\.?m(?!\w)\.?", re.IGNORECASE)
_DOTTED = re.compile(r"([01]?[0-9]|2[0-3])\.([0-5][0-9])(?![0-9.\w])")
_HOURS, _NOON = 24, 12


def scan_time(
    text: str, position: int, context: TimeContext, *, in_line: bool = False
) -> Token | None:
    """The time that begins at ``position`` of a blanked text, or None if none does.

    ``in_line`` leaves ``-05:00`` after a clock time alone: there it may be the end of a span.
    Raises RuleViolation for what looks like a time and cannot be one.
    """
    if match := _NOW.match(text, position):
        return Token(position, match.end(), match[0])
    if match := _SHIFT.match(text, position):
        return Token(position, match.end(), match[0], span=_span(match[1], match[2]))
    return _scan_wall(text, position, context, in_line=in_line)


def _span(sign: str, parts: str) -> timedelta:
    seconds = sum(int(number) * _UNITS[unit[0].lower()] for number, unit in _PART.findall(parts))
    return timedelta(seconds=seconds if sign == "+" else -seconds)


def _scan_wall(text: str, start: int, context: TimeContext, *, in_line: bool) -> Token | None:
    day, shift, joined, position = _scan_day(text, start, context)
    dated = position > start
    next_day = (day or context.day) + timedelta(days=1)
    scanned = _scan_clock(text, position, next_day)
    if scanned is None:
        _check_clock_follows(text[start:position].strip(), dated=dated)
        return None
    clock, end = scanned
    zone = scan_zone(text, end, minus=joined or not in_line)
    if zone is None and text[end : end + 1].isalnum():
        return None
    name, end = zone or ("", end)
    return Token(start, end, text[start:end], Wall(clock, day, shift, name))


def _scan_day(
    text: str, position: int, context: TimeContext
) -> tuple[date | None, int | None, bool, int]:
    """Day, or days from today, whether a T joins it to the clock, and where the clock begins."""
    if match := _DAY_WORD.match(text, position):
        return None, _SHIFTS[match[1].lower()], False, match.end()
    found = scan_date(text, position, lambda month, day: nearest_such(context.day, month, day))
    if found is None:
        return None, None, False, position
    day, end = found
    join = _JOIN.match(text, end)
    joined = join is not None and join[0] in "Tt"
    return day, None, joined, join.end() if join else end


def _check_clock_follows(day: str, *, dated: bool) -> None:
    if dated:
        raise RuleViolation("time", f"Say the time of day too: {day} 14:03.")


def _scan_clock(text: str, position: int, next_day: date) -> tuple[time, int] | None:
    if match := _DOTTED.match(text, position):
        raise RuleViolation(
            "time", f"“{match[0]}” could be a time or a day. Write {match[1]}:{match[2]}."
        )
    match = (
        _COLON.match(text, position)
        or _BARE_HOUR.match(text, position)
        or _COMPACT.match(text, position)
    )
    if match is None:
        return None
    hour, minute, second = (int(each or 0) for each in match.groups()[:3])
    if hour == _HOURS:
        raise RuleViolation(
            "time",
            f"“{match[0]}” is on the next day. Write 00:{minute:02} with its day: "
            f"{next_day} 00:{minute:02}.",
        )
    half, end = _HALF.match(text, match.end()), match.end()
    if half is not None:
        end = half.end()
        hour = _of_half_day(hour, half[1].lower(), text[position:end])
    micro = int((match[4] or "").ljust(6, "0"))
    return _real_clock(hour, minute, second, micro, text[position:end]), end


def _of_half_day(hour: int, half: str, typed: str) -> int:
    if not 1 <= hour <= _NOON:
        raise RuleViolation("time", f"“{typed}” is not a time of day. Write 14:03 or 2:03pm.")
    return hour % _NOON + (_NOON if half == "p" else 0)


def _real_clock(hour: int, minute: int, second: int, micro: int, typed: str) -> time:
    try:
        return time(hour, minute, second, micro)
    except ValueError:
        raise RuleViolation(
            "time",
            f"“{typed}” is not a time of day: hours go to 23, minutes and seconds to 59.",
        ) from None
