"""How wide the columns of the action table are: words give way first, then whole columns."""

from __future__ import annotations

from enum import IntEnum

WIDE = 1440
"""From this window width on the table has second lines."""
METER = 66
"""The durability column without its words, with the gap behind it."""


class Column(IntEnum):
    """The columns of the table, from the left."""

    ACTION = 0
    DURABILITY = 1
    OWNER = 2
    PRIORITY = 3
    DUE = 4
    BACKLOG = 5


HEADS = ("Action", "How lasting", "Owner", "Priority", "Due", "Backlog")

_FULL = {
    Column.DURABILITY: 290,
    Column.OWNER: 162,
    Column.PRIORITY: 170,
    Column.DUE: 138,
    Column.BACKLOG: 118,
}
_NARROW = _FULL | {Column.PRIORITY: 124, Column.DUE: 120}
SOAKING = 196
"""The backlog column while it says when the room hears of a proposal again."""
_GIVING_WAY = (
    (Column.DURABILITY, METER),
    (Column.BACKLOG, 0),
    (Column.DUE, 0),
    (Column.OWNER, 0),
    (Column.PRIORITY, 0),
)
"""What gives way, in this order, where the words of the actions would get less than ``_LEAST``."""
_LEAST = 300


def column_widths(width: float, *, wide: bool, soaking: bool = False) -> dict[Column, float]:
    """Widths that fill ``width``, both in px at type size 100 %; a column of 0 is dropped."""
    widths: dict[Column, float] = dict(_FULL if wide else _NARROW)
    if wide and soaking:
        widths[Column.BACKLOG] = SOAKING
    for column, least in _GIVING_WAY:
        if width - sum(widths.values()) < _LEAST:
            widths[column] = least
    widths[Column.ACTION] = max(0.0, width - sum(widths.values()))
    return widths
