"""The Coach's rows: what is lacking, and what brings more of it into view."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from facilitator.ui.console.coach_words import left_words, more_words, second_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.coach.lack import Lack

MOST = 3
"""So many are shown at a time: the notes below need room too."""


class Kind(Enum):
    """What a row stands for."""

    LACK = "lack"
    MORE = "more"
    FEWER = "fewer"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a lack, or what brings others into view."""

    kind: Kind
    heading: str
    second: str = ""
    lack: Lack | None = None


def rows_of(lacks: Sequence[Lack], left: int, *, unfolded: bool) -> tuple[Row, ...]:
    """The rows for what is lacking, and for what was left alone."""
    shown = lacks if unfolded else lacks[:MOST]
    rows = [Row(Kind.LACK, each.message, second_line(each), each) for each in shown]
    hidden = len(lacks) - len(shown)
    if hidden:
        rows.append(Row(Kind.MORE, more_words(hidden)))
    elif len(lacks) > MOST:
        rows.append(Row(Kind.FEWER, "Show fewer"))
    if left:
        rows.append(Row(Kind.LEFT, left_words(left), "Enter brings it back."))
    return tuple(rows)
