"""What a document for others than the team may be made of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.domain.audience import SOME_OWNER, for_audience, without_moments
from facilitator.domain.masking import Mask, Masks
from facilitator.domain.records import Participant, Review, TimelineEvent
from facilitator.domain.words import ActionStatus, Audience, Durability, Marker, NameUse
from tests.store.support import each_row, full_review

OTHERS = (Audience.WIDE, Audience.BRIEF)


@pytest.fixture
def review() -> Review:
    return replace(full_review(), names=NameUse.NAMES)


def texts(review: Review) -> str:
    return "\n".join(map(repr, each_row(review)))


def test_the_team_has_all_but_private_notes(review: Review) -> None:
    assert for_audience(review, Audience.INTERNAL) == replace(review, notes="", phase_notes=())


@pytest.mark.parametrize("audience", OTHERS)
def test_nobody_is_named(review: Review, audience: Audience) -> None:
    people = (Participant(id="p1", name="Maria Kovac", role="Ledger engineer"),)
    action = replace(
        review.actions[0],
        text="Maria blocks it",
        owner="Maria Kovac",
        status=ActionStatus.AGREED,
    )
    named = replace(
        review,
        participants=people,
        title="Maria saw it",
        incident="INC-1 Maria",
        actions=(action, replace(action, id="a9", owner="Olu Ade")),
    )
    shown = for_audience(named, audience)
    assert shown.title == "The ledger engineer saw it"
    assert [each.owner for each in shown.actions] == ["The ledger engineer", SOME_OWNER]
    assert "Maria" not in texts(shown)
    assert "Olu" not in texts(shown)


@pytest.mark.parametrize("audience", OTHERS)
def test_what_is_not_the_business_of_others_is_out(review: Review, audience: Audience) -> None:
    shown = for_audience(review, audience)
    assert (shown.notes, shown.phase_notes, shown.participants, shown.parking) == ("", (), (), ())
    assert (shown.poll, shown.opening, shown.releases) == (None, None, ())
    assert not any(each.source or each.link or each.typed for each in shown.events)
    assert all(each.backlog is None for each in shown.actions)
    assert "example.org" not in texts(shown)
    known = {each.id for each in shown.events if each.starred or each.marker}
    assert all(known.issuperset(each.events) for each in shown.factors)


@pytest.mark.parametrize("audience", OTHERS)
def test_of_events_that_were_not_chosen_only_the_time_is_told(
    review: Review, audience: Audience
) -> None:
    plain = replace(review.events[0], starred=False, marker=None)
    starred = replace(plain, id="told", starred=True)
    shown = for_audience(replace(review, events=(plain, starred)), audience)
    moment = TimelineEvent(id=plain.id, text="", at=plain.at, precision=plain.precision)
    assert shown.events[0] == moment
    assert shown.events[1].text == plain.text
    assert without_moments(shown).events == shown.events[1:]
    assert without_moments(review) is review


def test_one_page_has_what_matters_most(review: Review) -> None:
    shown = for_audience(review, Audience.BRIEF)
    assert all(each.focus for each in shown.findings)
    lasting = {Durability.ELIMINATE, Durability.GUARDRAIL}
    assert {each.durability for each in shown.actions} <= lasting
    assert shown.lessons == ()
    for action in shown.actions:
        assert {each.id for each in shown.factors}.issuperset(action.factors)
        assert {each.id for each in shown.findings}.issuperset(action.findings)


def test_masks_reach_every_text_and_no_id(review: Review) -> None:
    event = replace(review.events[0], id="acme", text="Acme called", marker=Marker.DETECTED)
    factor = replace(review.factors[0], events=("acme",))
    review = replace(review, events=(event,), factors=(factor,), actions=(), findings=())
    shown = for_audience(review, Audience.WIDE, Masks([Mask("acme")]))
    assert shown.events[0].text == "[withheld] called"
    assert shown.events[0].id == "acme"
    assert shown.factors[0].events == ("acme",)
