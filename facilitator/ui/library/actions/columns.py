"""How wide the columns of the page of actions are: words give way first, then whole columns."""

from __future__ import annotations

from enum import IntEnum

METER = 66
"""The column of the meter without its words, with the gap behind it."""


class Column(IntEnum):
    """The columns, from the left."""

    ACTION = 0
    LASTING = 1
    OWNER = 2
    PRIORITY = 3
    DUE = 4
    STATUS = 5
    BACKLOG = 6


HEADS = ("Action", "How lasting", "Owner", "Priority", "Due", "Status", "Backlog")
_FULL = {
    Column.LASTING: 272,
    Column.OWNER: 142,
    Column.PRIORITY: 148,
    Column.DUE: 150,
    Column.STATUS: 142,
    Column.BACKLOG: 112,
}
_GIVING_WAY = (
    (Column.LASTING, METER),
    (Column.PRIORITY, 108),
    (Column.BACKLOG, 0),
    (Column.PRIORITY, 0),
    (Column.OWNER, 0),
    (Column.STATUS, 0),
)
"""What gives way, in this order, where the words of the actions would get less than ``_LEAST``."""
_LEAST = 280


def column_widths(width: float) -> dict[Column, float]:
    """Widths that fill ``width``, both in px at type size 100 %; a column of 0 is dropped."""
    widths: dict[Column, float] = dict(_FULL)
    for column, least in _GIVING_WAY:
        if width - sum(widths.values()) < _LEAST:
            widths[column] = least
    widths[Column.ACTION] = max(0.0, width - sum(widths.values()))
    return widths
