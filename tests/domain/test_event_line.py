"""The entry line of the timeline."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.edits.timeline import add_event
from facilitator.domain.event_line import EventLine, Role, event, read
from facilitator.domain.records import Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.times import TimeContext
from facilitator.domain.words import EventKind, Marker, Precision

REFERENCE = datetime(2026, 3, 3, 14, 31, tzinfo=UTC)
CONTEXT = TimeContext(
    zone="Europe/London",
    day=date(2026, 3, 3),
    now=datetime(2026, 3, 5, 9, tzinfo=UTC),
    reference=REFERENCE,
)
LANES = ("Limits", "Ledger", "Ledger API", "Payments team")


def line(typed: str) -> EventLine:
    return read(typed, CONTEXT, LANES)


def pieces(found: EventLine) -> list[tuple[str, str]]:
    return [(found.typed[each.start : each.end], each.role.value) for each in found.spans]


def test_the_line_of_the_picture() -> None:
    found = line("14:36 alert ledger writers still stopping")
    assert found.ready
    assert (found.kind, found.kind_guessed) == (EventKind.ALERT, False)
    assert (found.lane, found.text) == ("Ledger", "Ledger writers still stopping")
    assert pieces(found) == [("14:36", "time"), ("alert", "kind"), ("ledger", "lane")]
    made = event(found, "e1")
    assert made.at == datetime(2026, 3, 3, 14, 36, tzinfo=UTC)
    assert (made.typed, made.zone) == ("14:36", "Europe/London")


@pytest.mark.parametrize(
    ("typed", "clock", "text"),
    [
        ("14:03 deploy of 4.2 starts", "14:03", "Deploy of 4.2 starts"),
        ("+5m pages fire", "14:36", "Pages fire"),
        ("now we look", "09:00", "We look"),
        ("14:03 - deploy", "14:03", "Deploy"),
        ("14:03 | deploy", "14:03", "Deploy"),
        ("14:03 iOS clients fail", "14:03", "iOS clients fail"),
        ("14:03 pg_dump fails", "14:03", "pg_dump fails"),
        ("14:03 /var is full", "14:03", "/var is full"),
        ("14:03 TCP/IP stack resets", "14:03", "TCP/IP stack resets"),
        ("14:03 it works!", "14:03", "It works!"),
        ("14:03 SELECT \\*", "14:03", "SELECT *"),
        ("14:03 ask \\@bob", "14:03", "Ask @bob"),
        ("14:03 mail to @bob", "14:03", "Mail to @bob"),
        (
            "14:03 <b>bold</b> \u05e9\u05dc\u05d5\u05dd",
            "14:03",
            "<b>bold</b> \u05e9\u05dc\u05d5\u05dd",
        ),
        ("14:03 a\x00b\ud800c\nd", "14:03", "Abc d"),
    ],
)
def test_a_time_and_what_happened(typed: str, clock: str, text: str) -> None:
    found = line(typed)
    assert found.ready
    assert found.at is not None
    assert f"{found.at:%H:%M}" == clock
    assert (found.text, found.lane, found.marker) == (text, "", None)


@pytest.mark.parametrize(
    "typed",
    [
        "!detected 14:05 checkout pages us",
        "14:05 !detected checkout pages us",
        "14:05 checkout pages us !detected",
        "14:05 checkout pages us !DET",
    ],
)
def test_a_marker_may_stand_before_or_after(typed: str) -> None:
    found = line(typed)
    assert (found.marker, found.text) == (Marker.DETECTED, "Checkout pages us")
    assert found.ready


@pytest.mark.parametrize(
    ("word", "marker"),
    [
        ("impact", Marker.IMPACT_START),
        ("impact_start", Marker.IMPACT_START),
        ("ack", Marker.ACKNOWLEDGED),
        ("acknowledged", Marker.ACKNOWLEDGED),
        ("mitigated", Marker.MITIGATED),
        ("res", Marker.RESOLVED),
    ],
)
def test_every_marker_has_its_words(word: str, marker: Marker) -> None:
    assert line(f"14:05 !{word} x").marker is marker


@pytest.mark.parametrize("typed", ["* 14:05 x", "*14:05 x", "14:05 * x", "14:05 x *", "14:05 x*"])
def test_a_star_at_either_end(typed: str) -> None:
    found = line(typed)
    assert (found.starred, found.text, found.ready) == (True, "X", True)


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("14:05 alert: writers stop", EventKind.ALERT, "Writers stop"),
        ("14:05 Alert fires for shops", EventKind.ALERT, "Alert fires for shops"),
        ("14:05 message shops hear of it", EventKind.COMMUNICATION, "Shops hear of it"),
        ("14:05 /decision go on", EventKind.DECISION, "Go on"),
        ("14:05 go on /decision", EventKind.DECISION, "Go on"),
        ("14:05 change", EventKind.OBSERVATION, "Change"),
    ],
)
def test_a_kind_is_said_by_a_word(typed: str, kind: EventKind, text: str) -> None:
    found = line(typed)
    assert (found.kind, found.text) == (kind, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("deploy of 4.2 starts", EventKind.CHANGE),
        ("pages fire", EventKind.ALERT),
        ("release is rolled back", EventKind.CHANGE),
        ("rolled back the release", EventKind.ACTION),
        ("we decide to wait", EventKind.DECISION),
        ("status page is updated", EventKind.COMMUNICATION),
        ("queue grows", EventKind.OBSERVATION),
    ],
)
def test_without_a_word_the_sound_says_the_kind(text: str, kind: EventKind) -> None:
    found = line(f"14:05 {text}")
    assert (found.kind, found.kind_guessed) == (kind, True)


@pytest.mark.parametrize(
    ("typed", "lane", "text"),
    [
        ("14:05 @ledger writers stop", "Ledger", "Writers stop"),
        ("14:05 writers stop @LEDGER", "Ledger", "Writers stop"),
        ("14:05 @search is slow", "search", "Is slow"),
        ('14:05 @"Payments team" looks', "Payments team", "Looks"),
        ("14:05 payments team looks", "Payments team", "Payments team looks"),
        ("14:05 ledger api is slow", "Ledger API", "Ledger api is slow"),
        ("14:05 ledgers are slow", "", "Ledgers are slow"),
    ],
)
def test_a_lane(typed: str, lane: str, text: str) -> None:
    found = line(typed)
    assert (found.lane, found.text) == (lane, text)


def test_about_unknown_and_a_span() -> None:
    assert line("~14:10 first shops").precision is Precision.ABOUT
    assert event(line("~14:10 first shops"), "e").typed == "~14:10"
    unknown = event(line("? limits put back"), "e")
    assert (unknown.precision, unknown.at) == (Precision.UNKNOWN, REFERENCE)
    span = event(line("23:50-00:20 payments are replayed"), "e")
    assert span.end == datetime(2026, 3, 4, 0, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("hello there", "Begin with a time"),
        ("14:0", "Begin with a time"),
        ("3/4 of the pods", "Begin with a time"),
        ("24:05 x", "next day"),
        ("03/04/2026 14:03 x", "2026-04-03"),
        ("14:03-14:2 x", "end of a span"),
        ("14:03 !bogus x", "not a marker"),
        ("14:03 " + "x" * 2001, "2,000"),
        ("14:03 " + "x" * 100_000, "2,000"),
    ],
)
def test_a_problem_is_a_sentence(typed: str, problem: str) -> None:
    found = line(typed)
    assert problem in found.problem
    assert not found.ready
    with pytest.raises(RuleViolation):
        event(found, "e")


@pytest.mark.parametrize("typed", ["", "   ", "14:05", "14:05 *", "14:05 !det", "!det"])
def test_an_unfinished_line_is_not_ready(typed: str) -> None:
    found = line(typed)
    assert not found.ready
    with pytest.raises(RuleViolation):
        event(found, "e")


def test_a_question_is_answered_in_the_line() -> None:
    found = line("!det ~14:05 IST checkout pages us")
    assert found.question is not None
    with pytest.raises(RuleViolation, match="IST can be"):
        event(found, "e")
    answered = line(found.answer(found.question.choices[0]))
    assert answered.typed == "!det ~2026-03-03 14:05 +05:30 checkout pages us"
    assert answered.at == found.question.choices[0].at
    assert (answered.text, answered.precision) == ("Checkout pages us", Precision.ABOUT)


TYPING = st.lists(
    st.sampled_from(
        ("14:05 ", "~", "? ", "+5m ", "-", "* ", "!det ", "@x ", "/alert ", "alert ", "ledger ")
    )
    | st.text(max_size=6),
    max_size=8,
).map("".join)


@given(TYPING)
def test_every_keystroke_gives_a_preview(typed: str) -> None:
    found = line(typed)
    assert found.typed == typed
    ends = [0]
    for span in found.spans:
        assert isinstance(span.role, Role)
        assert span.start <= span.end <= len(typed)
        ends.append(span.end)
    assert ends == sorted(ends)
    if found.ready:
        review = add_event(event(found, "e1"))(Review(id="r"))
        assert review.events[0].text == found.text


@pytest.mark.parametrize(
    "unit", ["x", " ", "* ", "@a ", "!ack ", "1", "+1h", "\\@", "~", '@"', "(\ud800", "- ", "\n"]
)
def test_a_huge_paste_is_read_at_once(unit: str) -> None:
    huge = "14:03 " + unit * (100_000 // len(unit))
    begun = time.process_time()
    assert not line(huge).ready
    # Quadratic reading would take minutes.
    assert time.process_time() - begun < 2
