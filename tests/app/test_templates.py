"""What a new review begins with."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest

from facilitator.app.templates import failure_classes, from_template, templates
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import LINE_LIMIT, clean_line
from facilitator.domain.words import FactorKind, ReviewStatus

if TYPE_CHECKING:
    from facilitator.domain.records import Review

NOW = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)
IDS = [each.id for each in templates()]


def begin(template_id: str, title: str = "Shops could not pay", zone: str = "UTC") -> Review:
    numbers = count(1)
    return from_template(
        template_id, title, new_id=lambda: f"n{next(numbers)}", now=NOW, time_zone=zone
    )


def test_the_four_ways_to_begin_are_there_the_plainest_first() -> None:
    assert IDS == ["blank", "outage", "security", "near_miss"]


@pytest.mark.parametrize("template_id", IDS)
def test_a_new_review_holds_no_facts(template_id: str) -> None:
    review = begin(template_id, "  Shops  could not pay ", "Europe/London")
    assert (review.title, review.time_zone) == ("Shops could not pay", "Europe/London")
    assert (review.status, review.created, review.updated) == (ReviewStatus.DRAFT, NOW, NOW)
    assert not any(
        (
            review.incident,
            review.severity,
            review.services,
            review.failure_class,
            review.summary,
            review.impact,
            review.held_on,
            review.notes,
            review.events,
            review.findings,
            review.actions,
            review.lessons,
            review.parking,
        )
    )


@pytest.mark.parametrize("template_id", IDS)
def test_its_tree_has_an_effect_still_to_be_named(template_id: str) -> None:
    (effect,) = begin(template_id).factors
    assert (effect.kind, effect.parent, effect.text) == (FactorKind.EFFECT, None, "")


@pytest.mark.parametrize("template_id", IDS)
def test_its_seats_are_roles_that_nobody_has_taken(template_id: str) -> None:
    review = begin(template_id)
    template = next(each for each in templates() if each.id == template_id)
    assert tuple(each.role for each in review.participants) == template.seats
    assert not any(each.name or each.attended for each in review.participants)
    assert len({review.id, *(each.id for each in review.participants)}) == len(template.seats) + 1


def test_a_blank_review_has_no_seats_and_a_security_review_has_its_own() -> None:
    assert begin("blank").participants == ()
    assert "Privacy or legal" in [each.role for each in begin("security").participants]


def test_seats_keep_their_order() -> None:
    people = begin("outage").participants
    assert people == tuple(sorted(people, key=lambda each: each.id))


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(RuleViolation, match="not a time zone"):
        begin("blank", zone="Londn")
    with pytest.raises(RuleViolation, match="at most"):
        begin("blank", "x" * (LINE_LIMIT + 1))
    with pytest.raises(LookupError):
        begin("outrage")


def test_words_to_choose_from_are_clean_and_stand_once() -> None:
    words = failure_classes()
    assert len(set(map(str.casefold, words))) == len(words)
    assert all(clean_line(word) == word for word in words)
    for template in templates():
        assert template.words
        assert template.detail
        assert template.prompt.endswith("?")
