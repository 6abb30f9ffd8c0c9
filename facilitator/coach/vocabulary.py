"""Finds the concepts of the lexicon in a row of words."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator import resources
from facilitator.coach import lines
from facilitator.coach.grammar import small_words
from facilitator.coach.lexicon import NOTHING, concepts
from facilitator.coach.tables import FOLDER, listed
from facilitator.coach.word_forms import plural, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


FORMS = f"{FOLDER}/lexicon_forms.txt"
"""Made by packaging/train_coach.py."""


class Tag(NamedTuple):
    """Some words of a text, and the concept they stand for; None if they stand for nothing.

    ``shown`` is the concept in angle brackets, or the words.
    """

    words: tuple[str, ...]
    shown: str
    concept: str | None = None
    base: bool = False
    compounds: bool = False


class Entry(NamedTuple):
    """A phrase of the lexicon and what it stands for, as a verb and otherwise."""

    words: tuple[str, ...]
    noun: str | None = None
    verb: str | None = None
    base: bool = False
    compounds: bool = False


class Readings(NamedTuple):
    """The ways to read a phrase: as a thing or, after certain words, as a deed.

    A participle may also describe: ``the pinned certificates`` tells what they are like.
    """

    words: tuple[str, ...]
    thing: Tag
    deed: Tag | None
    after: frozenset[str] | None
    describes: bool


@lru_cache(maxsize=4096)
def _plain(words: tuple[str, ...]) -> Tag:
    return Tag(words, "_".join(words))


def _meaning(words: tuple[str, ...], concept: str, *, base: bool, compounds: bool) -> Tag:
    if concept == NOTHING:
        return Tag(words, "_".join(words), compounds=compounds)
    return Tag(words, f"<{concept.replace(' ', '_')}>", concept, base, compounds)


def _readings(entry: Entry) -> Readings:
    meant = entry.noun or entry.verb or NOTHING
    thing = _meaning(entry.words, meant, base=False, compounds=entry.compounds)
    if entry.verb is None:
        return Readings(entry.words, thing, None, None, describes=False)
    deed = _meaning(entry.words, entry.verb, base=entry.base, compounds=False)
    if entry.noun is not None:
        known = small_words()
        after = known.certain if entry.noun == NOTHING else known.before_verbs
        if not entry.base and entry.words[0].endswith(known.several):
            after = known.certain - {""}
        return Readings(entry.words, thing, deed, after, describes=False)
    describes = not entry.base and entry.words[0].endswith(small_words().done)
    return Readings(entry.words, thing, deed, None, describes)


def tagged(words: Sequence[str]) -> list[Tag]:
    """The words as tags; the longest phrase wins."""
    index = _index()
    tags: list[Tag] = []
    at, before = 0, ""
    while at < len(words):
        word = words[at]
        tag = _tag(_beginning(word), words, at, before) if word in index else _plain((word,))
        tags.append(tag)
        at += len(tag.words)
        before = words[at - 1]
    return _headed(tags) if any(tag.compounds for tag in tags) else tags


def _tag(known: Sequence[Readings], words: Sequence[str], at: int, before: str) -> Tag:
    for each in known:
        long = len(each.words)
        if long == 1 or tuple(words[at : at + long]) == each.words:
            if each.describes and (before in small_words().before_things or before.isdigit()):
                return _plain(each.words)
            if each.deed is not None and (each.after is None or before in each.after):
                return each.deed
            return each.thing
    return _plain((words[at],))


def _headed(tags: list[Tag]) -> list[Tag]:
    """Compounds by their last word: ``backup alert rules`` are about alerts, not about backups."""
    return [
        _plain(tag.words) if tag.compounds and _head_follows(tags, index) else tag
        for index, tag in enumerate(tags)
    ]


def _head_follows(tags: list[Tag], index: int) -> bool:
    for other in tags[index + 1 : index + 3]:
        if other.concept is not None or other.words[0] in small_words().function:
            return other.compounds
        if other.words[0].endswith(small_words().doing):
            return False
    return False


@cache
def _index() -> Mapping[str, str]:
    """The entries by their first word, as ``forms`` writes them; made when the lexicon changes."""
    return lines.read(resources.read_text(FORMS))


@cache
def _beginning(first: str) -> tuple[Readings, ...]:
    """The entries that begin with a word which has some."""
    return tuple(_readings(_entry(row)) for row in _index()[first].split(";"))


def _entry(row: str) -> Entry:
    words, noun, verb, marks = row.split("|")
    base, compounds = "b" in marks, "c" in marks
    return Entry(tuple(words.split()), noun or None, verb or None, base, compounds)


def _row(entry: Entry) -> str:
    marks = "b" * entry.base + "c" * entry.compounds
    return "|".join((" ".join(entry.words), entry.noun or "", entry.verb or "", marks))


def forms() -> dict[str, str]:
    """What ``_index`` reads: every form of every phrase, by its first word, the longest first.

    They are texts since a sentence needs a few of them, and to read all takes long.
    """
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
    index: dict[str, list[str]] = {}
    for entry in sorted(found.values(), key=lambda each: -len(each.words)):
        index.setdefault(entry.words[0], []).append(_row(entry))
    return {first: ";".join(rows) for first, rows in index.items()}


def _entries() -> Iterator[Entry]:
    for concept in concepts():
        name, compounds = concept.name, concept.compounds
        for phrase in listed(concept.phrases):
            yield Entry(tuple(phrase.split()), noun=name)
        for noun in listed(concept.nouns):
            for form in (noun, plural(noun)):
                yield Entry(tuple(form.split()), noun=name, compounds=compounds)
        for verb in listed(concept.verbs):
            for index, form in enumerate(verb_forms(verb)):
                yield Entry(tuple(form.split()), verb=name, base=index == 0)
