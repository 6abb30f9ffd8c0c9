"""What lies behind something drawn on the trends page: known reviews, or marks to ask about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from facilitator.domain.trends import Mark


@dataclass(frozen=True, slots=True)
class Behind:
    """Ids of reviews, or marks that the library knows the reviews of: those of any of the marks.

    With ``within`` only those that lie behind that mark too.
    """

    reviews: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    within: Mark | None = None

    def __bool__(self) -> bool:
        """Whether there is anything to open."""
        return bool(self.reviews or self.marks)

    def found(self, ask: Callable[[Mark], Sequence[str]]) -> frozenset[str]:
        """The ids of the reviews, as the library that is asked knows them."""
        found = set(self.reviews)
        for mark in self.marks:
            found.update(ask(mark))
        return frozenset(found if self.within is None else found.intersection(ask(self.within)))


NOTHING = Behind()
"""Nothing lies behind it."""


def these(reviews: Iterable[str]) -> Behind:
    """Reviews that are known, each once."""
    return Behind(tuple(dict.fromkeys(reviews)))


def any_of(*marks: Mark) -> Behind:
    """The reviews behind any of some marks."""
    return Behind(marks=marks)
