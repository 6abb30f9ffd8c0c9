"""Chooses the line of a review that shows best why it was found, and marks the words in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from facilitator.domain.every_text import TextPlace
from facilitator.domain.found_words import may_hold, spans
from facilitator.store.search.texts import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.domain.search_words import Term, Wanted

_ORDER = ("why", "what", "story", "rest", "class", "service", "owner", "notes", "title")
"""A line of the first of these is shown, of those that hold as many words; the title is seen."""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A line, where it stands, and the stretches of what was looked for, in characters."""

    place: TextPlace
    text: str
    spans: tuple[tuple[int, int], ...]


def best_line(wanted: Wanted, row: Sequence[Any]) -> FoundLine | None:
    """The line that holds most of what is wanted; None if none holds any of it."""
    best: FoundLine | None = None
    most, whole = 0, len(wanted.sought)
    texts = Row(row)
    for subject in _ORDER:
        terms = tuple(_looked_for(wanted, subject))
        # What is worth a look at every line can be told from all of them at once.
        if most == whole or not any(may_hold(texts.of(subject), term) for term in terms):
            continue
        for at, line in enumerate(texts.lines(subject)):
            marked = [found for term in terms if (found := spans(line, term))]
            if len(marked) > most:
                most = len(marked)
                together = tuple(sorted({span for each in marked for span in each}))
                best = FoundLine(TextPlace(*texts.place(subject, at)), line, together)
    return best


def _looked_for(wanted: Wanted, subject: str) -> Iterator[Term]:
    """The terms that may be found in a subject."""
    if subject != "notes" or wanted.private:
        yield from wanted.terms
    own = {
        "notes": wanted.notes,
        "service": wanted.services,
        "class": wanted.classes,
        "owner": wanted.owners,
    }
    yield from own.get(subject, ())
