"""How the labels of the durability scale read, and what they ask."""

from __future__ import annotations

from facilitator.domain.words import Durability

D = Durability

LABEL_WORDS: dict[Durability, str] = {
    D.ELIMINATE: "Engineers it out",
    D.GUARDRAIL: "Blocks or contains it",
    D.AUTOMATE: "Takes a human step away",
    D.DETECT: "Watches for it",
    D.DOCUMENT: "Writes it down",
    D.REMIND: "Relies on vigilance",
    D.INVESTIGATE: "Not an action yet",
    D.REPAIR: "Repairs this incident",
}
"""How a label is shown."""

_TIERS: dict[Durability, str] = {
    D.ELIMINATE: "durable",
    D.GUARDRAIL: "durable",
    D.AUTOMATE: "assist",
    D.DETECT: "assist",
    D.DOCUMENT: "vigilance",
    D.REMIND: "vigilance",
    D.INVESTIGATE: "not yet",
    D.REPAIR: "not yet",
}

# The action hierarchy of the VA and the IHI: software and redundancy are intermediate there;
# warnings, policies, training and further study are weaker.
_STRENGTHS: dict[Durability, str] = {
    D.ELIMINATE: "stronger",
    D.GUARDRAIL: "intermediate",
    D.AUTOMATE: "intermediate",
    D.DETECT: "weaker",
    D.DOCUMENT: "weaker",
    D.REMIND: "weaker",
    D.INVESTIGATE: "weaker",
    D.REPAIR: "weaker",
}

_QUESTIONS: dict[Durability, str] = {
    D.ELIMINATE: "How will we know that it holds?",
    D.GUARDRAIL: "Could we change the design, so that there is nothing left to catch?",
    D.AUTOMATE: "What if the tool is used wrongly? Could it refuse what must not happen?",
    D.DETECT: "Who must act, and what if they are asleep? Could the system act?",
    D.DOCUMENT: "Who has to remember to read it? Could a tool do the step, or check it?",
    D.REMIND: "What if somebody is new, or tired? What could the system do for them?",
    D.INVESTIGATE: "What will exist once we know, and by when do we decide?",
    D.REPAIR: "Would the same trigger fail again tomorrow? What would stop it?",
}


def tier_of(label: Durability) -> str:
    """``durable``, ``assist``, ``vigilance`` or ``not yet``."""
    return _TIERS[label]


def strength_of(label: Durability) -> str:
    """``stronger``, ``intermediate`` or ``weaker`` in the action hierarchy of healthcare."""
    return _STRENGTHS[label]


def question_of(label: Durability) -> str:
    """The question that would lift an action one step."""
    return _QUESTIONS[label]
