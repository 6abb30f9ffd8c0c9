"""An event that is typed again keeps what the line does not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.edits.timeline import change_event
from facilitator.domain.event_rewording import changed_fields, line_of, read_again
from facilitator.domain.records import Review, TimelineEvent
from facilitator.domain.times import TimeContext, local
from facilitator.domain.words import EventKind, Marker, Precision
from tests import strategies

LONDON = "Europe/London"
AT = datetime(2026, 3, 3, 14, 31, tzinfo=UTC)
LANES = ("Limits", "Ledger")
EVENT = TimelineEvent(
    id="e1",
    text="Last night’s release is rolled back",
    at=AT,
    typed="14:31",
    zone=LONDON,
    kind=EventKind.DECISION,
    marker=Marker.MITIGATED,
    lane="Ledger",
    source="Incident channel",
    starred=True,
)


def context(event: TimelineEvent, zone: str = LONDON) -> TimeContext:
    at = event.at or AT
    return TimeContext(zone=zone, day=local(at, zone).date(), now=AT, reference=event.at)


def reworded(event: TimelineEvent, typed: str) -> dict[str, Any]:
    before = read_again(line_of(event, LONDON), context(event), LANES)
    return changed_fields(event, before, read_again(typed, context(event), LANES))


def test_the_line_is_time_and_words() -> None:
    assert line_of(EVENT, LONDON) == "14:31 Last night’s release is rolled back"
    unsure = replace(EVENT, precision=Precision.ABOUT, end=AT + timedelta(minutes=5))
    assert line_of(unsure, LONDON) == "~14:31-14:36 Last night’s release is rolled back"
    assert line_of(replace(EVENT, at=None, precision=Precision.UNKNOWN), LONDON).startswith("? ")


def test_other_words_change_nothing_else() -> None:
    assert reworded(EVENT, "14:31 deploy is rolled back") == {"text": "Deploy is rolled back"}


def test_another_time_changes_nothing_else() -> None:
    fields = reworded(EVENT, "~14:35 Last night’s release is rolled back")
    assert fields == {
        "at": AT + timedelta(minutes=4),
        "precision": Precision.ABOUT,
        "typed": "~14:35",
    }


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("!detected", {"marker": Marker.DETECTED}),
        ("/alert", {"kind": EventKind.ALERT}),
        ("@Limits", {"lane": "Limits"}),
        ("@Ledger", {}),
        ("*", {}),
    ],
)
def test_signs_at_the_end_change_what_they_say(typed: str, fields: dict[str, Any]) -> None:
    assert reworded(EVENT, f"{line_of(EVENT, LONDON)} {typed}") == fields


def test_a_star_can_be_given() -> None:
    plain = replace(EVENT, starred=False)
    assert reworded(plain, f"{line_of(plain, LONDON)} *") == {"starred": True}


def test_a_shift_counts_from_the_event_itself() -> None:
    fields = reworded(EVENT, "+5m Last night’s release is rolled back")
    assert fields["at"] == AT + timedelta(minutes=5)


def test_a_clock_time_stays_on_the_day_of_the_event() -> None:
    """For a new event, so much earlier would be the next day."""
    fields = reworded(EVENT, "01:00 Last night’s release is rolled back")
    assert fields["at"] == datetime(2026, 3, 3, 1, 0, tzinfo=UTC)


def test_a_time_can_become_unknown_and_keeps_its_place() -> None:
    fields = reworded(EVENT, "? Last night’s release is rolled back")
    assert (fields["precision"], "at" in fields) == (Precision.UNKNOWN, False)


@pytest.mark.parametrize(
    "text",
    [
        "*bold*",
        "@bob says so",
        "Mail to @bob",
        "!important",
        "/etc is full",
        "Cost 3 *",
        "Alert: x",
    ],
)
def test_signs_in_the_words_stay_words(text: str) -> None:
    event = replace(EVENT, text=text)
    line = read_again(line_of(event, LONDON), context(event), LANES)
    assert line.text == text
    assert reworded(event, f"{line_of(event, LONDON)} again")["text"] == f"{text} again"


@pytest.mark.parametrize(
    ("typed", "text"),
    [("Ledger writers stop", "Ledger writers stop"), ("  @pay other words", "Other words")],
)
def test_words_without_a_time_leave_the_time(typed: str, text: str) -> None:
    before = read_again(line_of(EVENT, LONDON), context(EVENT), LANES, EVENT)
    after = read_again(typed, context(EVENT), LANES, EVENT)
    assert after.ready
    fields = changed_fields(EVENT, before, after)
    assert fields["text"] == text
    assert set(fields) <= {"text", "lane"}


@pytest.mark.parametrize("typed", ["25:99 Ledger", "14: Ledger", "+ Ledger", "~ Ledger", ""])
def test_what_begins_like_a_time_must_be_one(typed: str) -> None:
    assert not read_again(typed, context(EVENT), LANES, EVENT).ready


some_event = strategies.events(strategies.ids("e"), None)


@given(some_event, st.sampled_from(strategies.ZONES))
def test_a_line_that_is_not_touched_changes_nothing(event: TimelineEvent, zone: str) -> None:
    line = read_again(line_of(event, zone), context(event, zone), LANES)
    assert changed_fields(event, line, line) == {}


@given(some_event)
def test_what_changes_is_a_legal_edit(event: TimelineEvent) -> None:
    """A star is added to any event, and nothing but it changes."""
    before = read_again(line_of(event, LONDON), context(event), LANES)
    after = read_again(f"{line_of(event, LONDON)} more *", context(event), LANES)
    fields = changed_fields(event, before, after)
    if not (before.ready and after.ready):
        return
    assert set(fields) <= {"text", "starred"}
    review = change_event(event.id, **fields)(Review(id="r", events=(event,)))
    assert review.events[0].starred
