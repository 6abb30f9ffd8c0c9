"""Lines of logs: both kinds of syslog, and lines with a severity."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.domain.words import EventKind
from facilitator.exchange.readers.settling import settle
from facilitator.exchange.readers.system import syslog
from tests.exchange.readers.damage import damaged, only_refused, read, readers_of

OLD = """\
Mar  4 23:59:58 web-1 orders[211]: pool is empty
Mar  4 23:59:59 web-1 kernel: [1.5] out of memory
-- Boot 12ab --
Mar  5 00:00:01 web-1 orders[211]: giving up
"""
MODERN = """\
<34>1 2026-03-04T14:03:22.003Z web-1 orders 211 ID7 [a@1 k="v \\" ]"] pool is empty
<191>1 2026-03-04T15:03:23.123456+01:00 web-2 orders - - - trace it
<34>1 - web-1 orders - - - when?
"""
ISO = """\
2026-03-04T14:03:22.123456+01:00 web-1 orders[2]: pool is empty
2026-03-04T14:03:23+0100 web-1 sshd: bye
"""
JAVA = """\
2026-03-04 14:03:22,123 ERROR pool is empty
java.lang.IllegalStateException: no connection
\tat orders.Pool.take(Pool.java:40)
Caused by: java.net.SocketException
2026-03-04 14:03:23,000 DEBUG nothing to do
2026-03-04 14:03:24,500 [main] WARN  o.Pool - slow
"""


def test_old_lines_have_no_year_and_no_zone() -> None:
    found = read(syslog.READER, OLD)
    first = found.entries[0]
    assert (first.text, first.lane) == ("pool is empty", "orders")
    assert first.stamp.yearless == (3, 4)
    assert first.stamp.clock == time(23, 59, 58)
    assert not first.stamp.zone
    assert found.source == "Log of web-1"
    assert found.entries[1].text == "[1.5] out of memory"
    assert [each.where for each in found.left] == ["line 3"]


def test_year_and_zone_are_asked() -> None:
    found = read(syslog.READER, OLD)
    assert {each.id for each in settle(found, {}).asked} <= {"date", "zone"}
    placed = settle(found, {"date": "2026-03-04", "zone": "Europe/Berlin"}).placed
    assert [each.at for each in placed] == [
        datetime(2026, 3, 4, 22, 59, 58, tzinfo=UTC),
        datetime(2026, 3, 4, 22, 59, 59, tzinfo=UTC),
        datetime(2026, 3, 4, 23, 0, 1, tzinfo=UTC),
    ]


def test_modern_lines() -> None:
    found = read(syslog.READER, MODERN)
    first, second = found.entries
    assert (first.text, first.lane) == ("pool is empty", "orders on web-1")
    assert first.stamp.at == datetime(2026, 3, 4, 14, 3, 22, 3000, tzinfo=UTC)
    assert first.kind is EventKind.OBSERVATION
    assert second.stamp.at == datetime(2026, 3, 4, 14, 3, 23, 123456, tzinfo=UTC)
    assert second.noise
    assert [(each.where, each.why) for each in found.left] == [("line 3", "It has no time.")]


def test_lines_with_a_host_and_iso_times() -> None:
    first, second = read(syslog.READER, ISO).entries
    assert first.stamp.at == datetime(2026, 3, 4, 13, 3, 22, 123456, tzinfo=UTC)
    assert second.stamp.at == datetime(2026, 3, 4, 13, 3, 23, tzinfo=UTC)
    assert (second.text, second.lane) == ("bye", "sshd")


def test_lines_with_a_severity_and_traces() -> None:
    error, debug, warning = read(syslog.READER, JAVA).entries
    assert error.text.split("\n") == [
        "pool is empty",
        "java.lang.IllegalStateException: no connection",
        "\tat orders.Pool.take(Pool.java:40)",
        "Caused by: java.net.SocketException",
    ]
    assert (error.kind, error.why) == (EventKind.OBSERVATION, "It is logged as ERROR.")
    assert error.stamp.day == date(2026, 3, 4)
    assert error.stamp.clock == time(14, 3, 22, 123000)
    assert debug.noise == "It is a message for debugging."
    assert warning.text == "main: o.Pool - slow"
    asked = settle(read(syslog.READER, JAVA), {}).asked
    assert [each.id for each in asked] == ["zone"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("2026/03/04 14:03:22 [error] 7#7: upstream failed", "7#7: upstream failed"),
        ("[2026-03-04T14:03:22.123Z] INFO: listening", "listening"),
        ("2026-03-04 14:03:22.123 | INFO     | app:run:12 - hello", "app:run:12 - hello"),
        ("2026-03-04T14:03:22.123Z\tWARN\tpool.go:7\tslow", "pool.go:7\tslow"),
        ("2026-03-04 14:03:22.123 UTC [71] LOG: x ERROR bad", "71] LOG: x: bad"),
    ],
)
def test_many_kinds_of_lines(line: str, text: str) -> None:
    (found,) = read(syslog.READER, line).entries
    assert found.text == text
    assert (found.stamp.at or found.stamp.clock) is not None
    assert readers_of(line) == ["syslog"]


def test_a_long_trace_is_cut() -> None:
    found = read(syslog.READER, JAVA.replace("Caused", "\tat x.y.Z(Z.java:1)\n" * 900 + "Caused"))
    assert len(found.entries[0].text) == 2000
    assert found.entries[0].text.endswith("…")


def test_what_stands_before_the_first_line_is_left_out() -> None:
    found = read(syslog.READER, "\tat the.end.Of(A.java)\n" + JAVA)
    assert [(each.where, each.why) for each in found.left] == [
        ("line 1", "It stands before the first line with a time.")
    ]
    assert readers_of("\tat the.end.Of(A.java)\n" + JAVA) == ["syslog"]


def test_a_day_that_does_not_exist_is_left_out() -> None:
    found = read(syslog.READER, "Feb 30 10:00:00 web-1 orders: x\nMar  4 25:00:00 web-1 a: x\n")
    settle(found, {"zone": "Asia/Tokyo"})
    assert not found.entries
    assert found.left[0].why == "“Feb 30 10:00:00” is no time that can be read."


@pytest.mark.parametrize("year", ["0001", "1970", "2200", "9999"])
def test_years_out_of_reach_are_left_out(year: str) -> None:
    lines = f"{year}-12-31 23:59:59 ERROR x\nDec 31 {year} 23:59:59 web-1 a: x\n"
    found = read(syslog.READER, f"{lines}{year}-12-31T23:59:59-11:00 web-1 a: x\n")
    assert not found.entries
    assert len(found.left) == 3


@pytest.mark.parametrize("sample", [OLD, MODERN, ISO, JAVA])
def test_it_is_known_for_what_it_is(sample: str) -> None:
    assert readers_of(sample) == ["syslog"]


@pytest.mark.parametrize(
    "sample",
    [
        "Ana Prata  9:05 AM\nthe pool is empty\n",
        "2026-03-04 14:03 <ana> ERROR in the pool\n",
        "[04/03/2026, 14:03:22] Ana: ERROR\n",
        "# Post-mortem\n\n2026-03-04 14:03:22 ERROR\n",
        "Mar 4 was a bad day: we lost the pool.\n",
    ],
)
def test_what_others_read_is_left_to_them(sample: str) -> None:
    assert "syslog" not in readers_of(sample)


@settings(max_examples=100, deadline=None)
@given(damaged(OLD + MODERN + ISO + JAVA))
def test_nothing_but_refused(sample: Any) -> None:
    only_refused(syslog.READER, sample)
