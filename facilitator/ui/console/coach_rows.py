"""The Coach's rows: what it advises, and what brings more of it into view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from facilitator.ui.console.coach_words import (
    asking,
    heading,
    more_words,
    put_off_words,
    when,
    where,
    why,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.coach.advice import Advice
    from facilitator.domain.records import Review

MOST = 3
"""So many are shown at a time: the notes below need room too."""


class Kind(Enum):
    """What a row stands for."""

    ADVICE = "advice"
    MORE = "more"
    FEWER = "fewer"
    PUT_OFF = "put off"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a piece of advice, or what brings others into view.

    ``when`` is the time of what it is about, at the end of the heading. Below stand ``where`` it
    is, ``why`` it matters, and what to ``ask``; the why only in the current row.
    """

    kind: Kind
    heading: str
    where: str = ""
    why: str = ""
    ask: str = ""
    when: str = ""
    advice: Advice | None = None

    @property
    def second(self) -> str:
        """All that can stand below the heading."""
        return " ".join(filter(None, (self.where, self.why, self.ask)))

    @property
    def briefly(self) -> str:
        """The same without the why, if a question is left."""
        parts = (self.where, self.ask or self.why)
        return " ".join(filter(None, parts))


def rows_of(
    advice: Sequence[Advice], put_off: int, review: Review, *, unfolded: bool
) -> tuple[Row, ...]:
    """The rows for what is advised, and for what was put off."""
    shown = advice if unfolded else advice[:MOST]
    rows = [_row(each, review) for each in shown]
    hidden = len(advice) - len(shown)
    if hidden:
        rows.append(Row(Kind.MORE, more_words(hidden)))
    elif len(advice) > MOST:
        rows.append(Row(Kind.FEWER, "Show fewer"))
    if put_off:
        back = "Enter brings it back." if put_off == 1 else "Enter brings them back."
        rows.append(Row(Kind.PUT_OFF, put_off_words(put_off), back))
    return tuple(rows)


def _row(advice: Advice, review: Review) -> Row:
    at = when(advice, review)
    words = " ".join(filter(None, (heading(advice), at)))
    return Row(Kind.ADVICE, words, where(advice), why(advice), asking(advice), at, advice)
