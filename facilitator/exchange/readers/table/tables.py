"""Tables of events: CSV, tabs, semicolons or bars, and what is copied out of a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import replace
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING

from facilitator.exchange.readers.found import ENTRY_LIMIT, Left, Reader, Reading
from facilitator.exchange.readers.system.gathering import Item, reading
from facilitator.exchange.readers.system.json_objects import looks_like_json
from facilitator.exchange.readers.table.columns import SAMPLE, Mapping, propose, table_of_work
from facilitator.exchange.readers.table.table_rows import Table
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from facilitator.exchange.readers.material import Material

_DELIMITERS = "\t;|,"
_MARKDOWN = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*(?:\||$)|^#{1,6} |^```", re.MULTILINE)
_LEAST, _WIDEST = 2, 256
"""Columns of the narrowest and the widest table that is known for one; as many rows at least."""
_SHARE = 0.6
"""How many of the rows have the same number of columns in a table."""
_HEAD = 4096
"""Bytes of the beginning that a material offers for a quick look."""
_SIGHT = 65_536
"""Characters that are looked at where the first rows are very long."""
_MOST_COLUMNS, _MOST_CELLS = 1_000, 8_000_000
"""Columns of the widest table that is read, and the signs between the cells of the largest."""
_FEW = 5
_OPEN_QUOTE = "A quotation mark is not closed, so all of them were read as plain signs."


def _fits(material: Material) -> bool:
    head = material.head
    if not head.strip() or looks_like_json(head) or _MARKDOWN.search(head):
        return False
    rows = _sample(material)
    mapping = propose(rows)
    return mapping.usable and not table_of_work(rows, mapping)


def _read(material: Material) -> Reading:
    return read_table(material)


def rows_of_table(material: Material) -> list[list[str]]:
    """All rows as they stand; Refused if it is none that can be parted into columns."""
    return _parted(material.text, _delimiter(_sight(material)[0]))


def read_table(material: Material, mapping: Mapping | None = None) -> Reading:
    """The rows of a table as entries, by the proposed columns or by those that somebody chose.

    Refused if it has no column of times or no text.
    """
    delimiter = _delimiter(_sight(material)[0])
    rows = _parted(material.text, delimiter)
    chosen = mapping.within(len(rows), max(map(len, rows))) if mapping else propose(rows)
    if not chosen.usable:
        raise Refused("", "It has no column of times, or none with a text beside it.")
    left: list[Left] = []
    table = Table(rows, chosen, delimiter)
    items = (Item("", entry) for entry in table.entries(left))
    found = reading(READER.form, "Table", material, items, left)
    notes = (*found.notes, *table.notes(), *((_OPEN_QUOTE,) if _is_open(material.text) else ()))
    return replace(found, zone=table.zone, notes=notes)


# -- parting ---------------------------------------------------------------------------------------


def _sample(material: Material) -> list[list[str]]:
    """The first rows, without the last if it may be cut off; none if they are no table."""
    text, cut = _sight(material)
    delimiter = _delimiter(text)
    rows = _tried(text, delimiter) if delimiter else []
    return rows[:-1] if cut and len(rows) < SAMPLE else rows


def _sight(material: Material) -> tuple[str, bool]:
    """The beginning of a text, longer where its first rows are very long, and whether it is cut."""
    head, size = material.head, len(material.data)
    if size <= _HEAD or head.count("\n") >= _FEW:
        return head, size > _HEAD
    try:
        return material.text[:_SIGHT], len(material.text) > _SIGHT
    except Refused:
        return "", False


def _delimiter(text: str) -> str:
    """What parts the cells: most rows have the same number of them, and one is a time."""
    best, found = 0.0, ""
    for delimiter in _DELIMITERS:
        share = _share(_tried(text, delimiter))
        if share > best:
            best, found = share, delimiter
    return found


def _share(rows: list[list[str]]) -> float:
    """How many rows have the commonest number of columns; 0 if this is no table of events."""
    filled = [row for row in rows if any(map(str.strip, row))]
    widths = Counter(len(row) for row in filled)
    if not widths:
        return 0
    width, count = widths.most_common(1)[0]
    share = sum(times for wide, times in widths.items() if wide >= width) / len(filled)
    if not _LEAST <= width <= _WIDEST or count < _LEAST or share < _SHARE:
        return 0
    return share if propose(rows).usable else 0


def _tried(text: str, delimiter: str) -> list[list[str]]:
    try:
        return _parted(text, delimiter, SAMPLE)
    except Refused:
        return []


def _parted(text: str, delimiter: str, limit: int = 0) -> list[list[str]]:
    if not delimiter:
        raise Refused("", "Its rows cannot be parted into columns, one of which holds times.")
    source, spaced = StringIO(text, newline=""), f'{delimiter} "' in text
    reader = csv.reader(source, delimiter=delimiter, skipinitialspace=spaced)
    if _is_open(text) and not limit:
        reader = csv.reader(source, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    most = limit or ENTRY_LIMIT + SAMPLE
    if not limit and text.count(delimiter) > _MOST_CELLS:
        raise Refused("", f"It has more than {_MOST_CELLS:,} cells, which is too many.")
    try:
        rows = list(islice(reader, most))
    except csv.Error as problem:
        raise Refused(f"line {reader.line_num}", f"This is no table ({problem}).") from None
    widest = max(range(len(rows)), key=lambda each: len(rows[each]), default=0)
    if rows and len(rows[widest]) > _MOST_COLUMNS:
        words = f"It has more than {_MOST_COLUMNS:,} columns, which is too many."
        raise Refused(f"row {widest + 1:,}", words)
    if not limit and len(rows) == most:
        words = f"It has more than {ENTRY_LIMIT:,} rows, which is too many."
        raise Refused(f"row {ENTRY_LIMIT:,}", words)
    return rows


def _is_open(text: str) -> bool:
    return text.count('"') % 2 == 1


READER = Reader("table", "a table of events", _fits, _read)
