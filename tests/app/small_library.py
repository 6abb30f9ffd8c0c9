"""A small library whose every figure can be worked out by hand: eight reviews, twenty actions."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from facilitator.domain.records import (
    ActionItem,
    Deferral,
    Factor,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import (
    ActionStatus,
    Durability,
    EvidenceStatus,
    FactorKind,
    Family,
    Marker,
)

if TYPE_CHECKING:
    from facilitator.store.store import Store

TODAY = date(2026, 5, 10)
PERSON = "Canary Quimby"
"""Owns every action, accepts every deferral and sits in every meeting."""


def now() -> datetime:
    return datetime(2026, 5, 10, 9, 0, tzinfo=UTC)


def event(day: str, marker: Marker | None = None, number: int = 0) -> TimelineEvent:
    at = datetime.fromisoformat(f"{day}T23:30:00+00:00")
    return TimelineEvent(id=f"e{number}", text="x", at=at, marker=marker)


def tree(*families: Family, out: Family | None = None) -> tuple[Factor, ...]:
    """An effect and a condition of each family; one that was ruled out counts nowhere."""
    root = Factor(id="f0", parent=None, kind=FactorKind.EFFECT, family=Family.FALSE_ASSUMPTION)
    found = [
        Factor(id=f"f{place}", parent="f0", position=place, family=family)
        for place, family in enumerate(families, 1)
    ]
    gone = Factor(id="f9", parent="f0", family=out, evidence_status=EvidenceStatus.RULED_OUT)
    return (root, *found, *((gone,) if out else ()))


def action(
    number: int, status: str, label: str | None, agreed: str | None = None, **fields: Any
) -> ActionItem:
    def day(name: str) -> date | None:
        return date.fromisoformat(fields[name]) if name in fields else None

    until = day("until")
    return ActionItem(
        id=f"a{number}",
        position=number,
        text="x",
        owner=PERSON,
        status=ActionStatus(status),
        hint=Durability(label) if label else None,
        agreed_on=date.fromisoformat(agreed) if agreed else None,
        deferral=Deferral(accepted_by=PERSON, reason="x", until=until) if until else None,
        factors=fields.get("factors", ()),
        proposed_on=day("proposed_on"),
        due=day("due"),
        done_on=day("done_on"),
        check_on=day("check_on"),
    )


def review(review_id: str, failure_class: str, services: tuple[str, ...], **fields: Any) -> Review:
    held = fields.pop("held", None)
    return Review(
        id=review_id,
        title=f"Review {review_id}",
        failure_class=failure_class,
        services=services,
        held_on=date.fromisoformat(held) if held else None,
        participants=(Participant(id="h1", name=PERSON, role="on call"),),
        **fields,
    )


BEGUN = Marker.IMPACT_START
REVIEWS = (
    # Ten years ago; an earlier event is not the start of the impact.
    review(
        "r1",
        "Bad settings",
        ("Checkout", "Ledger"),
        held="2016-03-20",
        events=(event("2016-03-01"), event("2016-03-10", BEGUN, 1)),
        factors=tree(Family.DESIGN_DECISION, Family.MISSING_SAFEGUARD),
        actions=(
            action(1, "done", "eliminate", "2016-03-20", done_on="2016-04-19", factors=("f2",)),
            action(2, "cancelled", "remind", None, proposed_on="2016-03-20"),
        ),
    ),
    # No marker: the earliest event.
    review(
        "r2",
        " bad SETTINGS ",
        ("checkout",),
        held="2025-11-15",
        events=(event("2025-11-05"), event("2025-11-06", Marker.RESOLVED, 1)),
        factors=tree(Family.MISSING_SAFEGUARD),
        actions=(
            action(
                1,
                "held",
                "guardrail",
                "2025-11-15",
                done_on="2025-12-15",
                check_on="2026-01-01",
                factors=("f1",),
            ),
            action(
                2, "did_not_hold", "detect", None, proposed_on="2025-11-16", done_on="2025-11-20"
            ),
            action(3, "deferred", "guardrail", "2025-11-15", until="2026-04-30", factors=("f1",)),
        ),
    ),
    # No event: the day of the review.
    review(
        "r3",
        "Expired certificates",
        ("Login",),
        held="2026-01-08",
        factors=tree(Family.OBSERVABILITY_GAP),
        actions=(
            action(1, "done", "detect", "2026-01-08", done_on="2026-02-07", check_on="2026-05-10"),
            action(2, "in_progress", "guardrail", "2026-01-08", due="2026-02-01"),
            action(3, "agreed", "document", "2026-01-10", factors=("f1",)),
        ),
    ),
    # On the very day of the fix: not after it. Done on a day that nobody knows.
    review(
        "r4",
        "Expired certificates",
        ("Login",),
        held="2026-02-10",
        events=(event("2026-02-07", BEGUN),),
        factors=tree(out=Family.DESIGN_DECISION),
        actions=(
            action(1, "done", "guardrail", "2026-02-10", check_on="2026-05-11"),
            action(2, "proposed", "eliminate", None, proposed_on="2026-02-20", due="2026-05-09"),
        ),
    ),
    review(
        "r5",
        "Expired certificates",
        ("Login", "Search"),
        held="2026-04-03",
        events=(event("2026-04-01", BEGUN),),
        factors=tree(Family.OBSERVABILITY_GAP, Family.ORGANISATIONAL_PRESSURE),
        actions=(
            action(1, "agreed", "guardrail", "2026-04-10", due="2026-05-10"),
            action(2, "in_backlog", "guardrail", "2026-04-09"),
            action(3, "deferred", "automate", "2026-04-03", until="2026-05-10"),
            action(4, "deferred", "detect", until="2026-05-11"),
        ),
    ),
    # Nothing has a day.
    review(
        "r6",
        "",
        (),
        factors=tree(Family.DESIGN_DECISION),
        actions=(
            action(1, "agreed", "guardrail"),
            action(2, "done", "repair", done_on="2026-03-01"),
        ),
    ),
    # Clocks in the future, and a meeting before its incident.
    review(
        "r7",
        "Bad settings",
        ("Checkout",),
        held="2026-05-01",
        events=(event("2027-01-05"),),
        factors=tree(Family.FALSE_ASSUMPTION),
        actions=(
            action(1, "agreed", "guardrail", "2027-01-06", due="2027-02-01"),
            action(2, "done", "investigate", "2026-05-20", done_on="2026-05-01"),
        ),
    ),
    review(
        "r8",
        "Expired certificates",
        (),
        actions=(action(1, "proposed", None), action(2, "cancelled", "eliminate")),
    ),
)


def fill(store: Store) -> None:
    """The reviews, one more in the trash, and two patterns."""
    for each in REVIEWS:
        store.create(each)
    store.create(review("r9", "Bad settings", ("Login",), actions=REVIEWS[0].actions[1:]))
    store.trash("r9")
    driver = store._driver()
    for pattern, name in (("p1", "No expiry alarm"), ("p2", "Nothing blocks it")):
        driver.execute("INSERT INTO pattern VALUES (?, ?, '')", (pattern, name))
    for row in (("r3", "f1", "p1"), ("r5", "f1", "p1"), ("r1", "f2", "p2"), ("r2", "f1", "p2")):
        driver.execute("INSERT INTO pattern_factor VALUES (?, ?, ?)", row)
