"""A small review that lacks nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from facilitator.coach.hinting import rehinted
from facilitator.domain.records import (
    ActionItem,
    Backlog,
    Factor,
    Finding,
    Lesson,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import (
    ActionStatus,
    Disposition,
    EvidenceStatus,
    FactorKind,
    Family,
    Impact,
    LessonSide,
    Likelihood,
    Marker,
)

START = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)

_EVENTS = tuple(
    TimelineEvent(
        id=f"e{n}", text=f"Event {n}", at=START + timedelta(minutes=10 * n), marker=marker
    )
    for n, marker in enumerate(Marker)
)

_CONDITIONS = (
    ("f2", "f0", "The importer takes any file", Family.DESIGN_DECISION),
    ("f3", "f2", "No check reads the file", Family.MISSING_SAFEGUARD),
    ("f4", "f2", "We took the supplier's files to be right", Family.FALSE_ASSUMPTION),
    ("f5", "f0", "Nobody was told of the rejected rows", Family.OBSERVABILITY_GAP),
    ("f6", "f5", "The check was put off before the sale", Family.ORGANISATIONAL_PRESSURE),
)

_FACTORS = (
    Factor(id="f0", parent=None, text="Orders were lost", kind=FactorKind.EFFECT),
    Factor(
        id="f1",
        parent="f0",
        text="A file came with a new column",
        kind=FactorKind.TRIGGER,
        evidence_status=EvidenceStatus.SUPPORTED,
    ),
    *(
        Factor(
            id=each,
            parent=parent,
            text=text,
            family=family,
            evidence_status=EvidenceStatus.SUPPORTED,
        )
        for each, parent, text, family in _CONDITIONS
    ),
)

_FINDINGS = (
    Finding(id="n1", text="Nothing reads a file before it counts", factors=("f3",), focus=True),
    Finding(id="n2", text="Rejected rows are silent", factors=("f5", "f6"), focus=True),
    Finding(
        id="n3",
        text="The supplier tells nobody of changes",
        factors=("f4",),
        disposition=Disposition.RECORDED,
        reason="The contract is renewed in autumn.",
    ),
)

_ACTIONS = (
    ActionItem(id="a1", text="Reject files that fail the schema", findings=("n1",)),
    ActionItem(
        id="a2", text="Page on-call when a row is rejected", factors=("f5",), findings=("n2",)
    ),
)


def _carried(action: ActionItem) -> ActionItem:
    return ActionItem(
        id=action.id,
        text=action.text,
        factors=action.factors,
        findings=action.findings,
        owner="Ines Duarte",
        impact=Impact.SEVERE,
        likelihood=Likelihood.LIKELY,
        due=date(2026, 6, 1),
        status=ActionStatus.IN_BACKLOG,
        backlog=Backlog(system="Jira", key="IMP-1"),
        check_on=date(2026, 9, 14),
    )


def complete_review() -> Review:
    """The review."""
    return rehinted(
        Review(
            id="r1",
            title="Orders of a morning were lost",
            severity="SEV 2",
            summary="A file came with a new column, and every value moved by one.",
            impact="212 orders lost",
            events=_EVENTS,
            factors=_FACTORS,
            findings=_FINDINGS,
            actions=tuple(map(_carried, _ACTIONS)),
            lessons=(Lesson(id="l1", side=LessonSide.WELL, text="Support kept the file"),),
        )
    )
