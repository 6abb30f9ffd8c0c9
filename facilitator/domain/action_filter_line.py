"""Reads the line that filters the actions: ``open overdue owner:maria service:pay p1 words``."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from facilitator.domain.action_filter import ActionFilter, ActionState, Order
from facilitator.domain.due import read_day
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import Family, Priority

if TYPE_CHECKING:
    from datetime import date

_WORD = re.compile(r'(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S*))', re.IGNORECASE)
_STATES = {state.value: state for state in ActionState}
_ORDERS = {order.value: order for order in Order}
_PRIORITIES = {each.value.casefold(): each for each in Priority}
_TEXTS = ("owner", "service", "class")
_UNFINISHED = ("family", "since", "by")


def read_filter(typed: str, today: date) -> ActionFilter:
    """The filter that a line means; what has no other meaning is a word to look for.

    Nothing is refused: a line is read at every key that is typed into it.
    """
    read = _Reading(today)
    for sign, key, quoted, plain in _WORD.findall(typed):
        read.take(sign, key.casefold(), plain or quoted, quoted=not plain)
    return read.filter()


class _Reading:
    """Gathers what the words of a line mean."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._states: set[ActionState] = set()
        self._without: set[ActionState] = set()
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._priorities: list[Priority] = []
        self._families: list[Family] | None = None
        self._since: date | None = None
        self._order = Order.DUE

    def take(self, sign: str, key: str, word: str, *, quoted: bool) -> None:
        """Take one word of the line."""
        if key in _TEXTS:
            self._texts[key] += [word] if word else []
        elif key == "family" and word:
            self._families = [*(self._families or ()), *_families(word)]
        elif key == "since":
            self._since = _day(word, self._today) or self._since
        elif key == "by":
            self._order = _ORDERS.get(word.casefold(), self._order)
        elif key in _UNFINISHED and not word:
            return  # It is still to come: until then nothing more is asked.
        elif not key and not quoted and word.casefold() in _STATES:
            (self._without if sign else self._states).add(_STATES[word.casefold()])
        elif not key and not quoted and _priority_word(word) in _PRIORITIES:
            self._priorities.append(_PRIORITIES[_priority_word(word)])
        else:
            said = f"{key}:{word}" if key else word
            self._texts["words"] += [f"{sign}{said}"] if said else []

    def filter(self) -> ActionFilter:
        """What was gathered."""
        texts = self._texts
        return ActionFilter(
            states=frozenset(self._states),
            without=frozenset(self._without),
            owners=tuple(texts["owner"]),
            services=tuple(texts["service"]),
            classes=tuple(texts["class"]),
            families=None if self._families is None else tuple(self._families),
            priorities=tuple(self._priorities),
            words=tuple(texts["words"]),
            since=self._since,
            order=self._order,
        )


def doubts(typed: str, today: date) -> str:
    """What of a line has no meaning, in a sentence; empty if all of it has."""
    for _sign, key, quoted, plain in _WORD.findall(typed):
        doubt = _doubt(key.casefold(), plain or quoted, today)
        if doubt:
            return doubt
    return ""


def _doubt(key: str, word: str, today: date) -> str:
    if not key or not word or key in _TEXTS or word.startswith("//"):
        return ""
    if key == "family" and not _families(word):
        known = ", ".join(each.value.replace("_", " ") for each in Family)
        return f"No family reads like “{word}”. There are: {known}."
    if key == "since" and _day(word, today) is None:
        return f'“{word}” is not a day. Write it like since:2026-03-04 or since:"4 Mar".'
    if key == "by" and word.casefold() not in _ORDERS:
        return f"“by:{word}” is no order. There are: {', '.join(_ORDERS)}."
    if key not in _UNFINISHED:
        return (
            f"“{key}:” is not known here, so “{key}:{word}” is looked for as it stands. Known "
            "are owner:, service:, class:, family:, since: and by:."
        )
    return ""


def _families(word: str) -> list[Family]:
    return [each for each in Family if word.casefold() in each.value.replace("_", " ")]


def _priority_word(word: str) -> str:
    """``!p1`` is how the entry line of a review says it."""
    return word.casefold().removeprefix("!")


def _day(word: str, today: date) -> date | None:
    try:
        return read_day(word, today)
    except RuleViolation:
        return None
