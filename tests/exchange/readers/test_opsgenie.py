"""Opsgenie's webhooks, and its lists of alerts, notes and logs."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.system import opsgenie
from tests.exchange.readers.damage import damaged, only_refused, read, readers_of


def hook(action: str, updated: int | None, **more: Any) -> dict[str, Any]:
    alert = {
        "alertId": "a-1",
        "tinyId": "9",
        "message": "Queue grows",
        "entity": "mail",
        "username": "li@acme.example",
        "createdAt": 1772632982104,
        "updatedAt": updated,
        **more,
    }
    return {"action": action, "alert": alert, "integrationName": "Hook", "source": {"name": ""}}


HOOKS = [
    hook("Create", 1772632982104000123),
    hook("Acknowledge", 1772633100002000962, note="Looking"),
    hook("AddNote", 1772633160500000000, note="Consumers are stuck.\nRestarting two."),
    hook("AddTags", 1772633170000000000),
    hook("Close", 1772634000000000000),
]
LIST = {
    "data": [
        {
            "id": "a-1",
            "tinyId": "9",
            "message": "Queue grows",
            "priority": "P2",
            "createdAt": "2026-03-04T14:03:02.104Z",
            "updatedAt": "2026-03-04T15:03:02.104Z",
            "report": {
                "ackTime": 118000,
                "closeTime": 1018000,
                "acknowledgedBy": "li@acme.example",
            },
        }
    ],
    "took": 0.1,
}
LOGS = {
    "data": [
        {
            "log": "Alert sent to a phone",
            "type": "system",
            "owner": "System",
            "createdAt": "2026-03-04T14:03:05Z",
            "offset": "1_2",
        },
        {
            "note": "Looking",
            "owner": "li@acme.example",
            "createdAt": "2026-03-04T14:05:00.002Z",
            "offset": "1_3",
        },
    ]
}


def test_milliseconds_and_nanoseconds_in_one_object() -> None:
    found = read(opsgenie.READER, HOOKS).entries
    assert [each.stamp.at for each in found] == [
        datetime(2026, 3, 4, 14, 3, 2, 104000, tzinfo=UTC),
        datetime(2026, 3, 4, 14, 5, 0, 2000, tzinfo=UTC),
        datetime(2026, 3, 4, 14, 6, 0, 500000, tzinfo=UTC),
        datetime(2026, 3, 4, 14, 6, 10, tzinfo=UTC),
        datetime(2026, 3, 4, 14, 20, tzinfo=UTC),
    ]


def test_what_was_done_and_by_whom() -> None:
    found = read(opsgenie.READER, HOOKS).entries
    assert [each.text for each in found] == [
        "Queue grows",
        "Acknowledged: Queue grows (Looking)",
        "Consumers are stuck.\nRestarting two.",
        "Tags were added: Queue grows",
        "Closed: Queue grows",
    ]
    assert [each.marker for each in found] == [
        Marker.DETECTED,
        Marker.ACKNOWLEDGED,
        None,
        None,
        Marker.RESOLVED,
    ]
    assert [each.author for each in found] == ["", *["li@acme.example"] * 4]
    assert (found[0].kind, found[0].lane) == (EventKind.ALERT, "mail")
    assert [bool(each.noise) for each in found] == [False, False, False, True, False]


def test_an_action_is_not_put_to_when_the_alert_was_created() -> None:
    found = read(opsgenie.READER, hook("Close", None))
    assert not found.entries
    assert found.left[0].why == "It has no time."


@pytest.mark.parametrize("shape", ["one", "lines"])
def test_webhooks_however_they_are_kept(shape: str) -> None:
    kept: Any = HOOKS[2] if shape == "one" else "\n".join(map(json.dumps, HOOKS))
    found = read(opsgenie.READER, kept).entries
    assert len(found) == (1 if shape == "one" else 5)


def test_a_listed_alert_tells_when_it_was_taken_and_closed() -> None:
    first, taken, closed = read(opsgenie.READER, LIST).entries
    assert first.text == "Queue grows (P2)"
    assert taken.stamp.at == datetime(2026, 3, 4, 14, 5, 0, 104000, tzinfo=UTC)
    assert (taken.marker, taken.author) == (Marker.ACKNOWLEDGED, "li@acme.example")
    assert closed.stamp.at == datetime(2026, 3, 4, 14, 20, 0, 104000, tzinfo=UTC)


def test_logs_and_notes_of_an_alert() -> None:
    sent, note = read(opsgenie.READER, LOGS).entries
    assert (sent.text, sent.author) == ("Alert sent to a phone", "")
    assert (note.text, note.author) == ("Looking", "li@acme.example")


def test_actions_that_nobody_knows_are_told_as_they_are() -> None:
    (found,) = read(opsgenie.READER, hook("PageTheBoss", 1772633100002000962)).entries
    assert found.text == "Page the boss: Queue grows"


@pytest.mark.parametrize("sample", [HOOKS, HOOKS[0], LIST, LOGS])
def test_it_is_known_for_what_it_is(sample: Any) -> None:
    assert readers_of(sample) == ["opsgenie"]


@settings(max_examples=150, deadline=None)
@given(damaged([*HOOKS, LIST, LOGS]))
def test_nothing_but_refused(sample: Any) -> None:
    only_refused(opsgenie.READER, sample)
