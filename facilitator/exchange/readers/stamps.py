"""Finds the time that a piece of somebody's text begins with, however it is written.

Unlike the entry line, which may ask at once, a document is read as it stands: what it leaves open
(zone, day, which number is the month) stays open in the stamp and is asked for the whole source.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.day_words import MONTHS, WEEKDAYS
from facilitator.domain.days import FIRST_YEAR, LAST_YEAR, day_or_none, month_number
from facilitator.domain.typed_zones import scan_zone
from facilitator.domain.words import Precision
from facilitator.exchange.readers.found import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MONTH = "|".join(f"{name}|{name[:4]}|{name[:3]}" for name in MONTHS)
_WEEKDAY = "|".join(f"{name}|{name[:4]}|{name[:3]}" for name in WEEKDAYS)
_LEAD = rf"(?:on\s+)?(?:(?:{_WEEKDAY})\.?,?\s+)?(?:the\s+)?"
_ISO = re.compile(
    r"(?<![\w.-])([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])(?!\.\d)", re.IGNORECASE
)
_DAY_MONTH = re.compile(
    rf"{_LEAD}(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–—]\s?\d{{1,2}}(?:st|nd|rd|th)?)?\.?"
    rf"[\s-](?:of\s+)?({_MONTH})(?![a-z])\.?"
    rf"(?:,?[\s-]+([12]\d{{3}}|['’]\d\d)(?!\d|:\d))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"{_LEAD}\b({_MONTH})(?![a-z])\.?[\s-](?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d)"
    rf"(?:\s?(?:[-–—]|to\b|until\b)\s?(?:(?:{_MONTH})\.?\s)?\d{{1,2}}(?:st|nd|rd|th)?"
    rf"(?=,?\s+[12]\d{{3}}(?!\d|:\d)))?"
    rf"(?:,?[\s-]+([12]\d{{3}}|['’]\d\d)(?!\d|:\d))?",
    re.IGNORECASE,
)
_DAY_SLASH_MONTH = re.compile(
    rf"(?<![\w/])(\d{{1,2}})/({_MONTH})/([12]\d{{3}})(?![\w/])(?!:\d)", re.IGNORECASE
)
_YEAR_MONTH_DAY = re.compile(
    rf"(?<![\w.-])([12]\d{{3}})([-/ ])({_MONTH})[.,]?\2(\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:\s?[-–—]\s?\d{{1,2}}(?:st|nd|rd|th)?)?(?![\w-])(?!:\d)",
    re.IGNORECASE,
)
"""``2026-MAR-04``, ``2026 March 4``, ``2026 March 4-8th``."""
_YEAR_LAST = re.compile(r"\s+([12]\d{3})(?=[\s*_`)\]]*(?:$|[:–—|]|-\s))")
"""Where ``date`` writes the year: ``Wed Mar  4 14:03:00 UTC 2026``."""
_WEEKDAY_AFTER = re.compile(
    rf",?\s*\((?:{_WEEKDAY})\.?\)|,\s+(?:{'|'.join(WEEKDAYS)})(?!\w)", re.IGNORECASE
)
_WEEKDAY_INSIDE = re.compile(rf"\s*\(({_WEEKDAY})\.?\)", re.IGNORECASE)
_WEEKDAY_ALONE = re.compile(
    rf"(?:on\s+)?\b({_WEEKDAY})\b\.?,?\s+(?:at\s+)?(?=~?\d{{1,2}}(?::\d\d|\s?[ap]\.?m\b))",
    re.IGNORECASE,
)
_WEEKDAY_NAMED = re.compile(rf"({'|'.join(WEEKDAYS)})(?![\w'’])", re.IGNORECASE)
_NEXT_DAY = re.compile(r"(?:on\s+)?(?:the\s+)?(?:next|following)\s+day\b", re.IGNORECASE)
_SHORT = re.compile(r"(?<![\w/.-])(\d{1,2})([/-])(\d{1,2})[T,]?\s*(?=~?\d{1,2}:\d\d)")
_SLASHED = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])(?!\.\d)")
_ABOUT = re.compile(
    r"(?:~|≈|(?:at\s+)?(?:about|around|circa|ca\.?|c\.|approx(?:imately|\.)?|roughly|after|before)"
    r"(?=[\s\d~]))\s*",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"[T/](?=\d)|(?:,|\s+at(?=\s)|\s*[-–—|@](?=\s))?\s*(?:(?:at|from)\s+)?", re.IGNORECASE
)
_COLON_JOINS = re.compile(r":\s+(?=\d{1,2}(?::\d\d|\s?[ap]\.?m\b))", re.IGNORECASE)
"""``February 15, 2024: 7:56am``; what is no plain clock is no time there."""
_CLOCK = re.compile(
    r"([01]?\d|2[0-9])[:hH.]([0-5]\d|[xX?]{2}|[0-5][xX?])(?::([0-5]\d|60|[xX?]{2})(?:[.,](\d{1,9}))?)?"
    r"(?!:?\d)(?!\.\d)"
)
_COLON = re.compile(
    r"([01]?\d|2[0-9]):([0-5]\d|[xX?]{2}|[0-5][xX?])(?::([0-5]\d|60|[xX?]{2})(?:[.,](\d{1,9}))?)?(?!:?\d)"
)
_HALF = re.compile(r"\s?([ap])\.?\s?m\b\.?|([ap])(?!\w)", re.IGNORECASE)
_NAMES_HALF = re.compile(r"\d\s?([ap])(?:\.?\s?m\b|\b)", re.IGNORECASE)
_BARE_HOUR = re.compile(r"(\d{1,2})\s?([ap])\.?m\b\.?", re.IGNORECASE)
_COMPACT = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?:\s?(?=[hH]\b|UTC|Z\b|GMT))")
_DIGITS = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?!\d|[:./%-]\S)")
_BRACKETED_ZONE = re.compile(r"\s*\(([A-Za-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?)\)")
_ZONE_AND_COLON = re.compile(r"(\s*[A-Za-z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?):(?!\d)")
_TO = re.compile(r"\s*(?:[-–—]|\bto\b|\buntil\b|\btill\b|→|[-=]>)\s*(?=[~\d])", re.IGNORECASE)
_OF_DAY = re.compile(
    r"\s*([(\[])\s*(?:on\s+)?|,?\s+on\s+(?=\S)|,?\s+(?=[12]\d{3}-\d\d-\d\d(?!\w))|,\s+(?=[a-z]{3,9}\.?\s\d|\d{1,2}(?:st|nd|rd|th)?\s[a-z])",
    re.IGNORECASE,
)
_WEEKDAY_OF_DAY = re.compile(
    rf"\s+(?=(?:(?:{_WEEKDAY})\.?,?\s+)?(?:(?:{_MONTH})\.?\s+\d|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\b)"
    rf"[^:\n]{{0,24}}?(?::|\s[-–—]\s))",
    re.IGNORECASE,
)
"""``12:45 PM PST Saturday Oct 30th: ...``: a colon or a dash must end such a day."""
_ENDED = re.compile(r"\s*:|\s+[-–—]\s")
_LEAP = 2024
"""Without a year, 29 February may be meant."""
_MIDNIGHT = 24
_NOON = 12
_LATE = 30
"""The last hour that somebody may write for the night after: 25:30 is half past one."""
_YOUNG = 70
"""Years of two digits below this are of this century."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_USUAL = len("1700000000.123456")
"""Seconds of our time with six decimals: a float holds all of them, and is quicker."""
_SIGHT = 1_000
"""Characters of a title, a name or a field that are searched for days."""
_SECONDS_DIGITS = 11
"""Digits of the longest epoch in seconds."""


