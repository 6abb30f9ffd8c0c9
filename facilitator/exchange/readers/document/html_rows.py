"""What other markup needs to become Markdown on its own lines: rows of tables as HTML, fences."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BEGIN, END = "<table>", "</table>"
GAP = "<br>"
"""A line of a table that says nothing; an empty one would end the HTML."""
_FENCE = re.compile(r" {0,3}`{3,}(?=[^`]*$)")


def row_of(cells: Iterable[str], *, head: bool) -> str:
    """One row on one line."""
    tag = "th" if head else "td"
    inner = "".join(f"<{tag}>{escape(' '.join(cell.split()), quote=False)}" for cell in cells)
    return f"<tr>{inner}</tr>"


def fence_end(lines: Sequence[str], at: int) -> int:
    """Behind the fenced code that begins here, or 0; one that is never closed is none."""
    if not _FENCE.match(lines[at]):
        return 0
    ends = (index for index in range(at + 1, len(lines)) if _FENCE.match(lines[index]))
    return next(ends, -1) + 1
