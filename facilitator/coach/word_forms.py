"""The forms that an English noun or verb takes."""

from __future__ import annotations

import re

IRREGULAR = {
    "build": "built",
    "buy": "bought",
    "bring": "brought",
    "cancel": "cancelled canceled",
    "choose": "chose chosen",
    "do": "did done",
    "find": "found",
    "forbid": "forbade forbidden",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone",
    "have": "has had",
    "hold": "held",
    "keep": "kept",
    "know": "knew known",
    "let": "let",
    "make": "made",
    "put": "put",
    "rebuild": "rebuilt",
    "rerun": "reran rerun",
    "resend": "resent",
    "retype": "retyped",
    "rewrite": "rewrote rewritten",
    "rip": "ripped",
    "run": "ran run",
    "see": "saw seen",
    "send": "sent",
    "set": "set",
    "shed": "shed",
    "shut": "shut",
    "speak": "spoke spoken",
    "spell": "spelt spelled",
    "split": "split",
    "spread": "spread",
    "take": "took taken",
    "teach": "taught",
    "tear": "tore torn",
    "tell": "told",
    "think": "thought",
    "understand": "understood",
    "undo": "undid undone",
    "write": "wrote written",
}
"""Past forms that no rule gives."""

# One syllable that ends consonant, vowel, consonant doubles its last letter: stop, stopped.
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][bdglmnprt]|.*(?:trip|submit|permit|admit|format)|retag")
_HISSES = re.compile(r".*(?:s|x|z|ch|sh)")
_CONSONANT_Y = re.compile(r".*[^aeiou]y")


def plural(noun: str) -> str:
    """``log`` gives ``logs``, ``policy`` ``policies``, ``switch`` ``switches``."""
    if _CONSONANT_Y.fullmatch(noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if _HISSES.fullmatch(noun) else f"{noun}s"


def verb_forms(verb: str) -> tuple[str, ...]:
    """The base form, then third person, past and ``-ing``; of several words the first bends."""
    first, blank, rest = verb.partition(" ")
    if first in {"re", "auto", "double", "triple", "cross", "version", "rate", "smoke"} and rest:
        # A prefix that was parted from its verb.
        return tuple(f"{first} {form}" for form in verb_forms(rest))
    past = IRREGULAR.get(first, _past(first)).split()
    forms = (first, plural(first), *past, _ing(first))
    return tuple(f"{form}{blank}{rest}" for form in forms)


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if _CONSONANT_Y.fullmatch(verb):
        return f"{verb[:-1]}ied"
    return f"{_doubled(verb)}ed"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{_doubled(verb)}ing"


def _doubled(verb: str) -> str:
    return verb + verb[-1] if _DOUBLES.fullmatch(verb) else verb
