"""How the figures of the trends page read: quarters, months, ages, shares and small numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.day_words import MONTHS
from facilitator.domain.words import Durability, Family

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.trends import AgeGroup, Month, Quarter, Spread, Trends

FEW = 5
"""Below so many things a figure says that they are few."""
_PERCENT_FROM = 20

TIERS: tuple[tuple[str, tuple[Durability | None, ...]], ...] = (
    ("Durable", (Durability.ELIMINATE, Durability.GUARDRAIL)),
    ("Assists people", (Durability.AUTOMATE, Durability.DETECT)),
    ("Needs vigilance", (Durability.DOCUMENT, Durability.REMIND)),
    ("Not an action yet", (Durability.INVESTIGATE, Durability.REPAIR)),
    ("Not judged", (None,)),
)
"""The labels by what carries the control, most lasting first."""
FAMILY_WORDS = {
    Family.DESIGN_DECISION: "Design decision",
    Family.MISSING_SAFEGUARD: "Missing safeguard",
    Family.OBSERVABILITY_GAP: "Observability gap",
    Family.FALSE_ASSUMPTION: "False assumption",
    Family.ORGANISATIONAL_PRESSURE: "Organisational pressure",
}

TITLES = {
    "families": "What keeps coming back",
    "again": "Seen again after the fix was closed",
    "age": "How old is the open work?",
    "taken": "How long do actions take?",
    "mix": "How lasting are they?",
    "figures": "In figures",
    "flow": "Is the backlog growing?",
    "quarters": "Factors by quarter",
    "services": "Factors by service",
    "patterns": "Patterns to invest in",
}
"""The title of each chart and of its table, in the order of the page."""
NEVER_PEOPLE = "Counts are about actions and systems, never about people"
HEADLINE = "Is it working?"
HEED = "What there is to heed"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 review``, ``16 reviews``."""
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def quarter_words(quarter: Quarter) -> str:
    """``Q2 25``."""
    return f"Q{quarter.number} {quarter.year % 100:02}"


def quarter_spoken(quarter: Quarter) -> str:
    """``the second quarter of 2025``."""
    ordinal = ("first", "second", "third", "fourth")[quarter.number - 1]
    return f"the {ordinal} quarter of {quarter.year}"


def month_words(month: Month) -> str:
    """``Mar 2026``."""
    return f"{MONTHS[month.number - 1][:3]} {month.year}"


def age_words(group: AgeGroup) -> str:
    """``0 to 30``, ``over 90``."""
    return f"over {group.first - 1}" if group.last is None else f"{group.first} to {group.last}"


def share_words(part: int, whole: int) -> str:
    """``62 %``; of few things ``5 of 8``, and of none ``none``."""
    if not whole:
        return "none"
    if whole < _PERCENT_FROM:
        return f"{part} of {whole}"
    return f"{round(100 * part / whole)} %"


def days_words(days: int | None) -> str:
    """``29 days``, ``1 day``; ``none`` if there is no such day."""
    return "none" if days is None else counted(days, "day")


def half_words(spread: Spread) -> str:
    """``half by day 21``; few are said to be few."""
    if not spread.n:
        return "none done"
    if spread.n == 1:
        return f"one, on day {spread.median}"
    few = f", of only {spread.n}" if spread.n < FEW else ""
    return f"half by day {spread.median}{few}"


_MOST_MONTHS = 24
"""Longer times are told by the day they begin with."""


def period_words(trends: Trends) -> str:
    """``Last 12 months``, ``Since 3 May 2025``, ``All reviews``."""
    since, today = trends.since, trends.today
    if since is None:
        return "From the beginning"
    months = (today.year - since.year) * 12 + today.month - since.month
    if 0 < months <= _MOST_MONTHS and since.day in {today.day, min(today.day, 28), 1}:
        return "Last month" if months == 1 else f"Last {months} months"
    return f"Since {since.day} {MONTHS[since.month - 1]} {since.year}"


def fact_words(trends: Trends) -> str:
    """``Last 12 months, 16 reviews, 86 actions``."""
    actions = trends.totals.counted + trends.totals.cancelled
    told = (counted(trends.reviews, "review"), counted(actions, "action"))
    return ", ".join((period_words(trends), *told))


def lost_words(trends: Trends) -> Iterator[str]:
    """What counts nowhere, in words."""
    if trends.undated and trends.since is not None:
        has = "has" if trends.undated == 1 else "have"
        undated = counted(trends.undated, "review")
        yield f"{undated} of the library {has} no day: only “From the beginning” counts them."
    if trends.damaged:
        are = "is" if trends.damaged == 1 else "are"
        yield f"{counted(trends.damaged, 'row')} of the library {are} damaged and counted nowhere."
