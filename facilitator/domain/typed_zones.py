"""Time zones as people type them after a time: offsets, IANA names and abbreviations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from facilitator.domain.zones import is_known, zone


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing an abbreviation can stand for: an offset or IANA name, and whose clocks those are.

    ``home`` is the IANA name of a place whose clocks follow the abbreviation in its season.
    """

    place: str
    zone: str
    home: str


_EUROPE, _US = "Europe/Berlin", "America/New_York"
MEANINGS: dict[str, tuple[Meaning, ...]] = {
    "IST": (
        Meaning("India", "+05:30", "Asia/Kolkata"),
        Meaning("Ireland", "+01:00", "Europe/Dublin"),
        Meaning("Israel", "+02:00", "Asia/Jerusalem"),
    ),
    "CST": (
        Meaning("Central America and the US", "-06:00", "America/Chicago"),
        Meaning("China", "+08:00", "Asia/Shanghai"),
        Meaning("Cuba", "-05:00", "America/Havana"),
    ),
    "CDT": (
        Meaning("the central US", "-05:00", "America/Chicago"),
        Meaning("Cuba", "-04:00", "America/Havana"),
    ),
    "BST": (
        Meaning("Britain", "+01:00", "Europe/London"),
        Meaning("Bangladesh", "+06:00", "Asia/Dhaka"),
        Meaning("Bougainville", "+11:00", "Pacific/Bougainville"),
    ),
    "AST": (
        Meaning("the Atlantic coast", "-04:00", "America/Halifax"),
        Meaning("Arabia", "+03:00", "Asia/Riyadh"),
    ),
    "GST": (
        Meaning("the Gulf", "+04:00", "Asia/Dubai"),
        Meaning("South Georgia", "-02:00", "Atlantic/South_Georgia"),
    ),
    "PST": (
        Meaning("the US Pacific coast", "-08:00", "America/Los_Angeles"),
        Meaning("the Philippines", "+08:00", "Asia/Manila"),
    ),
    "EST": (Meaning("the eastern US", "-05:00", _US),),
    "EDT": (Meaning("the eastern US", "-04:00", _US),),
    "MST": (Meaning("the Mountain states", "-07:00", "America/Denver"),),
    "MDT": (Meaning("the Mountain states", "-06:00", "America/Denver"),),
    "PDT": (Meaning("the US Pacific coast", "-07:00", "America/Los_Angeles"),),
    "WET": (Meaning("Portugal", "+00:00", "Europe/Lisbon"),),
    "WEST": (Meaning("Portugal", "+01:00", "Europe/Lisbon"),),
    "CET": (Meaning("Central Europe", "+01:00", _EUROPE),),
    "CEST": (Meaning("Central Europe", "+02:00", _EUROPE),),
    "EET": (Meaning("Eastern Europe", "+02:00", "Europe/Athens"),),
    "EEST": (Meaning("Eastern Europe", "+03:00", "Europe/Athens"),),
    "WAT": (Meaning("West Africa", "+01:00", "Africa/Lagos"),),
    "CAT": (Meaning("Central Africa", "+02:00", "Africa/Maputo"),),
    "SAST": (Meaning("South Africa", "+02:00", "Africa/Johannesburg"),),
    "EAT": (Meaning("East Africa", "+03:00", "Africa/Nairobi"),),
    "MSK": (Meaning("Moscow", "+03:00", "Europe/Moscow"),),
    "JST": (Meaning("Japan", "+09:00", "Asia/Tokyo"),),
    "KST": (Meaning("Korea", "+09:00", "Asia/Seoul"),),
    "SGT": (Meaning("Singapore", "+08:00", "Asia/Singapore"),),
    "HKT": (Meaning("Hong Kong", "+08:00", "Asia/Hong_Kong"),),
    "AEST": (Meaning("eastern Australia", "+10:00", "Australia/Sydney"),),
    "AEDT": (Meaning("eastern Australia", "+11:00", "Australia/Sydney"),),
    "NZST": (Meaning("New Zealand", "+12:00", "Pacific/Auckland"),),
    "NZDT": (Meaning("New Zealand", "+13:00", "Pacific/Auckland"),),
    "ET": (Meaning("the eastern US", _US, _US),),
    "MT": (Meaning("the Mountain states", "America/Denver", "America/Denver"),),
    "PT": (Meaning("the US Pacific coast", "America/Los_Angeles", "America/Los_Angeles"),),
}
"""What zone abbreviations stand for; more than one meaning is never guessed at."""

