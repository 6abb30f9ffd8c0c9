"""How a kind of record is stored: its table, its columns, and the SELECT that reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from facilitator.store.values import Codec

Select = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]
"""Runs a SELECT with its parameters and returns all rows."""


class Column(NamedTuple):
    """One column; ``part`` names a field of the value inside the record's ``field``, if any."""

    name: str
    field: str
    part: str | None
    codec: Codec


class Links(NamedTuple):
    """The table that holds a record's list of ids, in order."""

    field: str
    table: str
    owner: str
    target: str


class Plan(NamedTuple):
    """How one kind of record is stored."""

    record: type[Any]
    table: str
    columns: tuple[Column, ...]
    links: tuple[Links, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def query(table: str, names: Sequence[str], key: str = "", order: Sequence[str] = ()) -> str:
    """A SELECT of these columns, of the rows whose ``key`` is the parameter if one is named."""
    where = f" WHERE {_columns([key])} = ?" if key else ""
    by = f" ORDER BY {_columns(order)}" if order else ""
    return f'SELECT {_columns(names)} FROM "{table}" AS t{where}{by}'  # noqa: S608 - our own names


def _columns(names: Sequence[str]) -> str:
    """Names that say their table: SQLite takes others that it does not know for texts."""
    return ", ".join(f't."{name}"' for name in names)
