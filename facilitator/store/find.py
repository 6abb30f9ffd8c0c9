"""Finds the review that a word means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from facilitator.domain.text import shortened
from facilitator.store.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence


class Named(Protocol):
    """Something with an id and a title."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """Its title."""


NamedT = TypeVar("NamedT", bound=Named)

TOLD = 5
"""How many candidates are named when a word is ambiguous."""


def find(word: str, reviews: Sequence[NamedT]) -> NamedT:
    """The review with this id, or the only one whose id or title begins with the word."""
    found = [each for each in reviews if each.id == word]
    found = found or [each for each in reviews if word and _begins(each, word)]
    shown = shortened(word)
    if not found:
        raise NotFound(f"No review has an id or a title that begins with “{shown}”.")
    if len(found) > 1:
        names = ", ".join(f"“{shortened(each.title)}” ({each.id})" for each in found[:TOLD])
        more = " and more" if len(found) > TOLD else ""
        raise NotFound(f"“{shown}” fits {len(found)} reviews: {names}{more}.")
    return found[0]


def _begins(review: Named, word: str) -> bool:
    return review.id.startswith(word) or review.title.casefold().startswith(word.casefold())
