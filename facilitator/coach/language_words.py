"""The words by which the coach knows people, and the spellings it forgives."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from facilitator.coach.given_names import given_names
from facilitator.coach.tables import table

SHORTEST = 6
"""Shorter words have too many neighbours."""


class Words(NamedTuple):
    """Sets of words in lower case; ``split`` and ``near`` lead to what is meant."""

    one: frozenset[str]
    several: frozenset[str]
    people: frozenset[str]
    customer: frozenset[str]
    customers: frozenset[str]
    team: frozenset[str]
    group: frozenset[str]
    serving: frozenset[str]
    servings: frozenset[str]
    unsure: frozenset[str]
    groups_of: frozenset[str]
    bare: frozenset[str]
    vendor: frozenset[str]
    vendors: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    between: frozenset[str]
    things: frozenset[str]
    technical: frozenset[str]
    verbs_behind: frozenset[str]
    products: frozenset[str]
    beginnings: frozenset[str]
    nobody_words: frozenset[str]
    determiners: frozenset[str]
    mate: frozenset[str]
    mates: frozenset[str]
    named: frozenset[str]
    titles: frozenset[str]
    months: frozenset[str]
    in_capitals: frozenset[str]
    on_call: str
    no_one: str
    none_of: str
    no: str
    done: str
    no_handles: frozenset[str]
    particles: frozenset[str]
    before_things: frozenset[str]
    before_bare: frozenset[str]
    shape_ends: tuple[str, ...]
    given: frozenset[str]
    split: dict[str, tuple[str, ...]]
    same: dict[str, str]
    known: frozenset[str]
    right: frozenset[str]
    near: dict[str, str]
    kinds: dict[str, tuple[str, ...]]
    kinds_begin: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words, read once."""
    data = table("language_words")
    people, spelling = data["people"], data["spelling"]
    sets = {name: frozenset(text.casefold().split()) for name, text in people.items()}
    known = frozenset(spelling["known"].split())
    return Words(
        one=sets["role"],
        several=sets["roles"],
        people=sets["people"],
        customer=sets["customer"],
        customers=sets["customers"],
        team=sets["team"] | sets["teams"],
        group=sets["group"],
        serving=sets["serving"],
        servings=sets["serving"] & sets["servings"],
        unsure=sets["unsure"],
        groups_of=sets["groups_of"],
        bare=sets["bare"],
        vendor=sets["vendor"],
        vendors=sets["vendors"],
        definite=sets["definite"],
        indefinite=sets["indefinite"],
        between=sets["between"] | sets["role"],
        things=sets["things"],
        technical=sets["technical"],
        verbs_behind=sets["verbs_behind"],
        products=sets["products"],
        beginnings=sets["beginnings"],
        nobody_words=sets["nobody"],
        determiners=sets["definite"] | sets["indefinite"],
        mate=sets["mate"],
        mates=sets["mates"],
        named=sets["named"],
        titles=sets["titles"],
        months=sets["months"],
        in_capitals=sets["in_capitals"],
        on_call=people["on_call"],
        no_one=people["no_one"],
        none_of=people["none_of"],
        no=people["no"],
        done=table("grammar")["endings"]["done"],
        no_handles=sets["no_handles"],
        particles=sets["particles"],
        before_things=frozenset(people["before_things"].split()),
        before_bare=sets["before_bare"],
        shape_ends=tuple(people["shape_ends"].split()),
        given=given_names() | sets["also_given"],
        split={each: tuple(to.split("_")) for each, to in pairs(spelling["split"]).items()},
        same=pairs(spelling["same"]),
        known=known,
        right=known | frozenset(spelling["right"].split()),
        near={cut: word for word in sorted(known) for cut in _cuts(word)},
        kinds=_kinds(data["kinds"], begin=False),
        kinds_begin=_kinds(data["kinds"], begin=True),
    )


@lru_cache(maxsize=1)
def empty_words() -> frozenset[str]:
    """Words and marks that say nothing by themselves."""
    return frozenset((*",.:;", *table("language_words")["contracted"]["empty"].split()))


def pairs(text: str) -> dict[str, str]:
    """Words and what each is meant as, left and right of an equals sign."""
    return dict(each.split("=", 1) for each in text.split())


def _kinds(data: dict[str, str], *, begin: bool) -> dict[str, tuple[str, ...]]:
    """The kinds of each word; or of the beginnings of words, which are marked by a star."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, text in data.items():
        for word in text.split():
            if word.endswith("*") == begin:
                stem = word.rstrip("*")
                found[stem] = (*found.get(stem, ()), kind)
    return found


@lru_cache(maxsize=4096)
def kinds_of(word: str) -> tuple[str, ...]:
    """The kinds that a word belongs to."""
    told = words()
    begun = (told.kinds_begin.get(word[:end], ()) for end in range(2, len(word) + 1))
    return tuple(sorted({*told.kinds.get(word, ()), *(kind for some in begun for kind in some)}))


def _cuts(word: str) -> set[str]:
    """The word with one letter less, in every place."""
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def corrected(word: str) -> str:
    """A known word that this one nearly is: a letter too many, too few, changed, or two swapped."""
    told = words()
    if len(word) < SHORTEST or word in told.right:
        return word
    if word in told.near:
        return told.near[word]
    for cut in _cuts(word):
        if cut in told.known:
            return cut
        near = told.near.get(cut)
        if near is not None and near[0] == word[0] and len(near) == len(word):
            return near
    return word