class Scanned(NamedTuple):
    """A stamp, the end of a span if one is said, and where the text goes on."""

    stamp: Stamp
    end: Stamp | None
    stop: int


class _Day(NamedTuple):
    day: date | None = None
    slashed: tuple[int, int, int] | None = None
    yearless: tuple[int, int] | None = None
    weekday: int | None = None
    next_day: bool = False


def scan_stamp(text: str, position: int = 0, *, loose: bool = False) -> Scanned | None:
    """The time at ``position`` of one line, or None if none begins there.

    ``loose`` takes ``7.30`` for a time too, as in a column of times. A day alone is none: see
    ``scan_day``.
    """
    first = _scan_one(text, position, loose=loose)
    if first is None:
        return None
    stamp, stop = first
    joined = _TO.match(text, stop)
    second = _scan_one(text, joined.end(), loose=loose) if joined else None
    if second is None:
        return Scanned(stamp, None, stop)
    end, last = second
    stamp = _same_half(stamp, end)
    if not stamp.zone and end.zone:
        stamp = stamp._replace(zone=end.zone)
    elif stamp.zone and not end.zone:
        end = end._replace(zone=stamp.zone)
    return Scanned(stamp._replace(raw=text[position:last].strip()), end, last)


def scan_day(text: str, position: int = 0) -> tuple[Stamp, int] | None:
    """A day at ``position``, as a stamp without a clock, and where it ends; or None."""
    found = _scan_day(text, position)
    if found is None:
        return None
    day, stop = found
    raw = text[position:stop]
    return Stamp(raw, None, day.day, None, "", 0, Precision.EXACT, *day[1:]), stop


