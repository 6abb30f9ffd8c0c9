"""A review as the readers of a document may have it: the team, the organisation, one page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain import tree
from facilitator.domain.every_text import rewritten
from facilitator.domain.masking import Masks
from facilitator.domain.mentions import NOBODY_KNOWN
from facilitator.domain.naming import Naming
from facilitator.domain.private_notes import without_private_notes
from facilitator.domain.records import TimelineEvent
from facilitator.domain.role_words import is_role
from facilitator.domain.words import (
    DURABLE,
    ActionStatus,
    Audience,
    EvidenceKind,
    NameUse,
)

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Evidence, Factor, Review

READERS = {
    Audience.INTERNAL: "the team",
    Audience.WIDE: "the wider organisation",
    Audience.BRIEF: "everybody, in brief",
}
"""Whom each document is for, in words."""
SOME_OWNER = "someone in the team"
"""Stands for an owner who has neither role nor alias, and for whoever accepts a risk."""


def for_audience(review: Review, audience: Audience, masks: Masks | None = None) -> Review:
    """What a document for this audience may be made of; nothing else may get into it.

    Private notes are in none. For others than the team, people are roles, owners too; masked
    words are masked; links, sources, what was typed, tickets, the list of people, parked ideas and
    the show of hands are out. Of events that are neither starred nor marked, nothing is told but
    when they were. On one page are the findings in focus, and the durable actions that still stand.
    """
    review = without_private_notes(review)
    if audience is Audience.INTERNAL:
        return review
    masks = masks or Masks()
    naming = Naming.of(review.participants, NameUse.ROLES)
    # First of all, for what is taken out need not be put in other words.
    review = _by_role(_reduced(replace(review, names=NameUse.ROLES), masks), naming)
    if audience is Audience.BRIEF:
        review = _on_one_page(review)
    return rewritten(review, masks.applied)


def is_chosen(event: TimelineEvent) -> bool:
    """Whether others than the team may read of it: it is starred, or has a marker."""
    return event.starred or event.marker is not None


def without_moments(review: Review) -> Review:
    """The review without events of which only the time is told; print and Markdown count them."""
    events = tuple(each for each in review.events if each.text or is_chosen(each))
    return review if len(events) == len(review.events) else replace(review, events=events)


def image_key(evidence: Evidence) -> str:
    """The words by which an image is masked or allowed: nobody can look into it for words."""
    return f"image {evidence.sha256[:12]}"


def _by_role(review: Review, naming: Naming) -> Review:
    """Roles for names, also where the team names owners and who accepts a risk."""

    def role(name: str) -> str:
        if is_role(name):
            return name
        shown = naming.shown(name)
        return SOME_OWNER if shown in {name, NOBODY_KNOWN} else shown

    def by_role(action: ActionItem) -> ActionItem:
        deferral = action.deferral
        if deferral is not None:
            deferral = replace(deferral, accepted_by=role(deferral.accepted_by))
        return replace(action, owner=action.owner and role(action.owner), deferral=deferral)

    review = replace(review, actions=tuple(map(by_role, review.actions)))
    return rewritten(review, naming.shown) if naming.people else review


def _reduced(review: Review, masks: Masks) -> Review:
    """Without what is of no use, or none of the business, of others."""
    kept = {each.id for each in review.events if is_chosen(each)}
    return replace(
        review,
        opening=None,
        poll=None,
        participants=(),
        parking=(),
        releases=(),
        events=tuple(_told(each, masks) for each in review.events),
        factors=tuple(_linked(each, kept) for each in review.factors),
        actions=tuple(replace(each, backlog=None) for each in review.actions),
        addressees=tuple(replace(each, note="") for each in review.addressees),
    )


def _told(event: TimelineEvent, masks: Masks) -> TimelineEvent:
    """A chosen event without what others have no use for; of any other one its time only."""
    if is_chosen(event):
        return _bare(event, masks)
    return TimelineEvent(id=event.id, text="", at=event.at, precision=event.precision)


def _bare(event: TimelineEvent, masks: Masks) -> TimelineEvent:
    """Without sources, links and masked images, and without what somebody typed for a time."""
    proofs = (each for each in event.evidence if each.kind is not EvidenceKind.LINK)
    kept = (each for each in proofs if not masks.masks(image_key(each)))
    evidence = tuple(replace(each, link="") for each in kept)
    return replace(event, typed="", source="", link="", evidence=evidence)


def _linked(factor: Factor, kept: set[str]) -> Factor:
    return replace(factor, events=tuple(each for each in factor.events if each in kept))


def _on_one_page(review: Review) -> Review:
    findings = tuple(each for each in review.findings if each.focus)
    behind = {factor for each in findings for factor in each.factors}
    actions = tuple(each for each in review.actions if _lasts(each))
    found, lasting = {each.id for each in findings}, {each.id for each in actions}

    def apart(action: ActionItem) -> ActionItem:
        return replace(
            action,
            factors=tuple(each for each in action.factors if each in behind),
            findings=tuple(each for each in action.findings if each in found),
            stopgap_for=action.stopgap_for if action.stopgap_for in lasting else None,
        )

    return replace(
        review,
        events=tuple(replace(each, evidence=()) for each in review.events),
        factors=_below_effect(review, behind),
        findings=findings,
        actions=tuple(map(apart, actions)),
        addressees=tuple(each for each in review.addressees if each.finding in found),
        lessons=(),
    )


def _below_effect(review: Review, behind: set[str]) -> tuple[Factor, ...]:
    """The effect, and right below it what the findings stand on."""
    root = tree.root(review.factors)
    if root is None or not behind:
        return ()
    kept = (each for each in review.factors if each.id in behind and each is not root)
    return (root, *(replace(each, parent=root.id) for each in kept))


def _lasts(action: ActionItem) -> bool:
    given_up = action.status in {ActionStatus.CANCELLED, ActionStatus.DEFERRED}
    return not given_up and action.durability in DURABLE
