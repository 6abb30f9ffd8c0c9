"""The closed word lists of a review: each member's value is what the JSON and the database hold."""

from enum import StrEnum


class ReviewStatus(StrEnum):
    """How far a review has come."""

    DRAFT = "draft"
    READY = "ready"
    REVIEWED = "reviewed"
    CLOSED = "closed"


class NameUse(StrEnum):
    """What stands for people in events, factors and findings."""

    ROLES = "roles"
    NAMES = "names"


class Audience(StrEnum):
    """Whom a document is for."""

    INTERNAL = "internal"
    WIDE = "wide"
    BRIEF = "brief"


class MaskUse(StrEnum):
    """What becomes of words that may be confidential, wherever they stand in the library."""

    MASK = "mask"
    ALLOW = "allow"


class Precision(StrEnum):
    """How well an event's time is known."""

    EXACT = "exact"
    ABOUT = "about"
    UNKNOWN = "unknown"


class EventKind(StrEnum):
    """What sort of thing happened."""

    CHANGE = "change"
    ALERT = "alert"
    OBSERVATION = "observation"
    DECISION = "decision"
    ACTION = "action"
    COMMUNICATION = "communication"


class Marker(StrEnum):
    """The five moments that durations are computed from, in their expected order."""

    IMPACT_START = "impact_start"
    DETECTED = "detected"
    ACKNOWLEDGED = "acknowledged"
    MITIGATED = "mitigated"
    RESOLVED = "resolved"


class FactorKind(StrEnum):
    """Place of a factor in the story: the root effect, what set it off, what made it possible."""

    EFFECT = "effect"
    TRIGGER = "trigger"
    CONDITION = "condition"


class Family(StrEnum):
    """The five families of factors, in the order of the coverage strip."""

    DESIGN_DECISION = "design_decision"
    MISSING_SAFEGUARD = "missing_safeguard"
    OBSERVABILITY_GAP = "observability_gap"
    FALSE_ASSUMPTION = "false_assumption"
    ORGANISATIONAL_PRESSURE = "organisational_pressure"


class EvidenceStatus(StrEnum):
    """How well a factor is supported."""

    UNKNOWN = "unknown"
    HYPOTHESIS = "hypothesis"
    SUPPORTED = "supported"
    RULED_OUT = "ruled_out"


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    LINK = "link"
    QUOTATION = "quotation"
    IMAGE = "image"


class Answer(StrEnum):
    """What those elsewhere say to a finding that was addressed to them."""

    UNKNOWN = "unknown"
    APPLIES = "applies"
    DOES_NOT_APPLY = "does_not_apply"


class Disposition(StrEnum):
    """What was decided about a finding that is not in focus."""

    RECORDED = "recorded"
    ACCEPTED_RISK = "accepted_risk"


class Durability(StrEnum):
    """The control that will exist once an action is done; strongest first."""

    ELIMINATE = "eliminate"
    GUARDRAIL = "guardrail"
    AUTOMATE = "automate"
    DETECT = "detect"
    DOCUMENT = "document"
    REMIND = "remind"
    INVESTIGATE = "investigate"
    REPAIR = "repair"


class Impact(StrEnum):
    """How bad it is if it happens again."""

    SEVERE = "severe"
    SERIOUS = "serious"
    MINOR = "minor"


class Likelihood(StrEnum):
    """How likely it is to happen again."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"


class Priority(StrEnum):
    """Priority in the backlog, from risk or as stated."""

    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"


class ActionStatus(StrEnum):
    """How far an action has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    IN_BACKLOG = "in_backlog"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    HELD = "held"
    DID_NOT_HOLD = "did_not_hold"
    DEFERRED = "deferred"
    CANCELLED = "cancelled"


class LessonSide(StrEnum):
    """The three lists of lessons."""

    WELL = "well"
    BADLY = "badly"
    LUCKY = "lucky"


CLOSED_STATUSES = frozenset(
    {
        ActionStatus.DONE,
        ActionStatus.HELD,
        ActionStatus.DID_NOT_HOLD,
        ActionStatus.CANCELLED,
    }
)
"""Statuses in which nothing more is expected of an action."""

FINISHED_STATUSES = frozenset({ActionStatus.DONE, ActionStatus.HELD, ActionStatus.DID_NOT_HOLD})
"""Statuses in which the action's work was carried out."""

OUTCOMES = frozenset({ActionStatus.HELD, ActionStatus.DID_NOT_HOLD})
"""Statuses that say whether what was done kept the failure away."""

DURABLE = frozenset({Durability.ELIMINATE, Durability.GUARDRAIL})
"""Labels that count as durable."""

NO_FIX = frozenset({Durability.INVESTIGATE, Durability.REPAIR})
"""Labels of what leaves the failure as it was: once it is done, nothing of its class is fixed."""
