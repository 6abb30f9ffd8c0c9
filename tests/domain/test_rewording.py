"""Every text of a review can be said in other words where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from facilitator.domain.edits.rewording import reword, text_at
from facilitator.domain.every_text import TextPlace, every_text, rewritten
from facilitator.domain.rules import RuleViolation
from tests.store.support import full_review
from tests.strategies import reviews

if TYPE_CHECKING:
    from facilitator.domain.records import Review

LEFT_OUT = {"participants", "parking", "phase_notes", "releases"}
"""Collections that are in no document for others."""
NOT_TEXTS = ("typed", "source", "link", "backlog", "severity", "notes", "opening")


def test_every_text_that_may_leave_can_be_reworded() -> None:
    review = full_review()
    places = [
        place
        for place, _ in every_text(review)
        if place.collection not in LEFT_OUT
        and not any(word in f"{place.row} {place.field}" for word in NOT_TEXTS)
    ]
    assert len(places) > 20
    for place in places:
        changed = reword(place, "Other words")(review)
        assert text_at(changed, place) == "Other words"
        others = [each for each, text in every_text(changed) if text == "Other words"]
        assert others == [place]


def test_what_is_gone_is_told() -> None:
    for place in (
        TextPlace("events", "nobody", "text"),
        TextPlace("actions", "a2", "deferral.reason"),
        TextPlace("brief", "services", "services[9]"),
    ):
        with pytest.raises(RuleViolation):
            reword(place, "x")(full_review())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reviews())
def test_each_text_is_met_once_and_no_id_is_touched(review: Review) -> None:
    places = [place for place, _ in every_text(review)]
    assert len(places) == len(set(places))
    assert rewritten(review, lambda text: text) == review
    blank = rewritten(review, lambda _text: "")
    assert not list(every_text(blank))
    kept = replace(blank, services=())
    assert [each.id for each in kept.events] == [each.id for each in review.events]
    assert [each.factors for each in kept.actions] == [each.factors for each in review.actions]