def days_in(text: str) -> Iterator[Stamp]:
    """Every day that a text names, in order; of a long text, those at its beginning."""
    text, position = text[:_SIGHT], 0
    while position < len(text):
        starts = (each.search(text, position) for each in _DAYS)
        first = min((each.start() for each in starts if each), default=None)
        if first is None:
            return
        found = scan_day(text, first)
        if found is None:
            position = first + 1
            continue
        yield found[0]
        position = found[1]


def instant(seconds: float | str) -> datetime | None:
    """The instant of an epoch in seconds, milli-, micro- or nanoseconds; None if it is none.

    A string keeps all its digits: a float of nanoseconds would not.
    """
    try:
        if isinstance(seconds, str) and len(seconds) == _USUAL and seconds[-7] == ".":
            at = datetime.fromtimestamp(float(seconds), UTC)
        else:
            at = _EPOCH + timedelta(microseconds=_micro(str(seconds)))
    except (ValueError, OverflowError, OSError):
        return None
    return at if FIRST_YEAR < at.year <= LAST_YEAR else None


def instants_of(seconds: Iterable[float]) -> Iterator[datetime]:
    """Those of very many epochs in seconds, all of them between the earliest and the latest."""
    return map(datetime.fromtimestamp, seconds, repeat(UTC))


def _micro(text: str) -> int:
    whole, _, part = text.partition(".")
    number, digits = int(whole), len(whole.lstrip("-"))
    if digits > _SECONDS_DIGITS:
        return int(number * 1_000_000 // 10 ** (3 * ((digits - 9) // 3)))
    return number * 1_000_000 + (int(part[:6].ljust(6, "0")) if part else 0)


def stated(text: str) -> Stamp:
    """The stamp of a field that holds a time and nothing else, e.g. ISO 8601 with nanoseconds."""
    found = _from_iso(text)
    if found is not None:
        return Stamp(text, at=found)
    scanned = scan_stamp(text.strip(), loose=True)
    if scanned is None or text.strip()[scanned.stop :].strip():
        return Stamp(text, precision=Precision.UNKNOWN)
    return scanned.stamp


_PRECISE = re.compile(
    r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)", re.IGNORECASE
)


