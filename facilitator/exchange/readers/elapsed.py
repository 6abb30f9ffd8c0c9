"""Times that are counted from another: ``T+5m``, ``T0``, ``+1h 10m``, ``+6.5 hrs``."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from facilitator.domain.words import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.exchange.readers.found import Stamp

_UNIT = r"(?:d(?:ays?)?|h(?:(?:ou)?rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)(?![a-z])"
_AMOUNT = re.compile(rf"\s*(\d{{1,4}}(?:\.\d{{1,2}})?)\s?({_UNIT})", re.IGNORECASE)
_MINUTES = re.compile(r"([0-5]\d)(?![\w:]|\.\d)", re.IGNORECASE)
"""What may follow hours without a unit: ``1h10``."""
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])")
_FROM_START = re.compile(r"T\s?(?:(?P<sign>[+−-])\s?|=?\s?(?=0))(?=\d)")
_FROM_LAST = re.compile(r"(?P<sign>\+)\s?(?=\d)")
_NOUGHT = re.compile(r"0+(?!\w|[:.]\d)", re.IGNORECASE)
_LATER = re.compile(r"\s+(?:later|after(?:wards)?|in)\b(?=\s*(?:$|[\])|:–—-]))", re.IGNORECASE)
_UNITS = {"d": 86_400, "h": 3_600, "m": 60, "s": 1}
_MOST = timedelta(days=366)


def scan_elapsed(text: str, position: int = 0) -> tuple[timedelta, bool, int] | None:
    """How long after the start, whether of all of it (``T``), and where it ends; or None.

    A number without a unit may be anything, so only nought is one: ``T+0``. With one colon it is
    of hours and minutes, as other times are.
    """
    sign = _FROM_START.match(text, position) or _FROM_LAST.match(text, position)
    if sign is None:
        return None
    found = _length(text, sign.end())
    if found is None or found[0] > _MOST:
        return None
    length, stop = found
    if later := _LATER.match(text, stop):
        stop = later.end()
    from_start = sign.re is _FROM_START
    return (length if sign["sign"] in {"+", None} else -length), from_start, stop


def _length(text: str, position: int) -> tuple[timedelta, int] | None:
    if clock := _CLOCK.match(text, position):
        hours, minutes, seconds = (int(each or 0) for each in clock.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds), clock.end()
    total, stop = timedelta(0), position
    while amount := _AMOUNT.match(text, stop):
        total += timedelta(seconds=float(amount[1]) * _UNITS[amount[2][0].casefold()])
        stop = amount.end()
        if amount[2] in "hH" and (bare := _MINUTES.match(text, stop)):
            return total + timedelta(minutes=int(bare[1])), bare.end()
    if stop > position:
        return total, stop
    nought = _NOUGHT.match(text, position)
    return (total, nought.end()) if nought else None


def from_one_time(stamps: Sequence[Stamp]) -> Iterator[Stamp]:
    """The stamps, those unknown that count from nobody knows where.

    ``+30 min`` and then ``+5 min`` may each be counted from the row before, so it is not known of
    any between the same two clocks.
    """
    for elapsed, run in groupby(
        stamps, lambda each: each.since is not None and not each.from_start
    ):
        together = tuple(run)
        lengths = (each.since for each in together if each.since is not None)
        if elapsed and any(later < before for before, later in pairwise(lengths)):
            together = tuple(
                each._replace(since=None, precision=Precision.UNKNOWN) for each in together
            )
        yield from together
