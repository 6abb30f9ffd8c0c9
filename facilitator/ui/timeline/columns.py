"""How wide the columns of the event table are: the words give way to signs where room is short."""

from __future__ import annotations

from facilitator.ui.timeline.model import Column

MARGIN = 16
"""The tint of a selected row reaches so far beyond the text, both ways."""
WIDE = 1440
"""From this window width on the table shows where things happened."""

_FULL = {
    Column.STAR: 44,
    Column.PRECISION: 102,
    Column.TIME: 64,
    Column.UNTIL: 92,
    Column.KIND: 156,
    Column.MARKER: 186,
    Column.WHERE: 92,
}
_TIGHT = ((Column.KIND, 40), (Column.MARKER, 52), (Column.PRECISION, 64))
"""What gives way first where the words of the events would get less than ``_LEAST``."""
_LEAST = 320


def column_widths(width: float, *, where: bool) -> dict[Column, float]:
    """Widths that fill ``width``, both in px at type size 100 %; a column of 0 is dropped."""
    widths: dict[Column, float] = dict(_FULL)
    if not where:
        widths[Column.WHERE] = 0
    for column, least in _TIGHT:
        if width - sum(widths.values()) < _LEAST:
            widths[column] = least
    widths[Column.TEXT] = max(0.0, width - sum(widths.values()))
    return widths
