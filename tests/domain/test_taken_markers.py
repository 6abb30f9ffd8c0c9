"""A marker stands once: where it is set anew it leaves the event that had it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from facilitator.domain.edits.timeline import add_taking, change_taking
from facilitator.domain.records import Review, TimelineEvent
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import Marker

AT = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)
FIRST = TimelineEvent(id="e1", text="first", at=AT, marker=Marker.DETECTED)
SECOND = TimelineEvent(id="e2", text="second", at=AT)
REVIEW = Review(id="r", events=(FIRST, SECOND))


def marked(review: Review) -> dict[str, Marker | None]:
    return {each.id: each.marker for each in review.events}


def test_a_new_event_takes_it() -> None:
    new = TimelineEvent(id="e3", text="third", at=AT, marker=Marker.DETECTED)
    assert marked(add_taking(new)(REVIEW)) == {"e1": None, "e2": None, "e3": Marker.DETECTED}


def test_a_changed_event_takes_it_with_its_other_fields() -> None:
    review = change_taking("e2", text="other words", marker=Marker.DETECTED)(REVIEW)
    assert marked(review) == {"e1": None, "e2": Marker.DETECTED}
    assert review.events[1].text == "other words"


def test_without_a_marker_all_stay() -> None:
    plain = TimelineEvent(id="e3", text="third", at=AT)
    assert marked(add_taking(plain)(REVIEW))["e1"] is Marker.DETECTED
    assert marked(change_taking("e2", text="other words")(REVIEW))["e1"] is Marker.DETECTED


def test_it_can_be_taken_off() -> None:
    assert marked(change_taking("e1", marker=None)(REVIEW)) == {"e1": None, "e2": None}


def test_a_refused_change_takes_nothing() -> None:
    with pytest.raises(RuleViolation):
        change_taking("e2", text="", marker=Marker.DETECTED)(REVIEW)
