"""Which phases the meeting has behind it: the ticks on the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.phase import Phase
from facilitator.domain.words import FactorKind, ReviewStatus

if TYPE_CHECKING:
    from facilitator.domain.records import Review


def phases_done(review: Review, current: Phase) -> frozenset[Phase]:
    """Phases before the current one that hold something, and all such of a closed review.

    Whether it is good enough is told on Close.
    """
    closed = review.status is ReviewStatus.CLOSED
    return frozenset(
        phase for phase in _phases_with_content(review) if closed or phase.number < current.number
    )


def _phases_with_content(review: Review) -> frozenset[Phase]:
    conditions = any(factor.kind is FactorKind.CONDITION for factor in review.factors)
    done = {
        Phase.BRIEF: bool(review.title and review.summary),
        Phase.TIMELINE: bool(review.events),
        Phase.FACTORS: conditions,
        Phase.FINDINGS: any(finding.focus for finding in review.findings),
        Phase.ACTIONS: bool(review.actions),
        Phase.CLOSE: review.status is ReviewStatus.CLOSED,
    }
    return frozenset(phase for phase, is_done in done.items() if is_done)
