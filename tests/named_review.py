"""People in a room, and a review that names them everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime

from facilitator.domain.records import (
    ActionItem,
    Deferral,
    Evidence,
    Factor,
    Finding,
    Lesson,
    ParkedIdea,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import ActionStatus, EvidenceKind, FactorKind, LessonSide

OWNER = "Tom Okafor"


def person(name: str, role: str = "", alias: str = "") -> Participant:
    return Participant(id=name, name=name, role=role, alias=alias)


ROOM = (
    person("Priya Raman", "On-call engineer"),
    person(OWNER, "Incident lead"),
    person("Mark Page", "SRE"),
    person("Will Smith", "DBA", "Falcon"),
    person("Ana de la Cruz", "Scribe"),
    person("Seán O'Brien", "Support lead"),
    person("Łukasz Nguyễn", "Platform engineer"),
    person("Мария Иванова", "QA lead"),
    person("Zoe James"),
    person("May Chen", "Product owner"),
    person("山田太郎", "Network engineer"),
    person("Anne-Marie Dupont", "Legal counsel"),
    person("Grace Müller", "DevOps engineer"),
)
EVENT = TimelineEvent(
    id="e1",
    text="Priya restarted it",
    lane="priya",
    source="Chat with Tom",
    at=datetime(2026, 3, 3, 14, 3, tzinfo=UTC),
    starred=True,
    evidence=(Evidence(id="v1", kind=EvidenceKind.QUOTATION, text="Priya: on it"),),
)
ACTION = ActionItem(
    id="a1",
    text="Tom adds a check",
    owner=OWNER,
    status=ActionStatus.DEFERRED,
    findings=("n1",),
    call_reason="Priya says so",
    deferral=Deferral(accepted_by=OWNER, reason="Priya is away", until=date(2026, 4, 1)),
)
REVIEW = Review(
    id="r1",
    title="Priya's deploy",
    summary="Priya deployed.\n\nTom saw it.",
    impact="Tom lost an hour",
    notes="Priya was nervous",
    participants=ROOM,
    events=(EVENT,),
    factors=(
        Factor(id="f0", parent=None, kind=FactorKind.EFFECT, text="Priya could not pay"),
        Factor(id="f1", parent="f0", text="Priya saw no alert"),
    ),
    findings=(
        Finding(id="n1", text="Only Priya knew", factors=("f1",), focus=True, elsewhere="At Tom's"),
        Finding(id="n2", position=1, text="Priya was away", reason="Tom asks"),
    ),
    actions=(ACTION,),
    lessons=(Lesson(id="l1", side=LessonSide.WELL, text="Priya was quick"),),
    parking=(ParkedIdea(id="p1", text="Tom's idea"),),
)
