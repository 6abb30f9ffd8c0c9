"""The tables of reStructuredText as HTML, with as many lines: drawn ones and listed ones."""

from __future__ import annotations

import csv
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.html_rows import BEGIN, END, GAP, row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLES = frozenset({"list-table", "csv-table"})
"""The directives that make tables."""
OPTION = re.compile(r"[ \t]+:[\w-]{1,40}:(?:[ \t].*)?")
"""A line that says how a directive is shown."""
_GRID = re.compile(r"\+(?:([-=])\1*\+)+[ \t]*")
_COLUMNS = re.compile(r"={2,}(?:[ \t]+={2,})+[ \t]*")
_ITEM = re.compile(r"[ \t]*(\*[ \t]+)?-[ \t]*(.*)")
_HEADER = re.compile(r":header-rows: (\d)")


def drawn(lines: Sequence[str], at: int) -> list[str]:
    """The lines of a table that is drawn here with ``+---+`` or ``====  ====``; or none."""
    if _GRID.fullmatch(lines[at]):
        end = at
        while end < len(lines) and lines[end].startswith(("+", "|")):
            end += 1
        return _grid(lines[at:end])
    if _COLUMNS.fullmatch(lines[at]):
        return _columns(lines[at : _columns_end(lines, at)])
    return []


def _grid(lines: Sequence[str]) -> list[str]:
    """A row stands between two rules, on as many lines as it needs."""
    heads = next((n for n, each in enumerate(lines) if each.startswith("+=")), 0)
    places = [n for n, sign in enumerate(lines[0]) if sign == "+"]
    found, row = [BEGIN], -1
    cells: list[str] = []
    for number, line in enumerate(lines[1:], 1):
        found.append(GAP)
        if line.startswith("+"):
            row = -1
            continue
        pieces = [line[a + 1 : b].strip() for a, b in pairwise(places)]
        row, cells = (number, pieces) if row < 0 else (row, _joined(cells, pieces))
        found[row] = row_of(cells, head=row < heads)
    return _closed(found)


def _columns(lines: Sequence[str]) -> list[str]:
    """A row is a line; one without a first cell goes on with the line above."""
    places = [match.start() for match in re.finditer(r"=+", lines[0])]
    rules = [n for n, line in enumerate(lines) if _COLUMNS.fullmatch(line)]
    heads = rules[1] if len(rules) > 2 else 0  # noqa: PLR2004 - above, below the head, at the end
    found, row = [BEGIN], -1
    cells: list[str] = []
    for number, line in enumerate(lines[1:], 1):
        found.append(GAP)
        if number in rules or not line.strip():
            continue
        pieces = [line[a:b].strip() for a, b in pairwise([*places, max(len(line), places[-1])])]
        fresh = row < 0 or bool(pieces[0])
        row, cells = (number, pieces) if fresh else (row, _joined(cells, pieces))
        found[row] = row_of(cells, head=row < heads)
    return _closed(found)


def _columns_end(lines: Sequence[str], at: int) -> int:
    """Behind the last rule of the table: one that an empty line follows."""
    end = at + 1
    for index in range(at + 1, len(lines)):
        if _COLUMNS.fullmatch(lines[index]):
            end = index + 1
            if end == len(lines) or not lines[end].strip():
                return end
    return end


def _joined(cells: Sequence[str], more: Sequence[str]) -> list[str]:
    return [f"{a} {b}".strip() for a, b in zip(cells, more, strict=True)]


def listed(name: str, body: Sequence[str]) -> list[str]:
    """A ``list-table`` or ``csv-table``: the line of its directive, and those below it."""
    found = [BEGIN, *([GAP] * len(body))]
    options = [each.strip() for each in body if OPTION.fullmatch(each)]
    heads = next((int(said[1]) for each in options if (said := _HEADER.fullmatch(each))), 0)
    header = next((each.partition(": ")[2] for each in options if each.startswith(":header:")), "")
    found[0] += "".join(row_of(cells, head=True) for _, cells in _comma([header]))
    rows = _items(body) if name == "list-table" else _comma(body)
    for number, (at, cells) in enumerate(rows):
        found[at + 1] = row_of(cells, head=number < heads)
    return _closed(found)


def _items(body: Sequence[str]) -> list[tuple[int, list[str]]]:
    """``* -`` begins a row, ``-`` a cell."""
    rows: list[tuple[int, list[str]]] = []
    for at, line in enumerate(body):
        match = _ITEM.fullmatch(line)
        if match and match[1]:
            rows.append((at, [match[2]]))
        elif match and rows:
            rows[-1][1].append(match[2])
        elif rows and line.strip():
            rows[-1][1][-1] += f" {line.strip()}"
    return rows


def _comma(body: Sequence[str]) -> list[tuple[int, list[str]]]:
    lines = [
        (at, line.strip())
        for at, line in enumerate(body)
        if line.strip() and not OPTION.fullmatch(line)
    ]
    reader = csv.reader((f"{line}\n" for _, line in lines), skipinitialspace=True)
    rows: list[tuple[int, list[str]]] = []
    begun = 0
    try:
        for cells in reader:
            # A cell in quotes may go on over several lines.
            rows.append((lines[begun][0], [" ".join(each.split()) for each in cells]))
            begun = reader.line_num
    except csv.Error:
        return []
    return rows


def _closed(found: list[str]) -> list[str]:
    """The lines of a table, with its end."""
    found[-1] = END if found[-1] == GAP else f"{found[-1]}{END}"
    return found
