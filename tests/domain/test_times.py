"""Typed times: the grammar, and what is asked instead of guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from whenever import (
    Instant,
    PlainDateTime,
    RepeatedTime,
    SkippedTime,
)

from facilitator.domain.rules import RuleViolation
from facilitator.domain.time_resolution import said_fully
from facilitator.domain.times import (
    Question,
    TimeContext,
    TypedTime,
    days_shown,
    format_day,
    format_time,
    format_weekday,
    local,
    read_time,
)
from facilitator.domain.typed_zones import MEANINGS, offset_at

ZONES = (
    "UTC",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Dublin",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "America/New_York",
    "America/St_Johns",
    "America/Havana",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Asia/Beirut",
)
LONDON = "Europe/London"
NOW = datetime(2026, 3, 5, 9, 0, 12, 345, tzinfo=UTC)
CONTEXT = TimeContext(
    zone=LONDON,
    day=date(2026, 3, 3),
    now=NOW,
    reference=datetime(2026, 3, 3, 14, 31, tzinfo=UTC),
)


def in_zone(zone: str, day: date, reference: datetime | None = None) -> TimeContext:
    return TimeContext(zone=zone, day=day, now=NOW, reference=reference)


@pytest.mark.parametrize("day", [date(2, 1, 1), date(9998, 12, 31)])
@pytest.mark.parametrize("text", ["14:03", "00:10 +14:00", "23:50 -12:00", "+1m"])
def test_an_event_far_away_draws_no_other_there(text: str, day: date) -> None:
    reference = datetime.combine(day, time(12), UTC)
    with pytest.raises(RuleViolation, match="out of reach"):
        read_time(text, in_zone(LONDON, day, reference))


def at(text: str, context: TimeContext = CONTEXT) -> str:
    """The instant read, as ISO text in UTC."""
    found = read_time(text, context)
    assert isinstance(found, TypedTime), found
    return found.at.isoformat().removesuffix("+00:00")


def asked(text: str, context: TimeContext = CONTEXT) -> Question:
    found = read_time(text, context)
    assert isinstance(found, Question), found
    return found


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("14:03", "2026-03-03T14:03:00"),
        ("9:05", "2026-03-03T09:05:00"),
        ("1403", "2026-03-03T14:03:00"),
        ("1403Z", "2026-03-03T14:03:00"),
        ("14:03:20", "2026-03-03T14:03:20"),
        ("14:03:20.5", "2026-03-03T14:03:20.500000"),
        ("2:03pm", "2026-03-03T14:03:00"),
        ("2:03 p.m.", "2026-03-03T14:03:00"),
        ("2 PM", "2026-03-03T14:00:00"),
        ("12:10pm", "2026-03-03T12:10:00"),
        ("+5m", "2026-03-03T14:36:00"),
        ("-2m", "2026-03-03T14:29:00"),
        ("\u22122m", "2026-03-03T14:29:00"),
        ("+1h30m", "2026-03-03T16:01:00"),
        ("+90s", "2026-03-03T14:32:30"),
        ("+2d", "2026-03-05T14:31:00"),
        ("now", "2026-03-05T09:00:12"),
        ("yesterday 14:03", "2026-03-04T14:03:00"),
        ("Today 1403", "2026-03-05T14:03:00"),
        ("tomorrow 9:00", "2026-03-06T09:00:00"),
        ("2026-03-04 14:03", "2026-03-04T14:03:00"),
        ("2026-03-04T14:03Z", "2026-03-04T14:03:00"),
        ("2026-03-04t14:03:09z", "2026-03-04T14:03:09"),
        ("2026-03-04T14:03+01:00", "2026-03-04T13:03:00"),
        ("2026-03-04T14:03-05:00", "2026-03-04T19:03:00"),
        ("2026-03-04 14:03+0100", "2026-03-04T13:03:00"),
        ("4 Mar 14:03", "2026-03-04T14:03:00"),
        ("March 4, 2026 14:03", "2026-03-04T14:03:00"),
        ("4 march 2025 at 14:03", "2025-03-04T14:03:00"),
        ("14:03 UTC", "2026-03-03T14:03:00"),
        ("14:03 CET", "2026-03-03T13:03:00"),
        ("14:03 +01:00", "2026-03-03T13:03:00"),
        ("14:03 UTC+5:30", "2026-03-03T08:33:00"),
        ("14:03 Europe/Berlin", "2026-03-03T13:03:00"),
        ("14:03 America/Argentina/Buenos_Aires", "2026-03-03T17:03:00"),
        ("14:03 PT", "2026-03-03T22:03:00"),
        ("2026-07-03 14:03", "2026-07-03T13:03:00"),
        ("  14:03  ", "2026-03-03T14:03:00"),
        ("\ufeff14:03", "2026-03-03T14:03:00"),
    ],
)
def test_a_time_is_read_as_it_is_written(text: str, instant: str) -> None:
    assert at(text) == instant


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("03/04/2026 14:03", "2026-04-03"),
        ("3.4.26 14:03", "2026-03-04"),
        ("25/12/2026 10:00", "2026-12-25"),
        ("24:05", "2026-03-04 00:05"),
        ("2026-03-31 24:00", "2026-04-01 00:00"),
        ("14:61", "not a time of day"),
        ("25:00", "not a time of day"),
        ("2180", "not a time of day"),
        ("14:03pm", "2:03pm"),
        ("0:10am", "not a time of day"),
        ("14.03", "Write 14:03"),
        ("2026-03-04", "time of day"),
        ("yesterday", "time of day"),
        ("2026-02-30 10:00", "2026-02-30"),
        ("30 Feb 10:00", "30 February"),
        ("0001-01-01 10:00", "year 1 "),
        ("14:03 XYZ", "not a zone"),
        ("14:03 Mars/Base", "not a zone"),
        ("14:03 +29:00", "not a zone"),
        ("now UTC", "not part of a time"),
        ("+5", "Write 14:03"),
        ("+999999d", "out of reach"),
        ("14:0", "Write 14:03"),
        ("2026-03", "Write 14:03"),
        ("half past two", "Write 14:03"),
        ("", "Write 14:03"),
        ("\u0661\u0664:\u0660\u0663", "Write 14:03"),
    ],
)
def test_what_is_no_time_is_refused_with_a_way_out(text: str, hint: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        read_time(text, CONTEXT)
    assert refused.value.field == "time"
    assert hint in refused.value.reason


def test_counting_needs_something_to_count_from() -> None:
    with pytest.raises(RuleViolation, match="no event yet"):
        read_time("+5m", in_zone(LONDON, date(2026, 3, 3)))


def test_a_clock_time_long_before_the_reference_is_on_the_next_day() -> None:
    late = in_zone(LONDON, date(2026, 3, 3), datetime(2026, 3, 3, 23, 50, tzinfo=UTC))
    found = read_time("00:10", late)
    assert isinstance(found, TypedTime)
    assert (found.at, found.day_moved) == (datetime(2026, 3, 4, 0, 10, tzinfo=UTC), 1)
    same = read_time("12:00", late)
    assert isinstance(same, TypedTime)
    assert (same.at.day, same.day_moved) == (3, 0)
    assert at("2026-03-03 00:10", late) == "2026-03-03T00:10:00"


def test_the_day_is_carried_onto_the_clocks_of_another_zone() -> None:
    tokyo = in_zone("Asia/Tokyo", date(2026, 3, 4), datetime(2026, 3, 3, 16, 0, tzinfo=UTC))
    assert at("16:05 UTC", tokyo) == "2026-03-03T16:05:00"
    assert at("01:05", tokyo) == "2026-03-03T16:05:00"


def test_a_repeated_hour_is_asked_about() -> None:
    question = asked("2026-10-25 01:30")
    assert "came twice on 25 October 2026" in question.text
    assert "01:30 +01:00" in question.text
    assert "01:30 +00:00" in question.text
    assert [choice.at.hour for choice in question.choices] == [0, 1]
    assert at("2026-10-25 01:30 +00:00") == "2026-10-25T01:30:00"


def test_a_skipped_hour_is_asked_about() -> None:
    question = asked("2026-03-29 02:30", in_zone("Europe/Berlin", date(2026, 3, 29)))
    assert "There was no 02:30 on 29 March 2026" in question.text
    assert [choice.label[:5] for choice in question.choices] == ["01:30", "03:30"]
    assert at("2026-03-29 02:30 +02:00") == "2026-03-29T00:30:00"


@pytest.mark.parametrize("zone", ["IST", "CST", "BST", "AST", "GST", "PST", "CDT"])
def test_an_ambiguous_zone_is_asked_about(zone: str) -> None:
    question = asked(f"14:03 {zone}")
    assert question.text.startswith(f"{zone} can be ")
    assert len({choice.at for choice in question.choices}) == len(MEANINGS[zone]) > 1
    assert f"14:03 {MEANINGS[zone][0].home}" in question.text


def test_winter_time_written_in_summer_is_asked_about() -> None:
    question = asked("2026-07-01 14:03 CET")
    assert [choice.at.hour for choice in question.choices] == [13, 12]
    assert at("2026-07-01 14:03 CEST") == "2026-07-01T12:03:00"


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("14:03 IST", CONTEXT),
        ("01:30", in_zone(LONDON, date(2026, 10, 25))),
        ("01:30", in_zone(LONDON, date(2026, 3, 29))),
        ("2026-07-01 14:03 EST", CONTEXT),
        ("2025-04-06 01:45", in_zone("Australia/Lord_Howe", date(2025, 4, 6))),
        ("00:30", in_zone("America/Havana", date(2026, 11, 1))),
    ],
)
def test_every_choice_can_be_typed(text: str, context: TimeContext) -> None:
    for choice in asked(text, context).choices:
        found = read_time(choice.typed, context)
        assert isinstance(found, TypedTime)
        assert found.at == choice.at


# Where clocks change, and everywhere else: within five hours of a change often enough.
CHANGES = [
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 3, 8, 7, tzinfo=UTC),
    datetime(2026, 11, 1, 5, tzinfo=UTC),
    datetime(2025, 4, 5, 15, tzinfo=UTC),
    datetime(2025, 10, 4, 15, 30, tzinfo=UTC),
    datetime(2025, 2, 23, 2, tzinfo=UTC),
    datetime(2025, 4, 6, 2, tzinfo=UTC),
    datetime(2011, 12, 30, 10, tzinfo=UTC),
    datetime(2026, 3, 28, 22, tzinfo=UTC),
]
NEAR_A_CHANGE = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(CHANGES),
    st.integers(-300, 300),
)
ANY_TIME = st.datetimes(datetime(1975, 1, 1), datetime(2150, 1, 1)).map(  # noqa: DTZ001
    lambda naive: naive.replace(microsecond=0, tzinfo=UTC)
)


@given(st.one_of(NEAR_A_CHANGE, ANY_TIME), st.sampled_from(ZONES))
def test_clock_changes_are_those_of_the_oracle(near: datetime, zone: str) -> None:
    offset = local(near, zone).utcoffset()
    assert offset is not None
    # Minutes around the change on the wall, also those that no clock shows.
    for step in (timedelta(0), timedelta(minutes=45), timedelta(minutes=-45)):
        wall = (near + offset + step).replace(tzinfo=None)
        found = read_time(f"{wall:%Y-%m-%d %H:%M:%S}", in_zone(zone, wall.date()))
        plain = PlainDateTime(wall)
        try:
            expected = plain.assume_tz(zone, disambiguation="raise")
        except (RepeatedTime, SkippedTime):
            assert isinstance(found, Question)
            both = {
                plain.assume_tz(zone, disambiguation=side).to_instant().to_stdlib()
                for side in ("earlier", "later")
            }
            assert {choice.at for choice in found.choices} == both
        else:
            assert isinstance(found, TypedTime)
            assert found.at == expected.to_instant().to_stdlib()


@given(st.one_of(NEAR_A_CHANGE, ANY_TIME), st.sampled_from(ZONES))
def test_an_instant_said_fully_is_read_back(instant: datetime, zone: str) -> None:
    offset = offset_at(instant, zone)
    typed = said_fully(local(instant, zone).replace(tzinfo=None), offset)
    assert at(typed, in_zone("Asia/Tokyo", date(2026, 3, 3))) == instant.isoformat()[:-6]


@given(
    ANY_TIME,
    st.sampled_from("+-"),
    st.tuples(st.integers(0, 40), st.integers(0, 90), st.integers(0, 999), st.integers(0, 900)),
)
def test_counting_is_done_in_elapsed_time(
    reference: datetime, sign: str, counts: tuple[int, int, int, int]
) -> None:
    days, hours, minutes, seconds = counts
    context = in_zone("Europe/Berlin", reference.date(), reference)
    way = 1 if sign == "+" else -1
    expected = Instant(reference).add(hours=way * (24 * days + hours), minutes=way * minutes)
    expected = expected.add(seconds=way * seconds)
    found = read_time(f"{sign}{days}d{hours}h{minutes}m{seconds}s", context)
    assert isinstance(found, TypedTime)
    assert found.at == expected.to_stdlib()


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.times(), ANY_TIME, st.sampled_from(ZONES))
def test_a_bare_clock_time_stays_on_its_day_or_goes_to_the_next(
    day: date, clock: time, reference: datetime, zone: str
) -> None:
    assume(local(reference, zone).date() == day or clock.minute % 2)
    here = in_zone(zone, local(reference, zone).date(), reference)
    found = read_time(f"{clock:%H:%M}", here)
    if isinstance(found, TypedTime):
        shown = local(found.at, zone)
        assert (shown.hour, shown.minute) == (clock.hour, clock.minute)
        assert shown.date() == here.day + timedelta(days=found.day_moved)
        # A day across a clock change may have up to 25 hours.
        assert found.at > reference - timedelta(hours=13)


@given(st.text(max_size=40) | st.text("0123456789:+-TZ aphmsd/.?~", max_size=24))
def test_any_text_is_a_time_a_question_or_refused(text: str) -> None:
    try:
        found = read_time(text, CONTEXT)
    except RuleViolation as refused:
        found = None
        field, reason = refused.field, refused.reason
    else:
        field, reason = "time", "."
    assert found is None or isinstance(found, TypedTime | Question)
    assert field == "time"
    assert reason.endswith(".")


def test_how_times_and_days_read() -> None:
    instant = datetime(2026, 7, 3, 13, 3, tzinfo=UTC)
    assert format_time(instant, LONDON) == "14:03"
    assert format_time(instant + timedelta(seconds=20), "+05:30") == "18:33:20"
    assert format_day(date(2026, 3, 3)) == "3 March 2026"
    assert format_weekday(date(2026, 3, 3)) == "Tue 3 Mar"
    night = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    shown = days_shown([night, None, night + timedelta(hours=1)], LONDON)
    assert shown == (date(2026, 3, 3), date(2026, 3, 4))
    assert days_shown([night, night + timedelta(hours=1)], "Asia/Tokyo") == (date(2026, 3, 4),)
