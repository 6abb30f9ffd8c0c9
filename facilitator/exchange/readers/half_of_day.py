"""Clocks of which nothing in a source says whether they are of the morning or the afternoon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.exchange.readers.found import Entry, Reading, Stamp

_BARE = re.compile(r"(?<![\d:.])(1?\d)[:.][0-5]\d(?![\d:.]*\d)")
"""A clock as one writes it by hand: no zero before the hour, no seconds."""
_SAYS_HALF = re.compile(r"\d\s?[ap](?:\.?\s?m\b|\b)", re.IGNORECASE)
_EARLY, _NOON = 8, 12
"""Work begins at eight: what is written ``2:25`` may as well be 14:25, what is ``9:25`` hardly."""


def unsure_half(reading: Reading) -> Entry | None:
    """The first entry of which nobody can tell the half of the day, or None.

    That is so where no clock is of more than twelve hours, none has a zero before it, none says a
    half, and no zone is named, as people do who mean a day of 24 hours; and one is of an hour at
    which few are at work.
    """
    if reading.zone:
        return None
    found = None
    for entry in reading.entries:
        stamp = entry.stamp
        if stamp.at is not None or stamp.clock is None:
            continue
        if not _may_be_either(stamp) or (
            entry.end and entry.end.clock and not _of_twelve(entry.end)
        ):
            return None
        if found is None and stamp.clock.hour < _EARLY:
            found = entry
    return found


def _may_be_either(stamp: Stamp) -> bool:
    return _of_twelve(stamp) and _BARE.search(stamp.raw) is not None


def _of_twelve(stamp: Stamp) -> bool:
    said = stamp.zone or stamp.shift or _SAYS_HALF.search(stamp.raw)
    return not said and stamp.clock is not None and 1 <= stamp.clock.hour <= _NOON


def afternoons(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, their early clocks in the afternoon, and those in the evening that go on so."""
    later = False
    for entry in entries:
        stamp = entry.stamp
        if stamp.clock is None or stamp.at is not None:
            yield entry
            continue
        later = stamp.clock.hour in {*range(1, _EARLY), _NOON} or (later and stamp.day is None)
        end = entry.end and _in_afternoon(entry.end, later=later or _ends_early(entry.end))
        yield entry._replace(stamp=_in_afternoon(stamp, later=later), end=end)


def _ends_early(stamp: Stamp) -> bool:
    return stamp.clock is not None and stamp.clock.hour < _EARLY


def _in_afternoon(stamp: Stamp, *, later: bool) -> Stamp:
    if not later or stamp.clock is None or stamp.clock.hour >= _NOON:
        return stamp
    return stamp._replace(clock=stamp.clock.replace(hour=stamp.clock.hour + _NOON))
