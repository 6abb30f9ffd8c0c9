"""Rows whose time is counted from the start, or from the row before that has a clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.domain.words import Precision
from facilitator.exchange.readers.elapsed import scan_elapsed
from facilitator.exchange.readers.settling import settle
from tests.exchange.readers.documents_told import document


@pytest.mark.parametrize(
    ("text", "minutes", "from_start", "rest"),
    [
        ("T+5m the oven", 5, True, " the oven"),
        ("T+0 the oven", 0, True, " the oven"),
        ("T0: the oven", 0, True, ": the oven"),
        ("T=0 | the oven", 0, True, " | the oven"),
        ("T-10 min the oven", -10, True, " the oven"),
        ("T+01:10 the oven", 70, True, " the oven"),
        ("T+1:10:30 the oven", 70.5, True, " the oven"),
        ("T+1h 10m the oven", 70, True, " the oven"),
        ("T+1h10 the oven", 70, True, " the oven"),
        ("+6.5 hrs] the oven", 390, False, "] the oven"),
        ("+90 seconds later: the oven", 1.5, False, ": the oven"),
        ("+2 days - the oven", 2880, False, " - the oven"),
    ],
)
def test_a_length_after_a_sign(text: str, minutes: float, from_start: bool, rest: str) -> None:
    found = scan_elapsed(text)
    assert found is not None
    assert (found[0], found[1]) == (timedelta(minutes=minutes), from_start)
    assert text[found[2] :] == rest


@pytest.mark.parametrize(
    "text",
    ["T+5 the oven", "+5 ovens", "+5 % heat", "+49 30 1234", "T5m", "5 min", "+1:75", "T+9999 d"],
)
def test_what_may_be_anything_else_is_no_length(text: str) -> None:
    assert scan_elapsed(text) is None


def _told(rows: str) -> list[tuple[datetime | None, str]]:
    read = document(f"# Cold oven\n\nDate: 2026-03-04\n\n## Timeline\n\n{rows}\n")
    return [
        (None if each.precision is Precision.UNKNOWN else each.at, each.entry.text)
        for each in settle(read, {"zone": "UTC"}).placed
    ]


def _at(hour: int, minute: int = 0, day: int = 4) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


def test_rows_count_from_the_last_that_has_a_clock() -> None:
    rows = "- 22:00 Cold\n- +30 min Looked\n- +2.5 hrs Warm\n- 01:10 Cold again\n- +5m Bread"
    assert _told(rows) == [
        (_at(22), "Cold"),
        (_at(22, 30), "Looked"),
        (_at(0, 30, day=5), "Warm"),
        (_at(1, 10, day=5), "Cold again"),
        (_at(1, 15, day=5), "Bread"),
    ]


def test_rows_with_a_t_count_from_the_first() -> None:
    rows = (
        "| Time | What |\n|---|---|\n| 10:00 | Cold |\n| T+5m | Looked |\n| 10:30 | Lit |\n"
        "| T+1h | Warm |\n"
    )
    assert [at for at, _ in _told(rows)] == [_at(10), _at(10, 5), _at(10, 30), _at(11)]


def test_a_start_that_nobody_tells_leaves_the_rows_in_order_and_their_times_unknown() -> None:
    read = document("# Cold oven\n\n## Timeline\n\n- T+0 Cold\n- T+5m: Looked\n- T+1h - Warm\n")
    placed = settle(read, {}).placed
    assert [(each.at, each.precision) for each in placed] == [(None, Precision.UNKNOWN)] * 3
    assert [each.entry.stamp.raw for each in placed] == ["T+0", "T+5m", "T+1h"]


def test_what_goes_back_is_counted_from_nobody_knows_where() -> None:
    assert _told("- 10:00 Cold\n- +30 min Looked\n- +5 min Lit\n- +40 min Warm") == [
        (_at(10), "Cold"),
        (None, "Looked"),
        (None, "Lit"),
        (None, "Warm"),
    ]
