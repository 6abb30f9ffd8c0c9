"""The forms that a noun or a verb takes, by the patterns in ``grammar.toml``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from facilitator.coach.tables import listed, table

Bends = tuple[tuple[re.Pattern[str], str], ...]
_GROUP = r"\1"


class Forms(NamedTuple):
    """Patterns for a whole word with the form they give, and the past forms that none gives."""

    plural: Bends
    past: Bends
    ing: Bends
    prefixes: frozenset[str]
    irregular: dict[str, str]


def plural(noun: str) -> str:
    """``log`` gives ``logs``, ``policy`` ``policies``, ``switch`` ``switches``."""
    return _bent(noun, forms().plural)


def verb_forms(verb: str) -> tuple[str, ...]:
    """The base form, then third person, past and ``-ing``; of several words the first bends."""
    first, blank, rest = verb.partition(" ")
    known = forms()
    if rest and first in known.prefixes:
        # A prefix that was parted from its verb.
        return tuple(f"{first} {form}" for form in verb_forms(rest))
    past = (known.irregular.get(first) or _bent(first, known.past)).split()
    bent = (first, plural(first), *past, _bent(first, known.ing))
    return tuple(f"{form}{blank}{rest}" for form in bent)


@cache
def forms() -> Forms:
    """What the table says of forms, read once."""
    told = table("grammar")["forms"]
    return Forms(
        plural=_bends(told["plural"]),
        past=_bends(told["past"]),
        ing=_bends(told["ing"]),
        prefixes=frozenset(listed(told["prefixes"])),
        irregular=told["irregular"],
    )


def _bends(rows: list[list[str]]) -> Bends:
    return tuple((re.compile(pattern), form) for pattern, form in rows)


def _bent(word: str, bends: Bends) -> str:
    """The form that the first pattern gives which fits."""
    for pattern, form in bends:
        if found := pattern.fullmatch(word):
            ending = form.removeprefix(_GROUP)
            # Nearly all forms only add an ending, which is quicker told so.
            return found.expand(form) if "\\" in ending else found[1] + ending
    return word
