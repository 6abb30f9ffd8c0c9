"""Reviews of any size to measure with, always the same ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from facilitator.domain.records import ActionItem, Factor, Finding, Review, TimelineEvent
from facilitator.domain.words import (
    Durability,
    EventKind,
    EvidenceStatus,
    FactorKind,
    Family,
    Impact,
    Likelihood,
    Marker,
)

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
_SUBJECTS = ("The ledger", "A queue", "The checkout", "One region", "The cache", "An operator tool")
_VERBS = ("stops", "answers late", "is restarted", "is rolled back", "sheds load", "pages on-call")
_WHYS = (
    "because nothing checks the file before it ships to every region",
    "and nobody had written down what the limit stood for",
    "while the dashboard shows an average over all customers",
)


def words(number: int) -> str:
    """A sentence of its own for every number."""
    subject, verb = _SUBJECTS[number % 6], _VERBS[number // 6 % 6]
    return f"{subject} {verb} {_WHYS[number % 3]} ({number})"


def event(number: int) -> TimelineEvent:
    """One event, a few minutes after the one before."""
    return TimelineEvent(
        id=f"e{number:06}",
        text=words(number),
        at=START + timedelta(minutes=number * 3),
        typed="09:00",
        zone="UTC",
        kind=tuple(EventKind)[number % len(EventKind)],
        lane=("Ledger", "Limits", "Checkout", "Support")[number % 4],
        starred=number % 9 == 0,
        marker={2: Marker.IMPACT_START, 7: Marker.DETECTED, 40: Marker.RESOLVED}.get(number),
    )


def factor(number: int) -> Factor:
    """One factor; number 0 is the effect, the others hang on it in a tree of threes."""
    if number == 0:
        return Factor(id="f000000", parent=None, text="Shops could not pay", kind=FactorKind.EFFECT)
    return Factor(
        id=f"f{number:06}",
        parent=f"f{(number - 1) // 3:06}",
        position=(number - 1) % 3,
        text=words(number),
        family=tuple(Family)[number % 5],
        evidence_status=tuple(EvidenceStatus)[number % 3],
    )


def action(number: int) -> ActionItem:
    """One action."""
    return ActionItem(
        id=f"a{number:06}",
        position=number,
        text=f"Reject settings files that fail the schema of service {number}",
        owner=f"Owner {number % 7}",
        impact=tuple(Impact)[number % 3],
        likelihood=tuple(Likelihood)[number % 3],
        due=START.date() + timedelta(days=number),
        hint=Durability.GUARDRAIL,
        vague=False,
        factors=(f"f{number + 1:06}",),
    )


def finding(number: int) -> Finding:
    """One finding; the first five are in focus."""
    return Finding(
        id=f"g{number:06}",
        position=number,
        text=words(number),
        factors=(f"f{number + 1:06}",),
        focus=number < 5,
    )


def review(events: int = 0, factors: int = 1, actions: int = 0, findings: int = 0) -> Review:
    """A review with so many rows of each kind."""
    return Review(
        id="bench",
        title="Shops could not pay after a limits rollout",
        incident="INC-1",
        severity="SEV 1",
        services=("Ledger", "Limits"),
        summary=" ".join(words(number) for number in range(6)),
        impact="41,300 payments arrived late\n960 shops asked for help",
        events=tuple(event(number) for number in range(events)),
        factors=tuple(sorted(map(factor, range(factors)), key=lambda row: (row.position, row.id))),
        findings=tuple(finding(number) for number in range(findings)),
        actions=tuple(action(number) for number in range(actions)),
    )
