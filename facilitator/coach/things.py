"""Finds the things that an action names, and puts them into a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.articles import with_a, with_the
from facilitator.coach.grammar import small_words
from facilitator.coach.grams import LONGEST
from facilitator.coach.tables import listed
from facilitator.coach.word_forms import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MOST_BEFORE, _WALK = 2, 5
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,4}(?=s?\b)")
_CAPITALISED = re.compile(r"(?<=[\w,;:)] )[A-Z][\w'’-]*[a-z][\w'’-]*")
_WORD = re.compile(r"[a-z]{2,}")
_SLOT = re.compile(r"\{(?:(a|the|many) )?(\w+):([^}]+)\}")


class Thing(NamedTuple):
    """A noun in the singular with the words before it, and whether the text has it as several."""

    words: str
    several: bool = False
    countable: bool = True

    def told(self, article: str) -> str:
        """With ``a``, ``the`` or ``many`` (several, without article), or bare."""
        if article == "many":
            return plural_of(self.words)
        if article == "the":
            return with_the(plural_of(self.words) if self.several else self.words)
        return with_a(self.words) if article == "a" else self.words


class Noun(NamedTuple):
    """A noun that may fill slots of some kinds."""

    singular: str
    several: bool
    countable: bool
    kinds: tuple[str, ...]


class Grammar(NamedTuple):
    """The nouns in every form; words that open a noun phrase, are left in it, or break it.

    Nor does it go on before words that end in ``how``. What is done to a thing is no part of it,
    unless it stands behind one of ``articles``.
    """

    nouns: Mapping[str, Noun]
    opens: frozenset[str]
    leaves: frozenset[str]
    breaks: frozenset[str]
    articles: frozenset[str]
    how: str


def nouns(kinds: Mapping[str, str]) -> dict[str, Noun]:
    """The nouns of all kinds by their form."""
    found: dict[str, Noun] = {}
    for kind, words in kinds.items():
        counted, _, masses = words.partition(";")
        for noun in listed(counted):
            for form in (noun, plural(noun)):
                _add(found, form, Noun(noun, form != noun, countable=True, kinds=(kind,)))
        for noun in listed(masses):
            _add(found, noun, Noun(noun, several=False, countable=False, kinds=(kind,)))
    return found


def _add(found: dict[str, Noun], form: str, noun: Noun) -> None:
    old = found.get(form)
    kinds = (*old.kinds, *noun.kinds) if old else noun.kinds
    found[form] = Noun(noun.singular, noun.several, noun.countable, kinds)


def things(text: str, words: Sequence[str], grammar: Grammar) -> dict[str, Thing]:
    """What a text names, by kind; of several the one in most words, and the first of those.

    ``words`` are those of its plain line.
    """
    capitals = set() if text.isupper() else set(_ACRONYM.findall(text))
    names = {each.casefold() for each in _CAPITALISED.findall(text)}
    found: dict[str, Thing] = {}
    for start, noun in _nouns_in(words, grammar):
        before = _before(words[:start], grammar, names)
        told = _in_capitals(" ".join((*before, noun.singular)), capitals)
        thing = Thing(told, noun.several, noun.countable)
        for kind in noun.kinds:
            if kind not in found or len(told.split()) > len(found[kind].words.split()):
                found[kind] = thing
    return found


def _nouns_in(words: Sequence[str], grammar: Grammar) -> Iterator[tuple[int, Noun]]:
    for start in range(len(words)):
        for end in range(min(start + LONGEST, len(words)), start, -1):
            noun = grammar.nouns.get(" ".join(words[start:end]))
            if noun:
                yield start, noun
                break


def _before(words: Sequence[str], grammar: Grammar, names: set[str]) -> list[str]:
    """The words that belong to a noun, if what opens a noun phrase stands before them."""
    taken: list[str] = []
    for word in reversed(words[-_WALK:]):
        if word in grammar.opens or word in grammar.leaves or word in names:
            thing = taken if word in grammar.articles else _without_gerund(taken)
            return thing[-_MOST_BEFORE:]
        if word.endswith(small_words().done):
            return taken[-_MOST_BEFORE:]
        if word in grammar.breaks or word.endswith(grammar.how) or not _WORD.fullmatch(word):
            break
        taken.insert(0, word)
    return []


def _without_gerund(taken: list[str]) -> list[str]:
    """``on restarting the service``: what is done is no part of the thing."""
    return taken[1:] if taken and taken[0].endswith(small_words().doing) else taken


def _in_capitals(words: str, capitals: set[str]) -> str:
    return " ".join(up if (up := word.upper()) in capitals else word for word in words.split())


def plural_of(words: str) -> str:
    """The plural of a phrase; its last word bends."""
    before, blank, last = words.rpartition(" ")
    return f"{before}{blank}{f'{last}s' if last.isupper() else plural(last)}"


def filled(sentence: str, found: Mapping[str, Thing]) -> tuple[str, bool]:
    """The sentence with its slots filled, and whether the text's own words fill one."""
    own = False

    def fill(slot: re.Match[str]) -> str:
        nonlocal own
        article, kind, without = slot[1] or "", slot[2], slot[3]
        thing = found.get(kind)
        if thing and (thing.countable or article in {"the", ""}):
            own = True
            return thing.told(article)
        return Thing(without).told(article)

    return _SLOT.sub(fill, sentence), own
