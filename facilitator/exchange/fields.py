"""Reads single values out of a JSON object and names the path of what is wrong."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text
from facilitator.exchange.json_text import Repeated
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from enum import StrEnum

WordT = TypeVar("WordT", bound="StrEnum")

NUMBER_LIMIT = 2**31 - 1
"""The largest whole number that is read."""
ROW_LIMIT = 100_000
"""Entries of the longest list that is read."""
ID_LIMIT = 200
"""Characters of the longest id."""
SHOWN = 60
"""Characters of a wrong value that are told."""
_ID = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028-\u202e\u2066-\u2069\ufeff]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?\s?(Z|[+-]\d{2}(:?\d{2})?)?",
    re.IGNORECASE,
)
_WORDS = {dict: "an object", list: "a list", str: "text", bool: "true or false"}


class Fields:
    """One JSON object at a path; each method reads one key, absent and null being the same."""

    def __init__(self, value: Any, where: str, known: frozenset[str]) -> None:
        self.where = where
        if not isinstance(value, dict):
            raise Refused(where, f"This should be an object, not {_sort(value)}.")
        if isinstance(value, Repeated):
            raise Refused(_join(where, value.key), "This key stands twice.")
        unknown = value.keys() - known
        if unknown:
            first = next(key for key in value if key in unknown)
            raise Refused(_join(where, first), "This key is not part of a review.")
        self._values = value

    def has(self, key: str) -> bool:
        """Whether the key is there and not null."""
        return self._values.get(key) is not None

    def refuse(self, key: str, sentence: str) -> Refused:
        """The error for this key."""
        return Refused(_join(self.where, key), sentence)

    def line(self, key: str, needed: str = "", limit: int = LINE_LIMIT) -> str:
        """Cleaned text of one line, "" if absent; ``needed`` is the sentence if it may not be."""
        return self._cleaned(key, clean_line, limit, needed)

    def text(self, key: str, limit: int = TEXT_LIMIT) -> str:
        """Cleaned text of several lines, "" if absent."""
        return self._cleaned(key, clean_text, limit, "")

    def ident(self, key: str) -> str | None:
        """An id, or a link to one."""
        value = self._typed(key, str)
        if value is None:
            return None
        return self._ident(value, _join(self.where, key))

    def idents(self, key: str) -> tuple[str, ...]:
        """Links to ids, each once."""
        found = [self._ident(value, where) for value, where in self.entries(key)]
        return tuple(dict.fromkeys(found))

    def lines(self, key: str) -> tuple[str, ...]:
        """A list of cleaned lines; empty ones are left out."""
        found = []
        for value, where in self.entries(key):
            if not isinstance(value, str):
                raise Refused(where, f"This should be text, not {_sort(value)}.")
            found.append(_line(value, where))
        return tuple(filter(None, found))

    def entries(self, key: str) -> Iterator[tuple[Any, str]]:
        """Every value of a list with its path."""
        values = self._typed(key, list) or []
        if len(values) > ROW_LIMIT:
            raise self.refuse(key, f"This list has {len(values):,} entries; at most {ROW_LIMIT:,}.")
        where = _join(self.where, key)
        return ((value, f"{where}[{index}]") for index, value in enumerate(values))

    def inner(self, key: str, known: frozenset[str]) -> Fields | None:
        """The object under a key."""
        if not self.has(key):
            return None
        return Fields(self._values[key], _join(self.where, key), known)

    def plain(self, key: str) -> str:
        """Text exactly as it stands, "" if absent."""
        return self._typed(key, str) or ""

    def line_or_number(self, key: str, limit: int) -> str:
        """As ``line``; a whole number counts as its digits."""
        value = self._values.get(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return self.line(key, limit=limit)

    def flag(self, key: str) -> bool | None:
        """True, false, or None if absent."""
        value: bool | None = self._typed(key, bool)
        return value

    def number(self, key: str, absent: int) -> int:
        """A whole number from 0 to 2^31 - 1."""
        value = self._values.get(key)
        if value is None:
            return absent
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.refuse(key, f"This should be a whole number, not {_sort(value)}.")
        if not 0 <= value <= NUMBER_LIMIT:
            raise self.refuse(key, f"The number {value} is out of bounds.")
        return value

    def word(self, key: str, words: type[WordT]) -> WordT | None:
        """A member of a closed list of words."""
        value = self._typed(key, str)
        if value is None:
            return None
        try:
            return words(value)
        except ValueError:
            known = ", ".join(words)
            raise self.refuse(key, f"“{short(value)}” is none of {known}.") from None

    def day(self, key: str) -> date | None:
        """A date written 2026-03-04."""
        value = self._typed(key, str)
        if value is None:
            return None
        try:
            return date.fromisoformat(value if _DAY.fullmatch(value) else "")
        except ValueError:
            raise self.refuse(
                key, f"“{short(value)}” is not a date; write one like 2026-03-04."
            ) from None

    def instant(self, key: str) -> datetime | None:
        """A time with its offset, written 2026-03-04T14:03:00Z, as UTC."""
        value = self._typed(key, str)
        if value is None:
            return None
        try:
            found = datetime.fromisoformat(value.upper() if _INSTANT.fullmatch(value) else "")
            if found.utcoffset() is None:
                words = f"The time “{short(value)}” does not say its zone; end it with Z."
                raise self.refuse(key, words)
            return _within_reach(found.astimezone(UTC))
        except (ValueError, OverflowError):
            raise self.refuse(
                key,
                f"“{short(value)}” is not a time; write one like 2026-03-04T14:03:00Z.",
            ) from None

    def _cleaned(self, key: str, clean: Callable[..., str], limit: int, needed: str) -> str:
        value = self._typed(key, str)
        try:
            text = clean(value, key, limit) if value else ""
        except RuleViolation as violation:
            raise self.refuse(key, violation.reason) from None
        if needed and not text:
            raise self.refuse(key, needed)
        return text

    def _typed(self, key: str, kind: type) -> Any:
        value = self._values.get(key)
        if value is not None and not isinstance(value, kind):
            raise self.refuse(key, f"This should be {_WORDS[kind]}, not {_sort(value)}.")
        return value

    @staticmethod
    def _ident(value: Any, where: str) -> str:
        if not isinstance(value, str):
            raise Refused(where, f"This should be an id in text, not {_sort(value)}.")
        if len(value) > ID_LIMIT or not _ID.fullmatch(value):
            raise Refused(where, f"“{short(value)}” cannot be an id.")
        return value


def _within_reach(instant: datetime) -> datetime:
    """Refuses the first and last year there is: some zone would step over the edge."""
    if instant.year in {MINYEAR, MAXYEAR}:
        raise OverflowError
    return instant


def _line(value: str, where: str) -> str:
    try:
        return clean_line(value)
    except RuleViolation as violation:
        raise Refused(where, violation.reason) from None


def _join(where: str, key: str) -> str:
    shown = short(key)
    return f"{where}.{shown}" if where else shown


def short(text: str, limit: int = SHOWN) -> str:
    """The beginning, in characters that are safe to show on a terminal."""
    shown = "".join(each if each.isprintable() else "�" for each in text[:limit])
    return f"{shown}…" if len(text) > limit else shown


def _sort(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return _WORDS[dict if isinstance(value, dict) else type(value)]