def _from_iso(text: str) -> datetime | None:
    """An instant with its offset; what is finer than a microsecond is cut off."""
    match = _PRECISE.fullmatch(text.strip())
    if match is None:
        return None
    zone = "+00:00" if match[3] in "zZ" else match[3]
    try:
        at = datetime.fromisoformat(f"{match[1]}.{(match[2] or '0')[:6].ljust(6, '0')}{zone}")
        return at.astimezone(UTC) if FIRST_YEAR < at.year <= LAST_YEAR else None
    except (ValueError, OverflowError):
        return None


def _scan_one(text: str, position: int, *, loose: bool) -> tuple[Stamp, int] | None:
    about, start = _about(text, position)
    day, after = _scan_day(text, start) or (_Day(), start)
    if after > start:
        joined = _COLON_JOINS.match(text, after) or _JOIN.match(text, after)
        again, after = _about(text, joined.end() if joined else after)
        about = about or again
    dated = after > start
    clock = _scan_clock(text, after, loose=loose or dated) or (
        _four(text, after) if dated else None
    )
    if clock is None:
        return None
    at, shift, rough, stop = clock
    zone, stop = _zone(text, stop)
    if text[stop : stop + 1] == "~":
        rough, stop = True, stop + 1
    elif not zone and text[stop : stop + 1].isalnum():
        return None
    late = _day_after(text, stop)
    if late and not dated:
        day, stop = late
    elif late and late[0].weekday is not None:
        stop = late[1]
    if day.yearless and (year := _YEAR_LAST.match(text, stop)):
        day, stop = _in_year(day.yearless, int(year[1])) or day, year.end()
    precision = Precision.ABOUT if about or rough else Precision.EXACT
    stamp = Stamp(text[position:stop].strip(), None, day.day, at, zone, shift, precision, *day[1:])
    return stamp, stop


def _same_half(stamp: Stamp, end: Stamp) -> Stamp:
    """The beginning of a span like ``9:30 – 10:15 PM``, where only the end says the half."""
    half = _NAMES_HALF.search(end.raw)
    if half is None or _NAMES_HALF.search(stamp.raw) or half[1] not in "pP":
        return stamp
    assert stamp.clock is not None  # noqa: S101 - both begin with a clock
    assert end.clock is not None  # noqa: S101
    late = stamp.clock.hour + _NOON
    if late >= _MIDNIGHT or stamp.clock.replace(hour=late) > end.clock:
        return stamp
    return stamp._replace(clock=stamp.clock.replace(hour=late))


def _day_after(text: str, position: int) -> tuple[_Day, int] | None:
    """A day said after its clock: ``22:10 UTC (Oct 8)``, ``11:42 on 6 June``, ``15:00 (Sat)``.

    A weekday may stand there alone: ``9:00 AM on Friday``.
    """
    if match := _WEEKDAY_INSIDE.match(text, position):
        return _Day(weekday=_weekday(match[1])), match.end()
    opened = _OF_DAY.match(text, position)
    if opened is None and (apart := _WEEKDAY_OF_DAY.match(text, position)):
        found = _scan_day(text, apart.end())
        return found if found and _ENDED.match(text, found[1]) else None
    found = _scan_day(text, opened.end()) if opened else None
    if opened and not found and not opened[1]:
        named = _WEEKDAY_NAMED.match(text, opened.end())
        return (_Day(weekday=_weekday(named[1])), named.end()) if named else None
    if opened is None or found is None or not opened[1]:
        return found
    closed = re.compile(r"\s*[)\]]").match(text, found[1])
    return (found[0], closed.end()) if closed else None


def _about(text: str, position: int) -> tuple[bool, int]:
    match = _ABOUT.match(text, position)
    return (True, match.end()) if match else (False, position)


def _scan_day(text: str, position: int) -> tuple[_Day, int] | None:
    """A day and where it ends, past its weekday; one that the calendar does not have is none."""
    found = _scan_bare_day(text, position)
    if found and (weekday := _WEEKDAY_AFTER.match(text, found[1])):
        return found[0], weekday.end()
    return found


