"""The review JSON is what the design says: its keys, its types, and null for what is absent."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from facilitator import resources
from facilitator.domain.records import (
    ActionItem,
    Backlog,
    Evidence,
    Factor,
    Finding,
    Lesson,
    ParkedIdea,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import (
    ActionStatus,
    Durability,
    EvidenceKind,
    FactorKind,
    Impact,
    LessonSide,
    Likelihood,
    Priority,
)
from facilitator.exchange.review_json import read_review, write_review
from tests.strategies import ids


def named(keys: str) -> list[str]:
    """The keys in a text, in order."""
    return keys.split()


REVIEW_KEYS = named(
    "id title incident severity services failure_class summary impact time_zone status held_on "
    "participants events factors findings actions lessons parking notes revision created updated"
)
PARTICIPANT_KEYS = ["name", "role", "alias", "attended"]
EVENT_KEYS = named(
    "id at end precision typed zone text kind marker lane source link starred evidence"
)
FACTOR_KEYS = named("id parent position text kind family evidence_status events joint")
FINDING_KEYS = named("id text factors focus disposition reason elsewhere")
ACTION_KEYS = named(
    "id text owner impact likelihood priority due status durability hint vague call call_reason "
    "factors findings stopgap_for backlog proposed_on agreed_on done_on check_on held deferral"
)

BARE = Review(
    id="r1",
    participants=(Participant(id="p1", role="Observer"),),
    events=(TimelineEvent(id="e1", text="It stopped", at=datetime(2026, 3, 4, 14, 3, tzinfo=UTC)),),
    factors=(Factor(id="f1", parent=None, kind=FactorKind.EFFECT),),
    findings=(Finding(id="g1", text="Nothing reads it"),),
    actions=(ActionItem(id="a1", text="Read it"),),
    lessons=(Lesson(id="l1", side=LessonSide.LUCKY, text="It was Sunday"),),
    parking=(ParkedIdea(id="i1", text="Refunds"),),
)


def written(review: Review, *, private: bool = False) -> dict[str, Any]:
    """The object under ``review`` as it is written."""
    document = json.loads(write_review(review, private=private))
    assert list(document) == ["format", "version", "review"]
    assert (document["format"], document["version"]) == ("facilitator.review", 1)
    inner: dict[str, Any] = document["review"]
    return inner


def action_written(**fields: Any) -> dict[str, Any]:
    """The only action of a review, as it is written."""
    action = replace(BARE.actions[0], **fields)
    found: dict[str, Any] = written(replace(BARE, actions=(action,)))["actions"][0]
    return found


def test_every_object_has_exactly_its_keys() -> None:
    review = written(BARE)
    assert list(review) == REVIEW_KEYS
    assert list(review["participants"][0]) == PARTICIPANT_KEYS
    assert list(review["events"][0]) == EVENT_KEYS
    assert list(review["factors"][0]) == FACTOR_KEYS
    assert list(review["findings"][0]) == FINDING_KEYS
    assert list(review["actions"][0]) == ACTION_KEYS
    assert list(review["lessons"]) == ["well", "badly", "lucky"]


def test_what_is_absent_is_null() -> None:
    review = written(BARE)
    for key in (
        "incident",
        "severity",
        "failure_class",
        "held_on",
        "notes",
        "created",
        "updated",
    ):
        assert review[key] is None
    for key in ("end", "typed", "zone", "marker", "lane", "source", "link"):
        assert review["events"][0][key] is None
    for key in ("disposition", "reason", "elsewhere"):
        assert review["findings"][0][key] is None
    empty = set(ACTION_KEYS) - {"id", "text", "status", "factors", "findings"}
    assert {key for key, value in review["actions"][0].items() if value is None} == empty
    assert review["factors"][0]["parent"] is review["factors"][0]["family"] is None
    assert review["participants"][0]["alias"] is None


def test_text_and_lists_are_there_when_empty() -> None:
    review = written(Review(id="r1"))
    for key in ("title", "summary", "impact"):
        assert review[key] == ""
    for key in (
        "services",
        "participants",
        "events",
        "factors",
        "findings",
        "actions",
        "parking",
    ):
        assert review[key] == []
    assert review["lessons"] == {"well": [], "badly": [], "lucky": []}
    assert review["time_zone"] == "UTC"


@pytest.mark.parametrize(
    ("instant", "text"),
    [
        (datetime(2026, 3, 4, 14, 3, tzinfo=UTC), "2026-03-04T14:03:00Z"),
        (
            datetime(2026, 3, 4, 14, 3, 0, 250_000, tzinfo=UTC),
            "2026-03-04T14:03:00.250000Z",
        ),
    ],
)
def test_times_are_utc_and_have_a_fraction_only_if_there_is_one(
    instant: datetime, text: str
) -> None:
    event = replace(BARE.events[0], at=instant)
    assert written(replace(BARE, events=(event,)))["events"][0]["at"] == text


def test_days_are_plain_dates() -> None:
    assert action_written(due=date(2026, 3, 19))["due"] == "2026-03-19"


@pytest.mark.parametrize(
    ("status", "held"),
    [
        (ActionStatus.HELD, True),
        (ActionStatus.DID_NOT_HOLD, False),
        (ActionStatus.DONE, None),
        (ActionStatus.PROPOSED, None),
    ],
)
def test_held_follows_from_the_status(status: ActionStatus, held: bool | None) -> None:
    assert action_written(status=status)["held"] is held


def test_durability_is_the_call_if_made_else_the_hint() -> None:
    hint, call = Durability.DETECT, Durability.GUARDRAIL
    assert action_written(hint=hint)["durability"] == "detect"
    both = action_written(hint=hint, call=call, call_reason="It also stops the rollout")
    assert (both["durability"], both["hint"], both["call"]) == (
        "guardrail",
        "detect",
        "guardrail",
    )


def test_priority_is_the_one_the_risk_gives() -> None:
    rated = {"impact": Impact.SEVERE, "likelihood": Likelihood.LIKELY}
    assert action_written(**rated)["priority"] == "P1"
    assert action_written(stated_priority=Priority.P3)["priority"] == "P3"


def test_a_backlog_place_tells_what_it_knows() -> None:
    backlog = action_written(backlog=Backlog(key="PAY-123"))["backlog"]
    assert backlog == {"system": None, "key": "PAY-123", "url": None}


def test_evidence_is_an_object_with_base64_data() -> None:
    picture = Evidence(
        id="v1",
        kind=EvidenceKind.IMAGE,
        media_type="image/png",
        sha256="ab",
        data=b"\x89PNG",
    )
    event = replace(BARE.events[0], evidence=(picture,))
    assert written(replace(BARE, events=(event,)))["events"][0]["evidence"] == [
        {
            "id": "v1",
            "kind": "image",
            "text": "",
            "link": None,
            "media_type": "image/png",
            "sha256": "ab",
            "data": "iVBORw==",
        }
    ]


def test_a_row_stands_on_a_line_of_its_own() -> None:
    lines = write_review(BARE).decode().splitlines()
    assert sum(line.startswith("    {") for line in lines) == 5


def test_the_sample_fills_every_part() -> None:
    review = read_review(resources.path("sample.json").read_bytes(), ids("n"))
    assert (review.incident, review.severity) == ("INC-2291", "SEV 1")
    assert (len(review.events), len(review.actions), len(review.participants)) == (
        14,
        7,
        9,
    )
    assert sum(event.starred for event in review.events) == 10
    assert sum(finding.focus for finding in review.findings) == 4
    assert len(review.findings) == 6
    assert {lesson.side for lesson in review.lessons} == set(LessonSide)
    assert review.parking
    assert review.notes
