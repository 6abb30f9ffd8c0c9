"""The actions as CSV for spreadsheets: one row an action, with ids, guarded against formulas."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from facilitator.exchange import keys
from facilitator.exchange.records_out import action_object

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Review

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_INNER = {"backlog": keys.BACKLOG, "deferral": keys.DEFERRAL}


def _columns() -> tuple[str, ...]:
    columns: list[str] = []
    for key in keys.ACTION:
        columns += [f"{key}_{inner}" for inner in _INNER[key]] if key in _INNER else [key]
    return (*columns, "incident", "review")


COLUMNS = _columns()
"""The keys of the review JSON; inner objects flattened, and which review it is."""


def write_actions_csv(review: Review) -> bytes:
    """UTF-8 with a heading; several ids in a cell are parted by a space."""
    target = StringIO()
    writer = csv.DictWriter(target, COLUMNS)
    writer.writeheader()
    for action in review.actions:
        row = _row(action) | {"incident": review.incident, "review": review.id}
        writer.writerow({column: guarded(_cell(value)) for column, value in row.items()})
    return target.getvalue().encode("utf-8", "replace")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it if a spreadsheet would take it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _row(action: ActionItem) -> dict[str, Any]:
    values = action_object(action)
    for key, inner_keys in _INNER.items():
        inner = values.pop(key) or {}
        values |= {f"{key}_{each}": inner.get(each) for each in inner_keys}
    return values


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(value) if isinstance(value, list) else str(value)
