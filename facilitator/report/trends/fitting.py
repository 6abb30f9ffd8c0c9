"""Chooses how many rows the tables have, so that pages are full and hardly a table is torn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.report.tags import ARTIFACT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from facilitator.domain.trend_tables import Table
    from facilitator.report.paging import Page

    Lay = Callable[[Mapping[str, int], float], list[Page]]

ROWS = (12, 10, 9, 8, 7)
"""The most rows that a table may have; as many as can be."""
_USUAL, _CLOSE = 1.0, 0.65
"""How wide apart charts stand, as a share of what is usual."""
_SCANT = 0.75
"""Share of the last page that may be empty."""


def fitted(found: Sequence[Table], lay: Lay) -> list[Page]:
    """The pages that ``lay`` makes when it is told the most rows of tables, and the air of charts.

    First all tables become as short as serves best; then each takes the rows that cost nothing.
    """
    apart, rows, pages = _best(found, lay, _USUAL)
    if _is_scant(pages[-1]):
        apart, rows, pages = min(
            (apart, rows, pages), _best(found, lay, _CLOSE), key=lambda each: _waste(each[2])
        )
    for table in reversed(found):
        now = rows[table.name]
        for most in (each for each in ROWS if now < each and now < len(table.rows)):
            longer = rows | {table.name: most}
            laid = lay(longer, apart)
            if _waste(laid) <= _waste(pages):
                rows, pages = longer, laid
                break
    return pages


def _best(
    found: Sequence[Table], lay: Lay, apart: float
) -> tuple[float, dict[str, int], list[Page]]:
    """What wastes least if all tables may have as many rows."""
    tries = ({table.name: most for table in found} for most in ROWS)
    laid = [(apart, rows, lay(rows, apart)) for rows in tries]
    return min(laid, key=lambda each: _waste(each[2]))


def _waste(pages: Sequence[Page]) -> tuple[int, bool, int]:
    """How many pages there are, whether the last is nearly empty, and how many tables are torn."""
    # What heads a table once more is passed over by who hears it.
    torn = sum(bool(page.placed) and page.placed[0][1].tags == (ARTIFACT,) for page in pages)
    return len(pages), _is_scant(pages[-1]), torn


def _is_scant(page: Page) -> bool:
    return page.room > _SCANT * page.sheet.body
