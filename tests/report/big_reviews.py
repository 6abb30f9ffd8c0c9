"""Reviews of the size and shape that strain a printer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from facilitator.coach.hinting import rehinted
from facilitator.domain.order import event_key, placed_key
from facilitator.domain.records import (
    ActionItem,
    Backlog,
    Factor,
    Finding,
    Lesson,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import (
    ActionStatus,
    Disposition,
    EventKind,
    EvidenceStatus,
    FactorKind,
    Family,
    Impact,
    LessonSide,
    Likelihood,
    Marker,
    Precision,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

START = datetime(2026, 3, 3, 13, 40, tzinfo=UTC)
WHAT = (
    "The queue grows on every writer",
    "A second region starts to refuse settings files",
    "Support asks whether payments are late; nobody can tell yet",
    "The rollout is stopped by hand, after two people have looked for the right page",
    "Dashboards show no change, as they average over all regions",
    "The last good file is copied back and the writers are started one by one",
)
CAUSES = (
    "No check reads the file before it ships",
    "The page was written for an older tool",
    "Alerts go to a channel that nobody is asked to read",
    "One step puts a change in front of everybody",
    "We took settings to be harmless, as they had never hurt before",
    "The team was promised a date that left no room for staging",
)
CHANGES = (
    "Reject settings files that fail the schema",
    "Page on-call when the queue grows for three minutes",
    "Roll settings out region by region and stop on errors",
    "Write down how to start the writers one by one",
    "Look into a second way to read limits",
)


def big(events: int = 300, factors: int = 60, actions: int = 40) -> Review:
    """A long incident with much of everything; every event of ten tells the story."""
    told = _events(events)
    causes = _tree(factors, told)
    found = _findings(causes)
    return rehinted(
        Review(
            id="big",
            title="Settings stopped all writers in four regions for most of an afternoon",
            incident="INC-4711",
            severity="SEV 1",
            services=("Ledger", "Limits", "Checkout"),
            failure_class="Bad settings",
            summary=" ".join(f"{each}." for each in (*WHAT, *CAUSES)),
            impact="41,300 payments arrived late\n960 shops asked for help\nTrust in the new tool",
            time_zone="Europe/London",
            held_on=date(2026, 3, 5),
            participants=tuple(
                Participant(id=f"p{n}", name=f"Name {n}", role=f"Role {n % 9}", attended=n % 4 > 0)
                for n in range(12)
            ),
            events=told,
            factors=causes,
            findings=found,
            actions=_actions(actions, causes, found),
            lessons=tuple(
                Lesson(id=f"l{n:02}", side=side, text=WHAT[n % len(WHAT)])
                for n, side in enumerate((*LessonSide, *LessonSide))
            ),
        )
    )


def _events(count: int) -> tuple[TimelineEvent, ...]:
    markers = {20 + n * count // 8: marker for n, marker in enumerate(Marker)}
    kinds, lanes = tuple(EventKind), ("Ledger", "Limits", "Checkout", "Support", "")
    made = [
        TimelineEvent(
            id=f"e{n:06}",
            text=WHAT[n % len(WHAT)],
            at=START + timedelta(minutes=n),
            end=START + timedelta(minutes=n + 9) if n % 23 == 5 else None,
            precision=Precision.ABOUT if n % 7 == 3 else Precision.EXACT,
            kind=kinds[n % len(kinds)],
            lane=lanes[n % len(lanes)],
            source="Incident channel" if n % 3 else "",
            starred=n % 10 == 0 or n in markers,
            marker=markers.get(n),
        )
        for n in range(count)
    ]
    return tuple(sorted(made, key=event_key))


def _tree(count: int, events: Sequence[TimelineEvent]) -> tuple[Factor, ...]:
    families, statuses = tuple(Family), tuple(EvidenceStatus)
    made = [Factor(id="f000", parent=None, kind=FactorKind.EFFECT, text="All writers stopped")]
    for n in range(1, count):
        parent = made[(n - 1) // 3 if n > 3 else 0]
        made.append(
            Factor(
                id=f"f{n:03}",
                parent=parent.id,
                position=n,
                text=CAUSES[n % len(CAUSES)],
                kind=FactorKind.TRIGGER if n == 1 else FactorKind.CONDITION,
                family=None if n == 1 else families[n % len(families)],
                evidence_status=statuses[n % len(statuses)],
                events=(events[n % len(events)].id,) if events and n % 2 else (),
                joint=n % 11 == 2,
            )
        )
    return tuple(sorted(made, key=placed_key))


def _findings(factors: Sequence[Factor]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            id=f"g{n}",
            position=n,
            text=f"{CAUSES[n % len(CAUSES)]}, and nothing would have shown it",
            factors=tuple(each.id for each in factors[n::9][:3]),
            focus=n < 5,
            disposition=None if n < 5 else Disposition.RECORDED,
            reason="" if n < 5 else "It has its own review.",
            elsewhere="Fees and refund rules" if n % 2 else "",
        )
        for n in range(9)
    )


def _actions(
    count: int, factors: Sequence[Factor], findings: Sequence[Finding]
) -> tuple[ActionItem, ...]:
    impacts, likelihoods, statuses = tuple(Impact), tuple(Likelihood), tuple(ActionStatus)
    return tuple(
        ActionItem(
            id=f"a{n:03}",
            position=n,
            text=CHANGES[n % len(CHANGES)],
            owner=f"Owner {n % 7}" if n % 7 else "",
            impact=impacts[n % 3] if n % 5 else None,
            likelihood=likelihoods[n % 3] if n % 5 else None,
            due=date(2026, 4, 1) + timedelta(days=n) if n % 4 else None,
            status=statuses[n % 5],
            factors=tuple(each.id for each in factors[n :: len(factors) // 2 or 1][:2]),
            findings=(findings[n % len(findings)].id,),
            backlog=Backlog(system="Jira", key=f"PAY-{n}", url=f"https://b.example/PAY-{n}"),
            agreed_on=date(2026, 3, 5),
            check_on=date(2026, 6, 2) if n % 2 else None,
        )
        for n in range(count)
    )


def chain(depth: int) -> tuple[Factor, ...]:
    """One why after the other."""
    effect = Factor(id="f000", parent=None, kind=FactorKind.EFFECT, text="It stopped")
    return (
        effect,
        *(
            Factor(id=f"f{n:03}", parent=f"f{n - 1:03}", text=f"{CAUSES[n % len(CAUSES)]} {n}")
            for n in range(1, depth + 1)
        ),
    )


def siblings(count: int) -> tuple[Factor, ...]:
    """Many causes of one effect."""
    effect = Factor(id="f000", parent=None, kind=FactorKind.EFFECT, text="It stopped")
    return (
        effect,
        *(
            Factor(id=f"f{n:03}", parent="f000", position=n, text=f"Cause {n}")
            for n in range(1, count + 1)
        ),
    )
