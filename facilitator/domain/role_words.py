"""Tells what a team or a role is called from what a person is called."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W\d_]+")
_TEXT = """
    admin administrator analyst architect board centre center chapter chief clinic commander
    committee coordinator core crew department desk developer devops director duty engineer
    engineering everybody everyone facilitator group guild head infra infrastructure it lead leads
    management manager nurse office officer on-call oncall operations operator ops owner owners
    pharmacist physician planner platform president product qa radiologist reliability scrum
    security service services shift site specialist sre squad staff steward supervisor support
    surgeon team teams technician tester tribe unit vendor vp warehouse
"""
_ROLES = frozenset(_TEXT.split())


def is_role(words: str) -> bool:
    """Whether words are those of a role, a team or a function, and nobody's name."""
    found = _WORDS.findall(words)
    plain = {word.casefold() for word in found}
    small = bool(found) and all(word[0].islower() for word in found) and len(found) > 1
    return not words.startswith("@") and (small or not _ROLES.isdisjoint(plain))
