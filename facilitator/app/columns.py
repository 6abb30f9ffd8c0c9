"""The columns of an imported table: what each is read as, and reading it otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.app.importing import Intake, looked_at
from facilitator.exchange.readers.table.columns import SAMPLE, Mapping, propose
from facilitator.exchange.readers.table.tables import read_table, rows_of_table

if TYPE_CHECKING:
    from collections.abc import Sequence

ROLES = {
    "time": "When it happened",
    "day": "The day, if it is a column of its own",
    "end": "Until when",
    "zone": "The zone of the clocks",
    "text": "What happened",
    "detail": "More of what happened",
    "author": "Who tells it",
    "lane": "Lane: a team or a system",
    "link": "A link",
    "kind": "What sort of thing it is",
    "severity": "How bad it is",
}
"""What a column can be read as, in words."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table by number: how they are headed, an example each, and the mapping."""

    names: tuple[str, ...]
    examples: tuple[str, ...]
    mapping: Mapping

    def of(self, role: str) -> int | None:
        """The number of the column that is read as this."""
        number: int | None = getattr(self.mapping, role)
        return number

    def with_role(self, role: str, number: int | None) -> Mapping:
        """The mapping with another column for a role; a column is only one thing."""
        others = {
            name: None
            for name in ROLES
            if number is not None and name != role and self.of(name) == number
        }
        return replace(self.mapping, **{**others, role: number})


def columns_of(intake: Intake) -> Columns | None:
    """The columns of a table; None for any other source."""
    if intake.table is None:
        return None
    rows = rows_of_table(intake.table)
    mapping = intake.mapping or propose(rows[:SAMPLE])
    width = max(map(len, rows))
    heads = rows[mapping.heading] if mapping.heading is not None else []
    first = 0 if mapping.heading is None else mapping.heading + 1
    names = tuple(_cell(heads, n) or f"Column {n + 1}" for n in range(width))
    examples = tuple(_example(rows[first : first + SAMPLE], n) for n in range(width))
    return Columns(names, examples, mapping)


def read_again(intake: Intake, mapping: Mapping) -> Intake:
    """The same table, read by other columns; Refused if there is no time or no text left."""
    assert intake.table is not None  # noqa: S101 - only tables have columns
    reading = read_table(intake.table, mapping)
    again = looked_at(reading, intake.words)
    return replace(again, table=intake.table, mapping=mapping)


def _cell(row: Sequence[str], number: int) -> str:
    return " ".join(row[number].split()) if number < len(row) else ""


def _example(rows: Sequence[Sequence[str]], number: int) -> str:
    return next((cell for row in rows if (cell := _cell(row, number))), "")