def _scan_bare_day(text: str, position: int) -> tuple[_Day, int] | None:
    if match := _ISO.match(text, position):
        return _real(int(match[1]), int(match[3]), int(match[4]), match.end())
    if match := _DAY_MONTH.match(text, position) or _DAY_SLASH_MONTH.match(text, position):
        return _named(match[3], match[2], match[1], match.end())
    if match := _MONTH_DAY.match(text, position):
        return _named(match[3], match[1], match[2], match.end())
    if match := _YEAR_MONTH_DAY.match(text, position):
        return _named(match[1], match[3], match[4], match.end())
    if match := _SLASHED.match(text, position):
        return _numbers(int(match[1]), int(match[3]), match[4], match.end())
    return _scan_relative(text, position)


def _scan_relative(text: str, position: int) -> tuple[_Day, int] | None:
    """A day that only what stands before it tells: a weekday before a clock, or the next one."""
    if match := _WEEKDAY_ALONE.match(text, position):
        return _Day(weekday=_weekday(match[1])), match.end()
    if match := _NEXT_DAY.match(text, position):
        return _Day(next_day=True), match.end()
    return None


def _weekday(name: str) -> int:
    """Its number; 0 is Monday."""
    short = name[:3].casefold()
    return next(n for n, each in enumerate(WEEKDAYS) if each.casefold().startswith(short))


def scan_short(
    text: str, position: int, *, day_first: bool | None = None
) -> tuple[Stamp, int] | None:
    """A day in two numbers before a clock, without a year: ``3/25 17:10``.

    Which number is the month is certain only if the other cannot be one, or if ``day_first`` says
    what other days of the source show; else it stays open, with 0 for the year.
    """
    match = _SHORT.match(text, position)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    as_day_first, as_month_first = _valid(_LEAP, second, first), _valid(_LEAP, first, second)
    stamp = Stamp(match[0].rstrip(" ,T"))
    if as_day_first and as_month_first and first != second and day_first is None:
        return stamp._replace(slashed=(first, second, 0)), match.end()
    found = as_month_first if day_first is False else as_day_first or as_month_first
    if found is None:
        return None
    return stamp._replace(yearless=(found.month, found.day)), match.end()


def day_first_shown(text: str) -> bool | None:
    """What the days in numbers of a text show of their order, if they show one."""
    found = (match for pattern in (_SHORT, _SLASHED) for match in pattern.finditer(text))
    shown = {
        as_day_first is not None
        for match in found
        # With dots, it may be the number of a version.
        if match[2] != "."
        if ((as_day_first := _valid(_LEAP, int(match[3]), int(match[1]))) is None)
        != (_valid(_LEAP, int(match[1]), int(match[3])) is None)
    }
    return shown.pop() if len(shown) == 1 else None


def in_order(stamp: Stamp, *, day_first: bool | None) -> Stamp:
    """The stamp with its day in numbers, if it is known which of them is the month."""
    if stamp.slashed is None or not stamp.slashed[2] or day_first is None:
        return stamp
    first, second, year = stamp.slashed
    month, day = (second, first) if day_first else (first, second)
    return stamp._replace(day=date(year, month, day), slashed=None)


def minute_of_day(clock: time) -> int:
    """How many minutes after midnight it is."""
    return clock.hour * 60 + clock.minute


_DAYS = (_ISO, _DAY_MONTH, _DAY_SLASH_MONTH, _YEAR_MONTH_DAY, _MONTH_DAY, _SLASHED)


def _named(year: str | None, month: str, day: str, stop: int) -> tuple[_Day, int] | None:
    number = month_number(month)
    if year:
        # “5 November ’24”
        full = int(year) if year.isdigit() else _century(int(year[1:]))
        return _real(full, number, int(day), stop)
    found = _real(_LEAP, number, int(day), stop)
    return None if found is None else (_Day(yearless=(number, int(day))), stop)


