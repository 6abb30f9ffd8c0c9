"""The columns of a table are proposed, told, and read otherwise where somebody says so."""

from __future__ import annotations

import pytest

from facilitator.app.columns import ROLES, columns_of, read_again
from facilitator.app.importing import look, place
from facilitator.exchange.readers.material import Material
from facilitator.exchange.readers.table.columns import Mapping
from facilitator.exchange.refused import Refused

TABLE = b"""When,Seen,Note,Team
2026-03-04T14:00:00Z,2026-03-04T14:30:00Z,Disk is full on the primary,Storage
2026-03-04T14:10:00Z,2026-03-04T14:40:00Z,Old logs are removed by hand,Storage
"""


def test_what_is_proposed_is_told_with_an_example() -> None:
    columns = columns_of(look(Material("a.csv", TABLE)))
    assert columns is not None
    assert columns.names == ("When", "Seen", "Note", "Team")
    assert columns.examples[2] == "Disk is full on the primary"
    assert columns.of("time") == 0
    assert columns.of("text") == 2
    assert {role for role in ROLES if columns.of(role) is not None} >= {"time", "text", "lane"}


def test_another_column_is_read_at_once() -> None:
    intake = look(Material("a.csv", TABLE))
    columns = columns_of(intake)
    assert columns is not None
    again = read_again(intake, columns.with_role("time", 1))
    place(again, {}, None)
    assert [f"{row.placed.at:%H:%M}" for row in again.rows if row.placed.at] == ["14:30", "14:40"]
    # A column is one thing only, and what was chosen stays chosen.
    told = columns_of(again)
    assert told is not None
    assert told.of("time") == 1


def test_a_column_leaves_what_it_was() -> None:
    columns = columns_of(look(Material("a.csv", TABLE)))
    assert columns is not None
    mapping = columns.with_role("author", 3)
    assert (mapping.author, mapping.lane) == (3, None)


def test_without_times_nothing_can_be_read() -> None:
    intake = look(Material("a.csv", TABLE))
    with pytest.raises(Refused, match="no column of times"):
        read_again(intake, Mapping(heading=0, text=2))


def test_only_tables_have_columns() -> None:
    chat = b"[14:03] Ann: slow\n[14:04] Bob: yes\n[14:05] Ann: fine\n"
    assert columns_of(look(Material("a.txt", chat))) is None
