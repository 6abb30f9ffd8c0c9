"""One thing that a review still lacks, and how several of a kind are told as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.coach.analysis_words import told_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from facilitator.domain.records import ActionItem, Factor, Finding

    Rows = Iterable[Factor | Finding | ActionItem]

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
BETWEEN = ", "
"""What parts the paths of several rows."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A rule that is not met: where, in words, and the row or field that a jump leads to.

    ``where`` is a path like ``review.summary`` or ``actions[a1]``, with commas if it is several;
    ``details`` are the texts of the rows. ``phase`` is where it can be put right.
    ``why`` it matters, and the ``question`` to ask. What is ``quiet`` is about words or persons:
    it is for the facilitator alone and never on the Stage.
    """

    rule: str
    where: str
    message: str
    phase: str
    target: str | None = None
    details: tuple[str, ...] = ()
    why: str = ""
    question: str = ""
    quiet: bool = False

    @property
    def detail(self) -> str:
        """The details in a line."""
        return "; ".join(self.details)


def number_word(count: int) -> str:
    """``One`` to ``Ten``, then digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def explained(lack: Lack) -> Lack:
    """The lack with why it matters, and what to ask."""
    why, question = told_of(lack.rule)
    return replace(lack, why=why, question=question)


def of_rows(  # noqa: PLR0913 - a lack is told in one go
    rule: str, collection: str, rows: Rows, one: str, several: str, *, quiet: bool = False
) -> Iterator[Lack]:
    """All rows that lack the same as one lack; none if there are no rows.

    ``one`` follows ``One``, ``several`` the number: ``action has no owner``, ``actions have ...``.
    """
    found: Sequence[Factor | Finding | ActionItem] = tuple(rows)
    if found:
        yield Lack(
            rule,
            where(collection, found),
            f"{number_word(len(found))} {one if len(found) == 1 else several}",
            collection,
            found[0].id,
            tuple(row.text for row in found if row.text),
            quiet=quiet,
        )


def where(collection: str, rows: Rows) -> str:
    """The path of some rows: ``actions[a1], actions[a2]``."""
    return BETWEEN.join(f"{collection}[{row.id}]" for row in rows)
