"""The time that a line begins with, the end of its span, and the words after both."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.day_words import MONTHS, WEEKDAYS
from facilitator.domain.words import Precision
from facilitator.exchange.readers.document.section_words import moment_of
from facilitator.exchange.readers.elapsed import scan_elapsed
from facilitator.exchange.readers.found import Stamp
from facilitator.exchange.readers.stamps import scan_day, scan_short, scan_stamp

if TYPE_CHECKING:
    from facilitator.exchange.readers.stamps import Scanned

Begun = tuple[Stamp, Stamp | None, str]
"""A time, the end of a span, and the words after both."""
OPENING = re.compile(r"^[\s*_`>\[({|•·–-]*")
_CLOSING = re.compile(r"^(?:[\s\])}*_`:;,.|–—→-]|(?<=[-=])>|=(?=>))*")
_DOUBT = re.compile(
    r"^\((?:[^)]*\b)?(?:maybe|approx\w*|about|not sure|roughly|estimated|ish|unsure)\b[^)]*\)?"
)
_HIDDEN = re.compile(
    r"(?:[0-2][xX?]|[xX?]{2}|--|HH):(?:[xX?0-9]{2}|--|mm)(?=\W|$)"
    r"|(?:\?{1,3}|unknown(?: date| time)?|n/a|tbc|tbd)(?=\s*(?:$|\||[\])`*]|[-–—:]\s))",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:(?P<about>by|around|about)|at|from|since|between|starting(?:\s+(?:at|from))?)\s+"
    r"|on\s+(?:the\s+)?(?=\d|[A-Z])"
    r"|(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night)\s+(?:(?:of|on)\s+)?(?=\d|[A-Z])"
    r"|(?P<before>pre-)(?=\d)",
    re.IGNORECASE,
)
_TAGGED = re.compile(r"[\s*_]*\[([A-Za-z][^\[\]\d]{2,40})\][\s*_:–—-]+(?=\S)")
"""What stands before a time in brackets: “[Outage start] At 14:03, ...”."""
_NAMED = re.compile(
    r"[\s*_]*([A-Z][A-Za-z]{2,20}(?: [A-Za-z]{2,20}){0,3})[\s*_]*:[\s*_]+(?=\d|[A-Z])"
)
_TOLD = re.compile(r"[\s*_]*(?:$|[–—:|]|-+\s)")
_UPDATE = re.compile(
    r"(?:update|edit)\s*(?:#?\d{1,2}\s*(?=[(\[]))?(?:[:–—-]\s*)?(?:(?:at|on)\s+)?[(\[]?\s*"
    r"(?=\d|[A-Z][a-z]+ \d)",
    re.IGNORECASE,
)
"""What stands before a time where a page is written on: “UPDATE 14:03 UTC: ...”."""
_PART_OF_DAY = re.compile(
    r"\s*(?:in the )?(?:(?:early|late) )?(?:morning|afternoon|evening|eve|night|noon|midday)"
    r"(?=[\s*_]*[:–—|-])",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    rf"(?:on\s+)?(?P<day>{'|'.join(WEEKDAYS)})"
    r"(?:\s+(?:(?:early|late)\s+)?(?:morning|afternoon|evening|eve|night|noon|midday))?"
    r"(?=[\s*_]*(?:[:–—|]|\s-\s))",
    re.IGNORECASE,
)
"""A weekday that stands before its sentence, with no clock: “Thursday evening: ...”."""
_MONTHS = "|".join(f"{name}|{name[:4]}|{name[:3]}" for name in MONTHS)
_DAYS_ON = re.compile(
    r"\s*(?:[–—→]|->|(?<!\d)-|(?<=[a-z]\s\d)-|(?<=[a-z]\s\d\d)-|to\b|until\b|through\b)\s*"
    rf"(?:(?:\d{{4}}-)?\d{{1,2}}-|(?:{_MONTHS})\.?\s+)?\d{{1,2}}(?:st|nd|rd|th)?"
    r"(?=[\s*_`)\]]*(?:\([^()\n]{1,20}\)\s*)?(?:[–—:|]|-+\s|$))",
    re.IGNORECASE,
)
"""The last day of several: ``2026-03-04 to 06``, ``2026-03-04 → 03-06``, ``Mar 4 → Mar 6``.

