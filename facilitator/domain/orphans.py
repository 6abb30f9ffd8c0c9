"""Loose ends of a review: factors that no action answers, and actions without a cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain import tree
from facilitator.domain.words import CLOSED_STATUSES, ActionStatus, EvidenceStatus, FactorKind

if TYPE_CHECKING:
    from facilitator.domain.records import ActionItem, Factor, Review


def standing(review: Review) -> tuple[ActionItem, ...]:
    """The actions that were not given up."""
    return tuple(each for each in review.actions if each.status is not ActionStatus.CANCELLED)


def unanswered_factors(review: Review) -> tuple[Factor, ...]:
    """Conditions that no action answers, in the order of the tree.

    An action answers the factors it is linked to, those of its findings, and what they are
    behind: who changes the deeper cause has answered what it led to. What set it off, and what
    was ruled out, need no action.
    """
    answered = _answered(review)
    return tuple(
        factor
        for factor, _depth in tree.walk(review.factors)
        if factor.kind is FactorKind.CONDITION
        and factor.text
        and factor.evidence_status is not EvidenceStatus.RULED_OUT
        and factor.id not in answered
    )


def causeless_actions(review: Review) -> tuple[ActionItem, ...]:
    """Open actions that are linked to no factor and to no finding."""
    return tuple(
        each
        for each in review.actions
        if each.status not in CLOSED_STATUSES and not each.factors and not each.findings
    )


def _answered(review: Review) -> set[str]:
    behind = {finding.id: finding.factors for finding in review.findings}
    parents = {factor.id: factor.parent for factor in review.factors}
    answered = set[str]()
    for action in standing(review):
        linked = [*action.factors, *(f for each in action.findings for f in behind.get(each, ()))]
        for start in linked:
            factor: str | None = start
            while factor is not None and factor not in answered:
                answered.add(factor)
                factor = parents.get(factor)
    return answered
