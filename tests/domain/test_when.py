"""When something happened: about, unknown, spans of time, and the text to edit it by."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.records import TimelineEvent
from facilitator.domain.rules import RuleViolation
from facilitator.domain.times import TimeContext, local
from facilitator.domain.when import answered, read_when, when_text
from facilitator.domain.words import Precision

NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)
REFERENCE = datetime(2026, 3, 3, 14, 31, tzinfo=UTC)
CONTEXT = TimeContext(zone="Europe/London", day=date(2026, 3, 3), now=NOW, reference=REFERENCE)


@pytest.mark.parametrize("text", ["~14:10", "~ 14:10", "about 14:10", "ca. 14:10", "~-21m"])
def test_about(text: str) -> None:
    found = read_when(text, CONTEXT)
    assert (found.precision, found.at) == (
        Precision.ABOUT,
        datetime(2026, 3, 3, 14, 10, tzinfo=UTC),
    )


def test_an_unknown_time_stands_where_the_reference_stands() -> None:
    found = read_when("?", CONTEXT)
    assert (found.precision, found.at, found.until) == (Precision.UNKNOWN, REFERENCE, None)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("14:03-14:20", "3 14:03", "3 14:20"),
        ("14:03\u201314:20", "3 14:03", "3 14:20"),
        ("14:03 - 14:20", "3 14:03", "3 14:20"),
        ("14:03 to 14:20", "3 14:03", "3 14:20"),
        ("1403-1420", "3 14:03", "3 14:20"),
        ("2:03pm-2:20pm", "3 14:03", "3 14:20"),
        ("14:03-14:20 Europe/Berlin", "3 13:03", "3 13:20"),
        ("14:03 UTC-14:20 UTC", "3 14:03", "3 14:20"),
        ("23:50-00:20", "3 23:50", "4 00:20"),
        ("01:00-05:00", "4 01:00", "4 05:00"),
        ("2026-03-01 09:00 to 2026-03-02 10:00", "1 09:00", "2 10:00"),
    ],
)
def test_a_span_of_time(text: str, begin: str, end: str) -> None:
    found = read_when(text, CONTEXT)
    assert found.at is not None
    assert found.until is not None
    assert f"{found.at.day} {found.at:%H:%M}" == begin
    assert f"{found.until.day} {found.until:%H:%M}" == end


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("14:03-14:2", "end of a span"),
        ("2026-03-04 14:03 to 2026-03-03 10:00", "before it begins"),
        ("14:03 lunch", "neither a zone nor"),
        ("soon", "not a time"),
    ],
)
def test_what_is_no_span_is_refused(text: str, hint: str) -> None:
    with pytest.raises(RuleViolation, match=hint):
        read_when(text, CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "14:05-05:00",
        "~14:05 IST",
        "2026-10-25 01:30-02:30",
        "2026-10-25 00:30-01:30",
        "2026-03-29 01:30 to 02:30",
    ],
)
def test_every_choice_about_a_span_can_be_typed(text: str) -> None:
    found = read_when(text, CONTEXT)
    assert found.question is not None
    readings = [read_when(answered(text, found, each), CONTEXT) for each in found.question.choices]
    assert all(each.at and not each.question for each in readings)
    assert len({(each.at, each.until) for each in readings}) == len(readings) > 1
    assert all(each.precision is found.precision for each in readings)


def test_minus_five_after_a_time_may_be_the_end_or_the_zone() -> None:
    found = read_when("14:05-05:00", CONTEXT)
    assert found.question is not None
    assert "Write 14:05 to 05:00 or 14:05 -05:00." in found.question.text
    assert read_when("14:05 -05:00", CONTEXT).at == datetime(2026, 3, 3, 19, 5, tzinfo=UTC)
    assert read_when("14:05-05:17", CONTEXT).until == datetime(2026, 3, 4, 5, 17, tzinfo=UTC)


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001
    st.none() | st.timedeltas(timedelta(0), timedelta(days=3)),
    st.sampled_from(
        ("UTC", "Europe/London", "Europe/Dublin", "Australia/Lord_Howe", "America/Havana")
    ),
    st.sampled_from((Precision.EXACT, Precision.ABOUT)),
)
def test_the_text_to_edit_a_time_by_says_the_same_time(
    naive: datetime, span: timedelta | None, zone: str, precision: Precision
) -> None:
    begun = naive.replace(tzinfo=UTC)
    event = TimelineEvent(
        id="e",
        text="x",
        at=begun,
        end=None if span is None else begun + span,
        precision=precision,
    )
    context = TimeContext(zone=zone, day=local(begun, zone).date(), now=NOW, reference=begun)
    found = read_when(when_text(event, zone), context)
    assert (found.at, found.until, found.precision) == (event.at, event.end, precision)


def test_how_times_are_edited() -> None:
    begun = datetime(2026, 3, 3, 15, 10, tzinfo=UTC)
    event = TimelineEvent(id="e", text="x", at=begun, end=begun + timedelta(minutes=36))
    assert when_text(event, "Europe/London") == "15:10-15:46"
    assert when_text(TimelineEvent(id="e", text="x", at=begun), "Europe/London") == "15:10"
    unknown = TimelineEvent(id="e", text="x", at=begun, precision=Precision.UNKNOWN)
    assert when_text(unknown, "Europe/London") == "?"
