"""What a review's JSON may leave out or say in another way."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from facilitator.domain.words import (
    ActionStatus,
    Durability,
    FactorKind,
    Precision,
    Priority,
)
from facilitator.exchange.review_json import read_review
from tests.strategies import ids

if TYPE_CHECKING:
    from facilitator.domain.records import Review


def read(**review: Any) -> Review:
    """The review read from these keys beside a title."""
    file = {
        "format": "facilitator.review",
        "version": 1,
        "review": {"title": "T", **review},
    }
    return read_review(json.dumps(file).encode(), ids("n"))


def action(**keys: Any) -> Any:
    """The action read from these keys beside a text."""
    return read(actions=[{"text": "Do it", **keys}]).actions[0]


def event(**keys: Any) -> Any:
    """The event read from these keys beside a text."""
    return read(events=[{"text": "It stopped", **keys}]).events[0]


def test_missing_ids_are_given() -> None:
    review = read(events=[{"text": "a"}, {"text": "b"}])
    assert review.id
    assert len({row.id for row in review.events}) == 2


def test_null_is_the_same_as_missing() -> None:
    assert read(events=None, lessons=None, severity=None).events == ()


@pytest.mark.parametrize(
    ("severity", "shown"), [(1, "SEV 1"), ("sev2", "SEV 2"), ("Major", "Major")]
)
def test_a_severity_may_be_a_number_or_a_word(severity: Any, shown: str) -> None:
    assert read(severity=severity).severity == shown


def test_a_time_in_another_offset_is_the_same_instant() -> None:
    at = event(at="2026-03-04T15:03:00+01:00").at
    assert at == datetime(2026, 3, 4, 14, 3, tzinfo=UTC)
    assert at.tzinfo is UTC


def test_an_event_without_time_is_of_unknown_time() -> None:
    assert event().precision is Precision.UNKNOWN


def test_done_and_held_together_say_that_it_held() -> None:
    assert action(status="done", held=True).status is ActionStatus.HELD
    assert action(status="done", held=False).status is ActionStatus.DID_NOT_HOLD


def test_a_full_risk_wins_over_the_stated_priority() -> None:
    assert action(impact="minor", likelihood="unlikely", priority="P1").stated_priority is None
    assert action(impact="minor", priority="P1").stated_priority is Priority.P1


def test_a_durability_alone_is_taken_as_the_hint() -> None:
    assert action(durability="guardrail").hint is Durability.GUARDRAIL
    assert action(durability="guardrail", hint="detect").hint is Durability.DETECT


def test_control_characters_and_lone_surrogates_are_cleaned() -> None:
    file = (
        rb'{"format":"facilitator.review","version":1,"review":{"title":"a\u0000b\ud800c\u202ed"}}'
    )
    assert read_review(file, ids("n")).title == "abcd"


def test_a_byte_order_mark_does_no_harm() -> None:
    file = b'\xef\xbb\xbf{"format":"facilitator.review","version":1,"review":{"title":"T"}}'
    assert read_review(file, ids("n")).title == "T"


def test_keys_beside_the_review_are_passed_over() -> None:
    file = {
        "format": "facilitator.review",
        "version": 1,
        "by": "a script",
        "review": {"title": ""},
    }
    assert read_review(json.dumps(file).encode(), ids("n")).title == ""


def test_the_root_needs_no_kind_and_rows_no_position() -> None:
    factors = read(
        factors=[
            {"id": "a", "text": "Down"},
            {"id": "c", "parent": "a", "text": "second"},
            {"id": "b", "parent": "a", "text": "third"},
        ]
    ).factors
    assert [factor.id for factor in factors] == ["a", "c", "b"]
    assert factors[0].kind is FactorKind.EFFECT


def test_links_said_twice_are_kept_once() -> None:
    review = read(factors=[{"id": "a"}], findings=[{"text": "x", "factors": ["a", "a"]}])
    assert review.findings[0].factors == ("a",)


def test_ten_thousand_events_are_read() -> None:
    rows = [{"id": f"e{i}", "text": "x", "at": "2026-03-04T14:03:00Z"} for i in range(10_000)]
    assert len(read(events=rows).events) == 10_000
