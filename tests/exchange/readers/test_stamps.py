"""The times that a piece of somebody's text begins with, however they are written."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.words import Precision
from facilitator.exchange.readers.stamps import (
    day_first_shown,
    days_in,
    instant,
    scan_day,
    scan_short,
    scan_stamp,
    stated,
)

MARCH = date(2026, 3, 4)
CLOCKS = [
    ("14:03", time(14, 3)),
    ("14:03:22", time(14, 3, 22)),
    ("14:03:22.123456789", time(14, 3, 22, 123456)),
    ("14:03:60", time(14, 3, 59)),
    ("9:05 Alert", time(9, 5)),
    ("2:15pm", time(14, 15)),
    ("2:15 p.m. Alert", time(14, 15)),
    ("12:00 AM", time(0, 0)),
    ("12:31p", time(12, 31)),
    ("8:45a", time(8, 45)),
    ("9am", time(9, 0)),
    ("12 pm", time(12, 0)),
    ("1403 UTC", time(14, 3)),
    ("1403h", time(14, 3)),
    ("14:03Z", time(14, 3)),
]


@pytest.mark.parametrize(("text", "clock"), CLOCKS)
def test_clocks(text: str, clock: time) -> None:
    found = scan_stamp(text)
    assert found is not None
    assert found.stamp.clock == clock
    assert found.stamp.precision is Precision.EXACT


ABOUT = [
    ("22:XX", time(22, 0)),
    ("22:5X", time(22, 50)),
    ("22:??", time(22, 0)),
    ("~14:00", time(14, 0)),
    ("~ 14:00", time(14, 0)),
    ("14:00~", time(14, 0)),
    ("ca. 14:00", time(14, 0)),
    ("about 2pm", time(14, 0)),
    ("approx. 14:30", time(14, 30)),
    ("approximately 14:30", time(14, 30)),
    ("after 14:30", time(14, 30)),
    ("at around 14:30", time(14, 30)),
    ("2026-03-04 at roughly 14:30", time(14, 30)),
]


@pytest.mark.parametrize(("text", "clock"), ABOUT)
def test_what_is_about_says_so(text: str, clock: time) -> None:
    found = scan_stamp(text)
    assert found is not None
    assert (found.stamp.clock, found.stamp.precision) == (clock, Precision.ABOUT)


NO_TIMES = [
    "1.2.3.4 is down",
    "10.0.0.1:8080",
    "3.11.2 is installed",
    "v14:03",
    "25 nodes",
    "14",
    "14:60",
    "31:00",
    "14:03:22:10",
    "13 pm",
    "0 am",
    "2026",
    "1.27 was released",
    "14:03abc",
    "2026-02-30 14:03",
    "99:99",
    "",
    "at noon",
    "1600-1700",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert scan_stamp(text) is None


def test_a_dot_is_taken_only_where_times_stand() -> None:
    assert scan_stamp("7.30 Alert") is None
    found = scan_stamp("7.30 Alert", loose=True)
    assert found is not None
    assert found.stamp.clock == time(7, 30)
    assert scan_stamp("7.3 Alert", loose=True) is None
    assert scan_stamp("7.30.1 Alert", loose=True) is None


ZONES = [
    ("14:03 UTC", "UTC"),
    ("14:03Z", "UTC"),
    ("14:03 GMT+2", "+02:00"),
    ("14:03+01:00", "+01:00"),
    ("14:03 CET", "CET"),
    ("14:03 (UTC)", "UTC"),
    ("14:03 UTC: Alert", "UTC"),
    ("14:03 Europe/Berlin", "Europe/Berlin"),
    ("2:03 PM PST", "PST"),
    ("14:03 Alert", ""),
    ("14:03 DNS", ""),
    ("2026-03-04T14:03-05:00", "-05:00"),
]


@pytest.mark.parametrize(("text", "zone"), ZONES)
def test_zones(text: str, zone: str) -> None:
    found = scan_stamp(text)
    assert found is not None
    assert found.stamp.zone == zone


def test_hours_of_the_night_after() -> None:
    found = scan_stamp("24:05")
    assert found is not None
    assert (found.stamp.clock, found.stamp.shift) == (time(0, 5), 1)
    assert scan_stamp("25:30") is not None


SPANS = [
    ("14:00 - 14:30", time(14, 0), time(14, 30)),
    ("14:00–14:30 UTC", time(14, 0), time(14, 30)),
    ("9:30 - 10:15 PM", time(21, 30), time(22, 15)),
    ("11:30 - 1:15 PM", time(11, 30), time(13, 15)),
    ("11:30 AM - 1:15 PM", time(11, 30), time(13, 15)),
    ("9:30 to 10:15 AM", time(9, 30), time(10, 15)),
    ("23:50 until 00:10", time(23, 50), time(0, 10)),
]


@pytest.mark.parametrize(("text", "first", "last"), SPANS)
def test_spans(text: str, first: time, last: time) -> None:
    found = scan_stamp(text)
    assert found is not None
    assert found.end is not None
    assert (found.stamp.clock, found.end.clock) == (first, last)
    assert found.stop == len(text)


def test_both_ends_of_a_span_are_in_one_zone() -> None:
    found = scan_stamp("14:00 - 14:30 CET")
    assert found is not None
    assert found.end is not None
    assert (found.stamp.zone, found.end.zone) == ("CET", "CET")


DATED = [
    "2026-03-04 14:03",
    "2026-03-04T14:03",
    "2026/03/04 14:03",
    "4 March 2026 14:03",
    "4 Mar 2026, 14:03",
    "March 4th, 2026 at 14:03",
    "Wed, 4 March 2026 14:03",
    "on the 4th of March 2026 at 14:03",
    "2026-03-04 1403",
    "2026-03-04 1403: Alert",
    "14:03 (4 March 2026)",
    "14:03 on March 4, 2026",
    "14:03, 4 March 2026",
    "04-Mar-2026 14:03",
    "2026-MAR-04 14:03",
    "2026 March 4, 14:03",
    "2026 March, 4th 14:03",
    "2026 March 4-7th, 14:03",
    "Wed Mar 4 02:03:00 PM UTC 2026",
    "Mar 4 14:03:00 2026: Alert",
]


@pytest.mark.parametrize("text", DATED)
def test_days_beside_clocks(text: str) -> None:
    found = scan_stamp(text)
    assert found is not None
    assert (found.stamp.day, found.stamp.clock) == (MARCH, time(14, 3))


def test_a_number_behind_a_clock_may_be_part_of_a_sentence() -> None:
    found = scan_stamp("Mar 4 14:03 2026 loaves are gone")
    assert found is not None
    assert (found.stamp.day, found.stamp.yearless) == (None, (3, 4))


def test_a_day_in_brackets_needs_both() -> None:
    found = scan_stamp("14:03 (4 March 2026")
    assert found is not None
    assert found.stamp.day is None
    assert found.stop == len("14:03")


DAYS = [
    ("2026-03-04", MARCH),
    ("4 March 2026", MARCH),
    ("March 4, 2026", MARCH),
    ("March 4-7, 2026", MARCH),
    ("4–7 March 2026", MARCH),
    ("2026-Mar-04", MARCH),
    ("4.3.2026", None),
    ("13/3/2026", date(2026, 3, 13)),
    ("3/13/26", date(2026, 3, 13)),
    ("4 March", None),
    ("5/5/2026", date(2026, 5, 5)),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days(text: str, day: date | None) -> None:
    found = scan_day(text)
    assert found is not None
    assert found[0].day == day
    assert found[1] == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "31 June 2026",
        "32/1/2026",
        "1.2.3.4",
        "10.0.0.1",
        "0/0/2026",
        "1815-06-18",
        "",
    ],
)
def test_days_that_are_none(text: str) -> None:
    assert scan_day(text) is None


def test_what_a_day_leaves_open() -> None:
    slashed = scan_day("3/4/2026")
    assert slashed is not None
    assert (slashed[0].day, slashed[0].slashed) == (None, (3, 4, 2026))
    yearless = scan_day("29 February")
    assert yearless is not None
    assert (yearless[0].day, yearless[0].yearless) == (None, (2, 29))


def test_a_day_in_two_numbers() -> None:
    certain = scan_short("03-25 17:10", 0)
    assert certain is not None
    assert (certain[0].yearless, certain[0].slashed) == ((3, 25), None)
    either = scan_short("12-05 11:10", 0)
    assert either is not None
    assert (either[0].yearless, either[0].slashed) == (None, (12, 5, 0))
    shown = scan_short("12-05 11:10", 0, day_first=False)
    assert shown is not None
    assert shown[0].yearless == (12, 5)
    same = scan_short("5/5 11:10", 0)
    assert same is not None
    assert same[0].yearless == (5, 5)


@pytest.mark.parametrize("text", ["13-13 10:00", "2/30 10:00", "3/4 of all", "1/2", "10:00"])
def test_two_numbers_that_are_no_day(text: str) -> None:
    assert scan_short(text, 0) is None


def test_other_days_show_the_order() -> None:
    assert day_first_shown("12-05 11:10 and 03-25 17:10") is False
    assert day_first_shown("12/5 11:10 and 25/3 17:10") is True
    assert day_first_shown("12/5 11:10") is None
    assert day_first_shown("25/3 11:10 and 3/25 17:10") is None


def test_every_day_of_a_text() -> None:
    text = "From 2026-03-04 (not 1.2.3.4) to March 7, 2026, and 5 May."
    assert [each.day for each in days_in(text)] == [MARCH, date(2026, 3, 7), None]


SECONDS = 1_772_632_982
EPOCHS = [
    (SECONDS, 0),
    (f"{SECONDS}", 0),
    (f"{SECONDS}.123456", 123456),
    (f"{SECONDS}123", 123000),
    (f"{SECONDS}123456", 123456),
    (f"{SECONDS}123456789", 123456),
    (SECONDS * 1000, 0),
    (SECONDS * 10**9, 0),
]


@pytest.mark.parametrize(("epoch", "micro"), EPOCHS)
def test_epochs_in_every_unit(epoch: float | str, micro: int) -> None:
    at = instant(epoch)
    assert at == datetime(2026, 3, 4, 14, 3, 2, micro, tzinfo=UTC)


@pytest.mark.parametrize("epoch", ["", "abc", "-1e9", "9" * 40, "1e400", "nan", -(10**12), "1.2.3"])
def test_epochs_that_are_none(epoch: float | str) -> None:
    assert instant(epoch) is None


def test_iso_with_nanoseconds() -> None:
    assert stated("2026-03-04T15:03:22.123456789+01:00").at == datetime(
        2026, 3, 4, 14, 3, 22, 123456, tzinfo=UTC
    )
    assert stated("2026-03-04T14:03:22Z").at == datetime(2026, 3, 4, 14, 3, 22, tzinfo=UTC)
    assert stated("2026-02-30T14:03:22Z").precision is Precision.UNKNOWN
    assert stated("2026-03-04 14:03").day == MARCH
    assert stated("14:03 and more").precision is Precision.UNKNOWN


@given(st.text(max_size=40), st.integers(0, 45))
def test_any_text_at_any_place(text: str, position: int) -> None:
    for loose in (False, True):
        found = scan_stamp(text, position, loose=loose)
        assert found is None or position < found.stop <= len(text)
    day = scan_day(text, position)
    assert day is None or position < day[1] <= len(text)


@given(st.datetimes(datetime(1971, 1, 1), datetime(2199, 1, 1)))  # noqa: DTZ001 - clocks
def test_a_written_time_is_read_as_written(wall: datetime) -> None:
    found = scan_stamp(f"{wall:%Y-%m-%d %H:%M:%S.%f} Alert")
    assert found is not None
    assert found.stamp.day is not None
    assert found.stamp.clock is not None
    assert datetime.combine(found.stamp.day, found.stamp.clock) == wall


@pytest.mark.parametrize(
    "text", ["October 31, 2022:", "31 October 2022: open", "Oct 31, 2022 (Mon)"]
)
def test_a_year_before_a_colon_is_no_clock(text: str) -> None:
    assert scan_stamp(text) is None
    found = scan_day(text)
    assert found is not None
    assert found[0].day == date(2022, 10, 31)


@pytest.mark.parametrize("text", ["9:00 AM on Friday", "09:00 on friday", "9am, on Friday"])
def test_a_weekday_after_a_clock_is_its_day(text: str) -> None:
    found = scan_stamp(f"{text}.")
    assert found is not None
    assert (found.stamp.clock, found.stamp.weekday, found.stop) == (time(9, 0), 4, len(text))


@pytest.mark.parametrize("text", ["9:00 AM on Fridays", "9:00 AM on Friday's shift", "9:00 AM on"])
def test_other_words_after_a_clock_are_none(text: str) -> None:
    found = scan_stamp(text)
    assert found is not None
    assert (found.stamp.weekday, found.stop) == (None, len("9:00 AM"))


def test_a_weekday_after_a_day_belongs_to_it() -> None:
    for text in ("2022-10-27 (Thu)", "27 October 2022, Thursday", "Oct 27, 2022 (Thursday)"):
        found = scan_day(f"{text} 10:00")
        assert found is not None
        assert (found[0].day, found[1]) == (date(2022, 10, 27), len(text))
    found = scan_day("2022-10-27, Sunny at last")
    assert found is not None
    assert found[1] == len("2022-10-27")
