"""A clock, a review with something in every field, and ways to look into a library."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from facilitator.domain.delta import Delta
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
from facilitator.domain.words import (
    ActionStatus,
    Answer,
    Audience,
    Disposition,
    Durability,
    EventKind,
    EvidenceKind,
    EvidenceStatus,
    FactorKind,
    Family,
    Impact,
    LessonSide,
    Likelihood,
    Marker,
    NameUse,
    Precision,
    Priority,
    ReviewStatus,
)
from facilitator.store.versions import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from facilitator.store.store import Store

NEXT_VERSION = f"{int(VERSION) + 1:04}"
"""The version of a library that a newer program has written."""

START = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that goes on by a second whenever it is looked at."""

    at: datetime = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def full_review(review_id: str = "r1") -> Review:
    """A review in which no field is what it is by default."""
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    proofs = (
        Evidence(id="p2", kind=EvidenceKind.QUOTATION, text="“It was green”", link="log 7"),
        Evidence(
            id="p1",
            kind=EvidenceKind.IMAGE,
            text="The graph",
            media_type="image/png",
            sha256=hashlib.sha256(picture).hexdigest(),
            data=picture,
        ),
    )
    return Review(
        id=review_id,
        title="Shops could not pay 👩‍🚒",
        incident="INC-7",
        severity="SEV1",
        services=("payments", "שלום"),
        failure_class="configuration",
        summary="One line\nand <b>another</b>",
        impact="Zażółć",
        time_zone="Europe/London",
        status=ReviewStatus.REVIEWED,
        held_on=date(2026, 3, 5),
        notes="private",
        names=NameUse.NAMES,
        opening=Opening(purpose="To learn", directive="All did\ntheir best", rules=("Ask", "שלום")),
        poll=Poll(
            learned_yes=5,
            learned_partly=2,
            learned_no=1,
            again_yes=4,
            again_partly=3,
            again_no=6,
        ),
        revision=7,
        created=START,
        updated=START + timedelta(days=2),
        participants=(
            Participant(id="h1", name="Ada", role="on call", alias="Blue", attended=True),
        ),
        events=(
            TimelineEvent(
                id="e1",
                text="Writers stop",
                at=START,
                end=START + timedelta(microseconds=1),
                precision=Precision.ABOUT,
                typed="~14:03",
                zone="Europe/London",
                kind=EventKind.ALERT,
                marker=Marker.DETECTED,
                lane="database",
                source="pager",
                link="https://example.org/7",
                starred=True,
                evidence=proofs,
            ),
            TimelineEvent(id="e2", text="Nobody points here", at=START + timedelta(hours=1)),
            TimelineEvent(id="e0", text="Nobody knows when", precision=Precision.UNKNOWN),
        ),
        factors=(
            Factor(id="f1", parent=None, kind=FactorKind.EFFECT, text="Payments stopped"),
            Factor(
                id="f2",
                parent="f1",
                position=1,
                text="No limit on the pool",
                family=Family.MISSING_SAFEGUARD,
                evidence_status=EvidenceStatus.SUPPORTED,
                events=("e1", "e0"),
                joint=True,
            ),
        ),
        findings=(
            Finding(id="d1", text="The pool has no limit", factors=("f2", "f1"), focus=True),
            Finding(
                id="d2",
                position=1,
                text="The page came late",
                disposition=Disposition.ACCEPTED_RISK,
                reason="rare",
                elsewhere="search",
            ),
        ),
        actions=(
            ActionItem(
                id="a1",
                text="Limit the pool",
                owner="Ada",
                impact=Impact.SEVERE,
                likelihood=Likelihood.LIKELY,
                due=date(2026, 4, 1),
                status=ActionStatus.DEFERRED,
                hint=Durability.GUARDRAIL,
                vague=False,
                call=Durability.ELIMINATE,
                call_reason="by design",
                factors=("f2",),
                findings=("d2", "d1"),
                backlog=Backlog(system="Jira", key="PAY-1", url="https://example.org/1"),
                proposed_on=date(2026, 3, 5),
                agreed_on=date(2026, 3, 6),
                done_on=date(2026, 3, 7),
                check_on=date(2026, 3, 8),
                held_because="No page since",
                deferral=Deferral(accepted_by="Grace", reason="freeze", until=date(2026, 5, 1)),
            ),
            ActionItem(
                id="a2",
                position=1,
                text="Restart by hand",
                stated_priority=Priority.P3,
                vague=True,
                stopgap_for="a1",
            ),
        ),
        addressees=(
            Addressee(
                id="w1",
                finding="d2",
                whom="Search",
                answer=Answer.APPLIES,
                note="Same pool",
                asked_on=date(2026, 3, 9),
                answered_on=date(2026, 3, 12),
            ),
        ),
        lessons=(Lesson(id="l1", side=LessonSide.LUCKY, text="It was Tuesday"),),
        parking=(ParkedIdea(id="k1", text="Ask the vendor"),),
        phase_notes=(
            PhaseNote(id="close", text="Thank them"),
            PhaseNote(id="timeline", text="Ask Ada\nfirst"),
        ),
        glossary=(Term(id="t1", word="Ledger", meaning="Where every payment is booked"),),
        releases=(
            Release(
                id="s1",
                audience=Audience.WIDE,
                form="pdf",
                at=datetime(2026, 3, 9, 10, 0, tzinfo=UTC),
                revision=4,
                found=2,
                accepted="Both are public names",
            ),
        ),
    )


def content(review: Review) -> Review:
    """A review without what the store itself writes."""
    return replace(review, revision=0, created=None, updated=None)


def save(store: Store, before: Review, after: Review) -> Review:
    """Save the difference; the review as it then stands."""
    saved = store.save(Delta.between(before, after), before.revision)
    return replace(after, revision=saved.revision, updated=saved.at)


def traced(store: Store, act: Callable[[], object]) -> list[str]:
    """The statements that reach SQLite while something is done."""
    seen: list[str] = []
    driver = store._driver()
    driver.set_trace_callback(seen.append)
    try:
        act()
    finally:
        driver.set_trace_callback(None)
    return seen


def written_rows(store: Store, act: Callable[[], object]) -> int:
    """How many rows are written, or removed, while something is done."""
    driver = store._driver()
    before = driver.total_changes
    act()
    return driver.total_changes - before


def dump(path: Path) -> list[str]:
    """Everything in a library, as SQL."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def beside(path: Path) -> set[str]:
    """The names in a library's folder."""
    return {each.name for each in path.parent.iterdir()}


def each_row(review: Review) -> Iterator[object]:
    """Every record of a review, itself and its evidence included."""
    yield review
    for name in COLLECTIONS:
        yield from getattr(review, name)
    for event in review.events:
        yield from event.evidence