def _in_year(yearless: tuple[int, int], year: int) -> _Day | None:
    found = _valid(year, *yearless)
    return None if found is None else _Day(found)


def _numbers(first: int, second: int, year: str, stop: int) -> tuple[_Day, int] | None:
    """A day in numbers; which is the month is certain only if the other cannot be one."""
    full = int(year)
    if len(year) == 2:  # noqa: PLR2004 - a year of two digits
        full = _century(full)
    as_day_first, as_month_first = _valid(full, second, first), _valid(full, first, second)
    if as_day_first and as_month_first and first != second:
        return _Day(slashed=(first, second, full)), stop
    found = as_day_first or as_month_first
    return None if found is None else (_Day(found), stop)


def _century(year: int) -> int:
    return year + (2000 if year < _YOUNG else 1900)


def _real(year: int, month: int, day: int, stop: int) -> tuple[_Day, int] | None:
    found = _valid(year, month, day)
    return None if found is None else (_Day(found), stop)


def _valid(year: int, month: int, day: int) -> date | None:
    return day_or_none(year, month, day) if FIRST_YEAR < year <= LAST_YEAR else None


def _scan_clock(text: str, position: int, *, loose: bool) -> tuple[time, int, bool, int] | None:
    """A clock time, the days it is later, whether it is rough, and where it ends."""
    match = (_CLOCK if loose else _COLON).match(text, position)
    if match is None:
        return _bare(text, position)
    minute, second = match[2], match[3] or "0"
    rough = not minute.isdigit() or not second.isdigit()
    hour, stop = int(match[1]), match.end()
    half = _HALF.match(text, stop)
    if half:
        stop = half.end()
        if hour <= _NOON:
            hour = hour % _NOON + (_NOON if (half[1] or half[2]) in "pP" else 0)
    if not half and match[0][len(match[1])] == "." and len(match[1] + match[2]) < len("730"):
        return None
    shift, hour = divmod(hour, _MIDNIGHT) if hour <= _LATE else (0, -1)
    if hour < 0:
        return None
    minutes = int(minute.lower().replace("x", "0").replace("?", "0"))
    seconds = min(59, int(second)) if second.isdigit() else 0
    micro = int((match[4] or "").ljust(6, "0")[:6])
    return time(hour, minutes, seconds, micro), shift, rough, stop


def _bare(text: str, position: int) -> tuple[time, int, bool, int] | None:
    if match := _BARE_HOUR.match(text, position):
        hour = int(match[1])
        if not 1 <= hour <= _NOON:
            return None
        return time(hour % _NOON + (_NOON if match[2] in "pP" else 0)), 0, False, match.end()
    if match := _COMPACT.match(text, position):
        stop = match.end() + (text[match.end() : match.end() + 1] in {"h", "H"})
        return time(int(match[1]), int(match[2])), 0, False, stop
    return None


def _four(text: str, position: int) -> tuple[time, int, bool, int] | None:
    """Four digits after a day are a clock: ``2026-03-04 1600``."""
    match = _DIGITS.match(text, position)
    return (time(int(match[1]), int(match[2])), 0, False, match.end()) if match else None


def _zone(text: str, position: int) -> tuple[str, int]:
    """The zone after a clock, also in brackets, and where it ends."""
    if match := _BRACKETED_ZONE.match(text, position):
        found = scan_zone(f" {match[1]}", 0)
        if found and found[1] == len(match[1]) + 1:
            return found[0], match.end()
    if match := _ZONE_AND_COLON.match(text, position):
        found = scan_zone(match[1], 0)
        if found and found[1] == len(match[1]):
            return found[0], position + found[1]
    found = scan_zone(text, position, minus="T" in text[max(0, position - 16) : position])
    return found or ("", position)
