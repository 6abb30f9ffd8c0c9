"""A review as the room sees it: names only where the owners of actions stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.records import (
        ActionItem,
        Addressee,
        Deferral,
        Evidence,
        Finding,
        Review,
        Row,
        TimelineEvent,
    )

    Shown = Callable[[str], str]

Texts = TypeVar("Texts", bound="Row | Evidence | Deferral")


def shown_review(review: Review) -> Review:
    """The review with roles and aliases in the place of names, if it says so."""
    from facilitator.domain.naming import Naming  # noqa: PLC0415 - single rows need none

    naming = Naming.of(review.participants, review.names)
    if not naming.people:
        return review
    shown = naming.shown
    return replace(
        review,
        title=shown(review.title),
        summary=shown(review.summary),
        impact=shown(review.impact),
        events=tuple(shown_event(each, shown) for each in review.events),
        factors=tuple(_shown_row(each, shown, "text") for each in review.factors),
        findings=tuple(shown_finding(each, shown) for each in review.findings),
        actions=tuple(shown_action(each, shown) for each in review.actions),
        addressees=tuple(shown_addressee(each, shown) for each in review.addressees),
        lessons=tuple(_shown_row(each, shown, "text") for each in review.lessons),
        parking=tuple(_shown_row(each, shown, "text") for each in review.parking),
    )


def shown_action(action: ActionItem, shown: Shown) -> ActionItem:
    """An action as the room sees it: its owner, and who accepts a deferral, stay named."""
    deferral = action.deferral and _shown_row(action.deferral, shown, "reason")
    return replace(
        _shown_row(action, shown, "text", "call_reason", "held_because"), deferral=deferral
    )


def shown_finding(finding: Finding, shown: Shown) -> Finding:
    """A finding as the room sees it."""
    return _shown_row(finding, shown, "text", "reason", "elsewhere")


def shown_addressee(addressee: Addressee, shown: Shown) -> Addressee:
    """Who was asked elsewhere, as the room sees it: a service or a team, and nobody by name."""
    return _shown_row(addressee, shown, "whom", "note")


def shown_event(event: TimelineEvent, shown: Shown) -> TimelineEvent:
    """An event as the room sees it, with its evidence."""
    evidence = tuple(_shown_row(each, shown, "text") for each in event.evidence)
    return replace(_shown_row(event, shown, "text", "lane", "source"), evidence=evidence)


def _shown_row(row: Texts, shown: Shown, *fields: str) -> Texts:
    texts = {name: shown(getattr(row, name)) for name in fields}
    return replace(row, **texts)  # type: ignore[arg-type]
