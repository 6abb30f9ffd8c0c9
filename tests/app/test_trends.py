"""Every figure of the page of trends over a small library is what a person works out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from facilitator.app.library import Library
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
    Standing,
    Taken,
    Totals,
    Trends,
    last_year,
)
from facilitator.domain.words import Durability, Family
from facilitator.store.quick import Reader
from facilitator.store.store import open_store
from tests.app.small_library import PERSON, REVIEWS, TODAY, action, fill, now, review
from tests.strategies import ids

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    store = open_store(tmp_path / "library.db", now)
    found = Library(store, now, ids("n"))
    yield found
    found.close()


@pytest.fixture
def trends(library: Library) -> Trends:
    fill(library._store)
    return library.trends()


def test_the_reviews_are_counted(trends: Trends) -> None:
    assert (trends.today, trends.since, trends.damaged) == (TODAY, None, 0)
    assert trends.reviews == 8
    assert trends.undated == 2  # r6 and r8
    assert trends.with_durable == 7  # all but r8, whose durable action was given up
    assert trends.to_review == Spread(((2, 1), (3, 1), (10, 2)))  # r5, r4, r1 and r2


def test_the_actions_stand_as_they_stand(trends: Trends) -> None:
    assert trends.totals == Totals(
        open=8,  # r3: 2, r4: 1, r5: 2, r6: 1, r7: 1, r8: 1
        done=7,  # r1, r2: 2, r3, r4, r6, r7
        deferred=3,
        cancelled=2,
        overdue=2,  # on 1 February and yesterday; what is due today is not overdue
        undated=4,
        accepted=1,  # until tomorrow
        back=2,  # until 30 April, and until today
        held=1,
        did_not_hold=1,
        check_due=1,  # today; what held is not asked again
    )
    assert trends.totals.counted == 18
    assert trends.totals.completion_rate == 7 / 18
    assert trends.resilience == Totals(
        open=6, done=3, deferred=1, cancelled=1, overdue=2, undated=2, back=1, held=1
    )


def test_how_long_they_took(trends: Trends) -> None:
    assert trends.took == Spread(((0, 1), (4, 1), (30, 3)))
    assert (trends.took.n, trends.took.median) == (5, 30)
    assert trends.taken == (
        Taken(quarter=Quarter(2016, 2), days=Spread(((30, 1),))),
        Taken(quarter=Quarter(2025, 4), days=Spread(((4, 1), (30, 1)))),
        Taken(quarter=Quarter(2026, 1), days=Spread(((30, 1),))),
        # Done before it was agreed.
        Taken(quarter=Quarter(2026, 2), days=Spread(((0, 1),))),
    )


def test_the_latest_eight_quarters_tell_how_long_it_took_at_the_end_of_time_too(
    library: Library,
) -> None:
    agreed = date(2020, 1, 1)
    days = [date(2021, month, 1) for month in (1, 2, 4, 7, 10)]
    days += [date(2022 + year, 12, 31) for year in range(4)] + [date.max]
    done = [
        replace(action(number, "done", None), agreed_on=agreed, done_on=day)
        for number, day in enumerate(days)
    ]
    library._store.create(review("r1", "", (), actions=tuple(done)))
    taken = library.trends().taken
    found = [(each.quarter, each.days.n) for each in taken]
    assert found[:3] == [(Quarter(2021, 2), 1), (Quarter(2021, 3), 1), (Quarter(2021, 4), 1)]
    assert found[-2:] == [(Quarter(2025, 4), 1), (Quarter(9999, 4), 1)]
    assert len(found) == 8


def test_the_open_resilience_work_has_an_age(trends: Trends) -> None:
    # 30 days and not yet; 31; 79; 122. That of r6 has no day.
    assert trends.age == (
        AgeGroup(first=0, last=30, actions=2),
        AgeGroup(first=31, last=60, actions=1),
        AgeGroup(first=61, last=90, actions=1),
        AgeGroup(first=91, last=None, actions=1),
    )
    assert trends.standing == (
        Standing(quarter=Quarter(2025, 3), actions=0, open=0),
        Standing(quarter=Quarter(2025, 4), actions=2, open=0),
        Standing(quarter=Quarter(2026, 1), actions=3, open=2),
        Standing(quarter=Quarter(2026, 2), actions=2, open=2),
    )


def test_what_arrives_and_what_is_done(trends: Trends) -> None:
    assert [each.month for each in trends.flow[:1]] == [Month(2016, 6)]
    assert len(trends.flow) == 120
    assert not any(each.arrived or each.completed or each.open_after for each in trends.flow[:-7])
    found = [(each.month, each.arrived, each.completed, each.open_after) for each in trends.flow]
    assert found[-7:] == [
        (Month(2025, 11), 3, 1, 2),
        (Month(2025, 12), 0, 1, 1),
        (Month(2026, 1), 3, 0, 4),
        (Month(2026, 2), 1, 1, 4),
        (Month(2026, 3), 0, 0, 4),
        (Month(2026, 4), 4, 0, 8),
        (Month(2026, 5), 1, 1, 8),
    ]


def test_how_lasting_they_are(trends: Trends) -> None:
    assert trends.durability == (
        (Durability.ELIMINATE, 2),
        (Durability.GUARDRAIL, 8),
        (Durability.AUTOMATE, 1),
        (Durability.DETECT, 3),
        (Durability.DOCUMENT, 1),
        (Durability.INVESTIGATE, 1),
        (Durability.REPAIR, 1),
        (None, 1),
    )
    assert sum(n for _label, n in trends.durability) == trends.totals.counted
    assert trends.mix == (
        Mix(quarter=Quarter(2016, 1), labels=((Durability.ELIMINATE, 1),)),
        Mix(quarter=Quarter(2025, 4), labels=((Durability.GUARDRAIL, 2), (Durability.DETECT, 1))),
        Mix(
            quarter=Quarter(2026, 1),
            labels=(
                (Durability.ELIMINATE, 1),
                (Durability.GUARDRAIL, 2),
                (Durability.DETECT, 1),
                (Durability.DOCUMENT, 1),
            ),
        ),
        Mix(
            quarter=Quarter(2026, 2),
            labels=(
                (Durability.GUARDRAIL, 2),
                (Durability.AUTOMATE, 1),
                (Durability.DETECT, 1),
                (Durability.INVESTIGATE, 1),
            ),
        ),
        Mix(quarter=Quarter(2027, 1), labels=((Durability.GUARDRAIL, 1),)),
    )


def test_what_keeps_coming_back(trends: Trends) -> None:
    assert [(each.review_id, each.day) for each in trends.seen] == [
        ("r1", date(2016, 3, 10)),
        ("r2", date(2025, 11, 5)),
        ("r3", date(2026, 1, 8)),
        ("r4", date(2026, 2, 7)),
        ("r5", date(2026, 4, 1)),
        ("r7", date(2027, 1, 5)),
    ]
    assert trends.seen[4] == Seen(
        review_id="r5",
        title="Review r5",
        day=date(2026, 4, 1),
        families=frozenset({Family.OBSERVABILITY_GAP, Family.ORGANISATIONAL_PRESSURE}),
    )
    assert trends.seen[3].families == frozenset()
    assert trends.family_reviews == (
        (Family.DESIGN_DECISION, 2),
        (Family.MISSING_SAFEGUARD, 2),
        (Family.OBSERVABILITY_GAP, 2),
        (Family.FALSE_ASSUMPTION, 1),
        (Family.ORGANISATIONAL_PRESSURE, 1),
    )
    assert trends.families == (
        FamilyLine(quarter=Quarter(2016, 1), family=Family.DESIGN_DECISION, reviews=1),
        FamilyLine(quarter=Quarter(2016, 1), family=Family.MISSING_SAFEGUARD, reviews=1),
        FamilyLine(quarter=Quarter(2025, 4), family=Family.MISSING_SAFEGUARD, reviews=1),
        FamilyLine(quarter=Quarter(2026, 1), family=Family.OBSERVABILITY_GAP, reviews=1),
        FamilyLine(quarter=Quarter(2026, 2), family=Family.OBSERVABILITY_GAP, reviews=1),
        FamilyLine(quarter=Quarter(2026, 2), family=Family.ORGANISATIONAL_PRESSURE, reviews=1),
        FamilyLine(quarter=Quarter(2027, 1), family=Family.FALSE_ASSUMPTION, reviews=1),
    )


def test_where_it_comes_back(trends: Trends) -> None:
    assert trends.all_services == 4
    assert trends.services == (
        ServiceLine(
            service="Checkout",
            reviews=3,
            families=(
                (Family.MISSING_SAFEGUARD, 2),
                (Family.DESIGN_DECISION, 1),
                (Family.FALSE_ASSUMPTION, 1),
            ),
        ),
        ServiceLine(
            service="Login",
            reviews=3,
            families=((Family.OBSERVABILITY_GAP, 2), (Family.ORGANISATIONAL_PRESSURE, 1)),
        ),
        ServiceLine(
            service="Ledger",
            reviews=1,
            families=((Family.DESIGN_DECISION, 1), (Family.MISSING_SAFEGUARD, 1)),
        ),
        ServiceLine(
            service="Search",
            reviews=1,
            families=((Family.OBSERVABILITY_GAP, 1), (Family.ORGANISATIONAL_PRESSURE, 1)),
        ),
    )
    assert trends.patterns == (
        PatternLine(
            pattern_id="p1",
            name="No expiry alarm",
            reviews=("r3", "r5"),
            services=("Login", "Search"),
            durable_actions=0,
            last_seen=date(2026, 4, 1),
        ),
        PatternLine(
            pattern_id="p2",
            name="Nothing blocks it",
            reviews=("r1", "r2"),
            services=("Checkout", "Ledger"),
            durable_actions=3,
            last_seen=date(2025, 11, 5),
        ),
    )


def occurrence(review_id: str, day: date, *, again: bool) -> Occurrence:
    return Occurrence(review_id=review_id, title=f"Review {review_id}", day=day, again=again)


def test_which_failures_were_seen_again(trends: Trends) -> None:
    assert trends.all_classes == 2
    assert trends.classes == (
        ClassLine(
            name="Bad settings",
            occurrences=(
                occurrence("r1", date(2016, 3, 10), again=False),
                occurrence("r2", date(2025, 11, 5), again=True),
                occurrence("r7", date(2027, 1, 5), again=True),
            ),
            closed=(
                date(2016, 4, 19),
                date(2025, 11, 20),
                # What was looked into on 1 May 2026 fixed nothing.
                date(2025, 12, 15),
            ),
            seen=3,
            again=2,
        ),
        ClassLine(
            name="Expired certificates",
            occurrences=(
                occurrence("r3", date(2026, 1, 8), again=False),
                occurrence("r4", date(2026, 2, 7), again=False),
                occurrence("r5", date(2026, 4, 1), again=True),
            ),
            closed=(date(2026, 2, 7),),
            seen=3,
            again=1,
            undated=1,
        ),
    )


def test_what_there_is_to_warn_of(trends: Trends) -> None:
    assert trends.calm == ""
    assert [(each.rule, each.sentence) for each in trends.warnings] == [
        ("came_back", "Two failure classes came back after their fix was closed."),
        ("old", "One open resilience action is older than 90 days."),
        (
            "back",
            "Two actions were put off until a day that has come: decide on them again.",
        ),
    ]
    assert trends.warnings[0].why.startswith(
        "“Bad settings”: 2 of 3 incidents came after 19 April 2016"
    )


def test_what_is_behind_a_warning(trends: Trends, library: Library) -> None:
    behind = [library.behind(each.mark) for each in trends.warnings if each.mark]
    assert behind == [("r7", "r2", "r1"), ("r3",), ("r5", "r2")]


def test_since_a_day_within_a_month(trends: Trends, library: Library) -> None:
    found = library.trends(date(2026, 2, 8))
    assert (found.reviews, found.undated, found.with_durable) == (2, 2, 2)  # r5 and r7
    assert found.totals == Totals(
        open=4, done=2, deferred=2, overdue=1, undated=1, accepted=1, back=1
    )
    assert found.took == Spread(((0, 1),))
    assert found.to_review == Spread(((2, 1),))
    assert [(each.name, each.seen, each.again, each.undated) for each in found.classes] == [
        ("Bad settings", 1, 1, 0),
        ("Expired certificates", 1, 1, 1),
    ]
    assert found.flow == (
        Flow(month=Month(2026, 2), arrived=1, completed=0, open_after=4),
        Flow(month=Month(2026, 3), arrived=0, completed=0, open_after=4),
        Flow(month=Month(2026, 4), arrived=4, completed=0, open_after=8),
        Flow(month=Month(2026, 5), arrived=1, completed=1, open_after=8),
    )
    assert [each.actions for each in found.age] == [2, 1, 1, 0]
    assert found.standing == trends.standing
    assert [each.pattern_id for each in found.patterns] == ["p1"]
    assert found.calm == "Too few to tell: 2 reviews, 8 actions."


@pytest.mark.usefixtures("trends")
def test_since_the_first_of_a_month_the_kept_figures_serve(library: Library) -> None:
    day = last_year(TODAY)
    assert day == date(2025, 5, 1)
    found = library.trends(day)
    assert (found.reviews, found.totals.done, found.took.n) == (5, 5, 4)
    # As counted from the day before, on which there was nothing.
    other = library.trends(date(2025, 4, 30))
    for name in set(Trends.__slots__) - {"since", "flow", "warnings"}:
        assert getattr(found, name) == getattr(other, name), name


def test_the_command_line_reads_the_same(trends: Trends, library: Library) -> None:
    with Reader(library._store.path) as reader:
        found = reader.trends(TODAY, None)
    for name in set(Trends.__slots__) - {"warnings", "calm"}:
        assert getattr(found, name) == getattr(trends, name), name


def test_nobody_is_named_on_the_page(trends: Trends, library: Library) -> None:
    assert any(each.owner == PERSON for review in REVIEWS for each in review.actions)
    for found in (trends, library.trends(date(2025, 1, 1)), library.trends(date(2016, 1, 2))):
        for word in PERSON.split():
            assert word not in repr(found)
    rows = [
        *library._store._driver().execute("SELECT * FROM figure").fetchall(),
        *library._store._driver().execute("SELECT * FROM card").fetchall(),
        *library._store._driver().execute("SELECT * FROM figures_of").fetchall(),
    ]
    assert rows
    assert "Quimby" not in repr(rows)


def test_a_library_without_reviews(library: Library) -> None:
    found = library.trends()
    assert found.calm.startswith("No reviews yet.")
    assert (found.reviews, found.totals, found.took.median) == (0, Totals(), None)
    assert (found.seen, found.classes, found.services, found.flow, found.taken) == ((),) * 5
    assert library.trends(date(2026, 1, 15)).calm == "No reviews since 15 January 2026."


def test_a_library_with_one_review(library: Library) -> None:
    library._store.create(REVIEWS[4])
    found = library.trends()
    assert found.calm == "Too few to tell: 1 review, 4 actions."
    assert (found.reviews, found.totals.open, found.totals.deferred) == (1, 2, 2)
    assert found.warnings == ()
    assert found.classes[0].again == 0
