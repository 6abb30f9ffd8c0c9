"""The tables of the trends hold every number, and the key figures say how few things are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitator.domain.behind import Behind, any_of, these
from facilitator.domain.key_figures import key_figures
from facilitator.domain.trend_tables import tables
from facilitator.domain.trend_words import TITLES, half_words, period_words, share_words
from facilitator.domain.trends import Flow, Mark, Month, Totals, Trends
from facilitator.domain.words import Family
from tests.trends_values import CLASSES, TODAY, picture, spread


def rows(name: str, trends: Trends | None = None) -> list[tuple[str, ...]]:
    found = {each.name: each for each in tables(trends or picture())}
    return [row.cells for row in found[name].rows]


def test_every_chart_has_a_table_whose_rows_have_as_many_cells_as_its_head() -> None:
    found = tables(picture())
    assert [each.name for each in found] == list(TITLES)
    for each in found:
        assert each.rows, each.name
        assert {len(row.cells) for row in each.rows} == {len(each.head)}
        assert all(row.behind for row in each.rows)


def test_the_numbers_of_the_drawn_page() -> None:
    assert rows("age") == [("0 to 30", "8"), ("31 to 60", "9"), ("61 to 90", "5"), ("over 90", "9")]
    assert rows("mix")[-1] == ("Q1 26", "11", "6", "3", "2", "0")
    assert rows("taken")[0][:5] == ("Q2 25", "14", "21", "6", "58")
    assert rows("families")[0] == ("Missing safeguard", "11", "16")
    assert rows("again")[0][:4] == ("Bad settings go everywhere", "3", "2025-09-01", "2")
    assert rows("again")[3][:4] == ("Jobs that run twice", "2", "", "")
    assert rows("services")[0][:2] == ("Ledger", "7")
    assert rows("patterns")[0][1:] == ("5", "4", "0", "2026-02-01")


def test_a_class_has_a_row_though_its_line_had_no_room() -> None:
    assert len(rows("again", replace(picture(), classes=CLASSES * 3))) == 12


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(0, 0, "none"), (5, 8, "5 of 8"), (1, 19, "1 of 19"), (13, 20, "65 %"), (300, 300, "100 %")],
)
def test_a_share_of_few_is_told_as_two_numbers(part: int, whole: int, words: str) -> None:
    assert share_words(part, whole) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((), "none done"),
        ((7,), "one, on day 7"),
        ((3, 9, 11), "half by day 9, of only 3"),
        ((1, 2, 3, 4, 5, 6), "half by day 3"),
    ],
)
def test_a_median_says_of_how_few(days: tuple[int, ...], words: str) -> None:
    assert half_words(spread(*days)) == words


def test_key_figures_of_the_drawn_page() -> None:
    told = {each.name: f"{each.figure} {each.words}" for each in key_figures(picture())}
    assert told == {
        "done": "62 % of the actions are done, 53 of 86",
        "overdue": "27 % of the open actions are past their day, 9 of 33",
        "took": "33 days or sooner for half of 56 actions done",
        "with_durable": "11 of 16 reviews have a durable action",
        "accepted": "3 put off by decision, recurrence accepted; 1 more due again",
        "to_review": "6 days from incident to review, or sooner for half of 7 reviews",
    }


def test_key_figures_of_nothing() -> None:
    told = {each.name: each.figure for each in key_figures(Trends(today=TODAY))}
    assert told["done"] == told["overdue"] == told["took"] == told["to_review"] == "none"


def test_what_lies_behind_is_asked_for_and_narrowed() -> None:
    known = {"family": ("r1", "r2"), "service": ("r2", "r3"), "took": ("r9",)}

    def ask(mark: Mark) -> tuple[str, ...]:
        return known[mark.kind]

    both = Behind(marks=(Mark("family"),), within=Mark("service"))
    assert both.found(ask) == {"r2"}
    assert any_of(Mark("family"), Mark("took")).found(ask) == {"r1", "r2", "r9"}
    assert these(["r5", "r5"]).found(ask) == {"r5"}


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (None, "From the beginning"),
        (date(2025, 3, 1), "Last 12 months"),
        (date(2024, 3, 15), "Last 24 months"),
        (date(2025, 5, 3), "Since 3 May 2025"),
    ],
)
def test_the_period_in_words(since: date | None, words: str) -> None:
    assert period_words(replace(picture(), since=since)) == words


def test_families_nobody_met_are_told_too() -> None:
    assert len(rows("families", Trends(today=TODAY, reviews=2))) == len(Family)


def test_totals_without_the_cancelled() -> None:
    assert Totals(open=1, done=2, deferred=1, cancelled=4).counted == 4


def test_months_in_which_nothing_happened_are_one_row_and_none_stands_before_the_first() -> None:
    told = ((0, 0, 0), (0, 0, 0), (3, 0, 3), (0, 0, 3), (0, 0, 3), (0, 1, 2), (0, 0, 2))
    flow = tuple(
        Flow(month=Month(2026, number), arrived=arrived, completed=done, open_after=left)
        for number, (arrived, done, left) in enumerate(told, 1)
    )
    assert rows("flow", replace(picture(), flow=flow)) == [
        ("2026-03", "3", "0", "3"),
        ("2026-04 to 2026-05", "0", "0", "3"),
        ("2026-06", "0", "1", "2"),
        ("2026-07", "0", "0", "2"),
    ]
    assert rows("flow", replace(picture(), flow=flow[:2])) == []


def test_a_long_time_is_told_by_its_first_day() -> None:
    long = Trends(today=date(2026, 3, 5), since=date(2018, 4, 1))
    assert period_words(long) == "Since 1 April 2018"
