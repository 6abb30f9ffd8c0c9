"""What the words of a review say of people, sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from facilitator.coach.language import CLEAN, Judged, judge
from facilitator.coach.language_line import unquoted
from facilitator.coach.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.domain.records import Review

_BLAME = "blame"
_KEPT = 8_192
"""Texts whose remarks are remembered."""
_MARGIN = " \t\r*•–—-"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where it begins in its text, and how it reads."""

    text: str
    start: int
    judged: Judged


@dataclass(frozen=True, slots=True)
class LanguageRemark:
    """A sentence of a review that blames, offers a slip, or speaks from hindsight.

    ``phase`` is the key of the phase where it stands, ``target`` the row (or the field, on the
    Brief), ``start`` where the sentence begins in that field; spans count from there.
    """

    phase: str
    target: str
    field: str
    text: str
    judged: Judged
    start: int = 0


def remarks(review: Review) -> tuple[LanguageRemark, ...]:
    """Every sentence that is not clean, in the order of the phases; of actions only blame."""
    people = tuple(each.name for each in review.participants if each.name)
    return tuple(
        LanguageRemark(phase, target, field, each.text, each.judged, each.start)
        for phase, target, field, text in _texts(review)
        for each in judged_sentences(text, people)
        if phase != "actions" or each.judged.label == _BLAME
    )


@lru_cache(maxsize=_KEPT)
def judged_sentences(text: str, people: tuple[str, ...]) -> tuple[Sentence, ...]:
    """The sentences of a text that are not clean."""
    found = (Sentence(part, start, judge(part, people)) for start, part in _sentences(text) if part)
    return tuple(each for each in found if each.judged.label != CLEAN)


def _texts(review: Review) -> Iterator[tuple[str, str, str, str]]:
    """Phase, target, field and text of all that is looked at."""
    yield "brief", "summary", "summary", review.summary
    yield "brief", "impact", "impact", review.impact
    for phase, rows in (
        ("timeline", review.events),
        ("factors", review.factors),
        ("findings", review.findings),
        ("actions", review.actions),
        ("close", review.lessons),
    ):
        yield from ((phase, row.id, "text", row.text) for row in rows)


@cache
def _between() -> re.Pattern[str]:
    """What stands between two sentences; a full stop behind a shortened word is none."""
    shortened = table("language_words")["contracted"]["abbreviated"].split()
    not_behind = "".join(rf"(?<!\b{re.escape(each)})" for each in shortened)
    return re.compile(rf"(?<=[.!?…]){not_behind}\s+(?=[^\W_a-z]|\0|[\"'(\[])|\n+")


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with its place; a quotation is never cut."""
    ends = ((found.start(), found.end()) for found in _between().finditer(unquoted(text)))
    start = 0
    for end, after in chain(ends, ((len(text), len(text)),)):
        part = text[start:end]
        bare = part.lstrip(_MARGIN)
        yield start + len(part) - len(bare), bare.rstrip()
        start = after
