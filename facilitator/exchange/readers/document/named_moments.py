"""Points that name a moment and end with its time: ``First detected 2026-03-04 18:27``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.domain.day_words import MONTHS, WEEKDAYS
from facilitator.domain.text import LINE_LIMIT
from facilitator.domain.words import Precision
from facilitator.exchange.readers.document.section_words import field_of
from facilitator.exchange.readers.stamps import scan_day, scan_stamp

if TYPE_CHECKING:
    from facilitator.exchange.readers.found import Stamp

_AT_LAST = re.compile(
    r"(?:\s(?:at|on|by|(?P<about>around|about|approximately|approx\.?|roughly|circa|ca\.)))+"
    r"\s*~?\s*$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"\s*(?:onwards?|or so)?\s*", re.IGNORECASE)
_NAMES = "|".join(each[:3] for each in (*MONTHS, *WEEKDAYS))
_MAY_BEGIN = re.compile(rf"(?<![\w:.-])(?=[~\d(]|(?P<named>{_NAMES})[a-z]*\b)")


def named_moment(text: str) -> tuple[str, Stamp, Stamp | None] | None:
    """``First detected 2020-09-21 18:27``: the words before a time that ends the text."""
    line = text.replace("\n", " ")
    if len(line) > LINE_LIMIT:
        return None
    if field_of(line.partition(":")[0]) == "stats":
        # “Time to resolve: 7h (during support hours 10:00-17:00)” is no moment.
        return None
    for may in _MAY_BEGIN.finditer(line, 1):
        start = may.start()
        opening = start + (line[start] == "(")
        # “Since May 4” may be part of a sentence; with its clock, it is when it was.
        scanned = scan_stamp(line, opening) or (not may["named"] and _day_alone(line, opening))
        if not scanned:
            continue
        stamp, end, stop = scanned
        rest = _ONWARDS.sub("", line[stop:], count=1).strip(" )*.")
        if rest and not rest.startswith("("):
            continue
        last = _AT_LAST.search(line[:start])
        if last and last["about"]:
            stamp = stamp._replace(precision=_rougher(stamp.precision))
        words = line[: last.start() if last else start].strip(" :–—-(*~,")
        return (words, stamp, end) if words else None
    return None


def _rougher(precision: Precision) -> Precision:
    return Precision.ABOUT if precision is Precision.EXACT else precision


def _day_alone(line: str, position: int) -> tuple[Stamp, None, int] | None:
    found = scan_day(line, position)
    return (found[0]._replace(precision=Precision.UNKNOWN), None, found[1]) if found else None
