"""The journal of systemd as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.domain.words import EventKind
from facilitator.exchange.readers.system import journald
from facilitator.exchange.refused import Refused
from tests.exchange.readers.damage import damaged, only_refused, read, readers_of


def line(micro: str, message: Any, **more: Any) -> dict[str, Any]:
    return {
        "__CURSOR": f"s=1;i={micro}",
        "__REALTIME_TIMESTAMP": micro,
        "MESSAGE": message,
        "_HOSTNAME": "web-1",
        "SYSLOG_IDENTIFIER": "orders",
        "PRIORITY": "6",
        **more,
    }


LINES = [
    line("1772632982003007", "Started"),
    line("1772632983000001", list("Gr\xfc\xdfe".encode("latin-1")), PRIORITY="3"),
    line("1772632984000000", ["one", "two"], PRIORITY="7"),
    line("1772632985000000", "Failed", SYSLOG_IDENTIFIER=None, _SYSTEMD_UNIT="orders.service"),
]
TEXT = "\n".join(map(json.dumps, LINES))


def test_microseconds_in_a_string() -> None:
    found = read(journald.READER, TEXT)
    assert found.entries[0].stamp.at == datetime(2026, 3, 4, 14, 3, 2, 3007, tzinfo=UTC)
    assert found.entries[0].key == "s=1;i=1772632982003007"
    assert found.source == "Journal of web-1"
    assert not found.left


def test_messages_as_text_as_bytes_and_several() -> None:
    texts = [each.text for each in read(journald.READER, TEXT).entries]
    assert texts == ["Started", "Gr\ufffd\ufffde", "one\ntwo", "Failed"]


def test_severity_and_lane() -> None:
    started, failed, debug, last = read(journald.READER, TEXT).entries
    assert (started.kind, failed.kind) == (None, EventKind.OBSERVATION)
    assert debug.noise == "It is a message for debugging."
    assert (started.lane, last.lane) == ("orders", "orders.service")


def test_several_hosts_are_told_apart() -> None:
    other = line("1772632986000000", "Hello", _HOSTNAME="web-2")
    found = read(journald.READER, [*LINES, other])
    assert found.source == "Journal"
    assert [found.entries[0].lane, found.entries[-1].lane] == ["orders on web-1", "orders on web-2"]


def test_the_latest_first() -> None:
    found = read(journald.READER, "\n".join(map(json.dumps, reversed(LINES))))
    assert found.entries[0].text == "Started"


def test_what_cannot_be_read_is_left_out() -> None:
    bad = [line("soon", "x"), line("1772632986000000", None), line("1772632986000000", [999])]
    found = read(journald.READER, "\n".join((TEXT, *map(json.dumps, bad), '{"__CURSOR": "s=')))
    assert len(found.entries) == 4
    assert [(each.where, each.why) for each in found.left] == [
        ("line 8", "It ends too early; perhaps it was cut off."),
        ("line 5", "“soon” is no time that can be read."),
        ("line 6", "It has no text."),
        ("line 7", "It has no text."),
    ]


def test_other_shapes_of_its_json() -> None:
    pretty = "\n".join(json.dumps(each, indent=1) for each in LINES)
    sequence = "".join(f"\x1e{json.dumps(each)}\n" for each in LINES)
    for text in (pretty, sequence):
        assert readers_of(text) == ["journald"]
        assert len(read(journald.READER, text).entries) == 4


def test_it_is_known_for_what_it_is() -> None:
    assert readers_of(TEXT) == ["journald"]


@settings(max_examples=100, deadline=None)
@given(damaged(TEXT))
def test_nothing_but_refused(sample: Any) -> None:
    only_refused(journald.READER, sample)


@settings(max_examples=100, deadline=None)
@given(damaged(LINES))
def test_nothing_but_refused_for_odd_fields(sample: Any) -> None:
    only_refused(journald.READER, sample)


def test_a_file_that_is_mostly_broken_is_refused() -> None:
    with pytest.raises(Refused, match="Most of it"):
        read(journald.READER, '{"__CURSOR":\n' * 2000)
    with pytest.raises(Refused, match="line 1: It ends too early"):
        read(journald.READER, '{"__CURSOR":\n' * 2)


@pytest.mark.parametrize("priority", ["", "8", "33", "³", "x", "-1"])
def test_a_level_that_is_none_is_passed_over(priority: str) -> None:
    found = read(journald.READER, json.dumps(line("1772632982003007", "Up", PRIORITY=priority)))
    assert [each.text for each in found.entries] == ["Up"]
