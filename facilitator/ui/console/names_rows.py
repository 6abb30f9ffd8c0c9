"""The rows of the Console's check on names: one a word, with every place where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.residual_names import HANDLE, NO_ROLE, STRANGER
from facilitator.domain.text import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.residual_names import Residual

MOST = 3
"""So many are shown at a time: the notes below need room too."""
_MAIL = re.compile(r"\w@\w")


@dataclass(frozen=True, slots=True)
class Row:
    """A word and its places; without any it is what brings the others into view."""

    word: str
    second: str = ""
    places: tuple[Residual, ...] = ()

    @property
    def heading(self) -> str:
        """The word, or what the row does."""
        return self.word

    @property
    def may_join(self) -> bool:
        """Whether a role is all that is missing."""
        asked = {each.why for each in self.places} & {HANDLE, NO_ROLE, STRANGER}
        return bool(asked) and not _MAIL.search(self.word)


def rows_of(found: Iterable[Residual], *, unfolded: bool) -> tuple[Row, ...]:
    """A row a word, in the order in which they were found; the first few unless unfolded."""
    words: dict[str, list[Residual]] = {}
    for each in found:
        words.setdefault(each.word, []).append(each)
    rows = [Row(word, _second(places), tuple(places)) for word, places in words.items()]
    hidden = len(rows) - MOST
    if hidden <= 0:
        return tuple(rows)
    return (*rows, Row("Show fewer")) if unfolded else (*rows[:MOST], Row(f"{hidden} more"))


def name_of(word: str) -> str:
    """The name that a word stands for: ``@devika`` is Devika."""
    if not word.startswith("@"):
        return word
    return " ".join(capitalised(part) for part in re.split(r"[@._-]+", word) if part)


def _second(places: list[Residual]) -> str:
    """Where it stands, how often, and why it is told: ``Event, 14:03, and 2 more places. …``."""
    where = list(dict.fromkeys(each.where for each in places))
    more = len({(each.collection, each.row_id) for each in places}) - 1
    others = f", and {more} more place{'' if more == 1 else 's'}" if more else ""
    return f"{where[0]}{others}. {places[0].why}."
