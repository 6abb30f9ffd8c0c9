"""PagerDuty's log entries, incidents, notes and webhooks."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.system import pagerduty
from facilitator.exchange.refused import Refused
from tests.exchange.readers.damage import damaged, only_refused, read, readers_of

INCIDENT = {"id": "PINC1", "type": "incident_reference", "summary": "[#7] Orders fail"}
ANA = {"id": "PU1", "type": "user_reference", "summary": "Ana Prata"}
MONITOR = {"id": "PS1", "type": "service_reference", "summary": "Orders"}


def entry(kind: str, at: str, key: str, **more: Any) -> dict[str, Any]:
    return {
        "id": key,
        "type": f"{kind}_log_entry",
        "summary": f"{kind} of it",
        "created_at": at,
        "agent": ANA,
        "channel": {"type": "website"},
        "service": {"id": "PS1", "summary": "Orders"},
        "incident": INCIDENT,
        "html_url": f"https://acme.example/log/{key}?token=secret",
        **more,
    }


LOG = {
    "log_entries": [
        entry("resolve", "2026-03-04T14:41:00Z", "R8", agent=MONITOR),
        entry("resolve", "2026-03-04T14:30:00Z", "R7"),
        entry(
            "annotate",
            "2026-03-04T14:20:05Z",
            "R6",
            channel={"type": "note", "summary": "Raised the pool to 40."},
        ),
        entry("acknowledge", "2026-03-04T14:10:00Z", "R5"),
        entry("acknowledge", "2026-03-04T14:05:00Z", "R4"),
        entry("assign", "2026-03-04T14:03:23Z", "R3"),
        entry("notify", "2026-03-04T14:03:23Z", "R2"),
        entry(
            "trigger",
            "2026-03-04T14:03:22Z",
            "R1",
            agent=MONITOR,
            event_details={"description": "Orders fail at checkout"},
        ),
    ],
    "limit": 25,
    "more": False,
}
NOTES = {
    "notes": [
        {
            "id": "N1",
            "user": ANA,
            "content": "It was the pool.\nWe keep 40.",
            "created_at": "2026-03-04T15:10:00+01:00",
        }
    ]
}
INCIDENTS = {
    "incidents": [
        {
            "id": "PINC1",
            "type": "incident",
            "incident_number": 7,
            "title": "Orders fail",
            "urgency": "high",
            "status": "resolved",
            "created_at": "2026-03-04T14:03:22Z",
            "resolved_at": "2026-03-04T14:41:00Z",
            "last_status_change_by": ANA,
            "service": {"summary": "Orders"},
            "html_url": "https://acme.example/incidents/PINC1",
        }
    ]
}


def hook(kind: str, at: str, key: str, data: dict[str, Any] | None = None) -> dict[str, Any]:
    body = {"id": "PINC1", "type": "incident", "title": "Orders fail", "service": MONITOR}
    return {
        "event": {
            "id": key,
            "event_type": f"incident.{kind}",
            "resource_type": "incident",
            "occurred_at": at,
            "agent": ANA,
            "data": data or body,
        }
    }


HOOKS = [
    hook("triggered", "2026-03-04T14:03:22.125Z", "H1"),
    hook("acknowledged", "2026-03-04T14:05:00.000Z", "H2"),
    hook(
        "annotated",
        "2026-03-04T14:20:05.674Z",
        "H3",
        {"incident": INCIDENT, "id": "N1", "content": "Raised the pool.", "type": "incident_note"},
    ),
    hook("resolved", "2026-03-04T14:41:00.500Z", "H4"),
]
MESSAGES = {
    "messages": [
        {
            "id": "M1",
            "event": "incident.acknowledge",
            "created_on": "2026-03-04T14:05:00Z",
            "incident": {"id": "PINC1", "title": "Orders fail", "service": {"name": "Orders"}},
        }
    ]
}
SAMPLES = (LOG, NOTES, INCIDENTS, HOOKS, MESSAGES, HOOKS[0], LOG["log_entries"])


def test_log_entries_come_in_order_each_marker_once() -> None:
    found = read(pagerduty.READER, LOG)
    assert [each.key for each in found.entries] == [f"R{n}" for n in range(1, 9)]
    marked = {each.key: each.marker for each in found.entries if each.marker}
    assert marked == {"R1": Marker.DETECTED, "R4": Marker.ACKNOWLEDGED, "R8": Marker.RESOLVED}
    first = found.entries[0]
    assert first.text == "Orders fail at checkout"
    assert first.stamp.at == datetime(2026, 3, 4, 14, 3, 22, tzinfo=UTC)
    assert (first.kind, first.author, first.lane) == (EventKind.ALERT, "", "Orders")
    assert first.link == "https://acme.example/log/R1"
    assert not found.left
    assert found.people == ("Ana Prata",)


def test_notifications_are_folded_away_with_a_sentence() -> None:
    found = read(pagerduty.READER, LOG)
    assert {each.key for each in found.entries if each.noise} == {"R2", "R3"}
    assert found.entries[1].noise.endswith(".")


def test_notes_are_told_in_full_and_by_whom() -> None:
    found = {each.key: each for each in read(pagerduty.READER, LOG).entries}
    assert found["R6"].text == "Raised the pool to 40."
    assert found["R6"].author == "Ana Prata"
    (note,) = read(pagerduty.READER, NOTES).entries
    assert note.text == "It was the pool.\nWe keep 40."
    assert note.stamp.at == datetime(2026, 3, 4, 14, 10, tzinfo=UTC)


def test_a_machine_that_resolves_is_no_person_who_acts() -> None:
    found = {each.key: each for each in read(pagerduty.READER, LOG).entries}
    assert (found["R8"].kind, found["R8"].author) == (EventKind.ALERT, "")
    assert (found["R7"].kind, found["R7"].author) == (EventKind.ACTION, "Ana Prata")


def test_incidents_begin_and_end() -> None:
    first, last = read(pagerduty.READER, INCIDENTS).entries
    assert first.text == "Orders fail (high urgency)"
    assert (last.text, last.author) == ("Resolved: Orders fail", "Ana Prata")
    assert (first.marker, last.marker) == (Marker.DETECTED, Marker.RESOLVED)
    assert last.stamp.at == datetime(2026, 3, 4, 14, 41, tzinfo=UTC)


@pytest.mark.parametrize("shape", ["list", "lines", "messages"])
def test_webhooks_however_they_are_kept(shape: str) -> None:
    kept: Any = {
        "list": HOOKS,
        "lines": "\n".join(map(json.dumps, HOOKS)),
        "messages": {"messages": HOOKS},
    }[shape]
    found = read(pagerduty.READER, kept)
    assert [each.text for each in found.entries] == [
        "Orders fail",
        "Acknowledged: Orders fail",
        "Raised the pool.",
        "Resolved: Orders fail",
    ]
    assert found.entries[0].stamp.at == datetime(2026, 3, 4, 14, 3, 22, 125000, tzinfo=UTC)
    assert [each.marker for each in found.entries][3] is Marker.RESOLVED


def test_webhooks_of_version_2() -> None:
    (found,) = read(pagerduty.READER, MESSAGES).entries
    assert (found.text, found.marker) == ("Acknowledged: Orders fail", Marker.ACKNOWLEDGED)
    assert found.lane == "Orders"


def test_what_comes_twice_is_read_once() -> None:
    found = read(pagerduty.READER, [*HOOKS, HOOKS[0]])
    assert len(found.entries) == 4
    assert found.notes == ("1 repetition was left out: each entry is read once.",)


def test_what_has_no_time_is_left_out() -> None:
    broken = {"log_entries": [entry("trigger", "soon", "R1"), 7, {"type": "notify_log_entry"}]}
    found = read(pagerduty.READER, broken)
    assert not found.entries
    assert {(each.where, each.why) for each in found.left} == {
        ("log_entries[0]", "“soon” is no time that can be read."),
        ("log_entries[1]", "This should be an object, and is none."),
        ("log_entries[2]", "It has no time."),
    }


def test_types_that_nobody_knows_are_told_as_they_are() -> None:
    body = entry("merge_alerts", "2026-03-04T14:03:22Z", "R1") | {"summary": ""}
    (found,) = read(pagerduty.READER, [body]).entries
    assert found.text == "Merge alerts: [#7] Orders fail"


def test_a_line_that_is_cut_off_is_left_out() -> None:
    text = "\n".join(map(json.dumps, HOOKS))
    found = read(pagerduty.READER, text[:-30])
    assert len(found.entries) == 3
    assert found.left[0].where == "line 4"
    with pytest.raises(Refused, match="too early"):
        read(pagerduty.READER, json.dumps(LOG)[:-30])


@pytest.mark.parametrize("sample", SAMPLES)
def test_it_is_known_for_what_it_is(sample: Any) -> None:
    assert readers_of(sample) == ["pagerduty"]


@settings(max_examples=150, deadline=None)
@given(damaged([LOG, NOTES, INCIDENTS, *HOOKS, MESSAGES]))
def test_nothing_but_refused(sample: Any) -> None:
    only_refused(pagerduty.READER, sample)
