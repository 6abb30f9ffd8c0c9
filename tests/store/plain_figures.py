"""The kept figures and cards, worked out in plain Python from whole reviews."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.domain.words import (
    ActionStatus,
    Durability,
    EvidenceStatus,
    FactorKind,
    Family,
    Marker,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.domain.records import ActionItem, Review

OPEN = {"proposed", "agreed", "in_backlog", "in_progress"}
FINISHED = {"done", "held", "did_not_hold"}
LASTING = {"eliminate", "guardrail"}


class Counted(NamedTuple):
    """One thing that counts."""

    kind: str
    key: str
    number: int
    dated: date | None

    @property
    def figure(self) -> tuple[str, str, int]:
        month = f"{self.dated:%Y-%m}".rjust(7, "0") if self.dated else "0000-00"
        return self.kind, f"{month}{self.key}", self.number


def figures(reviews: Iterable[Review], since: date | None = None) -> Counter[tuple[str, str, int]]:
    """How often each figure counts, from a day on."""
    return Counter(
        each.figure
        for review in reviews
        for each in (*counted(review), *together(review))
        if since is None or (each.dated is not None and each.dated >= since)
    )


def card(review: Review) -> tuple[Any, ...]:
    """What the card of a review says, but for what is in the trash or lost."""
    standing = [each for each in review.actions if each.status is not ActionStatus.CANCELLED]
    ranks = [list(Durability).index(each.durability) for each in standing if each.durability]
    return (
        review.id,
        _iso(incident(review)),
        _iso(day_of(review)),
        review.failure_class.strip().casefold(),
        sum(each.status in OPEN | {"deferred"} for each in review.actions),
        sum(each.status in FINISHED for each in review.actions),
        sum(1 << place for place, family in enumerate(Family) if family in met(review)),
        min(ranks, default=None),
        lasting(review),
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def incident(review: Review) -> date | None:
    times = [event.at.astimezone(UTC) for event in review.events if event.at]
    begun = [
        event.at.astimezone(UTC)
        for event in review.events
        if event.at and event.marker is Marker.IMPACT_START
    ]
    found = min(begun or times, default=None)
    return found.date() if found else None


def day_of(review: Review) -> date | None:
    return incident(review) or review.held_on


def met(review: Review) -> set[Family]:
    return {
        factor.family
        for factor in review.factors
        if factor.family
        and factor.kind is not FactorKind.EFFECT
        and factor.evidence_status is not EvidenceStatus.RULED_OUT
    }


def lasting(review: Review) -> bool:
    return any(
        each.durability in LASTING and each.status is not ActionStatus.CANCELLED
        for each in review.actions
    )


def counted(review: Review) -> Iterator[Counted]:
    """Everything in a review that counts."""
    day = day_of(review)
    yield Counted("review", "d" if lasting(review) else "-", 0, day)
    for family in met(review):
        yield Counted("family", family.value, 0, day)
    bits = sum(1 << place for place, family in enumerate(Family) if family in met(review))
    spelled: dict[str, list[str]] = {}
    for service in review.services:
        if service.strip():
            spelled.setdefault(service.strip().casefold(), []).append(service.strip())
    for folded, names in spelled.items():
        yield Counted("service", f"{folded}\x1f{min(names)}", bits, day)
    begun = incident(review)
    if begun and review.held_on and review.held_on >= begun:
        yield Counted("to_review", "", (review.held_on - begun).days, day)
    for action in review.actions:
        yield from counted_of(action, review, action.agreed_on or action.proposed_on or day)


def together(review: Review) -> Iterator[Counted]:
    """What is kept without its month too."""
    for each in counted(review):
        if each.kind in {"service", "took", "due", "until", "check"}:
            yield each._replace(kind=f"all_{each.kind}", dated=None)


def counted_of(action: ActionItem, review: Review, day: date | None) -> Iterator[Counted]:
    label = action.durability
    flag = "d" if label in LASTING else "-"
    status = action.status.value
    yield Counted("status", f"{flag}{status}", 0, day)
    if status != "cancelled":
        yield Counted("label", label.value if label else "none", 0, day)
    if status in OPEN:
        if action.due:
            yield Counted("due", flag, action.due.toordinal(), day)
        if flag == "d":
            yield Counted("age", "", day.toordinal() if day else 0, day)
    if status == "deferred" and action.deferral:
        yield Counted("until", flag, action.deferral.until.toordinal(), day)
    if status == "done" and action.check_on:
        yield Counted("check", flag, action.check_on.toordinal(), day)
    yield from _done(action, review, day)


def _done(action: ActionItem, review: Review, day: date | None) -> Iterator[Counted]:
    status, done_on = action.status.value, action.done_on
    if status not in FINISHED:
        if status != "cancelled" and day:
            yield Counted("flow", "in", 0, day)
        return
    if done_on and day:
        yield Counted("flow", "in", 0, day)
        yield Counted("flow", "out", 0, done_on)
        yield Counted("took", "", max(0, (done_on - day).days), done_on)
    fixes = action.durability is None or action.durability.value not in {"investigate", "repair"}
    if done_on and fixes and review.failure_class.strip():
        yield Counted("fixed", review.failure_class.strip().casefold(), done_on.toordinal(), None)
