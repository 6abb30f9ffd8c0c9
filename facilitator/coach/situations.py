"""Which situations hold at a place of the review, for the questions that fit there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.coach import lacking_actions, lacking_causes
from facilitator.coach.durability import assess
from facilitator.coach.wording import tier_of
from facilitator.domain.phase import Phase
from facilitator.domain.records import ActionItem, Factor, Finding, TimelineEvent
from facilitator.domain.words import ActionStatus, EvidenceStatus, FactorKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.records import Review

    Selected = TimelineEvent | Factor | Finding | ActionItem

_PLACES = {
    Phase.BRIEF: ("opening", "phase.brief", "room.silent", "room.quiet"),
    Phase.TIMELINE: ("phase.timeline", "room.silent", "room.quiet"),
}
_EARLY = 3
"""A branch that ends before so many whys has stopped early."""
_EVIDENCE = {
    EvidenceStatus.UNKNOWN: "factor.no_evidence",
    EvidenceStatus.HYPOTHESIS: "factor.hypothesis",
}
_ACTION_LACKS = {
    "vague": "action.vague",
    "no_owner": "action.no_owner",
    "no_date": "action.no_date",
}
"""What an action may lack, by the coach's rule, and the situation of that."""


def situations(review: Review, phase: Phase, selected: str | None) -> tuple[str, ...]:
    """Names of the situations that hold, the most specific first and the phase's last."""
    place = _PLACES.get(phase, (f"phase.{phase.key}", "room.quiet"))
    return (*_of_record(review, _record(review, selected)), *_of_shape(review, phase), *place)


def about(review: Review, selected: str | None) -> str:
    """The words of what is selected; empty where it is the phase alone."""
    record = _record(review, selected)
    return record.text if record is not None else ""


def _record(review: Review, selected: str | None) -> Selected | None:
    if selected is None:
        return None
    rows = (review.events, review.factors, review.findings, review.actions)
    return next((each for some in rows for each in some if each.id == selected), None)


def _of_record(review: Review, record: Selected | None) -> Iterator[str]:
    match record:
        case TimelineEvent():
            if record.marker is not None:
                yield f"marker.{record.marker}"
            yield f"kind.{record.kind}"
        case Factor():
            yield from _of_factor(review, record)
        case Finding():
            yield "finding.focus" if record.focus else "finding.recorded"
        case ActionItem():
            yield from _of_action(review, record)


def _of_factor(review: Review, factor: Factor) -> Iterator[str]:
    if factor.kind is FactorKind.EFFECT:
        yield "factor.effect"
    elif factor.evidence_status is not EvidenceStatus.RULED_OUT:
        if (name := _EVIDENCE.get(factor.evidence_status)) is not None:
            yield name
        if _stopped(review, factor):
            yield "factor.stopped"
        yield from _of_kind(factor)
    if factor.joint:
        yield "factor.joint"


def _of_kind(factor: Factor) -> Iterator[str]:
    if factor.kind is FactorKind.TRIGGER:
        yield "factor.trigger"
    if factor.family is not None:
        yield f"family.{factor.family}"
    elif factor.kind is FactorKind.CONDITION:
        yield "factor.no_family"


def _stopped(review: Review, factor: Factor) -> bool:
    """Whether nothing that still counts is behind it, and it is a trigger or near the effect."""
    behind = any(
        each.parent == factor.id and each.evidence_status is not EvidenceStatus.RULED_OUT
        for each in review.factors
    )
    return not behind and (factor.kind is FactorKind.TRIGGER or _depth(review, factor) < _EARLY)


def _depth(review: Review, factor: Factor) -> int:
    """How many whys lead to it, counted no further than matters."""
    parents = {each.id: each.parent for each in review.factors}
    depth, parent = 0, factor.parent
    while parent is not None and depth < _EARLY:
        depth, parent = depth + 1, parents.get(parent)
    return depth


def _of_action(review: Review, action: ActionItem) -> Iterator[str]:
    if action.status is ActionStatus.DID_NOT_HOLD:
        yield "action.did_not_hold"
    label = action.durability or assess(action.text).label
    yield f"action.{tier_of(label).replace(' ', '_')}"
    alone = replace(review, actions=(action,))
    found = {lack.rule for lack in lacking_actions.actions(alone)}
    yield from (name for rule, name in _ACTION_LACKS.items() if rule in found)


def _of_shape(review: Review, phase: Phase) -> Iterator[str]:
    """What the coach says of the tree as a whole; it tells the shape before anything else."""
    if phase is Phase.FACTORS:
        first = next(lacking_causes.factors(review, quiet=False), None)
        if first is not None and first.rule == "single_chain":
            yield "tree.single_chain"
