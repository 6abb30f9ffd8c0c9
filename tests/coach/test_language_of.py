"""What the words of a whole review say of people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator import resources
from facilitator.coach.language_of import judged_sentences, remarks
from facilitator.domain.records import (
    ActionItem,
    Factor,
    Finding,
    Lesson,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import LessonSide
from facilitator.exchange.review_json import read_review

BLAME = "Quorra forgot to mute the alarm"
REVIEW = Review(
    id="r",
    summary="The pool was full. We should have seen it. Then it drained.",
    impact="Nobody noticed the growing queue",
    participants=(Participant(id="p", name="Quorra Flynn"),),
    events=(TimelineEvent(id="e1", text=BLAME), TimelineEvent(id="e2", text="The pod failed")),
    factors=(Factor(id="f1", parent=None, text="Someone accidentally deleted the bucket"),),
    findings=(Finding(id="n1", text="It was Quorra's fault"),),
    actions=(
        ActionItem(id="a1", text="Undo what we forgot by mistake"),
        ActionItem(id="a2", text="Find out why Quorra was careless"),
    ),
    lessons=(Lesson(id="l1", side=LessonSide.BADLY, text="We failed to check the second site"),),
)


def test_every_place_is_looked_at() -> None:
    found = [(each.phase, each.target, each.field, each.judged.label) for each in remarks(REVIEW)]
    assert found == [
        ("brief", "summary", "summary", "counterfactual"),
        ("brief", "impact", "impact", "counterfactual"),
        ("timeline", "e1", "text", "blame"),
        ("factors", "f1", "text", "human_error"),
        ("findings", "n1", "text", "blame"),
        ("actions", "a2", "text", "blame"),
        ("close", "l1", "text", "counterfactual"),
    ]


def test_a_sentence_is_found_where_it_stands() -> None:
    remark = remarks(REVIEW)[0]
    assert remark.text == "We should have seen it."
    assert REVIEW.summary[remark.start :].startswith(remark.text)
    (span, *_) = remark.judged.spans
    assert remark.text[span.start : span.end].startswith("We should have")


def test_a_review_without_words_has_none() -> None:
    assert remarks(Review(id="r")) == ()


def test_names_come_from_those_who_take_part() -> None:
    lower = replace(REVIEW, events=(TimelineEvent(id="e1", text=BLAME.lower()),))
    assert "timeline" in {each.phase for each in remarks(lower)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- It was my fault.\n- The pod failed.", ["It was my fault."]),
        ("It broke, e.g. The pod. It was my fault!", ["It was my fault!"]),
        ('She said "It broke. It was my fault." Then it drained.', []),
        ("", []),
        ("\n\n", []),
    ],
)
def test_sentences_are_judged_apart(text: str, found: list[str]) -> None:
    assert [each.text for each in judged_sentences(text, ())] == found


def test_the_sample_shames_nobody() -> None:
    sample = read_review(resources.path("sample.json").read_bytes(), lambda: "new")
    assert [each.text for each in remarks(sample) if each.judged.label == "blame"] == []
