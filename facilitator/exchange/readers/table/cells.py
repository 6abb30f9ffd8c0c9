"""What stands in the cells of a table: plain text, times, and the numbers of spreadsheets."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.words import Precision
from facilitator.exchange.readers.stamps import Scanned, scan_day, scan_stamp
from facilitator.exchange.readers.system.gathering import time_of

if TYPE_CHECKING:
    from facilitator.exchange.readers.found import Stamp

_HYPERLINK = re.compile(
    r"=\s*(?:HYPERLINK|LIEN_HYPERTEXTE|HIPERVINCULO)\(\s*\"((?:[^\"]|\"\")*)\"\s*"
    r"(?:[,;]\s*\"((?:[^\"]|\"\")*)\"\s*)?\)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"=\s*\"((?:[^\"]|\"\")*)\"")
_EPOCH = re.compile(r"\d{10}(?:\.\d{1,9})?|\d{13}|\d{16}|\d{19}")
_NUMBER = re.compile(r"\d{1,5}(?:[.,]\d{1,16})?")
_NO_CLOCK = re.compile(r"\d{1,5}(?:[.,]0+)?")
_GERMAN = re.compile(r"\bME(S?)Z\b")
_OCLOCK = re.compile(r"\s*\b(?:Uhr|hrs?|horas)\b\.?", re.IGNORECASE)
_SPACED_HOUR = re.compile(r"(?<=\d)\s?h\s?(?=\d\d\b)")
_LONGEST = 80
"""Characters of the longest cell that is a time."""
_SERIAL_DAYS = (20_000, 80_000)
"""Days since the end of 1899 that spreadsheets store: from 1954 to 2119."""
_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheets know no zones
_FORMULA = "=+-@\t\r＝＋－＠"


class Cell(NamedTuple):
    """What a spreadsheet would show in a cell, and where a click on it would lead."""

    text: str
    link: str = ""


def plain_cell(raw: str) -> Cell:
    """A formula is not worked out: of a link its text is shown, others stay as they stand."""
    text = raw.strip()
    if text[:1] == "'" and text[1:2] and text[1] in _FORMULA:
        # The apostrophe is how spreadsheets are told that this is text.
        return Cell(text[1:].strip())
    if found := _HYPERLINK.fullmatch(text):
        url, shown = (each.replace('""', '"').strip() for each in (found[1], found[2] or ""))
        return Cell(shown or url, url)
    if found := _QUOTED.fullmatch(text):
        return Cell(found[1].replace('""', '"').strip())
    return Cell(text)


def cell_time(text: str, *, loose: bool = True) -> Scanned | None:
    """The time that a whole cell says, or None; ``loose`` takes ``7.30`` for one, too."""
    if not text or len(text) > _LONGEST:
        return None
    if _EPOCH.fullmatch(text):
        stamp = time_of({"at": text}, "at")
        return Scanned(stamp, None, len(text)) if stamp.at else None
    plain = _OCLOCK.sub("", _GERMAN.sub(r"CE\1T", text))
    plain = _SPACED_HOUR.sub("h", plain) if loose else plain
    found = scan_stamp(plain, loose=loose)
    if found is None or plain[found.stop :].strip():
        return None
    return found._replace(stamp=found.stamp._replace(raw=text))


def cell_day(text: str) -> Stamp | None:
    """The day that a cell says; a clock behind it is of no interest."""
    found = scan_day(text) if len(text) <= _LONGEST else None
    if found is None or (text[found[1] :].strip() and cell_time(text) is None):
        return None
    return found[0]._replace(precision=Precision.UNKNOWN)


def cell_kind(text: str, *, loose: bool = False) -> str:
    """``full`` for a day with a clock, ``clock``, ``day``, ``number``, ``text`` or nothing."""
    if not text:
        return ""
    found = cell_time(text, loose=loose)
    if found:
        stamp = found.stamp
        return "full" if stamp.at or stamp.day or stamp.slashed or stamp.yearless else "clock"
    if cell_day(text):
        return "day"
    return "number" if _NUMBER.fullmatch(text) else "text"


def is_serial(text: str) -> bool:
    """Whether a spreadsheet would store a day like this."""
    low, high = _SERIAL_DAYS
    return bool(_NUMBER.fullmatch(text)) and low <= float(text.replace(",", ".")) < high


def is_part_of_day(text: str) -> bool:
    """Whether a spreadsheet would store a clock time like this."""
    return bool(_NUMBER.fullmatch(text)) and 0 <= float(text.replace(",", ".")) < 1


def from_serial(text: str) -> str:
    """``46085.58`` as a day and a clock, to the millisecond; other cells stay as they are."""
    if not (is_serial(text) or is_part_of_day(text)):
        return text
    days = float(text.replace(",", "."))
    at = _ZERO + timedelta(milliseconds=round(days * 24 * 3600 * 1000))
    if days < 1:
        return f"{at:%H:%M:%S}.{at.microsecond:06}"
    return f"{at:%Y-%m-%d}" if _NO_CLOCK.fullmatch(text) else f"{at:%Y-%m-%d %H:%M:%S.%f}"
