"""Finds the concepts of the lexicon in a row of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach.lexicon import CONCEPTS, NOTHING
from facilitator.coach.word_forms import plural, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def listed(words: str) -> tuple[str, ...]:
    """Words or phrases that commas part, one by one."""
    return tuple(" ".join(each.split()) for each in words.split(",") if each.strip())


PREPOSITIONS = frozenset(
    listed(
        "for, to, on, in, at, of, with, by, from, into, onto, about, around, over, under, via, as,"
        "when, whenever, while, where, if, unless, until, so, because, which, who, that, how, why,"
        "what, before, after, during, between, against, across, within, through"
    )
) | {","}
"""Words after which something else is spoken of."""

FUNCTION_WORDS = PREPOSITIONS | frozenset(
    listed(
        "a, an, the, this, these, those, our, their, its, his, her, your, my, some, any, all, each,"
        "every, both, per, than, without, since, whose, whom, whether, and, or, but, nor, not, no,"
        "is, are, was, were, be, been, being, has, have, had, do, does, did, will, would, can,"
        "could, may, might, should, must, shall, it, we, they, you, i, he, she, them, us, there,"
        "here, then, also, only, just, eg"
    )
)
"""Words that end a compound like ``backup alert rules``."""

# A verb may follow them; a noun seldom does. Before the first word stands nothing.
_CERTAIN = frozenset(
    listed(
        "to, not, will, would, can, could, may, might, should, must, shall, we, they, you, i, it,"
        "that, which, who, please, always, never, automatically"
    )
) | {""}
_BEFORE_VERBS = _CERTAIN | {"and", "or", "then", ","}


COMPOUNDING = frozenset(
    listed(
        "access, alert, apart, approval, automate, by hand, check, doc, limit, pin, privilege,"
        "process, refuse, spare, staged, test, training, watch"
    )
)
"""Concepts whose nouns stand beside each other, the last one saying what it is."""


class Entry(NamedTuple):
    """A phrase of the lexicon and what it stands for, as a verb and otherwise."""

    words: tuple[str, ...]
    noun: str | None = None
    verb: str | None = None
    base: bool = False
    compounds: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """Some words of a text, and the concept they stand for; None if they stand for nothing."""

    words: tuple[str, ...]
    concept: str | None = None
    base: bool = False
    compounds: bool = False

    @property
    def shown(self) -> str:
        """The concept in angle brackets, or the word."""
        if self.concept is None:
            return "_".join(self.words)
        return f"<{self.concept.replace(' ', '_')}>"


def tagged(words: Sequence[str]) -> list[Tag]:
    """The words as tags; the longest phrase wins."""
    tags: list[Tag] = []
    at = 0
    while at < len(words):
        tag = _tag(words, at, tags[-1].words[-1] if tags else "")
        tags.append(tag)
        at += len(tag.words)
    return _headed(tags)


def _tag(words: Sequence[str], at: int, before: str) -> Tag:
    for entry in _index().get(words[at], ()):
        if tuple(words[at : at + len(entry.words)]) == entry.words:
            as_verb = entry.noun is None or before in _before_verbs(entry)
            if entry.verb is not None and as_verb:
                return Tag(entry.words, entry.verb, base=entry.base)
            meant = entry.noun or entry.verb
            return Tag(entry.words, None if meant == NOTHING else meant, compounds=entry.compounds)
    return Tag((words[at],))


def _before_verbs(entry: Entry) -> frozenset[str]:
    return _CERTAIN if entry.noun == NOTHING else _BEFORE_VERBS


def _headed(tags: list[Tag]) -> list[Tag]:
    """Compounds by their last word: ``backup alert rules`` are about alerts, not about backups."""
    return [
        Tag(tag.words) if tag.compounds and _head_follows(tags, index) else tag
        for index, tag in enumerate(tags)
    ]


def _head_follows(tags: list[Tag], index: int) -> bool:
    for other in tags[index + 1 : index + 3]:
        if other.concept is not None or other.words[0] in FUNCTION_WORDS:
            return other.compounds
        if other.words[0].endswith("ing"):
            return False
    return False


@cache
def _index() -> dict[str, tuple[Entry, ...]]:
    """The entries by their first word, longest first."""
    found: dict[tuple[str, ...], Entry] = {}
    for entry in _entries():
        old = found.get(entry.words, entry)
        found[entry.words] = Entry(
            entry.words,
            old.noun or entry.noun,
            old.verb or entry.verb,
            base=old.base or entry.base,
            compounds=old.compounds or entry.compounds,
        )
    index: dict[str, list[Entry]] = {}
    for entry in sorted(found.values(), key=lambda each: -len(each.words)):
        index.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(entries) for first, entries in index.items()}


def _entries() -> Iterator[Entry]:
    for concept in CONCEPTS:
        name, compounds = concept.name, concept.name in COMPOUNDING
        for phrase in listed(concept.phrases):
            yield Entry(tuple(phrase.split()), noun=name)
        for noun in listed(concept.nouns):
            for form in (noun, plural(noun)):
                yield Entry(tuple(form.split()), noun=name, compounds=compounds)
        for verb in listed(concept.verbs):
            for index, form in enumerate(verb_forms(verb)):
                yield Entry(tuple(form.split()), verb=name, base=index == 0)
