"""What still reads like a name once roles stand for names, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.coach.given_names import given_names
from facilitator.domain.ordinary_names import ORDINARY
from facilitator.domain.records import ActionItem, Factor, ParkedIdea, Review, TimelineEvent
from facilitator.domain.residual_names import (
    AS_TYPED,
    DOUBTFUL,
    HANDLE,
    NO_ROLE,
    SEVERAL,
    STRANGER,
    WITHIN,
    NameCheck,
    residual,
)
from facilitator.domain.words import NameUse
from tests.named_review import ACTION, EVENT, REVIEW, ROOM, person


def left(*texts: str, review: Review | None = None) -> list[tuple[str, str]]:
    factors = tuple(Factor(id=f"f{i}", parent=None, text=text) for i, text in enumerate(texts))
    checked = replace(review or Review(id="r", participants=ROOM), factors=factors)
    return [(each.word, each.why) for each in residual(checked, given_names())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zoe restarted it", [("Zoe James", NO_ROLE)]),
        ("we asked Elena to look", [("Elena", STRANGER)]),
        ("Elena restarted it", [("Elena", STRANGER)]),
        ("Elena's laptop", [("Elena", STRANGER)]),
        ("Elena Petrova restarted it", [("Elena Petrova", STRANGER)]),
        ("Kwabena Mensah said it was fine", [("Kwabena Mensah", STRANGER)]),
        ("Sarah and Elena joined", [("Sarah", STRANGER), ("Elena", STRANGER)]),
        ("ping @devika", [("@devika", HANDLE)]),
        ("mail priya@example.com", [("priya@example.com", WITHIN)]),
        ("mail praman@example.com", [("praman@example.com", WITHIN)]),
        ("mail elena.petrova@example.com", [("elena.petrova@example.com", STRANGER)]),
        ("Priya-led fix", [("Priya-led", WITHIN)]),
        ("https://x.io/priya/1", [("https://x.io/priya/1", WITHIN)]),
        ("Mark failed pods as lost", [("Mark", DOUBTFUL)]),
    ],
)
def test_names_that_may_still_be_seen(text: str, found: list[tuple[str, str]]) -> None:
    assert left(text) == found


def test_a_name_that_two_people_have_is_told() -> None:
    room = (person("Priya Raman", "SRE"), person("Priya Seth", "DBA"))
    review = Review(id="r", participants=room)
    assert left("Priya restarted it", review=review) == [("Priya", SEVERAL)]


@pytest.mark.parametrize(
    "text",
    [
        "Priya restarted it, and Tom told O'Brien",
        "Kafka lag rose after Postgres failed over in London on Monday",
        "In March the GitHub runner and Jenkins were down; Grafana showed nothing",
        "Ada and Argo were deployed by Jira on Kubernetes",
        "Google Cloud said it was fine; New York was slow on Black Friday",
        "Daniel 2.0 was out",
        "The Load Balancer and the Status Page were wrong",
        "Site Reliability said no",
        "Mark the node as bad. May take five minutes. Will the alert fire?",
        "mail alerts@example.com, no-reply@example.com and on-call@example.com",
        "ask @here, @channel, @payments-team and @oncall",
        "npm i @babel/core; the @Transactional method; pkg@latest",
        "Java, Ruby and Julia services; Jasper reports; the Victoria line",
        "Cassandra in Frankfurt and Sydney lost quorum",
        "“List<String>” failed with HTTP 500 in Chrome",
    ],
)
def test_technical_sentences_raise_no_alarm(text: str) -> None:
    assert left(text) == []


def test_what_the_review_calls_its_own_is_no_name() -> None:
    event = TimelineEvent(id="e1", text="x", lane="Elena")
    review = Review(id="r", services=("Matilda", "Oscar API"), events=(event,))
    assert left("Then Elena and Oscar failed over", review=review) == []


def test_owners_may_stand_in_actions_only() -> None:
    action = ActionItem(id="a1", text="Elena adds a check", owner="Elena Petrova")
    factor = Factor(id="f1", parent=None, text="Then Elena looked at it")
    found = residual(Review(id="r", actions=(action,), factors=(factor,)), given_names())
    assert [(each.collection, each.row_id, each.word) for each in found] == [
        ("factors", "f1", "Elena")
    ]


def test_every_text_that_the_room_sees_is_checked() -> None:
    event, action = replace(EVENT, lane=""), replace(ACTION, owner="")
    review = replace(REVIEW, participants=(), events=(event,), actions=(action,))
    known = frozenset({"priya", "tom"})
    places = {(each.collection, each.row_id) for each in residual(review, known)}
    assert places == {
        ("brief", "title"),
        ("brief", "summary"),
        ("brief", "impact"),
        ("events", "e1"),
        ("factors", "f0"),
        ("factors", "f1"),
        ("findings", "n1"),
        ("findings", "n2"),
        ("actions", "a1"),
        ("lessons", "l1"),
        ("parking", "p1"),
    }
    assert all(each.where and each.why for each in residual(review, known))


def test_where_an_event_is_from_is_checked_too() -> None:
    event = TimelineEvent(id="e1", text="Paged", source="Chat with Elena")
    found = residual(Review(id="r", events=(event,)), given_names())
    assert [each.word for each in found] == ["Elena"]


def test_the_brief_shows_what_was_typed() -> None:
    review = Review(id="r", summary="Then Priya and Zoe looked", participants=ROOM)
    assert [(each.row_id, each.word, each.why) for each in residual(review)] == [
        ("summary", "Priya Raman", AS_TYPED),
        ("summary", "Zoe James", NO_ROLE),
    ]


def test_a_second_look_sees_what_has_changed() -> None:
    check = NameCheck(given_names())
    review = Review(id="r", participants=ROOM[:1], summary="Then Elena and Tom looked")
    assert [each.word for each in check.residual(review)] == ["Elena"]
    there = replace(review, summary="", participants=(*ROOM[:2], person("Elena")))
    told = replace(there, parking=(ParkedIdea(id="p1", text="Ask Elena and Tom"),))
    assert [(each.word, each.why) for each in check.residual(told)] == [("Elena", NO_ROLE)]
    assert check.residual(told) == check.residual(told)


def test_nothing_is_told_while_names_are_shown() -> None:
    assert residual(replace(REVIEW, names=NameUse.NAMES), given_names()) == ()


def test_given_names_are_no_ordinary_words() -> None:
    assert len(given_names()) > 500
    assert not given_names() & ORDINARY
    assert {"priya", "łukasz", "мария"} <= given_names()
