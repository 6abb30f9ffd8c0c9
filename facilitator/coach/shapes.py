"""What a weak action could become, and what to ask of a vague one."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from facilitator.coach.durability import assess
from facilitator.coach.grams import alike, grams, words_of
from facilitator.coach.shape_data import questions, shapes_about, shapes_of, subjects
from facilitator.coach.things import filled, things
from facilitator.coach.wording import tier_of
from facilitator.domain.words import DURABLE, Durability

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from facilitator.coach.shape_data import Shape
    from facilitator.coach.things import Thing

DONE_WHEN = "How would a stranger see that it is done?"
"""Asked of a vague action if no word of it says what is missing."""

_MOST, _FEWEST, _LONGEST, _SAME = 3, 2, 100, 0.7
_CLEAR = 2


@lru_cache(maxsize=2048)
def stronger(text: str, label: Durability) -> tuple[str, ...]:
    """Two or three stronger forms of a weak action, by what it is about; none of a durable one."""
    if label in DURABLE:
        return ()
    words = words_of(text)
    said, named = grams(words), things(text, words, subjects().grammar)
    told: list[tuple[str, Durability]] = []
    for rows in _by_subject(said, label):
        told += [each for each in _told(rows, said, named, label) if each not in told]
        if len(told) >= _FEWEST:
            break
    return tuple(sentence for sentence, _ in _with_durable(told))


@lru_cache(maxsize=2048)
def missing(text: str) -> str:
    """The question for what a vague action lacks; empty if it is not vague."""
    hint = assess(text)
    if not hint.vague:
        return ""
    said = grams(words_of(text))
    for question in questions():
        found = [told for stems, told in said.items() if stems in question.words]
        if found and question.label in {None, hint.label}:
            return question.ask.replace("{}", max(found, key=_words))
    return DONE_WHEN


def _words(phrase: str) -> int:
    return len(phrase.split())


def _by_subject(said: Mapping[str, str], label: Durability) -> Iterator[tuple[Shape, ...]]:
    """The shapes of every subject that the words tell, the likeliest first; then the general."""
    known = subjects()
    scores: Counter[str] = Counter()
    for stems in said:
        for subject, weight in known.weights.get(stems, ()):
            scores[subject] += weight
    for subject in sorted(scores, key=lambda each: (-scores[each], known.order.index(each))):
        if scores[subject] >= _CLEAR:
            yield shapes_about(subject)
    yield shapes_of(label)


def _told(
    rows: Iterable[Shape], said: Mapping[str, str], named: Mapping[str, Thing], label: Durability
) -> list[tuple[str, Durability]]:
    """The shapes that fit, as sentences: those for words, or with nouns, of the action.

    If these are fewer than two, others follow.
    """
    close: list[tuple[str, Durability]] = []
    loose: list[tuple[str, Durability]] = []
    for shape in rows:
        if not _lifts(shape.label, label) or (shape.when and shape.when.isdisjoint(said)):
            continue
        sentence, own = _filled(shape, named)
        if not _repeats(sentence, said):
            (close if shape.when or own else loose).append((sentence, shape.label))
    return close if len(close) >= _FEWEST else [*close, *loose]


def _filled(shape: Shape, named: Mapping[str, Thing]) -> tuple[str, bool]:
    """The sentence, and whether it has a noun of the action; without one if it gets too long."""
    sentence, own = filled(shape.say, named)
    return (sentence, own) if len(sentence) <= _LONGEST else filled(shape.say, {})


def _lifts(to: Durability, label: Durability) -> bool:
    """Whether a shape stands higher than the action."""
    return to in DURABLE or tier_of(to) != tier_of(label)


def _repeats(sentence: str, said: Mapping[str, str]) -> bool:
    """Whether it says what the action says already."""
    return alike(sentence, {each for each in said if " " not in each}) >= _SAME


def _with_durable(told: list[tuple[str, Durability]]) -> list[tuple[str, Durability]]:
    """The first three, one of them durable."""
    first, rest = told[:_MOST], told[_MOST:]
    if not any(to in DURABLE for _, to in first):
        first[-1:] = [each for each in rest if each[1] in DURABLE][:1] or first[-1:]
    return first
