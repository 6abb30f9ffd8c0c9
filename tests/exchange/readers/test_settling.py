"""Where the entries of a source stand in time, and what only a person can say."""

from __future__ import annotations

from datetime import date, time

import pytest

from facilitator.domain.words import Precision
from facilitator.exchange.readers.found import Entry, Reading, Stamp
from facilitator.exchange.readers.settling import Settled, settle
from facilitator.exchange.readers.stamps import scan_day, scan_short, scan_stamp


def entry(said: str) -> Entry:
    """An entry whose time is written like this."""
    short = scan_short(said, 0)
    found = scan_stamp(said, short[1] if short else 0)
    if found is None:
        day = scan_day(said)
        stamp = day[0]._replace(precision=Precision.UNKNOWN) if day else Stamp(said)
        return Entry(said, stamp, said)
    stamp = found.stamp
    if short:
        stamp = stamp._replace(slashed=short[0].slashed, yearless=short[0].yearless)
    return Entry(said, stamp, said, end=found.end)


def reading(*said: str, zone: str = "", day: date | None = None) -> Reading:
    return Reading(form="x", source="x", entries=tuple(map(entry, said)), zone=zone, day=day)


def at(settled: Settled) -> list[str]:
    """The instants in UTC; ``-`` for none."""
    return [f"{each.at:%m-%d %H:%M}" if each.at else "-" for each in settled.placed]


def ids(settled: Settled) -> list[str]:
    return [each.id for each in settled.asked]


def test_the_day_is_carried_on() -> None:
    found = settle(reading("2026-03-04 14:03", "14:10", "18:00", zone="UTC"), {})
    assert at(found) == ["03-04 14:03", "03-04 14:10", "03-04 18:00"]
    assert not found.asked


def test_after_midnight_it_is_the_next_day() -> None:
    found = settle(reading("2026-03-04 23:50", "00:10", "01:00", zone="UTC"), {})
    assert at(found) == ["03-04 23:50", "03-05 00:10", "03-05 01:00"]
    assert [each.moved for each in found.placed] == [0, 1, 0]


def test_a_small_step_back_stays_on_the_day() -> None:
    found = settle(reading("2026-03-04 14:10", "14:03", "14:20", zone="UTC"), {})
    assert at(found) == ["03-04 14:10", "03-04 14:03", "03-04 14:20"]


def test_half_a_day_back_is_the_next_day() -> None:
    found = settle(reading("2026-03-04 23:00", "11:00", zone="UTC"), {})
    assert at(found) == ["03-04 23:00", "03-05 11:00"]


def test_hours_past_midnight_count_from_their_day() -> None:
    found = settle(reading("2026-03-04 23:00", "24:05", "25:30", zone="UTC"), {})
    assert at(found) == ["03-04 23:00", "03-05 00:05", "03-05 01:30"]


def test_a_span_that_ends_after_midnight() -> None:
    found = settle(reading("2026-03-04 23:50 - 00:10", "2026-03-04 23:55", zone="UTC"), {})
    end = found.placed[0].end
    assert end is not None
    assert f"{end:%m-%d %H:%M}" == "03-05 00:10"
    assert at(found) == ["03-04 23:50", "03-04 23:55"]


def test_what_has_no_day_is_asked_once() -> None:
    found = settle(reading("14:03", "14:10", zone="UTC"), {})
    assert ids(found) == ["date"]
    assert found.asked[0].count == 2
    assert at(found) == ["-", "-"]
    given = settle(reading("14:03", "14:10", zone="UTC"), {"date": "2026-03-04"})
    assert at(given) == ["03-04 14:03", "03-04 14:10"]
    assert not given.asked


def test_an_answer_that_is_no_day_is_none() -> None:
    assert ids(settle(reading("14:03", zone="UTC"), {"date": "the fourth"})) == ["date"]


def test_what_names_no_zone_is_asked() -> None:
    found = settle(reading("2026-03-04 14:03"), {})
    assert ids(found) == ["zone"]
    assert at(settle(reading("2026-03-04 14:03"), {"zone": "Europe/Berlin"})) == ["03-04 13:03"]
    assert ids(settle(reading("2026-03-04 14:03"), {"zone": "Nowhere/Land"})) == ["zone"]


def test_day_or_month_first_is_asked() -> None:
    found = settle(reading("3/4/2026 10:00", zone="UTC"), {})
    assert ids(found) == ["order"]
    assert "the 3 April or the 4 March" in found.asked[0].text
    assert at(settle(reading("3/4/2026 10:00", zone="UTC"), {"order": "day"})) == ["04-03 10:00"]
    assert at(settle(reading("3/4/2026 10:00", zone="UTC"), {"order": "month"})) == ["03-04 10:00"]


def test_two_numbers_without_a_year() -> None:
    source = reading("3/4 10:00", zone="UTC", day=date(2026, 3, 4))
    assert ids(settle(source, {})) == ["order"]
    assert at(settle(source, {"order": "month"})) == ["03-04 10:00"]
    assert at(settle(source, {"order": "day"})) == ["04-03 10:00"]


