"""The tables of the trends as CSV for spreadsheets, as tabs and as Markdown."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from facilitator.domain.trend_words import fact_words
from facilitator.exchange.actions_csv import guarded
from facilitator.exchange.markup import escaped, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.trend_tables import Table
    from facilitator.domain.trends import Trends


def write_table_csv(table: Table) -> bytes:
    """UTF-8 with a heading, guarded against formulas."""
    target = StringIO()
    writer = csv.writer(target)
    writer.writerow(table.head)
    for row in table.rows:
        writer.writerow([guarded(cell) for cell in row.cells])
    return target.getvalue().encode("utf-8", "replace")


def write_trends_csv(found: Sequence[Table]) -> bytes:
    """All tables below each other, each under its title and parted by an empty line."""
    parts = (f"{guarded(table.title)}\r\n".encode() + write_table_csv(table) for table in found)
    return b"\r\n".join(parts)


def write_table_tabs(table: Table) -> str:
    """Cells parted by tabs, to be put into a spreadsheet; guarded in the same way."""
    rows = [table.head, *(tuple(map(guarded, row.cells)) for row in table.rows)]
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def write_table_markdown(found: Table) -> str:
    """A table of Markdown below its title."""
    if not found.rows:
        return f"## {found.title}\n\nNothing yet.\n"
    rows = [tuple(map(escaped, row.cells)) for row in found.rows]
    return f"## {found.title}\n\n{table(found.head, rows)}\n"


def write_trends_markdown(trends: Trends, found: Sequence[Table]) -> bytes:
    """The whole page: what there is to heed first, then every table."""
    head = ["# Is it working?", "", f"{fact_words(trends)}.", ""]
    head += [f"- {escaped(each.sentence)} {escaped(each.why)}" for each in trends.warnings]
    if not trends.warnings and trends.calm:
        head.append(escaped(trends.calm))
    foot = "Counts are about actions and systems, never about people.\n"
    parts = ["\n".join(head) + "\n", *map(write_table_markdown, found), foot]
    return "\n".join(parts).encode("utf-8", "replace")
