"""How a document is headed and in which order: what an organisation is used to reading."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")

PARTS = (
    *("summary", "impact", "how_long", "story", "causes", "findings", "actions", "lessons"),
    *("hands", "words", "parking", "room", "tree", "events", "notes"),
)
"""The parts that a document may have, in the usual order."""
_KNOWN = frozenset({"id", "words", "about", "order", "headings"})
_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Outline:
    """``order`` names parts that come first; the others follow as usual, so nothing is lost."""

    id: str = ""
    words: str = ""
    about: str = ""
    order: tuple[str, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)

    def heading(self, part: str, usual: str) -> str:
        """What a part is called."""
        return self.headings.get(part, usual)

    def arranged(self, parts: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
        """Parts, each with its name, in the order of this outline."""
        places = {part: place for place, part in enumerate(self.order)}
        return sorted(parts, key=lambda part: places.get(part[0], len(places)))


USUAL = Outline()
"""The usual order and the usual headings."""


def read_outline(found: Any, outline_id: str = "") -> Outline:
    """The outline in a table of TOML; RuleViolation, naming the key, for anything else."""
    if not isinstance(found, dict):
        raise RuleViolation("outline", "This is no outline.")
    unknown = found.keys() - _KNOWN
    if unknown:
        raise RuleViolation(min(unknown), "This key is not part of an outline.")
    headings = found.get("headings", {})
    order = found.get("order", [])
    if not isinstance(order, list) or not isinstance(headings, dict):
        raise RuleViolation("order", "The order is a list, and the headings are a table.")
    for part in (*order, *headings):
        if part not in PARTS:
            words = f"“{part}” is no part of a document; the parts are {', '.join(PARTS)}."
            raise RuleViolation("order", words)
    return Outline(
        id=_line(found, "id") or outline_id,
        words=_line(found, "words") or outline_id,
        about=_line(found, "about"),
        order=tuple(dict.fromkeys(order)),
        headings={part: _heading(part, words) for part, words in headings.items()},
    )


def _line(found: dict[str, Any], key: str) -> str:
    value = found.get(key, "")
    if not isinstance(value, str):
        raise RuleViolation(key, "This should be text.")
    return clean_line(value, key, _LIMIT)


def _heading(part: str, words: Any) -> str:
    if not isinstance(words, str) or not clean_line(words):
        raise RuleViolation(part, "A heading is a line of text.")
    return clean_line(words, part, _LIMIT)
