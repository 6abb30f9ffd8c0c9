"""The words of the timeline's entry line: kinds, markers, and what a text sounds like."""

from __future__ import annotations

import re

from facilitator.domain.words import EventKind, Marker

KIND_WORDS: dict[str, EventKind] = {
    "change": EventKind.CHANGE,
    "alert": EventKind.ALERT,
    "observation": EventKind.OBSERVATION,
    "decision": EventKind.DECISION,
    "action": EventKind.ACTION,
    "message": EventKind.COMMUNICATION,
    "communication": EventKind.COMMUNICATION,
}
"""The words that say a kind."""

MARKER_NAMES: dict[str, Marker] = {
    "impact_start": Marker.IMPACT_START,
    "impact-start": Marker.IMPACT_START,
    "impactstart": Marker.IMPACT_START,
    "start": Marker.IMPACT_START,
    "detected": Marker.DETECTED,
    "acknowledged": Marker.ACKNOWLEDGED,
    "mitigated": Marker.MITIGATED,
    "resolved": Marker.RESOLVED,
}
"""The words that say a marker; any beginning of at least three letters does too."""

_SHORTEST = 3

# “Alert fires for checkout” keeps its first word; “alert ledger writers stop” does not need it.
_CONTINUES = re.compile(
    r"(?:is|was|are|were|be|been|has|had|gets?|got|goes|went|comes?|came|fires?|fired|starts?"
    r"|started|stops?|stopped|taken|made|sent|arrives?|arrived|clears?|cleared|resolves?|to|of|for"
    r"|from|by|in|on|at|and|or|that|not|with|without|management|window|request)(?![\w\-])",
    re.IGNORECASE,
)

# First match in the text wins; a wrong guess is shown before Enter and changed with one word.
_SOUNDS: dict[EventKind, tuple[str, ...]] = {
    EventKind.COMMUNICATION: (
        r"status page|announc\w*|e-?mail(?:s|ed)?|messages?|messaged|tells?|told|informs?|informed",
        r"notif(?:y|ies|ied)|(?:posts|posted) (?:in|to|on)|hears?|calls? in|writes? to",
    ),
    EventKind.DECISION: (r"decid\w*|decisions?|agrees? to|agreed to|chooses?|chose",),
    EventKind.ACTION: (
        r"roll(?:s|ed|ing)? back|rolled-back|rollbacks?|reverts?|reverted|restarts?|restarted",
        r"reboot\w*|fail(?:s|ed)? over|failovers?|scal(?:es|ed) (?:up|down|out)|replay(?:s|ed)?",
        r"(?:is|are) put back|drain(?:s|ed)|disabl(?:es|ed)|turn(?:s|ed) off|hotfix\w*",
        r"patch(?:es|ed)|incident is opened|opens? (?:an|the) incident",
    ),
    EventKind.ALERT: (
        r"alerts?|alerted|alarms?|paged|pages (?:fire|go|the|on|out|somebody|someone)",
        r"page the|pagers?|monitors? fires?",
    ),
    EventKind.CHANGE: (
        r"deploy\w*|releases?|released|rollouts?|roll(?:s|ed) out|goes out|went out|ships?|shipped",
        r"merges?|merged|migrat\w*|upgrad\w*|config(?:uration)? change\w*|feature flag\w*",
        r"(?:turn|switch)(?:s|es|ed) on|enabl(?:es|ed)",
    ),
}
_SOUND = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in _SOUNDS.items())
    + r")\b",
    re.IGNORECASE,
)


def kind_named(word: str) -> EventKind | None:
    """The kind that a word says, in any case."""
    return KIND_WORDS.get(word.lower())


def marker_named(word: str) -> Marker | None:
    """The marker that a word or an unambiguous beginning of one says."""
    word = word.lower()
    if word in MARKER_NAMES:
        return MARKER_NAMES[word]
    found = {marker for name, marker in MARKER_NAMES.items() if name.startswith(word)}
    return found.pop() if len(word) >= _SHORTEST and len(found) == 1 else None


def begins_kind(word: str) -> bool:
    """Whether a word may become one that says a kind."""
    return any(name.startswith(word.lower()) for name in KIND_WORDS)


def begins_marker(word: str) -> bool:
    """Whether a word may become one that says a marker."""
    return any(name.startswith(word.lower()) for name in MARKER_NAMES)


def continues(text: str) -> bool:
    """Whether a text goes on from the word before it, like ``fires for checkout``."""
    return _CONTINUES.match(text) is not None


def kind_heard(text: str) -> EventKind | None:
    """The kind that a text sounds like, as a weak default."""
    match = _SOUND.search(text)
    return EventKind(match.lastgroup) if match and match.lastgroup else None
