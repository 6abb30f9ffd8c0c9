"""The day on which a document's story began, where its timeline does not say it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from facilitator.exchange.readers.stamps import days_in, scan_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import time

    from facilitator.exchange.readers.document.parts import Part
    from facilitator.exchange.readers.found import Entry

_TELLING = frozenset({"head", "summary", "stats", "impact"})
"""The parts that say in a sentence what happened when."""
_SENTENCE = re.compile(r"(?<=[a-z)][.!?])\s+(?=[A-Z])")
_CLOCK = re.compile(r"(?<![\w:.])\d{1,2}(?::\d\d|\s?[apAP]\.?[mM]\b)")
_HAPPENED = re.compile(
    r"\b(?:outage|incident|downtime|disruption|failure)s?\b.{0,60}?"
    r"\b(?:occurred|happened|took place|began|started)\b",
    re.IGNORECASE | re.DOTALL,
)
_NEAR = timedelta(days=2)
_AROUND = 60
"""Minutes by which a sentence may name an earlier or a later clock than the timeline."""


def day_in_prose(parts: Iterable[Part], entries: Sequence[Entry]) -> date | None:
    """The only day that the summary names, if it says that things happened then.

    It must stand beside a clock of the timeline’s, or with words like “occurred”: the day of an
    earlier change alone tells nothing of the clocks below.
    """
    sentences = list(_sentences(parts))
    named = {stamp.day for each in sentences for stamp in days_in(each) if stamp.day}
    if len(named) != 1 or any(_dated(entry) for entry in entries):
        return None
    clocks = [entry.stamp.clock for entry in entries if entry.stamp.clock]
    telling = (each for each in sentences if any(stamp.day for stamp in days_in(each)))
    fits = any(_HAPPENED.search(each) or _beside(each, clocks) for each in telling)
    return named.pop() if fits else None


def other_days(parts: Iterable[Part], day: date) -> bool:
    """Whether the summary names certain days, and this one is none of them."""
    named = {stamp.day for each in _sentences(parts) for stamp in days_in(each) if stamp.day}
    return bool(named) and day not in named


def likely_day(
    told: date | None, entries: Sequence[Entry], around: date | None = None
) -> date | None:
    """The day that the document names, unless its events are of quite another time.

    ``around`` is one that it may only have been written on: the events say more.
    """
    days = [each.stamp.day for each in entries if each.stamp.day]
    if not days:
        return told or around
    near = told is not None and min(days) - _NEAR <= told <= max(days) + _NEAR
    return told if near else min(days)


def _dated(entry: Entry) -> bool:
    stamp = entry.stamp
    return bool(stamp.at or stamp.day or stamp.slashed)


def _sentences(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        if part.kind in _TELLING:
            for block in part.blocks:
                text = " ".join((*block.text.split(), *block.cells))
                yield from _SENTENCE.split(text)


def _beside(sentence: str, clocks: Sequence[time]) -> bool:
    """Whether a sentence names a clock of about the time that the timeline tells of."""
    if not clocks:
        return False
    first, last = min(map(_minutes, clocks)), max(map(_minutes, clocks))
    found = (scan_stamp(sentence, match.start()) for match in _CLOCK.finditer(sentence))
    said = (_minutes(each.stamp.clock) for each in found if each and each.stamp.clock)
    return any(first - _AROUND <= minute <= last + _AROUND for minute in said)


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
