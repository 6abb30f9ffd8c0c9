"""From when on the trends are told: some months, from the beginning, or a day that is typed."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from facilitator.domain.day_words import MONTHS, format_day
from facilitator.domain.days import past_day
from facilitator.domain.rules import RuleViolation
from facilitator.domain.trends import Month

_YEAR_OR_MONTH = re.compile(r"([12][0-9]{3})(?:[-/. ]([01]?[0-9]))?")
_NAMED = re.compile(r"([a-z]{3,9})\.? ([12][0-9]{3})", re.IGNORECASE)


class Span(NamedTuple):
    """So many whole months before this one, or from a day on; neither is all there is."""

    id: str
    words: str
    months: int | None = None
    day: date | None = None

    def since(self, today: date) -> date | None:
        """Its first day: figures from the first day of a month on are kept ready."""
        return self.day if self.months is None else Month.of(today).earlier(self.months).first


SPANS = (
    Span("quarter", "Last 3 months", 3),
    Span("year", "Last 12 months", 12),
    Span("two", "Last two years", 24),
    Span("all", "From the beginning"),
)
YEAR, ALL = SPANS[1], SPANS[3]


def span_of(span_id: str) -> Span:
    """The span with this id: one of SPANS, or a day as ``2018-04-01``."""
    known = next((each for each in SPANS if each.id == span_id), None)
    return _from(date.fromisoformat(span_id)) if known is None else known


def typed_span(typed: str, today: date) -> Span | None:
    """From the day that is typed: ``2018-04-18``, ``1 Apr``, ``Apr 2018``, ``2018``.

    None if it is no day, or one still to come.
    """
    text = " ".join(typed.removeprefix("since ").split())
    try:
        day = _month_or_year(text) or past_day(text, today)
    except (RuleViolation, ValueError):
        return None
    return _from(day) if day <= today else None


def _from(day: date) -> Span:
    return Span(day.isoformat(), f"Since {format_day(day)}", day=day)


def _month_or_year(text: str) -> date | None:
    """The first day of a whole year or month."""
    if found := _YEAR_OR_MONTH.fullmatch(text):
        return date(int(found[1]), int(found[2] or 1), 1)
    if found := _NAMED.fullmatch(text):
        start = found[1].casefold()
        fits = [n for n, each in enumerate(MONTHS, 1) if each.casefold().startswith(start)]
        return date(int(found[2]), fits[0], 1) if len(fits) == 1 else None
    return None
