"""Grafana's annotations; its webhooks are Alertmanager's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.system import alertmanager, grafana
from tests.exchange.readers.damage import damaged, only_refused, read, readers_of


def note(number: int, time: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "alertId": 0,
        "dashboardUID": "d1",
        "panelId": 2,
        "newState": "",
        "prevState": "",
        "time": time,
        "timeEnd": time,
        "text": "",
        "tags": [],
        **more,
    }


NOTES = [
    note(4, 1772634000000, alertName="p99", alertId=5, newState="Normal", prevState="Alerting"),
    note(3, 1772633000500, timeEnd=1772633060000, text="Load test", login="sam"),
    note(
        2,
        1772632982104,
        text="<p>Deploy <b>2.1</b> &amp; wait</p><a href='https://ci.example/7?t=x'>run</a>",
        tags=["deploy", "orders"],
    ),
    note(
        1,
        1772632990000,
        alertName="p99",
        alertId=5,
        newState="Alerting",
        prevState="Pending",
        text="p99=4.2",
    ),
    note(5, 1772632985000, alertName="p99", alertId=5, newState="Pending", prevState="Normal"),
    note(6, 1772632991000, tags=["peak", "orders"]),
]
HOOK = {
    "receiver": "team",
    "status": "resolved",
    "orgId": 1,
    "alerts": [
        {
            "status": "resolved",
            "labels": {"alertname": "Slow", "service": "orders"},
            "annotations": {"summary": "Orders are slow", "padding": "x" * 5000},
            "startsAt": "2026-03-04T14:03:02.104Z",
            "endsAt": "2026-03-04T14:20:00Z",
            "dashboardURL": "https://grafana.example/d/1",
            "fingerprint": "f1",
        },
        {
            "status": "firing",
            "labels": {"alertname": "Full"},
            "annotations": {},
            "startsAt": "2026-03-04T14:04:00Z",
            "endsAt": "2026-03-04T14:09:00Z",
            "fingerprint": "f2",
        },
    ],
    "groupLabels": {},
    "groupKey": "g",
}


def test_what_stands_on_a_dashboard() -> None:
    found = read(grafana.READER, NOTES).entries
    assert [each.key for each in found] == ["2", "5", "1", "6", "3", "4"]
    deploy = found[0]
    assert deploy.text == "Deploy 2.1 & wait\nrun"
    assert deploy.stamp.at == datetime(2026, 3, 4, 14, 3, 2, 104000, tzinfo=UTC)
    assert (deploy.kind, deploy.link) == (EventKind.CHANGE, "https://ci.example/7")
    assert deploy.end is None
    assert found[3].text == "peak, orders"


def test_a_span_has_an_end_and_somebody_who_wrote_it() -> None:
    span = read(grafana.READER, NOTES).entries[4]
    assert (span.text, span.author) == ("Load test", "sam")
    assert span.end is not None
    assert span.end.at == datetime(2026, 3, 4, 14, 4, 20, tzinfo=UTC)


def test_an_alert_changes_its_state() -> None:
    found = {each.key: each for each in read(grafana.READER, NOTES).entries}
    assert found["1"].text == "p99: pending → alerting (p99=4.2)"
    assert (found["1"].marker, found["4"].marker) == (Marker.DETECTED, Marker.RESOLVED)
    assert found["5"].noise
    assert found["5"].marker is None


@pytest.mark.parametrize("time", [None, "soon", -1, 12, {}])
def test_a_time_that_is_none_is_left_out(time: Any) -> None:
    found = read(grafana.READER, [note(1, time, text="Deploy")])
    assert not found.entries
    assert found.left[0].where == "[0]"


def test_a_sign_that_is_no_tag_stays() -> None:
    (found,) = read(grafana.READER, [note(1, 1772632982104, text="a < b and c > d")]).entries
    assert found.text == "a < b and c > d"


def test_alert_webhooks_are_read_as_alertmanagers() -> None:
    assert readers_of(HOOK) == ["alertmanager"]
    found = read(alertmanager.READER, HOOK).entries
    assert [each.text for each in found] == [
        "Orders are slow fires",
        "Full fires",
        "Orders are slow is resolved",
    ]
    assert [each.marker for each in found] == [Marker.DETECTED, None, Marker.RESOLVED]


def test_it_is_known_for_what_it_is() -> None:
    assert readers_of(NOTES) == ["grafana"]


@settings(max_examples=150, deadline=None)
@given(damaged(NOTES))
def test_nothing_but_refused(sample: Any) -> None:
    only_refused(grafana.READER, sample)


@settings(max_examples=100, deadline=None)
@given(damaged([HOOK]))
def test_nothing_but_refused_for_webhooks(sample: Any) -> None:
    only_refused(alertmanager.READER, sample)
