"""Words of a library that are masked, or allowed, in what leaves the house."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.name_forms import is_unspaced
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.domain.words import MaskUse

if TYPE_CHECKING:
    from collections.abc import Iterable

HIDDEN = "[withheld]"
"""Stands for masked words that no other words were given for."""


@dataclass(frozen=True, slots=True)
class Mask:
    """Words, and what is shown for them; of the library, not of one review."""

    text: str
    use: MaskUse = MaskUse.MASK
    shown: str = ""

    @property
    def key(self) -> str:
        """The same for words that differ in capitals or spaces only."""
        return key_of(self.text)


def key_of(text: str) -> str:
    """By what masked or allowed words are known."""
    return " ".join(text.casefold().split())


def checked(mask: Mask) -> Mask:
    """The mask as it is kept; RuleViolation without words, or if it would show what it hides."""
    text, shown = clean_line(mask.text, "mask"), clean_line(mask.shown, "shown")
    if not text:
        raise RuleViolation("mask", "Which words?")
    if mask.use is MaskUse.ALLOW:
        return Mask(text, mask.use)
    if key_of(text) in key_of(shown):
        raise RuleViolation("shown", "What is shown instead may not hold the words themselves.")
    return Mask(text, mask.use, shown)


class Masks:
    """Replaces what is masked: whole words, whatever their capitals, the longest first."""

    def __init__(self, masks: Iterable[Mask] = ()) -> None:
        self.all = tuple(sorted(masks, key=lambda each: each.key))
        self._shown = {
            each.key: each.shown or HIDDEN for each in self.all if each.use is MaskUse.MASK
        }
        self._allowed = frozenset(each.key for each in self.all if each.use is MaskUse.ALLOW)
        self._pattern = _pattern(each for each in self.all if each.use is MaskUse.MASK)

    def applied(self, text: str) -> str:
        """The text with other words for what is masked."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: self._shown.get(key_of(found[0]), HIDDEN), text)

    def on(self, text: str) -> Mask | None:
        """What is said of exactly these words."""
        return next((each for each in self.all if each.key == key_of(text)), None)

    def masks(self, text: str) -> bool:
        """Whether exactly these words are masked."""
        return key_of(text) in self._shown

    def allows(self, text: str) -> bool:
        """Whether somebody has said that these words may leave the house."""
        return key_of(text) in self._allowed


def _pattern(masks: Iterable[Mask]) -> re.Pattern[str] | None:
    """Finds the longest of the words, at whatever spaces, but not within other words."""
    found = sorted((mask.text for mask in masks), key=lambda text: (-len(text), text))
    return re.compile("|".join(map(_bounded, found)), re.IGNORECASE) if found else None


def _bounded(text: str) -> str:
    words = r"\s+".join(map(re.escape, text.split()))
    # Where words are not parted by spaces, one ends wherever it ends.
    return words if is_unspaced(text) else rf"(?<!\w){words}(?!\w)"
