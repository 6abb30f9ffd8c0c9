"""How a sentence speaks of people: whether it blames, offers a slip, or speaks from hindsight."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from facilitator.coach import language_rules
from facilitator.coach.language_line import STOPS, Word, read
from facilitator.coach.language_model import LABELS, PEOPLE, Feature, Model, features, model
from facilitator.coach.language_people import with_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from facilitator.coach.language_rules import Sign

BLAME, CLEAN = "blame", "clean"
_NO_WORDS = frozenset(("QUOTE", "EXEMPT"))
_KEPT = 8_192
"""Answers that are remembered."""
_SURE = 0.75
"""From this chance on the coach does not say "probably"."""
_CLEAN, _ALONE = 0.7, 0.3
"""A sentence is called clean from this chance on; the second, if it speaks of nobody and no rule
fits."""


class Span(NamedTuple):
    """Words that decided: from ``start`` to before ``end`` in the text, and why they count."""

    start: int
    end: int
    why: str


class Judged(NamedTuple):
    """The coach's reading of a sentence; a person may see it differently."""

    label: str
    spans: tuple[Span, ...] = ()
    ask: str = ""
    sure: bool = True


def judge(text: str, people: Iterable[str] = ()) -> Judged:
    """The reading of a text; ``people`` are names of those who take part."""
    return _judged(text, tuple(people))


@lru_cache(maxsize=_KEPT)
def _judged(text: str, people: tuple[str, ...]) -> Judged:
    told = model()
    words, signs = look(text, people, told.vocabulary)
    if not any(each.text.isalpha() and each.text not in _NO_WORDS for each in words):
        return Judged(CLEAN)
    return _reading(words, signs, told)


def look(
    text: str, people: tuple[str, ...], vocabulary: frozenset[str]
) -> tuple[list[Word], tuple[Sign, ...]]:
    """The words of a text with people found and denials taken out, and the rules that fit."""
    words = with_people(text, read(text), people, vocabulary)
    words = language_rules.denied(words)
    return words, language_rules.signs(words)


def _reading(words: Sequence[Word], signs: Sequence[Sign], told: Model) -> Judged:
    found = features(words, signs)
    chances = told.chances(found)
    label, sure = decided(chances, words, signs)
    if label == CLEAN:
        return Judged(CLEAN, sure=sure)
    return _explained(label, words, signs, told.strongest(found, label), sure=sure)


def decided(
    chances: Sequence[float], words: Sequence[Word], signs: Sequence[Sign]
) -> tuple[str, bool]:
    """The label, and whether there is little doubt; without people and rules nobody is blamed."""
    others = LABELS[:-1]
    label = CLEAN
    if chances[-1] < _CLEAN:
        label = max(others, key=lambda each: chances[LABELS.index(each)])
    if not signs and not any(each.text in PEOPLE for each in words):
        label = CLEAN if label == BLAME or chances[-1] > _ALONE else label
    chance = chances[LABELS.index(label)]
    ruled = {each.rule.label for each in signs}
    agreed = label in ruled if label != CLEAN else not ruled
    return label, chance >= _SURE and agreed


def _explained(
    label: str, words: Sequence[Word], signs: Sequence[Sign], best: Feature | None, *, sure: bool
) -> Judged:
    meant = [each for each in signs if each.rule.label == label]
    if meant:
        spans = _spans(words, ((each.first, each.after, each.rule.why) for each in meant))
        return Judged(label, spans, language_rules.question(meant[0].rule.ask, words), sure)
    first, after = (best.first, best.after) if best is not None else (0, len(words))
    other = language_rules.fallback(label)
    spans = _spans(words, ((first, after, other["why"]),))
    return Judged(label, spans, language_rules.question(other["ask"], words), sure)


def _spans(words: Sequence[Word], found: Iterable[tuple[int, int, str]]) -> tuple[Span, ...]:
    """The places of what was found, each place once, in the order of the text."""
    spans: list[Span] = []
    for first, after, why in sorted(found, key=lambda each: (each[0], -each[1])):
        for start, end in _runs(words[first:after]):
            if not spans or start >= spans[-1].end:
                spans.append(Span(start, end, why))
    return tuple(spans)


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Words in a row, without the quotations between them and the marks around them."""
    run: list[Word] = []
    for word in (*words, None):
        if word is not None and word.text not in _NO_WORDS:
            run.append(word)
            continue
        while run and run[-1].text in STOPS:
            run.pop()
        if run:
            yield run[0].start, run[-1].end
        run = []
