"""Which lines of a paste without blank lines begin messages, and which only may."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.domain.text import shortened
from facilitator.exchange.readers.chat.pasted import Days, divides, is_name, is_time
from facilitator.exchange.readers.document.section_words import moment_of, section_of
from facilitator.exchange.readers.stamps import minute_of_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from facilitator.exchange.readers.chat.pasted import Head

HALVES = ("M", "m")
"""How a time ends that says which half of the day it is."""
_OVER_MIDNIGHT = 12 * 60
"""A clock that goes back by so many minutes is on the next day."""
_SHARE = 10
"""At most every tenth clock may go back."""
_FEW = 2
"""Pairs of lines with a name and a time, from which they are no chance."""
_ONE = "Line {line}, “{words}”, may begin a message; that is not certain, so it was left in the "
_ONE += "words above it."
_MANY = "{count} lines like line {line}, “{words}”, may begin messages; that is not certain, so "
_MANY += "they were left in the words above them."


def parted(
    lines: Sequence[str], found: Mapping[int, Head], maybe: Mapping[int, Head]
) -> dict[int, Head]:
    """Those of the lines that ``maybe`` begin messages of which it is certain.

    ``found`` are the heads that are certain already. Clocks must go forward, but for few of many,
    and each head needs words below it and above the next.
    """
    heads = {**found, **maybe}
    ends = {index + head.lines for index, head in heads.items()}
    called = set(filter(_is_called, {head.name for head in maybe.values()}))
    fitting = {
        index: head
        for index, head in maybe.items()
        if index not in ends and head.name in called and _is_spoken(lines, index, head, heads)
    }
    some = _written_alike(lines, found, {k: v for k, v in fitting.items() if v.lines == 1})
    pairs = {k: v for k, v in fitting.items() if v.lines > 1}
    if len(pairs) >= _FEW and _are_all(lines, {**found, **pairs}):
        some |= pairs
    return _in_order(lines, found, some) if some else {}


def unsure(lines: Sequence[str], left: Mapping[int, Head]) -> str:
    """A sentence on the lines that may begin messages and were not parted; or nothing."""
    told = [index for index, head in left.items() if _is_called(head.name)]
    if not told:
        return ""
    words = shortened(lines[told[0]].strip())
    form = _ONE if len(told) == 1 else _MANY
    return form.format(count=len(told), line=f"{told[0] + 1:,}", words=words)


def without_next(
    lines: Sequence[str], found: Mapping[int, Head], maybe: Mapping[int, Head]
) -> dict[int, Head]:
    """Without the times alone that are of a next message of the same person.

    They are where the heads have AM or PM and these have not, or the times of heads are indented.
    """
    if not found or any(head.raw.endswith(HALVES) for head in found.values()):
        return {}
    if any(head.lines > 1 and lines[index + 1][:1].isspace() for index, head in found.items()):
        return {index: head for index, head in maybe.items() if head.lines == 1}
    return dict(maybe)


def _is_spoken(lines: Sequence[str], index: int, head: Head, heads: Mapping[int, Head]) -> bool:
    """Whether something is said below a head."""
    below = index + head.lines
    return below < len(lines) and bool(lines[below].strip()) and below not in heads


def _is_called(name: str) -> bool:
    """Whether it is a name as chats show it: capitals, or one word; not that of a moment."""
    one = len(name.split()) == 1
    return (one or is_name(name)) and not moment_of(name) and not section_of(name, whole=True)


def _written_alike(
    lines: Sequence[str], found: Mapping[int, Head], maybe: dict[int, Head]
) -> dict[int, Head]:
    """Those with the same blanks before the time, where few messages have a blank line above."""
    gaps = {_gap(lines[index], head) for index, head in found.items() if head.lines == 1}
    alike = {index: head for index, head in maybe.items() if _gap(lines[index], head) in gaps}
    apart = sum(index > 0 and not lines[index - 1].strip() for index in found)
    return alike if len(alike) > apart else {}


def _gap(line: str, head: Head) -> str:
    before = line.rstrip().removesuffix(head.raw)
    return before[len(before.rstrip()) :]


def _are_all(lines: Sequence[str], heads: Mapping[int, Head]) -> bool:
    """Whether no time stands on a line of its own but in a head."""
    inside = {line for index, head in heads.items() for line in range(index, index + head.lines)}
    return not any(is_time(line) for at, line in enumerate(lines) if at not in inside)


def _in_order(
    lines: Sequence[str], found: Mapping[int, Head], some: dict[int, Head]
) -> dict[int, Head]:
    """Those whose clocks go forward; none, if too many do not."""
    heads = {**found, **some}
    minutes = {raw: _minutes(raw) for raw in {head.raw for head in heads.values()}}
    timed = [
        (index, at) for index in sorted(heads) if (at := minutes[heads[index].raw]) is not None
    ]
    back = {
        below if below in some else above
        for (above, first), (below, second) in pairwise(timed)
        if first > second
        and first - second < _OVER_MIDNIGHT
        and not any(divides(line) for line in lines[above + 1 : below])
    }
    if len(back) * _SHARE > len(heads):
        return {}
    return {index: head for index, head in some.items() if index not in back}


def _minutes(raw: str) -> int | None:
    stamp = Days().stamp(raw)
    clock = stamp.clock if stamp else None
    return minute_of_day(clock) if clock else None