def test_a_day_without_a_year_is_the_nearest() -> None:
    source = reading("31 December 23:50", "1 January 00:10", zone="UTC", day=date(2026, 1, 1))
    assert [each.at.year for each in settle(source, {}).placed if each.at] == [2025, 2026]
    assert ids(settle(reading("4 March 10:00", zone="UTC"), {})) == ["date"]


def test_a_clock_that_came_twice_is_asked() -> None:
    source = reading("2026-10-25 02:30", zone="Europe/Berlin")
    found = settle(source, {})
    assert ids(found) == ["clock 2026-10-25 02:30"]
    assert "came twice" in found.asked[0].text
    assert [each.value for each in found.asked[0].options] == ["+02:00", "+01:00"]
    assert at(settle(source, {"clock 2026-10-25 02:30": "+01:00"})) == ["10-25 01:30"]
    assert at(settle(source, {"clock 2026-10-25 02:30": "+02:00"})) == ["10-25 00:30"]


def test_a_clock_that_never_was_is_asked() -> None:
    source = reading("2026-03-29 02:30", zone="Europe/Berlin")
    found = settle(source, {})
    assert ids(found) == ["clock 2026-03-29 02:30"]
    assert "There was no" in found.asked[0].text
    answers = {each.value for each in found.asked[0].options}
    assert all(at(settle(source, {found.asked[0].id: each})) != ["-"] for each in answers)


def test_a_zone_out_of_its_season_is_asked() -> None:
    source = reading("2026-07-04 14:03 CET")
    found = settle(source, {})
    assert ids(found) == ["zone CET"]
    assert at(settle(source, {"zone CET": "+01:00"})) == ["07-04 13:03"]
    assert at(settle(source, {"zone CET": "Europe/Berlin"})) == ["07-04 12:03"]
    assert not settle(reading("2026-01-04 14:03 CET"), {}).asked


def test_the_clocks_of_the_place_are_an_answer_too() -> None:
    """Whoever says Europe/Berlin of a text with CET in July means what the clocks showed."""
    found = settle(reading("2026-07-04 14:03 CET"), {"zone": "Europe/Berlin"})
    assert at(found) == ["07-04 12:03"]
    assert not found.asked
    assert ids(settle(reading("2026-07-04 14:03 CET"), {"zone": "Asia/Tokyo"})) == ["zone CET"]


@pytest.mark.parametrize("name", ["IST", "CST", "BST", "PST"])
def test_a_name_of_several_zones_is_asked(name: str) -> None:
    source = reading(f"2026-07-04 14:03 {name}")
    found = settle(source, {})
    assert ids(found) == [f"zone {name}"]
    assert len(found.asked[0].options) > 1
    assert at(settle(source, {f"zone {name}": "+05:30"})) == ["07-04 08:33"]


def test_india_is_what_kolkata_says() -> None:
    found = settle(reading("2026-07-04 14:03 IST"), {"zone": "Asia/Kolkata"})
    assert at(found) == ["07-04 08:33"]


def test_a_day_alone_is_unknown_and_begins_it() -> None:
    found = settle(reading("2026-03-04", "14:03", zone="UTC"), {})
    assert at(found) == ["03-04 00:00", "03-04 14:03"]
    assert found.placed[0].precision is Precision.UNKNOWN


def test_what_is_unknown_stands_after_the_last() -> None:
    source = reading("2026-03-04 14:03", zone="UTC")
    source = Reading(
        form="x", source="x", entries=(*source.entries, Entry("2", Stamp("??"), "b")), zone="UTC"
    )
    found = settle(source, {})
    assert at(found) == ["03-04 14:03", "03-04 14:03"]
    assert found.placed[1].precision is Precision.UNKNOWN


def test_the_most_general_is_asked_first() -> None:
    found = settle(reading("14:03", "3/4/2026 10:00", "2026-07-04 14:03 IST"), {})
    assert ids(found) == ["date", "order", "zone", "zone IST"]


def test_a_clock_of_the_stamp_wins_over_the_source() -> None:
    found = settle(reading("2026-03-04 14:03 UTC", "15:10", zone="+01:00"), {})
    assert at(found) == ["03-04 14:03", "03-04 14:10"]
    assert found.placed[0].entry.stamp.clock == time(14, 3)


def test_a_clock_that_goes_back_by_hours_is_asked_about() -> None:
    source = reading("2026-03-04 18:00", "09:00", "09:30", zone="UTC")
    found = settle(source, {})
    assert ids(found) == ["back"]
    assert at(settle(source, {"back": "next"})) == ["03-04 18:00", "03-05 09:00", "03-05 09:30"]
    assert at(settle(source, {"back": "same"})) == ["03-04 18:00", "03-04 09:00", "03-04 09:30"]
    assert settle(source, {"back": "next"}).placed[1].moved == 1
