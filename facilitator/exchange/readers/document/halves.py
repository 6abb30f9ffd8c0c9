"""Clocks of twelve hours of which only others beside them say the half of the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.exchange.readers.stamps import minute_of_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.exchange.readers.found import Stamp

_SAYS_HALF = re.compile(r"\d\s?[ap](?:\.?\s?m\b|\b)", re.IGNORECASE)
_PADDED = re.compile(r"(?<![\d:.])0\d[:.]\d\d")
_ONE_DIGIT = re.compile(r"(?<![\d:.-])[1-9][:.]\d\d(?![\d.])")
_NOON, _DAY = 12, 720
_BACK = 120
"""Minutes by which an event may stand behind a later one; one that is earlier is of the evening."""


def halves_told(stamps: Sequence[Stamp]) -> Iterator[Stamp]:
    """The stamps, those without a half in the afternoon where they go on from later ones.

    ``### 10:45 AM`` stands above ``11:57`` and ``1:17``. If one clock is plainly of 24 hours, all
    are.
    """
    clocks = [each for each in stamps if each.clock]
    bare = [each for each in clocks if not _SAYS_HALF.search(each.raw)]
    if len(bare) == len(clocks) or not all(map(_is_of_twelve, bare)):
        yield from _without_zeros(stamps)
        return
    last = None
    for stamp in stamps:
        said = _SAYS_HALF.search(stamp.raw) is not None
        found = stamp if said or last is None else _after(stamp, last)
        last = minute_of_day(found.clock) if found.clock else last
        yield found


def _without_zeros(stamps: Sequence[Stamp]) -> Sequence[Stamp]:
    """The stamps, those like ``1:50`` in the afternoon where they can be of no morning.

    Mornings are written ``09:27`` then, and each ``1:50`` goes on from a later clock of the day
    that both name.
    """
    mornings = any(_PADDED.search(each.raw) for each in stamps if each.day)
    found: list[Stamp] = []
    moved = False
    for stamp in stamps:
        last = found[-1] if found else None
        if stamp.clock is None or not _ONE_DIGIT.search(stamp.raw):
            found.append(stamp)
            continue
        if last is None or last.clock is None or stamp.day is None or last.day != stamp.day:
            return stamps
        after = _after(stamp._replace(day=None), minute_of_day(last.clock))
        if after.clock == stamp.clock:
            return stamps
        found.append(after._replace(day=stamp.day))
        moved = True
    return found if mornings and moved else stamps


def _is_of_twelve(stamp: Stamp) -> bool:
    assert stamp.clock is not None  # noqa: S101 - only such are asked
    written = re.search(r"(\d{1,2})[:.]\d\d", stamp.raw)
    padded = written is not None and written[1].startswith("0")
    return 1 <= stamp.clock.hour <= _NOON and not padded and not stamp.shift and not stamp.zone


def _after(stamp: Stamp, last: int) -> Stamp:
    """The stamp in the afternoon, if it would go back from the event before else."""
    if stamp.clock is None or stamp.clock.hour >= _NOON or stamp.day is not None:
        return stamp
    minute = minute_of_day(stamp.clock)
    if minute >= last - _BACK or minute + _DAY < last - _BACK:
        return stamp
    return stamp._replace(clock=stamp.clock.replace(hour=stamp.clock.hour + _NOON))
