"""What stands around the words of an action: beginnings, reasons, denials, and detours."""

from __future__ import annotations

import re

_LEADS = (
    # Headings of lists, and marks of progress.
    r"action items?|actions?|todo|to do|idea|suggestion|done|wip|prioritise|[0-9]+ [.)]",
    # Who is going to do it.
    r"we (?:should|need to|must|will|have to|want to|plan to|would like to|could|can|did|also)",
    r"we (?:are going to|are|have now|have)|we",
    r"(?:the )?team(?: should| will| needs to| must| to)",
    r"(?:someone|somebody|i|they|it|one)(?: should| needs to| will| must)",
    r"there (?:should|needs to|must) be",
    r"needs? to|should(?! (?:we|the|our|this|it|they|there)\b)|must|will",
    r"ha(?:ve|s|d) to|want to|going to|intend to|be able to|to",
    r"please|let us|let s|lets|plan to|try to|attempt to|start to|begin to|continue to",
    r"work (?:on|to)",
    r"(?:it )?would be (?:good|nice|great|useful) to|would like to",
    # A ticket that says the same.
    (
        r"(?:created?|raised?|filed?|add(?:ed)?|open(?:ed)?|write|wrote|log(?:ged)?) "
        r"(?:an? |the )?(?:new |follow up )?(?:backlog )?(?:ticket|issue|task|story|card|item)s? "
        r"(?:to|for)(?! discuss)"
    ),
    r"(?:ticket|issue|task|story|card)s? (?:(?:was |has been )?(?:raised|created|opened) )?to",
    # When, and in which order.
    r"in general|(?:longer|long|short|medium) term|in (?:the )?future|going forward|from now on",
    r"as a team|as soon as possible|ideally|immediately|now|already|actively|eventually",
    r"also|then|and|or|finally|first|next|additionally|instead|just|simply|eg|,",
)
LEADS = re.compile(f"(?:(?:{'|'.join(_LEADS)}) )+")
"""Beginnings that say nothing of what will exist."""

CONDITION = re.compile(
    r"(?:to|if|when|whenever|in order to|in case|since|because|given|after|during|as) [^,]*, (?=\S)"
)
"""A condition or an aim before the main clause."""

_AIMS = (
    "prevent|avoid|ensure|make sure|reduce|minimise|improve|increase|catch|mitigate|help|protect"
    "|lower|shorten|support|encourage|eliminate|cut|be able|keep|allow us|enable us|stop us|make it"
    "|become|better|give us|respond"
)
REASON = re.compile(
    r" (?:so that|so (?:we|it|they|the|a|this)|because|since|in order|thus|hence|therefore|thereby"
    r"|which|as (?:it|this|we|they|these|the)|due to|given that"
    rf"|to (?:help )?(?:{_AIMS})"
    r"|, (?:thereby )?(?:preventing|avoiding|ensuring|reducing|allowing|helping)) .*"
)
"""A reason or an aim after the main clause, to its end."""

DENIALS = (
    r"\b(?:do )?not (?:just|only|merely|simply|rely on|bother with) .*?(?:[,;.]| but |$)(?: but )?",
    r"\bno [^,;.]*, but ",
    r", not (?:just |only )?(?:a |an |the |another )[^;.,]*$",
)
"""What will not be done, or not alone; each begins with one of ``DENYING``."""

DENYING = (" not ", " no ")

_PARTED = (
    r"\b((?:turn|switch|shut|roll)(?:s|ed|ing|ned|ning|ting)?) ((?:\w+ ){1,3})(off|back|down|out)\b"
)
_INSTEAD = r"\b(?:instead of|rather than|in place of|as opposed to|in lieu of) .*?(?=[,;.]|$)"
_NO_HAND = r"\bwithout (?:any )?(?:manual|human|operator) \w+|\bwithout a (?:person|human)\b"
DETOURS = (
    (("instead", "rather", "place", "opposed", "lieu"), _INSTEAD, "insteadof "),
    ((" by ", "one "), r"\b(\w{4,}) by \1\b|\bone \w+ at a time\b", "one by one"),
    ((" off ", " back ", " down ", " out "), _PARTED, r"\1 \3 \2"),
    (("stop", "quit"), r"\b(?:stop|quit|stopped) (?=\w{3,}ing\b)", "discontinue "),
    (("without ",), _NO_HAND, "automatically"),
)
"""Ways to say something, and the words by which the lexicon knows it.

Where none of the words before a pattern stands, it is not even compiled.
"""
