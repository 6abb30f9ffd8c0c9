"""Which columns hold which fields of a record: derived once from the records themselves."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from facilitator.domain.records import (
    COLLECTIONS,
    ActionItem,
    Addressee,
    Backlog,
    Deferral,
    Evidence,
    Factor,
    Finding,
    Lesson,
    Opening,
    ParkedIdea,
    Participant,
    PhaseNote,
    Poll,
    Release,
    Review,
    Term,
    TimelineEvent,
)
from facilitator.store.plan import Column, Links, Plan
from facilitator.store.values import codec_for

_INSIDE: dict[Any, type[Any]] = {
    Backlog | None: Backlog,
    Deferral | None: Deferral,
    Opening | None: Opening,
    Poll | None: Poll,
}
_ELSEWHERE = {(Review, name) for name in COLLECTIONS} | {(TimelineEvent, "evidence")}


def _plan(record: type[Any], table: str, *links: Links) -> Plan:
    apart = {link.field for link in links}
    columns = [
        column
        for field in fields(record)
        if field.name not in apart and (record, field.name) not in _ELSEWHERE
        for column in _columns(field.name, field.type)
    ]
    return Plan(record, table, tuple(columns), links)


def _columns(name: str, hint: Any) -> list[Column]:
    inside = _INSIDE.get(hint)
    if inside is None:
        return [Column(name, name, None, codec_for(hint))]
    return [
        Column(f"{name}_{part.name}", name, part.name, codec_for(part.type, nullable=True))
        for part in fields(inside)
    ]


INSIDE = {"backlog": Backlog, "deferral": Deferral, "opening": Opening, "poll": Poll}
"""Fields that hold a value of their own, spread over columns that are all null or none."""

REVIEW = _plan(Review, "review")
"""The head of a review: everything but its collections."""

EVIDENCE = _plan(Evidence, "evidence")
"""Evidence, which belongs to an event and has a place there."""

PLANS = {
    "participants": _plan(Participant, "participant"),
    "events": _plan(TimelineEvent, "event"),
    "factors": _plan(Factor, "factor", Links("events", "factor_event", "factor_id", "event_id")),
    "findings": _plan(
        Finding, "finding", Links("factors", "finding_factor", "finding_id", "factor_id")
    ),
    "actions": _plan(
        ActionItem,
        "action",
        Links("factors", "action_factor", "action_id", "factor_id"),
        Links("findings", "action_finding", "action_id", "finding_id"),
    ),
    "addressees": _plan(Addressee, "addressee"),
    "lessons": _plan(Lesson, "lesson"),
    "parking": _plan(ParkedIdea, "parked"),
    "phase_notes": _plan(PhaseNote, "phase_note"),
    "glossary": _plan(Term, "term"),
    "releases": _plan(Release, "release"),
}
"""The plan of every collection of a review."""
