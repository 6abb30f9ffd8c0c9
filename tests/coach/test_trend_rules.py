"""Each warning speaks where it should, with its numbers, and not where there is too little."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitator.coach.tables import table
from facilitator.coach.trend_rules import RULES
from facilitator.coach.warning import MOST, calm, warnings
from facilitator.domain.trends import (
    AgeGroup,
    ClassLine,
    Flow,
    Month,
    PatternLine,
    Quarter,
    Spread,
    Standing,
    Taken,
    Totals,
    Trends,
)

TODAY = date(2026, 5, 10)
WELL = Trends(
    today=TODAY,
    reviews=16,
    with_durable=12,
    totals=Totals(open=30, done=50, deferred=6, overdue=5, undated=3),
    resilience=Totals(open=12, done=20),
)
"""A library in which all is well."""


def taken(year: int, number: int, days: int, n: int = 5) -> Taken:
    return Taken(quarter=Quarter(year, number), days=Spread(((days, n),)))


def standing(before: tuple[int, int], now: tuple[int, int]) -> dict[str, Any]:
    quarters = (Quarter(2026, 1), Quarter(2026, 2))
    lines = (
        Standing(quarter=quarter, actions=actions, open=is_open)
        for quarter, (actions, is_open) in zip(quarters, (before, now), strict=True)
    )
    return {"standing": tuple(lines)}


def flow(*months: tuple[int, int]) -> dict[str, Any]:
    """Arrivals and completions up to this month."""
    first = Month.of(TODAY).earlier(len(months) - 1)
    lines = (
        Flow(month=first.earlier(-place), arrived=arrived, completed=completed, open_after=44)
        for place, (arrived, completed) in enumerate(months)
    )
    return {"flow": tuple(lines)}


def pattern(reviews: int, services: int, durable: int) -> dict[str, Any]:
    line = PatternLine(
        pattern_id="p1",
        name="No {limit}",
        reviews=tuple(f"r{number}" for number in range(reviews)),
        services=tuple(f"s{number}" for number in range(services)),
        durable_actions=durable,
        last_seen=None,
    )
    return {"patterns": (line,)}


def again(*counts: int) -> dict[str, Any]:
    lines = (
        ClassLine(name=f"Class {n}", seen=4, again=n, closed=(date(2026, 1, 2),)) for n in counts
    )
    return {"classes": tuple(lines)}


def aged(actions: int) -> dict[str, Any]:
    return {"age": (AgeGroup(first=91, last=None, actions=actions),)}


SPEAK = {
    "came back": (
        again(2, 1, 0),
        "came_back",
        "Two failure classes came back after their fix was closed.",
        (
            "“Class 2”: 2 of 4 incidents came after 2 January 2026, when its first action was "
            "done. The same class is not the same incident."
        ),
    ),
    "one came back": (
        again(1),
        "came_back",
        "One failure class came back after its fix was closed.",
        "“Class 1”: 1 of 4",
    ),
    "a pattern": (
        pattern(5, 4, 0),
        "pattern",
        "“No {limit}” was seen 5 times in 4 services, 0 systemic actions: an investment to plan.",
        "A pattern of 3 or more reviews",
    ),
    "slower": (
        {"taken": (taken(2025, 3, 21), taken(2025, 4, 39), taken(2026, 2, 49))},
        "slower",
        "Fixes take longer than they did: half now take 49 days or more, up from 21.",
        "Half of the 5 actions done in Q2 2026 took 49 days or more; of the 5 done in Q3 2025, 21.",
    ),
    "theatre": (
        standing((10, 4), (14, 9)),
        "theatre",
        (
            "9 of 14 resilience actions of this quarter are open, twice last quarter's: the "
            "process is becoming theatre."
        ),
        "More than half of those agreed in Q2 2026 are open; of the 10 agreed in Q1 2026, 4 are.",
    ),
    "theatre by far": (
        standing((10, 2), (14, 9)),
        "theatre",
        "9 of 14 resilience actions of this quarter are open, four times last quarter's",
        "More than half",
    ),
    "a little theatre": (
        standing((10, 8), (14, 9)),
        "theatre",
        "9 of 14 resilience actions of this quarter are open, up from 8: the process",
        "More than half",
    ),
    "theatre from nothing": (
        standing((10, 0), (14, 9)),
        "theatre",
        "9 of 14 resilience actions of this quarter are open, and none of last quarter's",
        "More than half",
    ),
    "old": (
        aged(9),
        "old",
        "Nine open resilience actions are older than 90 days.",
        "9 of 12 open resilience actions date from more than 90 days ago.",
    ),
    "growing": (
        flow((4, 3), (5, 4), (2, 1), (0, 9)),
        "growing",
        "More actions arrive than are done, for three months now.",
        "In February to April 2026, 11 actions arrived and 8 were done; 44 are left.",
    ),
    "overdue": (
        {"totals": replace(WELL.totals, overdue=12)},
        "overdue",
        "12 of 30 open actions are past their due day.",
        "More than a third of them are; 3 more have no due day.",
    ),
    "few durable": (
        {"with_durable": 3},
        "few_durable",
        "Only 3 of 16 reviews led to a durable action.",
        "Less than half did.",
    ),
    "none durable": (
        {"with_durable": 0},
        "few_durable",
        "None of 16 reviews led to a durable action.",
        "Less than half did.",
    ),
    "back": (
        {"totals": replace(WELL.totals, back=1)},
        "back",
        "One action was put off until a day that has come: decide on it again.",
        "1 of 6 deferred actions",
    ),
}


@pytest.mark.parametrize(("fields", "rule", "sentence", "why"), SPEAK.values(), ids=SPEAK.keys())
def test_a_rule_speaks(fields: dict[str, Any], rule: str, sentence: str, why: str) -> None:
    (told,) = warnings(replace(WELL, **fields))
    assert told.rule == rule
    assert told.sentence.startswith(sentence)
    assert told.why.startswith(why)
    assert told.sentence.endswith(".")
    assert told.mark is not None


QUIET = {
    "all well": {},
    "never again": again(0, 0),
    "a pattern of two": pattern(2, 2, 0),
    "a pattern of one service": pattern(5, 1, 0),
    "a pattern with an answer": pattern(5, 4, 1),
    "as fast as before": {"taken": (taken(2025, 4, 21), taken(2026, 2, 25))},
    "a day longer": {"taken": (taken(2025, 4, 1), taken(2026, 2, 3))},
    "faster": {"taken": (taken(2025, 4, 49), taken(2026, 2, 21))},
    "too few now": {"taken": (taken(2025, 4, 21), taken(2026, 2, 90, 4))},
    "slower than long ago": {"taken": (taken(2025, 2, 10), taken(2026, 2, 90))},
    "mostly done": standing((10, 2), (14, 7)),
    "no more than before": standing((10, 9), (14, 9)),
    "too few this quarter": standing((10, 1), (4, 4)),
    "nothing last quarter": standing((0, 0), (14, 9)),
    "nothing old": aged(0),
    "one month with as many": flow((4, 3), (5, 5), (2, 1), (9, 0)),
    "too short": flow((4, 3), (5, 4), (2, 1)),
    "too few arrived": flow((2, 0), (1, 0), (1, 0), (9, 0)),
    "a third overdue": {"totals": replace(WELL.totals, overdue=10)},
    "half durable": {"with_durable": 8},
}


@pytest.mark.parametrize("fields", QUIET.values(), ids=QUIET.keys())
def test_no_rule_speaks(fields: dict[str, Any]) -> None:
    found = replace(WELL, **fields)
    assert warnings(found) == ()
    assert calm(found) == "Nothing to warn of in 16 reviews with 86 actions."


ILL = replace(
    WELL,
    with_durable=1,
    totals=replace(WELL.totals, overdue=29, back=3),
    **again(1),
    **pattern(5, 4, 0),
    **standing((10, 2), (14, 9)),
    **aged(5),
)


def test_never_more_than_three_and_the_worst_first() -> None:
    assert [each.rule for each in warnings(ILL)] == ["came_back", "pattern", "theatre"]
    assert MOST == 3


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"reviews": 4}, "Too few to tell: 4 reviews, 86 actions."),
        (
            {"totals": Totals(open=1), "reviews": 1},
            "Too few to tell: 1 review, 1 action.",
        ),
        (
            {"totals": Totals(open=2, done=2, cancelled=9)},
            "Too few to tell: 16 reviews, 4 actions.",
        ),
        ({"reviews": 0}, "No reviews yet."),
        ({"reviews": 0, "since": date(2026, 1, 2)}, "No reviews since 2 January 2026."),
    ],
)
def test_small_numbers_are_said_to_be_small(fields: dict[str, Any], words: str) -> None:
    found = replace(ILL, **fields)
    assert warnings(found) == ()
    assert calm(found).startswith(words)


def test_every_rule_has_its_words() -> None:
    names = {rule.__name__ for rule in RULES}
    assert names | {"calm"} == set(table("trends"))
    assert all("why" in table("trends")[name] for name in names)
