"""Several lines at once."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.edits.timeline import add_events
from facilitator.domain.event_line import event
from facilitator.domain.pasted_lines import lines_of, read_lines
from facilitator.domain.records import Review, TimelineEvent
from facilitator.domain.rules import RuleViolation
from facilitator.domain.times import TimeContext
from facilitator.domain.words import Marker, Precision

CONTEXT = TimeContext(
    zone="Europe/London",
    day=date(2026, 3, 3),
    now=datetime(2026, 3, 5, 9, tzinfo=UTC),
    reference=datetime(2026, 3, 3, 14, 0, tzinfo=UTC),
)


def refused(text: str) -> str:
    with pytest.raises(RuleViolation) as found:
        read_lines(text, CONTEXT)
    return found.value.reason


def test_each_line_counts_from_the_one_before() -> None:
    found = read_lines("22:50 deploy starts\n+5m pages fire\n00:10 all is well\n", CONTEXT)
    assert [each.at for each in found] == [
        datetime(2026, 3, 3, 22, 50, tzinfo=UTC),
        datetime(2026, 3, 3, 22, 55, tzinfo=UTC),
        datetime(2026, 3, 4, 0, 10, tzinfo=UTC),
    ]


def test_bullets_and_empty_lines_are_no_events() -> None:
    text = "- 14:03 one\r\n\r\n  • 14:04 two\r* 14:05 three\n\t\n– 14:06 four"
    assert [each.text for each in read_lines(text, CONTEXT)] == ["One", "Two", "Three", "Four"]


def test_a_bullet_is_no_star_and_a_star_is() -> None:
    found = read_lines("* 14:03 one\n*14:04 two", CONTEXT)
    assert [each.starred for each in found] == [False, True]


def test_a_lane_of_one_line_is_known_in_the_next() -> None:
    found = read_lines("14:03 @Ledger stops\n14:04 ledger starts", CONTEXT)
    assert [each.lane for each in found] == ["Ledger", "Ledger"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("14:03 one\n\ntwo without a time", "Line 3, “two without a time”: Begin with a time"),
        ("14:03 one\n25:99 two", "Line 2, “25:99 two”: “25:99” is not a time of day"),
        ("14:03 one\n14:04 IST two", "Line 2, “14:04 IST two”: IST can be"),
        ("14:03\n14:04 two", "Line 1, “14:03”: Say what happened."),
        (f"14:03 {'x' * 5_000}", "at most 2,000 fit here"),
    ],
)
def test_the_first_line_that_is_no_event_is_named(text: str, words: str) -> None:
    assert words in refused(text)


@given(st.text())
def test_whatever_is_pasted_is_events_or_one_sentence(text: str) -> None:
    try:
        found = read_lines(text, CONTEXT)
    except RuleViolation:
        assert refused(text).startswith("Line ")
    else:
        assert len(found) == len(lines_of(text))
        assert all(each.ready for each in found)


def _events(text: str) -> list[TimelineEvent]:
    lines = read_lines(text, CONTEXT)
    return [event(line, f"e{number:05}") for number, line in enumerate(lines)]


def test_they_are_added_at_their_places() -> None:
    late, *others = _events("14:09 late\n14:03 early\n14:05 middle")
    review = add_events(*others)(add_events(late)(Review(id="r")))
    assert [each.text for each in review.events] == ["Early", "Middle", "Late"]


def test_one_that_breaks_a_rule_keeps_all_out() -> None:
    first, second = _events("!detected 14:03 one\n!detected 14:05 two")
    with pytest.raises(RuleViolation, match="Two of these events are marked Detected"):
        add_events(first, second)(Review(id="r"))
    review = add_events(first)(Review(id="r"))
    with pytest.raises(RuleViolation, match="already marked Detected"):
        add_events(second)(review)
    with pytest.raises(RuleViolation, match="already there"):
        add_events(first)(review)
    nowhen = TimelineEvent(id="e9", text="x", precision=Precision.EXACT)
    with pytest.raises(RuleViolation, match="Say when it happened"):
        add_events(nowhen)(review)
    assert review.events == (first,)
    assert review.events[0].marker is Marker.DETECTED
