"""Trends made by hand, for tests of charts, tables, the page and the print."""

from __future__ import annotations

from datetime import date, timedelta

from facilitator.domain.trends import (
    AgeGroup,
    ClassLine,
    FamilyLine,
    Flow,
    Mix,
    Month,
    Occurrence,
    PatternLine,
    Quarter,
    Seen,
    ServiceLine,
    Spread,
    Taken,
    Totals,
    Trends,
    Warned,
)
from facilitator.domain.words import Durability, Family

TODAY = date(2026, 3, 15)
SINCE = date(2025, 3, 15)
QUARTERS = (Quarter(2025, 2), Quarter(2025, 3), Quarter(2025, 4), Quarter(2026, 1))
_FAMILIES = {
    Family.OBSERVABILITY_GAP: "1011101111011001",
    Family.MISSING_SAFEGUARD: "0110110011111011",
    Family.DESIGN_DECISION: "1001011010010111",
    Family.ORGANISATIONAL_PRESSURE: "0010011001001101",
    Family.FALSE_ASSUMPTION: "0100100010010011",
}


def spread(*days: int) -> Spread:
    """Days as a spread."""
    return Spread(tuple((each, days.count(each)) for each in sorted(set(days))))


def seen(count: int, today: date = TODAY) -> tuple[Seen, ...]:
    """So many reviews, with the families of the picture over and over."""
    return tuple(
        Seen(
            review_id=f"r{number}",
            title=f"Review {number}",
            day=today - timedelta(days=22 * (count - number)),
            families=frozenset(
                each for each, row in _FAMILIES.items() if row[number % len(row)] == "1"
            ),
        )
        for number in range(count)
    )


def of_seen(found: tuple[Seen, ...]) -> tuple[tuple[Family, int], ...]:
    """How many reviews met each family."""
    return tuple((each, sum(each in one.families for one in found)) for each in Family)


def _class(name: str, days: tuple[tuple[date, bool], ...], *closed: date) -> ClassLine:
    occurrences = tuple(
        Occurrence(review_id=f"{name[:3]}{day}", title=name, day=day, again=again)
        for day, again in days
    )
    again = sum(each for _day, each in days)
    return ClassLine(name=name, occurrences=occurrences, closed=closed, seen=len(days), again=again)


CLASSES = (
    _class(
        "Bad settings go everywhere",
        ((date(2025, 6, 30), False), (date(2026, 1, 1), True), (date(2026, 3, 1), True)),
        date(2025, 9, 1),
    ),
    _class(
        "Warnings that page nobody",
        ((date(2025, 5, 1), False), (date(2026, 3, 1), True)),
        date(2025, 8, 1),
    ),
    _class("Expired certificates", ((date(2025, 10, 1), False),), date(2025, 11, 1)),
    _class("Jobs that run twice", ((date(2025, 8, 15), False), (date(2026, 1, 28), False))),
)
_MIX = ((7, 5, 6, 3), (8, 6, 5, 2), (9, 6, 4, 3), (11, 6, 3, 2))
_LABELS = (Durability.GUARDRAIL, Durability.DETECT, Durability.REMIND, Durability.INVESTIGATE)
_TOOK = (
    (6, 8, 9, 12, 15, 19, 21, 21, 21, 24, 27, 33, 41, 58),
    (8, 11, 15, 19, 22, 24, 28, 30, 30, 33, 37, 44, 52, 60, 71),
    (12, 16, 20, 27, 33, 35, 39, 42, 47, 55, 60, 63, 88),
    (16, 21, 25, 34, 41, 47, 49, 49, 56, 61, 66, 74, 85, 97),
)


def flow(months: int, today: date = TODAY) -> tuple[Flow, ...]:
    """So many months up to today."""
    found, left = [], 4
    for back in range(months - 1, -1, -1):
        number = today.year * 12 + today.month - 1 - back
        arrived, completed = 5 + (number * 7) % 5, 3 + (number * 5) % 4
        left += arrived - completed
        month = Month(number // 12, number % 12 + 1)
        found.append(Flow(month=month, arrived=arrived, completed=completed, open_after=left))
    return tuple(found)


def picture() -> Trends:
    """The library of the drawn page: 16 reviews and 86 actions."""
    found = seen(16)
    families = tuple(
        FamilyLine(quarter=quarter, family=family, reviews=1 + (index + place) % 4)
        for index, quarter in enumerate(QUARTERS)
        for place, family in enumerate(Family)
    )
    return Trends(
        today=TODAY,
        since=SINCE,
        reviews=16,
        with_durable=11,
        totals=Totals(open=33, done=53, overdue=9, accepted=3, back=1),
        took=spread(*(day for days in _TOOK for day in days)),
        to_review=spread(2, 3, 5, 6, 8, 9, 13),
        seen=found,
        family_reviews=of_seen(found),
        families=families,
        services=(
            ServiceLine(
                service="Ledger",
                reviews=7,
                families=((Family.OBSERVABILITY_GAP, 5), (Family.MISSING_SAFEGUARD, 3)),
            ),
            ServiceLine(service="Checkout", reviews=4, families=((Family.FALSE_ASSUMPTION, 2),)),
        ),
        classes=CLASSES,
        age=(
            AgeGroup(first=0, last=30, actions=8),
            AgeGroup(first=31, last=60, actions=9),
            AgeGroup(first=61, last=90, actions=5),
            AgeGroup(first=91, last=None, actions=9),
        ),
        flow=flow(12),
        taken=tuple(
            Taken(quarter=quarter, days=spread(*days))
            for quarter, days in zip(QUARTERS, _TOOK, strict=True)
        ),
        mix=tuple(
            Mix(quarter=quarter, labels=tuple(zip(_LABELS, counts, strict=True)))
            for quarter, counts in zip(QUARTERS, _MIX, strict=True)
        ),
        durability=tuple(zip(_LABELS, (35, 23, 18, 10), strict=True)),
        patterns=(
            PatternLine(
                pattern_id="p1",
                name="Limits that nobody sees until they are met",
                reviews=("r1", "r4", "r7", "r9", "r12"),
                services=("Ledger", "Checkout", "Cards", "Login"),
                durable_actions=0,
                last_seen=date(2026, 2, 1),
            ),
        ),
        warnings=(
            Warned(
                rule="again",
                sentence="Two failure classes came back after their fix was closed.",
                why="A class counts if an incident of it is later than an action of it was done.",
            ),
            Warned(
                rule="slower",
                sentence="Fixes also take longer than they did: half now take 49 days or more,"
                " up from 21.",
                why="The median of the last quarter is 1.5 times that of the first or more.",
            ),
            Warned(
                rule="old",
                sentence="Nine open actions are older than 90 days.",
                why="Open resilience actions by the day they were agreed: 9 of 31.",
            ),
        ),
    )
