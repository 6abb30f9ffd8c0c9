"""The tables of the trends as CSV, tabs and Markdown: whole, and text stays text."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

from facilitator.domain.trend_tables import Row, Table, tables
from facilitator.domain.trends import ServiceLine, Trends
from facilitator.exchange.trends_csv import (
    write_table_csv,
    write_table_markdown,
    write_table_tabs,
    write_trends_markdown,
)
from tests.trends_values import TODAY, picture

_BAD = Table("x", "A title", ("Service", "Reviews"), (Row(('=cmd|" /C calc"!A0', "2")),))


def test_every_table_reads_back_as_it_was() -> None:
    for table in tables(picture()):
        read = list(csv.reader(StringIO(write_table_csv(table).decode())))
        assert read[0] == list(table.head)
        assert [tuple(row) for row in read[1:]] == [row.cells for row in table.rows]


def test_no_cell_is_a_formula() -> None:
    rows = list(csv.reader(StringIO(write_table_csv(_BAD).decode())))
    assert rows[1][0].startswith("'=")
    assert write_table_tabs(_BAD).splitlines()[1].startswith("'=")


def test_tabs_have_as_many_cells_in_every_line() -> None:
    odd = replace(picture(), services=(ServiceLine(service="a\tb\nc", reviews=1, families=()),))
    for table in tables(odd):
        lines = write_table_tabs(table).split("\n")
        assert {line.count("\t") for line in lines} == {len(table.head) - 1}


def test_markdown_keeps_strokes_and_signs_as_text() -> None:
    told = write_table_markdown(replace(_BAD, rows=(Row(("a|b *c*", "1")),)))
    assert r"| a\|b \*c\* | 1 |" in told


def test_the_page_in_markdown_begins_with_what_there_is_to_heed() -> None:
    told = write_trends_markdown(picture(), tables(picture())).decode()
    assert told.startswith("# Is it working?\n\nLast 12 months, 16 reviews, 86 actions.\n")
    assert "- Two failure classes came back after their fix was closed. A class" in told
    assert "## How old is the open work?" in told
    assert told.endswith("never about people.\n")


def test_an_empty_library_says_nothing_yet() -> None:
    empty = Trends(today=TODAY, calm="There is nothing to warn of.")
    told = write_trends_markdown(empty, tables(empty)).decode()
    assert "There is nothing to warn of." in told
    assert "Nothing yet." in told