_HOUR = 60
_AHEAD, _BEHIND = timedelta(hours=14), timedelta(hours=-12)
_OFFSET = re.compile(r"([+\-−])([0-9]{1,2}):?([0-9]{2})?")
_AFTER = r"(?![\w:/+\-])"
_ZULU = re.compile(rf"(?:Z|z){_AFTER}")
_UTC = re.compile(
    r"(?:UTC|GMT|utc|gmt)(?P<offset>[+\-−][0-9]{1,2}(?::?[0-9]{2})?)?(?![\w:/])(?!-\w)"
)
_ATTACHED = re.compile(r"[+\-−][0-9]{2}:?[0-9]{2}(?![\w:])|[+\-−][0-9]{2}(?![\w:.])")
_ATTACHED_PLUS = re.compile(r"\+[0-9]{2}:?[0-9]{2}(?![\w:])|\+[0-9]{2}(?![\w:.])")
_SPACED = re.compile(r"[+\-−][0-9]{2}:[0-9]{2}(?![\w:])")
_ABBREVIATION = re.compile(r"[A-Z]{2,4}(?![\w/\-’'])")
_IANA = re.compile(r"[A-Z][A-Za-z_]{1,30}(?:/[A-Z][A-Za-z0-9_+\-]{1,30}){1,2}(?![\w/])")


def scan_zone(text: str, position: int, *, minus: bool = True) -> tuple[str, int] | None:
    """The zone that follows a time at ``position`` and where it ends, or None.

    Returns ``UTC``, an offset like ``+01:00``, an IANA name, or a known abbreviation as typed.
    ``minus`` False leaves an attached ``-05:00`` alone, for it may be the end of a span.
    """
    if found := _ZULU.match(text, position):
        return "UTC", found.end()
    if found := (_ATTACHED if minus else _ATTACHED_PLUS).match(text, position):
        return _real_offset(found)
    after = position
    while after < len(text) and text[after] == " ":
        after += 1
    if after == position:
        return _utc(text, position)
    return _spaced(text, after)


def _spaced(text: str, position: int) -> tuple[str, int] | None:
    if found := _ZULU.match(text, position):
        return "UTC", found.end()
    if found := _SPACED.match(text, position):
        return _real_offset(found)
    return _utc(text, position) or _abbreviation(text, position) or _iana(text, position)


def _utc(text: str, position: int) -> tuple[str, int] | None:
    found = _UTC.match(text, position)
    if found is None:
        return None
    if not found["offset"]:
        return "UTC", found.end()
    delta = offset(found["offset"])
    if delta is None:
        # As in “14:05 UTC-14:20 UTC”, where a span goes on.
        return "UTC", found.start("offset")
    return offset_text(delta), found.end()


def _real_offset(found: re.Match[str]) -> tuple[str, int] | None:
    delta = offset(found[0])
    return None if delta is None else (offset_text(delta), found.end())


def _abbreviation(text: str, position: int) -> tuple[str, int] | None:
    found = _ABBREVIATION.match(text, position)
    return (found[0], found.end()) if found and found[0] in MEANINGS else None


def _iana(text: str, position: int) -> tuple[str, int] | None:
    found = _IANA.match(text, position)
    return (found[0], found.end()) if found and is_known(found[0]) else None


def offset(text: str) -> timedelta | None:
    """The offset that ``+01:00``, ``-0530`` or ``+1`` says, or None if no clock has it."""
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    minutes = int(match[3] or 0)
    size = timedelta(hours=int(match[2]), minutes=minutes)
    delta = size if match[1] == "+" else -size
    return delta if minutes < _HOUR and _BEHIND <= delta <= _AHEAD else None


def offset_text(delta: timedelta) -> str:
    """``+01:00``, ``-05:30``; seconds, which only very old offsets have, are dropped."""
    minutes = round(abs(delta) / timedelta(minutes=1))
    return f"{'-' if delta < timedelta(0) else '+'}{minutes // _HOUR:02}:{minutes % _HOUR:02}"


def has_clocks(name: str) -> bool:
    """Whether this machine knows a zone of this IANA name, or the name is an offset text."""
    return is_known(name) or offset(name) is not None


def tz(name: str) -> tzinfo:
    """The clocks of an IANA name or of an offset text."""
    if name == "UTC":
        return UTC
    delta = offset(name)
    return zone(name) if delta is None else timezone(delta)


def offset_at(at: datetime, name: str) -> str:
    """The offset of a zone's clocks at an instant, as text."""
    return offset_text(local(at, name).utcoffset() or timedelta(0))


def local(at: datetime, name: str) -> datetime:
    """An instant on the clocks of an IANA name or offset text."""
    return at.astimezone(tz(name))
