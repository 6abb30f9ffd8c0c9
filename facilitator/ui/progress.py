"""Which phases already hold what a meeting needs from them: the ticks on the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.phase import Phase
from facilitator.domain.words import FactorKind, ReviewStatus

if TYPE_CHECKING:
    from facilitator.domain.records import Review


def phases_done(review: Review) -> frozenset[Phase]:
    """Phases with content; whether it is good enough is told on Close."""
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
