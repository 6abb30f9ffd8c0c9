"""Turns rows of the database into records and records into rows: the only place that does.

Records are filled column by column through their slots, so that no Python code runs for a
single row: ten thousand events take about as long again as reading their tuples.
"""

from __future__ import annotations

from collections import deque
from itertools import repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from facilitator.store.plan import Column, Plan

    Rows = Sequence[tuple[Any, ...]]


class Unreadable(Exception):
    """A stored value is not what it should be; says in which row and column it stands."""

    def __init__(self, table: str, row_id: object, column: str) -> None:
        super().__init__(table, row_id, column)
        self.table = table
        self.row_id = row_id
        self.column = column


def to_records(plan: Plan, rows: Rows, beside: Mapping[str, Iterable[Any]]) -> list[Any]:
    """The records in these rows; ``beside`` has the fields that stand in other tables."""
    if not rows:
        return []
    found = to_columns(plan.table, plan.columns, rows)
    return _filled(plan.record, len(rows), {**_gathered(plan, found, rows), **beside})


def to_columns(table: str, columns: Sequence[Column], rows: Rows) -> dict[str, Sequence[Any]]:
    """The values of these rows, by column; every row begins with its id."""
    stored = zip(*rows, strict=True) if rows else repeat((), len(columns))
    return {
        column.name: _decoded(table, column, values, rows)
        for column, values in zip(columns, stored, strict=True)
    }


def to_values(plan: Plan, record: Any) -> dict[str, Any]:
    """The values of a record's columns, by name."""
    return {column.name: column.codec.encode(_value(record, column)) for column in plan.columns}


def _value(record: Any, column: Column) -> Any:
    value = getattr(record, column.field)
    return value if value is None or column.part is None else getattr(value, column.part)


def _decoded(table: str, column: Column, values: Sequence[Any], rows: Rows) -> Sequence[Any]:
    try:
        return column.codec.decode(values)
    except (KeyError, TypeError, ValueError, RecursionError):
        raise Unreadable(table, _culprit(column, values, rows), column.name) from None


def _culprit(column: Column, values: Sequence[Any], rows: Rows) -> object:
    """The id, which is every record's first column, of the row that cannot be read."""
    for value, row in zip(values, rows, strict=True):
        try:
            column.codec.decode([value])
        except (KeyError, TypeError, ValueError, RecursionError):
            return row[0]
    return None


def _gathered(plan: Plan, found: Mapping[str, Sequence[Any]], rows: Rows) -> dict[str, Any]:
    """The columns by field, those of a value inside the record put together."""
    fields: dict[str, Any] = {}
    for column in plan.columns:
        if column.part is None:
            fields[column.field] = found[column.name]
        elif column.field not in fields:
            fields[column.field] = _inside(plan, column.field, found, rows)
    return fields


def _inside(plan: Plan, field: str, found: Mapping[str, Sequence[Any]], rows: Rows) -> list[Any]:
    from facilitator.store.columns import INSIDE  # noqa: PLC0415 - the list needs no records

    columns = [column for column in plan.columns if column.field == field]
    parts = [column.part for column in columns if column.part]
    values = zip(*(found[column.name] for column in columns), strict=True)
    made = []
    for each, row in zip(values, rows, strict=True):
        nulls = each.count(None)
        if nulls not in {0, len(parts)}:
            raise Unreadable(plan.table, row[0], field)
        made.append(None if nulls else INSIDE[field](**dict(zip(parts, each, strict=True))))
    return made


def _filled(record: type[Any], count: int, fields: Mapping[str, Iterable[Any]]) -> list[Any]:
    made = list(map(object.__new__, repeat(record, count)))
    for name, values in fields.items():
        deque(map(vars(record)[name].__set__, made, values), maxlen=0)
    return made
