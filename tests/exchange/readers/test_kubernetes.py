"""The events of a Kubernetes cluster."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitator.domain.words import EventKind
from facilitator.exchange.readers.system import kubernetes
from tests.exchange.readers.damage import damaged, only_refused, read, readers_of


def event(reason: str, message: str, **more: Any) -> dict[str, Any]:
    return {
        "apiVersion": "v1",
        "count": 1,
        "eventTime": None,
        "firstTimestamp": "2026-03-04T14:03:22Z",
        "involvedObject": {"kind": "Pod", "namespace": "shop", "name": "orders-1"},
        "kind": "Event",
        "lastTimestamp": "2026-03-04T14:03:22Z",
        "message": message,
        "metadata": {"name": "orders-1.17", "uid": f"u-{reason}"},
        "reason": reason,
        "type": "Normal",
        **more,
    }


LIST = {
    "apiVersion": "v1",
    "items": [
        event(
            "BackOff",
            "Back-off restarting the container",
            type="Warning",
            count=1017,
            lastTimestamp="2026-03-04T15:00:00Z",
        ),
        event("Pulled", "Image is there", firstTimestamp="2026-03-04T14:01:00Z"),
        event(
            "ScalingReplicaSet",
            "Scaled up to 3",
            eventTime="2026-03-04T14:00:00.123456Z",
            firstTimestamp=None,
            lastTimestamp=None,
            series={"count": 4, "lastObservedTime": "2026-03-04T14:10:00.654321Z"},
        ),
        event("Lost", "When?", firstTimestamp=None, lastTimestamp=None),
        {"kind": "Pod"},
    ],
    "kind": "List",
}
NEWER = {
    "apiVersion": "events.k8s.io/v1",
    "kind": "EventList",
    "items": [
        {
            "kind": "Event",
            "deprecatedCount": 2,
            "deprecatedFirstTimestamp": "2026-03-04T14:03:22Z",
            "deprecatedLastTimestamp": "2026-03-04T14:04:22Z",
            "eventTime": None,
            "note": "Probe failed",
            "reason": "Unhealthy",
            "regarding": {"kind": "Pod", "namespace": "shop", "name": "orders-2"},
            "type": "Warning",
        }
    ],
}


def test_a_repeated_event_is_a_span_with_its_count_in_words() -> None:
    found = {each.key: each for each in read(kubernetes.READER, LIST).entries}
    back_off = found["u-BackOff"]
    assert back_off.text == "BackOff: Back-off restarting the container (1,017 times)"
    assert back_off.stamp.at == datetime(2026, 3, 4, 14, 3, 22, tzinfo=UTC)
    assert back_off.end is not None
    assert back_off.end.at == datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
    assert (back_off.lane, back_off.kind) == ("Pod shop/orders-1", EventKind.OBSERVATION)
    assert not back_off.star


def test_a_series_tells_when_it_was_last_seen() -> None:
    scaled = read(kubernetes.READER, LIST).entries[0]
    assert scaled.text == "ScalingReplicaSet: Scaled up to 3 (4 times)"
    assert scaled.stamp.at == datetime(2026, 3, 4, 14, 0, 0, 123456, tzinfo=UTC)
    assert scaled.end is not None
    assert scaled.end.at == datetime(2026, 3, 4, 14, 10, 0, 654321, tzinfo=UTC)
    assert scaled.kind is EventKind.CHANGE


def test_what_happens_at_every_start_is_folded_away() -> None:
    noisy = [each for each in read(kubernetes.READER, LIST).entries if each.noise]
    assert [(each.key, each.noise) for each in noisy] == [
        ("u-Pulled", "It happens whenever a pod starts.")
    ]


def test_what_is_no_event_or_has_no_time_is_left_out() -> None:
    found = read(kubernetes.READER, LIST)
    assert {(each.where, each.why) for each in found.left} == {
        ("items[3]", "It has no time."),
        ("items[4]", "This is no event of a cluster."),
    }


def test_the_newer_kind_of_event() -> None:
    (found,) = read(kubernetes.READER, NEWER).entries
    assert (found.text, found.lane) == ("Unhealthy: Probe failed (2 times)", "Pod shop/orders-2")


def test_a_watch_tells_one_event_after_the_other() -> None:
    told = [{"type": "ADDED", "object": each} for each in LIST["items"][:2]]
    found = read(kubernetes.READER, "\n".join(json.dumps(each, indent=2) for each in told))
    assert len(found.entries) == 2


@pytest.mark.parametrize("sample", [LIST, NEWER, LIST["items"][0]])
def test_it_is_known_for_what_it_is(sample: Any) -> None:
    assert readers_of(sample) == ["kubernetes"]


@settings(max_examples=150, deadline=None)
@given(damaged([LIST, NEWER]))
def test_nothing_but_refused(sample: Any) -> None:
    only_refused(kubernetes.READER, sample)
