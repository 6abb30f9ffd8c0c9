"""Every bad file is refused with a path and one sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest

from facilitator.exchange.refused import Refused
from facilitator.exchange.review_json import read_review
from tests.strategies import ids

EVENT = {"id": "e1", "text": "It stopped", "at": "2026-03-04T14:03:00Z"}
ROOT = {"id": "f1", "text": "Down"}
PNG = "iVBORw0KGgo="


def refusal(data: bytes) -> Refused:
    """The refusal of a file; its sentence is one plain sentence."""
    with pytest.raises(Refused) as caught:
        read_review(data, ids("n"))
    refused = caught.value
    assert refused.sentence[0].isupper() or refused.sentence.startswith("“")
    assert refused.sentence.endswith(".")
    assert "\n" not in str(refused)
    return refused


def place(**review: Any) -> str:
    """Where a file with these keys in its review is refused."""
    file = {
        "format": "facilitator.review",
        "version": 1,
        "review": {"title": "T", **review},
    }
    return refusal(json.dumps(file).encode()).where


def in_event(**keys: Any) -> str:
    """Where an event with these keys is refused, without the beginning of the path."""
    return place(events=[EVENT, {**EVENT, "id": "e2", **keys}]).removeprefix("review.events[1].")


def in_action(**keys: Any) -> str:
    """Where an action with these keys is refused, without the beginning of the path."""
    return place(actions=[{"text": "Do it", **keys}]).removeprefix("review.actions[0].")


@pytest.mark.parametrize(
    ("data", "where", "word"),
    [
        (b"", "", "empty"),
        (b"  \n", "", "empty"),
        (b'{"format": "facilitator.review", "ver', "line 1, column 34", "cut off"),
        (b'{"format": "facilitator.review",', "line 1, column 33", "cut off"),
        (b"hello", "line 1, column 1", "not JSON"),
        (b"[]", "format", "not a review"),
        (b"{}", "format", "not a review"),
        (b'{"format": "other", "version": 1}', "format", "not a review"),
        (b"\xff\xfe{\x00", "byte 0", "UTF-8"),
        (b'{"x": NaN}', "", "NaN"),
        (b'{"x": -Infinity}', "", "Infinity"),
        (b'{"x": ' + b"9" * 5_000 + b"}", "", "too long"),
        (b"[" * 200_000, "", "nested"),
        (b'{"a":' * 200_000, "", "nested"),
        (
            b'{"format": "facilitator.review", "version": 1} x',
            "line 1, column 48",
            "not JSON",
        ),
        (
            b'{"format":"facilitator.review","version":1,"version":1}',
            "version",
            "twice",
        ),
    ],
)
def test_what_is_not_a_review_at_all(data: bytes, where: str, word: str) -> None:
    refused = refusal(data)
    assert refused.where == where
    assert word in refused.sentence


@pytest.mark.parametrize("version", [None, "1", 1.0, True, 0, -1])
def test_a_version_that_never_was(version: Any) -> None:
    file = {
        "format": "facilitator.review",
        "version": version,
        "review": {"title": "T"},
    }
    assert refusal(json.dumps(file).encode()).where == "version"


def test_a_newer_version_is_refused_politely() -> None:
    file = {
        "format": "facilitator.review",
        "version": 2,
        "review": {"title": "T", "new": 1},
    }
    refused = refusal(json.dumps(file).encode())
    assert refused.where == "version"
    assert "newer" in refused.sentence
    assert "update" in refused.sentence


@pytest.mark.parametrize("review", [None, [], "x", 1])
def test_a_review_that_is_no_object(review: Any) -> None:
    file = {"format": "facilitator.review", "version": 1, "review": review}
    assert refusal(json.dumps(file).encode()).where == "review"


def test_a_title_is_needed() -> None:
    assert place(title=None) == "review.title"


@pytest.mark.parametrize(
    ("review", "where"),
    [
        ({"colour": 1}, "review.colour"),
        ({"events": [{**EVENT, "colour": 1}]}, "review.events[0].colour"),
        ({"factors": [{**ROOT, "note": 1}]}, "review.factors[0].note"),
        ({"findings": [{"text": "x", "note": 1}]}, "review.findings[0].note"),
        ({"actions": [{"text": "x", "note": 1}]}, "review.actions[0].note"),
        (
            {"actions": [{"text": "x", "backlog": {"team": 1}}]},
            "review.actions[0].backlog.team",
        ),
        ({"participants": [{"name": "x", "mail": 1}]}, "review.participants[0].mail"),
        ({"lessons": {"odd": []}}, "review.lessons.odd"),
        (
            {"events": [{**EVENT, "evidence": [{"kind": "link", "by": 1}]}]},
            "review.events[0].evidence[0].by",
        ),
    ],
)
def test_unknown_keys(review: dict[str, Any], where: str) -> None:
    assert place(**review) == where


def test_a_key_that_stands_twice() -> None:
    file = (
        b'{"format":"facilitator.review","version":1,"review":{"title":"T",'
        b'"events":[{"text":"a","text":"b"}]}}'
    )
    assert refusal(file).where == "review.events[0].text"


@pytest.mark.parametrize(
    ("review", "where"),
    [
        ({"title": 1}, "review.title"),
        ({"summary": ["x"]}, "review.summary"),
        ({"severity": True}, "review.severity"),
        ({"severity": 1.5}, "review.severity"),
        ({"services": "Ledger"}, "review.services"),
        ({"services": [1]}, "review.services[0]"),
        ({"events": {}}, "review.events"),
        ({"events": [1]}, "review.events[0]"),
        ({"lessons": []}, "review.lessons"),
        ({"lessons": {"well": "x"}}, "review.lessons.well"),
        ({"parking": [None]}, "review.parking[0]"),
        ({"revision": -1}, "review.revision"),
        ({"revision": 1.5}, "review.revision"),
        ({"revision": 10**19}, "review.revision"),
        ({"status": "finished"}, "review.status"),
        ({"held_on": "4/3/2026"}, "review.held_on"),
        ({"held_on": "2026-02-30"}, "review.held_on"),
        ({"time_zone": "Mars/Olympus"}, "review.time_zone"),
        ({"time_zone": "../../etc/passwd"}, "review.time_zone"),
        ({"created": "yesterday"}, "review.created"),
        ({"id": "a b"}, "review.id"),
        ({"id": ""}, "review.id"),
        ({"id": "x" * 201}, "review.id"),
        ({"participants": [{}]}, "review.participants[0].name"),
        (
            {"participants": [{"name": "x", "attended": "yes"}]},
            "review.participants[0].attended",
        ),
        ({"summary": "x" * 100_001}, "review.summary"),
        ({"title": "x" * 2_001}, "review.title"),
    ],
)
def test_wrong_values_of_the_review(review: dict[str, Any], where: str) -> None:
    assert place(**review) == where


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ({"at": 1_700_000_000}, "at"),
        ({"at": "14:03"}, "at"),
        ({"at": "2026-03-04T14:03:00"}, "at"),
        ({"at": "2026-03-04T25:03:00Z"}, "at"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "at"),
        ({"at": "9999-12-31T23:59:00Z"}, "at"),
        ({"at": "2026-W10-3"}, "at"),
        ({"at": None, "precision": "exact"}, "at"),
        ({"end": "2026-03-04T14:02:00Z"}, "end"),
        ({"at": None, "end": "2026-03-04T14:02:00Z"}, "end"),
        ({"precision": "roughly"}, "precision"),
        ({"kind": "thing"}, "kind"),
        ({"marker": "Detected"}, "marker"),
        ({"starred": 1}, "starred"),
        ({"text": ""}, "text"),
        ({"text": " \u0007 "}, "text"),
        ({"id": 7}, "id"),
        ({"id": "e1"}, "id"),
        ({"evidence": [{"text": "x"}]}, "evidence[0].kind"),
        ({"evidence": [{"kind": "image", "data": "%%"}]}, "evidence[0].data"),
        (
            {"evidence": [{"kind": "image", "media_type": "image/svg+xml"}]},
            "evidence[0].media_type",
        ),
        (
            {"evidence": [{"kind": "image", "media_type": "image/jpeg", "data": PNG}]},
            "evidence[0].data",
        ),
        (
            {
                "evidence": [
                    {
                        "kind": "image",
                        "media_type": "image/png",
                        "data": PNG,
                        "sha256": "0" * 64,
                    }
                ]
            },
            "evidence[0].sha256",
        ),
        ({"evidence": [{"kind": "link", "sha256": "xyz"}]}, "evidence[0].sha256"),
        ({"evidence": [{"kind": "quotation", "data": PNG}]}, "evidence[0].data"),
    ],
)
def test_wrong_values_of_an_event(keys: dict[str, Any], where: str) -> None:
    assert in_event(**keys) == where


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ({"text": None}, "text"),
        ({"status": "todo"}, "status"),
        ({"due": "2026-03-04T14:03:00Z"}, "due"),
        ({"impact": "huge"}, "impact"),
        ({"priority": 1}, "priority"),
        ({"hint": "strong"}, "hint"),
        ({"vague": "no"}, "vague"),
        ({"held": True}, "held"),
        ({"status": "held", "held": False}, "held"),
        ({"status": "deferred"}, "deferral"),
        ({"status": "deferred", "deferral": {}}, "deferral.accepted_by"),
        ({"status": "deferred", "deferral": {"accepted_by": "CTO"}}, "deferral.reason"),
        (
            {"status": "deferred", "deferral": {"accepted_by": "CTO", "reason": "x"}},
            "deferral.until",
        ),
        (
            {"deferral": {"accepted_by": "a", "reason": "b", "until": "2026-03-04"}},
            "deferral",
        ),
        ({"backlog": "PAY-1"}, "backlog"),
        ({"factors": ["nowhere"]}, "factors[0]"),
        ({"findings": ["nowhere"]}, "findings[0]"),
        ({"findings": [3]}, "findings[0]"),
        ({"stopgap_for": "nowhere"}, "stopgap_for"),
        ({"id": "a1", "stopgap_for": "a1"}, "stopgap_for"),
    ],
)
def test_wrong_values_of_an_action(keys: dict[str, Any], where: str) -> None:
    assert in_action(**keys) == where


def below(**parents: str) -> list[dict[str, Any]]:
    """The root and factors below the named parents."""
    return [ROOT, *({"id": each, "parent": parent} for each, parent in parents.items())]


@pytest.mark.parametrize(
    ("factors", "where"),
    [
        (below(a="a"), "[1].parent"),
        (below(a="b", b="c", c="a"), "[1].parent"),
        ([{"id": "a", "parent": "b"}, {"id": "b", "parent": "a"}], "[0].parent"),
        ([ROOT, {"id": "f2"}], "[1].parent"),
        (below(a="nowhere"), "[1].parent"),
        ([ROOT, ROOT], "[1].id"),
        ([{**ROOT, "kind": "condition"}], "[0].kind"),
        ([ROOT, {"id": "a", "parent": "f1", "kind": "effect"}], "[1].kind"),
        ([*below(a="f1"), {"id": "b", "parent": "a", "kind": "trigger"}], "[2].kind"),
        ([{**ROOT, "events": ["nowhere"]}], "[0].events[0]"),
        ([{**ROOT, "position": "first"}], "[0].position"),
        ([{**ROOT, "family": "people"}], "[0].family"),
    ],
)
def test_a_tree_that_is_none(factors: list[dict[str, Any]], where: str) -> None:
    assert place(factors=factors) == f"review.factors{where}"


def test_a_very_long_chain_is_a_tree() -> None:
    chain = [
        ROOT,
        *({"id": f"c{i}", "parent": f"c{i - 1}" if i else "f1"} for i in range(20_000)),
    ]
    file = {
        "format": "facilitator.review",
        "version": 1,
        "review": {"title": "", "factors": chain},
    }
    assert len(read_review(json.dumps(file).encode(), ids("n")).factors) == 20_001


def test_a_marker_stands_once() -> None:
    twice = [
        {**EVENT, "marker": "detected"},
        {**EVENT, "id": "e2", "marker": "detected"},
    ]
    assert place(events=twice) == "review.events[1].marker"


def test_five_findings_in_focus_at_most() -> None:
    six = [{"text": f"finding {index}", "focus": True} for index in range(6)]
    assert place(findings=six) == "review.findings[5].focus"


def test_a_finding_in_focus_has_no_disposition() -> None:
    finding = {"text": "x", "focus": True, "disposition": "recorded"}
    assert place(findings=[finding]) == "review.findings[0].disposition"


def test_an_evidence_id_stands_once_in_the_review() -> None:
    link = [{"id": "v1", "kind": "link"}]
    events = [{**EVENT, "evidence": link}, {**EVENT, "id": "e2", "evidence": link}]
    assert place(events=events) == "review.events[1].evidence[0].id"


def test_a_list_without_end() -> None:
    assert place(parking=["x"] * 100_001) == "review.parking"


def test_a_path_never_carries_control_characters() -> None:
    assert place(**{"\x1b[31mred\n": 1}) == "review.�[31mred�"
