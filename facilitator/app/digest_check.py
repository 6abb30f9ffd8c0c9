"""Looks through a digest for what others should not read, as documents for others are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.coach.given_names import all_given_names
from facilitator.domain.records import Lesson, Review
from facilitator.domain.residue import residues
from facilitator.domain.residue_shapes import Sort
from facilitator.domain.text import shortened
from facilitator.domain.words import LessonSide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from facilitator.domain.digest import Digest
    from facilitator.domain.masking import Masks
    from facilitator.domain.records import Participant
    from facilitator.domain.residue import Residue

_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]+(?: \d{4})?")
"""A day as the digest writes it behind a line: somebody may be called Jan, or June."""
_TOLD, _LONG = 5, 60
"""So many are told, each with so many letters at most; of more the rest is counted."""


def left_in(
    digest: Digest, people: Sequence[Participant], incidents: Iterable[str], masks: Masks
) -> tuple[Residue, ...]:
    """What still reads like a name, a host or a key, most serious first.

    Not the numbers of its incidents: by them the digest says where each line is from.
    """
    # Not needed to start the program, and slow to make ready.
    from facilitator.exchange.readers.tidying.secrets import secret_places  # noqa: PLC0415

    texts = enumerate(dict.fromkeys(_told_in(digest)))
    lessons = (Lesson(id=f"{number}", side=LessonSide.WELL, text=each) for number, each in texts)
    shown = Review(id="", lessons=tuple(lessons))
    known = Review(id="", participants=tuple(people))
    found = residues(known, shown, masks, all_given_names(), secret_places)
    own = {each.strip() for each in incidents}
    return tuple(each for each in found if each.sort is not Sort.TICKET or each.text not in own)


def _told_in(digest: Digest) -> Iterator[str]:
    """The lines, which hold the words of people, and of what stands behind them all but days."""
    for chapter in digest.chapters:
        for part in chapter.parts:
            for point in part.points:
                yield from (point.text, _DAY.sub("", point.source))


def left_words(found: Sequence[Residue]) -> str:
    """What to look at before it is sent round, in a sentence; empty if there is nothing."""
    if not found:
        return ""
    told = [f"“{shortened(each.text, _LONG)}” ({each.sort})" for each in found[:_TOLD]]
    more = len(found) - _TOLD
    rest = f" and {more:,} more" if more > 0 else ""
    words = f"{', '.join(told)}{rest}"
    return f"Look at this before it is sent round: {words}. Masks take such words out."
