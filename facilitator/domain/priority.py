"""Priority from risk: impact x likelihood, as a written-out matrix."""

from facilitator.domain.records import ActionItem
from facilitator.domain.words import Impact, Likelihood, Priority

MATRIX: dict[tuple[Impact, Likelihood], Priority] = {
    (Impact.SEVERE, Likelihood.LIKELY): Priority.P1,
    (Impact.SEVERE, Likelihood.POSSIBLE): Priority.P1,
    (Impact.SEVERE, Likelihood.UNLIKELY): Priority.P2,
    (Impact.SERIOUS, Likelihood.LIKELY): Priority.P2,
    (Impact.SERIOUS, Likelihood.POSSIBLE): Priority.P2,
    (Impact.SERIOUS, Likelihood.UNLIKELY): Priority.P3,
    (Impact.MINOR, Likelihood.LIKELY): Priority.P3,
    (Impact.MINOR, Likelihood.POSSIBLE): Priority.P3,
    (Impact.MINOR, Likelihood.UNLIKELY): Priority.P4,
}


def priority(action: ActionItem) -> Priority | None:
    """The priority its risk gives; without a risk, the stated one."""
    if action.impact is None or action.likelihood is None:
        return action.stated_priority
    return MATRIX[action.impact, action.likelihood]
