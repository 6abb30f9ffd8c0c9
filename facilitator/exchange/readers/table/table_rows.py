"""The entries in the rows of a table whose columns are known."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.domain.text import shortened
from facilitator.domain.typed_zones import scan_zone
from facilitator.domain.words import EventKind, Marker, Precision
from facilitator.exchange.readers.found import Entry, Left, Stamp
from facilitator.exchange.readers.stamps import scan_day
from facilitator.exchange.readers.table.cells import (
    Cell,
    cell_day,
    cell_time,
    from_serial,
    is_part_of_day,
    is_serial,
    plain_cell,
)
from facilitator.exchange.readers.table.headings import heading_words, zone_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.table.columns import Mapping

_DATE = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\w/-])")
_URL = re.compile(r"https?://[^\s<>\"]+")
_MONTHS = 12
_NAMED = 20
"""Columns that were not used and are named one by one."""
_ABOVE = "It stands above the heading."
_KINDS = {
    "change": EventKind.CHANGE,
    "deploy": EventKind.CHANGE,
    "deployment": EventKind.CHANGE,
    "release": EventKind.CHANGE,
    "alert": EventKind.ALERT,
    "alarm": EventKind.ALERT,
    "observation": EventKind.OBSERVATION,
    "decision": EventKind.DECISION,
    "action": EventKind.ACTION,
    "communication": EventKind.COMMUNICATION,
}
_MARKERS = {
    "impact start": Marker.IMPACT_START,
    "start of impact": Marker.IMPACT_START,
    "detected": Marker.DETECTED,
    "detection": Marker.DETECTED,
    "acknowledged": Marker.ACKNOWLEDGED,
    "acknowledgement": Marker.ACKNOWLEDGED,
    "mitigated": Marker.MITIGATED,
    "mitigation": Marker.MITIGATED,
    "resolved": Marker.RESOLVED,
    "resolution": Marker.RESOLVED,
}
_ROLES = {
    "time": "the time",
    "day": "the day",
    "end": "the end",
    "zone": "the zone",
    "text": "the text",
    "detail": "details",
    "author": "the author",
    "lane": "the system",
    "link": "the link",
    "kind": "the kind",
    "severity": "the severity",
}


@dataclass(frozen=True)
class Table:
    """The rows of a table, what its columns are, and what parts them in the source."""

    rows: list[list[str]]
    mapping: Mapping
    delimiter: str

    def entries(self, left: list[Left]) -> Iterator[Entry]:
        """An entry for every row below the heading that holds anything."""
        heading = self.mapping.heading
        for number, row in enumerate(self.rows):
            where = f"row {number + 1}"
            if number == heading or not any(map(str.strip, row)):
                continue
            if heading is not None and number < heading:
                left.append(Left(where, _ABOVE))
            else:
                yield self._entry(row, where)

    def notes(self) -> tuple[str, ...]:
        """How the columns were understood, which were not used, and which number is the day."""
        parts = [f"{self._title(number)} as {_ROLES[role]}" for role, number in self._roles.items()]
        first, _, rest = parts[0].partition(" as ")
        told = ", ".join((f"{first} is read as {rest}", *parts[1:]))
        begun = "Column" if first.startswith("“") else "Column number"
        order = f"In these days the {self.order} comes first, as one of them shows."
        return (f"{begun} {told}.", *self._unused(), *((order,) if self.order else ()))

    @cached_property
    def zone(self) -> str:
        """The zone that the heading of the times names."""
        return self._heading_zone(self.mapping.time) or self._heading_zone(self.mapping.day)

    @cached_property
    def order(self) -> str:
        """``day`` or ``month``, whichever comes first in days like 3/4/26, if any cell tells."""
        columns = (self.mapping.time, self.mapping.day, self.mapping.end)
        found = {
            name
            for number in columns
            if number is not None
            for match in map(_DATE.search, self._column(number))
            if match
            for name, part in (("day", match[1]), ("month", match[3]))
            if int(part) > _MONTHS
        }
        return found.pop() if len(found) == 1 else ""

    # -- one row -------------------------------------------------------------------------------

    def _entry(self, row: list[str], where: str) -> Entry:
        cells = [plain_cell(each) for each in row]
        stamp, end = self._times(cells)
        kind, marker, why = self._kind(self._at(cells, self.mapping.kind).text)
        return Entry(
            where,
            stamp,
            self._text(row, cells, known=bool(why)),
            end=end,
            author=_line(self._at(cells, self.mapping.author).text),
            kind=kind,
            marker=marker,
            why=why,
            lane=_line(self._at(cells, self.mapping.lane).text),
            link=self._link(cells),
        )

    def _text(self, row: list[str], cells: list[Cell], *, known: bool) -> str:
        """The text with its details, and what stands beside it and has no place of its own."""
        number = self.mapping.text
        text = self._at(cells, number).text
        if number is not None and number == self.width - 1 and len(row) > self.width:
            # Nobody quoted the text, and what parts the cells stands in it.
            text = self.delimiter.join(row[number:]).strip()
        detail = self._at(cells, self.mapping.detail).text
        text = " – ".join(filter(None, (text, detail)))
        beside = [self._at(cells, self.mapping.severity).text]
        if not known:
            beside.append(self._at(cells, self.mapping.kind).text)
        return f"{text} ({', '.join(filter(None, beside))})" if text and any(beside) else text

    def _link(self, cells: list[Cell]) -> str:
        own, text = self._at(cells, self.mapping.link), self._at(cells, self.mapping.text)
        found = (each for each in (own.link, own.text, text.link) if _URL.fullmatch(each))
        return next(found, "")

    def _kind(self, said: str) -> tuple[EventKind | None, Marker | None, str]:
        words = heading_words(said)
        kind, marker = _KINDS.get(words), _MARKERS.get(words)
        return kind, marker, f"The table calls it “{shortened(said)}”." if kind or marker else ""

    # -- times ---------------------------------------------------------------------------------

    def _times(self, cells: list[Cell]) -> tuple[Stamp, Stamp | None]:
        said = self._cell(cells, self.mapping.time)
        day = self._cell(cells, self.mapping.day)
        raw = " ".join(
            self._at(cells, number).text
            for number in (self.mapping.day, self.mapping.time)
            if self._at(cells, number).text
        )
        found = cell_time(f"{_day_part(day)} {said}".strip()) if said else None
        if found is None:
            whole = cell_day(day) or cell_day(said) if not (day and said) else None
            stamp, end = whole or Stamp(precision=Precision.UNKNOWN), None
        else:
            stamp, end = found.stamp, found.end
        zone = self._row_zone(cells)
        ended = cell_time(self._cell(cells, self.mapping.end))
        other = zone or self._end_zone
        end = self._sure(ended.stamp, other) if ended else end and self._sure(end, zone)
        return self._sure(stamp, zone)._replace(raw=raw), end

    def _sure(self, stamp: Stamp, zone: str) -> Stamp:
        """With the zone and the order of day and month that the table tells elsewhere."""
        if stamp.at is None and not stamp.zone:
            stamp = stamp._replace(zone=zone)
        if stamp.slashed is None or not self.order:
            return stamp
        first, second, year = stamp.slashed
        month, day = (second, first) if self.order == "day" else (first, second)
        return stamp._replace(day=date(year, month, day), slashed=None)

    def _cell(self, cells: list[Cell], number: int | None) -> str:
        """The text of a cell, as a time where the whole column holds numbers of a spreadsheet."""
        text = self._at(cells, number).text
        return from_serial(text) if number in self._serial else text

    @cached_property
    def _serial(self) -> frozenset[int]:
        numbers = (self.mapping.time, self.mapping.day, self.mapping.end)
        return frozenset(
            number
            for number in numbers
            if number is not None
            and all(is_serial(each) or is_part_of_day(each) for each in self._column(number))
        )

    def _row_zone(self, cells: list[Cell]) -> str:
        said = self._at(cells, self.mapping.zone).text
        found = scan_zone(f" {said}", 0)
        return found[0] if found and found[1] == len(said) + 1 else ""

    @cached_property
    def _end_zone(self) -> str:
        return self._heading_zone(self.mapping.end)

    def _heading_zone(self, number: int | None) -> str:
        heading = self.mapping.heading
        titles = self.rows[heading] if heading is not None else []
        return zone_in(titles[number]) if number is not None and number < len(titles) else ""

    # -- columns -------------------------------------------------------------------------------

    @cached_property
    def width(self) -> int:
        """How many columns there are by the heading, or in most rows."""
        if self.mapping.heading is not None:
            return len(self.rows[self.mapping.heading])
        widths = Counter(len(row) for row in self.rows if row)
        return max(widths, key=lambda each: widths[each], default=0)

    def _column(self, number: int) -> list[str]:
        """The cells below the heading that hold anything."""
        first = 0 if self.mapping.heading is None else self.mapping.heading + 1
        below = (row[number] for row in self.rows[first:] if number < len(row))
        return [text for text in (plain_cell(each).text for each in below) if text]

    def _is_filled(self, number: int) -> bool:
        first = 0 if self.mapping.heading is None else self.mapping.heading + 1
        return any(row[number].strip() for row in self.rows[first:] if number < len(row))

    @cached_property
    def _roles(self) -> dict[str, int]:
        numbers = {each.name: getattr(self.mapping, each.name) for each in fields(self.mapping)}
        return {role: numbers[role] for role in _ROLES if numbers[role] is not None}

    def _unused(self) -> tuple[str, ...]:
        used = set(self._roles.values())
        spare = [n for n in range(self.width) if n not in used and self._is_filled(n)]
        names = [self._title(each) for each in spare[:_NAMED]]
        if not names:
            return ()
        if len(spare) > _NAMED:
            names.append(f"{len(spare) - _NAMED:,} more")
        several = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
        return (f"Not used: {several}.",)

    def _title(self, number: int) -> str:
        heading = self.mapping.heading
        titles = self.rows[heading] if heading is not None else []
        title = shortened(_line(titles[number])) if number < len(titles) else ""
        return f"“{title}”" if title else f"{number + 1}"

    @staticmethod
    def _at(cells: list[Cell], number: int | None) -> Cell:
        return cells[number] if number is not None and number < len(cells) else Cell("")


def _day_part(text: str) -> str:
    """The day of a cell without the midnight that spreadsheets put behind it."""
    found = scan_day(text)
    return text[: found[1]] if found else text


def _line(text: str) -> str:
    return " ".join(text.split())
