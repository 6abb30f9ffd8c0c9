"""Lines of a log that begin with a time: both kinds of syslog, and lines with a severity."""

from __future__ import annotations

import re
from datetime import date, time
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.days import FIRST_YEAR, LAST_YEAR, month_number
from facilitator.domain.text import LINE_LIMIT
from facilitator.domain.words import Precision
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading, Stamp
from facilitator.exchange.readers.stamps import stated
from facilitator.exchange.readers.system.gathering import Item, reading
from facilitator.exchange.readers.system.severity import LEVELS, noise_of, severity_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

_MODERN = re.compile(
    r"<(?P<rank>\d{1,3})>1 (?P<at>\S+) (?P<host>\S+) (?P<name>\S+) \S+ \S+ "
    r"(?:-|(?:\[(?:[^\]\"]|\"(?:\\.|[^\"\\])*\")*\])+)(?: \ufeff?(?P<text>.*))?"
)
_OLD = re.compile(
    r"(?:<(?P<rank>\d{1,3})>)?"
    r"(?P<at>(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(?P<day>\d{1,2}) "
    r"(?:(?P<year>\d{4}) )?(?P<clock>\d\d:\d\d:\d\d(?:\.\d{1,9})?)) "
    r"(?P<host>[\w.:-]+) (?:(?P<name>[^\s:\[\]]{1,80})(?:\[[\w.-]*\])?:(?: |$))(?P<text>.*)"
)
_WHEN = (
    r"\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?: ?(?:Z|UTC|[+-]\d\d(?::?\d\d)?)\b)?"
)
_NEW = re.compile(
    rf"(?:<(?P<rank>\d{{1,3}})>)?(?P<at>{_WHEN.replace('[T ]', 'T')}) (?P<host>[\w.:-]+) "
    r"(?P<name>[^\s:\[\]]{1,80})(?:\[[\w.-]*\])?: (?P<text>.*)"
)
_LEVELS = "|".join(sorted(LEVELS, key=len, reverse=True))
_LEVELLED = re.compile(
    rf"\[?(?P<at>{_WHEN})\]?(?P<before>[^\n,;]{{0,80}}?)(?<![\w/.-])"
    rf"(?:(?P<level>{_LEVELS.upper()})(?![\w/.-])|\[ ?(?P<boxed>(?i:{_LEVELS})) ?\])"
    r"[\]\s|:–-]*(?P<text>.*)"
)
_PARTS = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))? ?(.*)")
_TRIM = " \t|:[]-–"
_BEFORE = "It stands before the first line with a time."
_LOOK = 40
"""Lines that tell whether a text is a log."""
_SHARE = 3
"""One line of so many must be one, for those between may be traces of an error."""


class _Line(NamedTuple):
    """What one line says; ``level`` is -1 if it says none."""

    stamp: Stamp
    text: str
    host: str = ""
    name: str = ""
    level: int = -1
    word: str = ""


class _Block(NamedTuple):
    """A line and those that go on with it."""

    number: int
    line: _Line
    more: list[str]


def _fits(material: Material) -> bool:
    """The first line is one of a log, and so are enough of the next."""
    lines = [line for line in material.head.splitlines()[:_LOOK] if _is_own(line)]
    if not lines or _scan(lines[0]) is None:
        return False
    found = sum(_scan(line) is not None for line in lines)
    return found >= min(2, len(lines)) and found * _SHARE >= len(lines)


def _is_own(line: str) -> bool:
    """Lines with an indent go on with others; a journal tells between dashes where it begins."""
    return bool(line.strip()) and not line.startswith((" ", "\t", "-- "))


def _read(material: Material) -> Reading:
    left: list[Left] = []
    blocks = list(_blocks(material.lines, left))
    hosts = list(dict.fromkeys(each.line.host for each in blocks if each.line.host))
    items = (Item("", _entry(each, several=len(hosts) > 1)) for each in blocks)
    source = f"Log of {hosts[0]}" if len(hosts) == 1 else "Log"
    return reading(READER.form, source, material, items, left)