What happened follows."""
_AFTER_DAY = re.compile(r",?\s+between\s+(?=\d)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:and|to)\s+(?=\d)", re.IGNORECASE)
_OPEN_END = re.compile(
    r"\s*(?:(?:(?:[&+–—→-]|->|and\b|to\b|until\b)\s*)?"
    r"(?:onwards?|ongoing|present|later|now|continued|cont['’]d)\b|\+)"
    r"(?=[\s*_`)\]]*(?:[:–—|]|-+\s))",
    re.IGNORECASE,
)
"""What says that it went on: ``14:03 onwards: ...``, ``14:03 & ongoing - ...``, ``14:03+: ...``."""
_OTHER_CLOCK = re.compile(r"\s*([/(=])\s*")


def untagged(line: str) -> tuple[str, str]:
    """What stands in brackets before a time, and the line from its time on."""
    tag = _TAGGED.match(line)
    return (tag[1], unled(line[tag.end() :])) if tag else ("", unled(line))


def unnamed(line: str) -> tuple[str, str]:
    """The name of a moment before its time, and the line from its time on: “Start: 14:03 - ...”."""
    name = _NAMED.match(line)
    found = scan_stamp(line, name.end()) if name and moment_of(name[1]) else None
    if name is None or found is None or not _TOLD.match(line, found.stop):
        return "", line
    return name[1], line[name.end() :]


def updated(line: str) -> str:
    """A line without the word before its time that says that it was added: “Update (14:03)”."""
    match = _UPDATE.match(line, _end(OPENING.match(line)))
    return line[match.end() :] if match and scan_stamp(line, match.end()) else line


def unled(line: str) -> str:
    """A line without the word before its time: ``At 14:03``, ``Between 10:00 and 10:30``."""
    led = _LED.match(line, _end(OPENING.match(line)))
    if led is None:
        return _with_span(line)
    rest = line[led.end() :]
    if led[0].casefold().startswith("between"):
        rest = _BETWEEN.sub(" – ", rest, count=1)
    elif led[0].casefold().startswith("on"):
        rest = _with_span(rest)
    return f"~{rest}" if led["about"] or led["before"] else rest


def _with_span(line: str) -> str:
    """``4 March between 10:00 and 10:30`` with the sign of a span: ``4 March 10:00 – 10:30``."""
    day = scan_day(line, _end(OPENING.match(line)))
    between = _AFTER_DAY.match(line, day[1]) if day else None
    if day is None or between is None:
        return line
    return f"{line[: day[1]]} {_BETWEEN.sub(' – ', line[between.end() :], count=1)}"


def begun(text: str, *, loose: bool, day_first: bool | None = None) -> Begun | None:
    """The time that a text begins with, the end of a span, and the words after it."""
    start = _end(OPENING.match(text))
    short = scan_short(text, start, day_first=day_first)
    scanned = scan_stamp(text, short[1] if short else start, loose=loose)
    if scanned is not None:
        return _with_clock(text, _with_day(scanned, short))
    return None if short else _without_clock(text, start + text.startswith("~", start))


def _with_clock(text: str, scanned: Scanned) -> Begun:
    stamp, end, stop = scanned
    stop = _past_other_clock(text, stop, stamp)
    stop = _end(_OPEN_END.match(text, stop)) or stop
    rest = text[_closed(text, stop) :]
    if doubt := _DOUBT.match(rest):
        stamp = stamp._replace(precision=Precision.ABOUT)
        rest = rest[doubt.end() :].lstrip(" :–—-")
    return stamp, end, rest.strip()


def _without_clock(text: str, start: int) -> Begun | None:
    """A day with a clock that is written as unknown, or with none."""
    day = scan_day(text, start)
    position = day[1] if day else start
    gap = len(text[position:]) - len(text[position:].lstrip())
    if hidden := _HIDDEN.match(text, position + gap):
        rest = text[_closed(text, hidden.end()) :]
        doubt = _DOUBT.match(rest)
        said = text[start : hidden.end()].strip()
        return _unknown(day[0] if day else Stamp(), said), None, rest[_end(doubt) :].strip()
    if day is None:
        return None
    more = _PART_OF_DAY.match(text, day[1]) or _DAYS_ON.match(text, day[1])
    stop = _end(more or _OPEN_END.match(text, day[1])) or day[1]
    rest = text[_closed(text, stop) :].strip()
    if doubt := _DOUBT.match(rest):
        rest = rest[doubt.end() :].lstrip(" :–—-")
    return _unknown(day[0], text[start:stop]), None, rest


def elapsed_begun(text: str) -> Begun | None:
    """The same of a text that begins with how long it was after the start: ``T+5m``."""
    start = _end(OPENING.match(text))
    found = scan_elapsed(text, start)
    if found is None:
        return None
    since, from_start, stop = found
    stamp = Stamp(text[start:stop], since=since, from_start=from_start)
    return stamp, None, text[_closed(text, stop) :].strip()


def weekday_begun(text: str) -> Begun | None:
    """The same of a text that begins with a weekday alone; only a timeline means that so."""
    start = _end(OPENING.match(text))
    match = _WEEKDAY.match(text, start)
    if match is None:
        return None
    weekday = [each.casefold() for each in WEEKDAYS].index(match["day"].casefold())
    stamp = _unknown(Stamp(weekday=weekday), match[0])
    return stamp, None, text[_closed(text, match.end()) :].strip()


def _unknown(stamp: Stamp, raw: str) -> Stamp:
    return stamp._replace(raw=raw, precision=Precision.UNKNOWN)


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _past_other_clock(text: str, position: int, stamp: Stamp) -> int:
    """Where the same time on other clocks ends: ``14:03 UTC (09:03 EST)``, ``… / 09:03 EST``."""
    opened = _OTHER_CLOCK.match(text, position)
    other = scan_stamp(text, opened.end()) if opened and stamp.zone else None
    if opened is None or other is None or not other.stamp.zone or has_day(other.stamp):
        return position
    closed = text[other.stop : other.stop + 1] == ")"
    if opened[1] == "(" and not closed:
        return position
    # “14:03 UTC / 09:03 EST / 19:33 IST” has one more.
    return _past_other_clock(text, other.stop + closed, stamp)


def _with_day(scanned: Scanned, short: tuple[Stamp, int] | None) -> Scanned:
    """A time with the day of two numbers that stands before it."""
    if short is None or has_day(scanned.stamp):
        return scanned
    day = short[0]
    stamp = scanned.stamp._replace(slashed=day.slashed, yearless=day.yearless)
    return scanned._replace(stamp=stamp._replace(raw=f"{day.raw} {stamp.raw}"))


def _closed(text: str, position: int) -> int:
    return position + _end(_CLOSING.match(text[position:]))


def has_day(stamp: Stamp) -> bool:
    """Whether a time says, in any way, of which day it is."""
    named = stamp.day or stamp.slashed or stamp.yearless or stamp.next_day
    return bool(named) or stamp.weekday is not None


def tells_time(stamp: Stamp) -> bool:
    """Whether it says more than a day: a clock, a time since the start, or an unknown time."""
    return stamp.clock is not None or stamp.since is not None or is_hidden(stamp)


def is_hidden(stamp: Stamp) -> bool:
    """Whether a time is written as unknown: ``12:xx``, ``???``."""
    return bool(_HIDDEN.search(stamp.raw))
