"""The small words of a language and where they stand, as ``grammar.toml`` states them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from facilitator.coach.tables import listed, table


class SmallWords(NamedTuple):
    """Sets of words that tell how to read the words beside them.

    After ``prepositions`` something else is spoken of; ``function`` words end a compound. Behind
    ``certain`` words stands a verb, behind ``before_verbs`` a verb or a noun. Both hold the empty
    word, which stands before the first one of a text. Verbs end in ``done`` once it is done, in
    ``doing`` while it goes on, and in ``several`` as many nouns do.
    """

    prepositions: frozenset[str]
    function: frozenset[str]
    certain: frozenset[str]
    before_verbs: frozenset[str]
    before_things: frozenset[str]
    ties: frozenset[str]
    means: frozenset[str]
    asking: frozenset[str]
    skipped: frozenset[str]
    done: str
    doing: str
    several: str


@cache
def small_words() -> SmallWords:
    """The small words, read once."""
    written = table("grammar")
    told = {name: frozenset(listed(some)) for name, some in written["words"].items()}
    prepositions, certain = told["prepositions"] | {","}, told["certain"] | {""}
    return SmallWords(
        prepositions=prepositions,
        function=prepositions | told["small"],
        certain=certain,
        before_verbs=certain | told["either"] | {","},
        before_things=told["before_things"],
        ties=told["ties"] | {","},
        means=told["means"],
        asking=told["asking"],
        skipped=told["skipped"],
        **written["endings"],
    )
