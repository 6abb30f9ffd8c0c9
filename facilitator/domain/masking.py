"""Words of a library that are masked, or allowed, in what leaves the house."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.name_forms import is_unspaced
from facilitator.domain.name_signs import seen
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import clean_line
from facilitator.domain.words import MaskUse

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAPS = re.compile(r"[\s._-]+")
_GLUED = 8
"""Letters of words that are known also where nothing parts them."""
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
    """Replaces what is masked: whole words, whatever their capitals, the longest first.

    Several words are also known as ``acme_bank`` and ``AcmeBank``.
    """

    def __init__(self, masks: Iterable[Mask] = ()) -> None:
        self.all = tuple(sorted(masks, key=lambda each: each.key))
        self._shown = {
            each.key: each.shown or HIDDEN for each in self.all if each.use is MaskUse.MASK
        }
        self._glued = {_GAPS.sub("", key): shown for key, shown in self._shown.items()}
        self._allowed = frozenset(each.key for each in self.all if each.use is MaskUse.ALLOW)
        self._pattern = _pattern(each for each in self.all if each.use is MaskUse.MASK)

    def applied(self, text: str) -> str:
        """The text with other words for what is masked."""
        if self._pattern is None:
            return text
        masked, count = self._pattern.subn(self._instead, text)
        if text.isascii() or (plain := seen(text)) == text:
            return masked
        # Somebody may have hidden words behind wide letters or signs that are not seen.
        revealed, more = self._pattern.subn(self._instead, plain)
        return revealed if more > count else masked

    def _instead(self, found: re.Match[str]) -> str:
        key = key_of(found[0])
        return self._shown.get(key) or self._glued.get(_GAPS.sub("", key), HIDDEN)

    def on(self, text: str) -> Mask | None:
        """What is said of exactly these words."""
        return next((each for each in self.all if each.key == key_of(text)), None)

    def masks(self, text: str) -> bool:
        """Whether exactly these words are masked."""
        return key_of(text) in self._shown

    @property
    def words(self) -> tuple[str, ...]:
        """What is masked."""
        return tuple(self._shown)

    def allows(self, text: str) -> bool:
        """Whether somebody has said that these words may leave the house."""
        return key_of(text) in self._allowed


def _pattern(masks: Iterable[Mask]) -> re.Pattern[str] | None:
    """Finds the longest of the words, at whatever spaces, but not within other words."""
    found = sorted((mask.text for mask in masks), key=lambda text: (-len(text), text))
    return re.compile("|".join(map(_bounded, found)), re.IGNORECASE) if found else None


def _bounded(text: str) -> str:
    words = text.split()
    # Where words are not parted by spaces, one ends wherever it ends.
    if is_unspaced(text):
        return r"\s+".join(map(re.escape, words))
    return rf"(?<![^\W_]){_gap(words).join(map(re.escape, words))}(?![^\W_])"


def _gap(words: list[str]) -> str:
    """What may stand between masked words, without any of them being another word."""
    if not all(word.isalpha() for word in words):
        return r"\s+"
    return r"[\s._-]*" if len("".join(words)) >= _GLUED else r"[\s._-]+"