def _blocks(lines: list[str], left: list[Left]) -> Iterator[_Block]:
    block: _Block | None = None
    for number, raw in enumerate(lines, 1):
        line = _scan(raw)
        if line is not None:
            if block:
                yield block
            block = _Block(number, line, [])
        elif raw.startswith("-- ") or (block is None and raw.strip()):
            left.append(Left(f"line {number}", _BEFORE if block is None else "It has no time."))
        elif block and raw.strip() and sum(map(len, block.more)) < LINE_LIMIT:
            block.more.append(raw.rstrip())
    if block:
        yield block


def _entry(block: _Block, *, several: bool) -> Entry:
    line = block.line
    name = line.name or line.host
    kind = severity_kind(line.level)
    return Entry(
        f"line {block.number}",
        line.stamp,
        "\n".join((line.text, *block.more)),
        kind=kind,
        why=f"It is logged as {line.word}." if kind and line.word else "",
        lane=f"{line.name} on {line.host}" if several and line.name and line.host else name,
        noise=noise_of(line.level),
    )


def _scan(line: str) -> _Line | None:
    """What a line says if it begins with a time as logs do, or None."""
    if line.startswith((" ", "\t")):
        return None
    if found := _MODERN.fullmatch(line):
        return _syslog(found, stated("" if found["at"] == "-" else found["at"]))
    if found := _OLD.fullmatch(line):
        return _syslog(found, _old_stamp(found))
    if found := _NEW.fullmatch(line):
        return _syslog(found, _stamp(found["at"]))
    found = _LEVELLED.fullmatch(line)
    return _levelled(found) if found else None


def _syslog(found: re.Match[str], stamp: Stamp) -> _Line:
    host, name = found["host"].strip("-"), found["name"].strip("-")
    level = int(found["rank"]) % 8 if found["rank"] else -1
    return _Line(stamp, (found["text"] or "").strip(), host, name, level)


def _levelled(found: re.Match[str]) -> _Line:
    word = found["level"] or found["boxed"]
    before = found["before"].strip(_TRIM)
    text = found["text"].strip()
    said = f"{before}: {text}" if before and text else text or before
    return _Line(_stamp(found["at"]), said, level=LEVELS[word.lower()], word=word)


def _stamp(raw: str) -> Stamp:
    """A day and a clock, on whatever clocks there were if no zone is said."""
    found = _PARTS.fullmatch(raw)
    unknown = Stamp(raw, precision=Precision.UNKNOWN)
    if found is None:
        return unknown
    clock = _six_digits(f"{found[4]}.{found[5] or '0'}")
    if found[6]:
        zone = found[6].replace("UTC", "Z")
        full = f"{zone}:00" if len(zone) == len("+01") else zone
        return stated(f"{found[1]}-{found[2]}-{found[3]}T{clock}{full}")._replace(raw=raw)
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        at = time.fromisoformat(clock)
    except ValueError:
        return unknown
    return Stamp(raw, day=day, clock=at) if FIRST_YEAR < day.year <= LAST_YEAR else unknown


def _old_stamp(found: re.Match[str]) -> Stamp:
    """A day that has no year, and clocks of no zone."""
    month, day = month_number(found["month"]), int(found["day"])
    try:
        clock = time.fromisoformat(_six_digits(found["clock"]))
        # 2024 is a leap year: 29 February may be meant.
        real = date(int(found["year"] or 2024), month, day)
    except ValueError:
        return Stamp(found["at"], precision=Precision.UNKNOWN)
    if not found["year"]:
        return Stamp(found["at"], clock=clock, yearless=(month, day))
    if FIRST_YEAR < real.year <= LAST_YEAR:
        return Stamp(found["at"], day=real, clock=clock)
    return Stamp(found["at"], precision=Precision.UNKNOWN)


def _six_digits(clock: str) -> str:
    whole, _, part = clock.partition(".")
    return f"{whole}.{part[:6].ljust(6, '0')}"


READER = Reader("syslog", "lines of a log", _fits, _read)
