"""Due dates: what a severity suggests, and what is typed."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.day_words import format_day
from facilitator.domain.due import presets, read_day, read_due
from facilitator.domain.rules import RuleViolation

TODAY = date(2026, 3, 5)  # A Thursday.
DAYS = st.dates(TODAY, TODAY + timedelta(days=360))


@pytest.mark.parametrize(
    ("severity", "first"),
    [("SEV 1", "in 15 days"), ("SEV 2", "in 15 days"), ("SEV 3", "in 30 days"), ("", "in 30 days")],
)
def test_the_first_preset_is_that_of_the_severity(severity: str, first: str) -> None:
    found = presets(severity)
    assert found[0].words == first
    assert {each.days for each in found} >= {15, 30, 28, 56}


@pytest.mark.parametrize("severity", ["SEV 1", "SEV 4", "Major"])
def test_a_preset_is_read_as_it_reads(severity: str) -> None:
    for each in presets(severity):
        assert read_due(each.words, TODAY) == each.day(TODAY)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("+14d", date(2026, 3, 19)),
        ("+2w", date(2026, 3, 19)),
        ("14 days", date(2026, 3, 19)),
        ("in 2 weeks", date(2026, 3, 19)),
        ("  due   19 Mar ", date(2026, 3, 19)),
        ("by 2026-03-19", date(2026, 3, 19)),
        ("fri", date(2026, 3, 6)),
        ("4 March", date(2027, 3, 4)),
        ("", None),
        ("   ", None),
    ],
)
def test_a_typed_due_date(typed: str, due: date | None) -> None:
    assert read_due(typed, TODAY) == due


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("4 March", date(2026, 3, 4)),
        ("yesterday", date(2026, 3, 4)),
        ("3 days ago", date(2026, 3, 2)),
        ("tomorrow", date(2026, 3, 6)),
        ("2025-12-31", date(2025, 12, 31)),
        ("", None),
    ],
)
def test_a_day_that_may_have_passed(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["soon", "19 Mar or so", "30 Feb", "03/04/2026", "x" * 3_000])
@pytest.mark.parametrize("read", [read_due, read_day])
def test_what_is_no_day_is_refused_at_its_field(read: object, typed: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        read(typed, TODAY)  # type: ignore[operator]
    assert refused.value.field == "due"
    assert len(refused.value.reason) < 200


@given(DAYS)
def test_a_written_day_is_read_back(day: date) -> None:
    assert read_due(format_day(day), TODAY) == day
    assert read_day(format_day(day), TODAY) == day
    assert read_due(day.isoformat(), TODAY) == day


@pytest.mark.parametrize("read", [read_due, read_day])
@given(typed=st.text(max_size=40))
def test_any_text_is_a_day_or_refused(read: object, typed: str) -> None:
    found: object = None
    with contextlib.suppress(RuleViolation):
        found = read(typed, TODAY)  # type: ignore[operator]
    assert found is None or isinstance(found, date)
