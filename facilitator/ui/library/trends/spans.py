"""From when on the trends are told: three months, a year, two years, or from the beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.trends import Month

if TYPE_CHECKING:
    from datetime import date


class Span(NamedTuple):
    """So many whole months before this one; None for all there is."""

    id: str
    words: str
    months: int | None

    def since(self, today: date) -> date | None:
        """Its first day: figures from the first day of a month on are kept ready."""
        return None if self.months is None else Month.of(today).earlier(self.months).first


SPANS = (
    Span("quarter", "Last 3 months", 3),
    Span("year", "Last 12 months", 12),
    Span("two", "Last two years", 24),
    Span("all", "From the beginning", None),
)
YEAR, ALL = SPANS[1], SPANS[3]
