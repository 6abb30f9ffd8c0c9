"""Whether a document lists times, or tells its story in sentences that begin with one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.line_times import unled
from facilitator.exchange.readers.document.parts import begins_with_time
from facilitator.exchange.readers.stamps import scan_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import time

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.document.parts import Part

_LED = re.compile(r"\W{0,4}(?:on|at|by|around|about|from|between|since)\s", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_TIMELINES = frozenset({"timeline", "key_events"})
_OPEN = frozenset({"head", "", "context"})
_LISTED_LEAST = 2
"""Times of a list: one alone may be that of a heading or a remark."""
_TOLD_LEAST = 3
"""Sentences that must begin with a time before they are the timeline, and no summary."""


def is_sentence(line: str) -> bool:
    """Whether a line begins as a sentence does that says when: “On 4 March at 10:02 ...”."""
    return _LED.match(line) is not None


def lists_times(parts: Iterable[Part]) -> bool:
    """Whether some part lists what happened by the clock.

    What sentences elsewhere say of the same times is no more than a summary of it.
    """
    return any(
        sum(map(begins_with_time, _listed(part))) >= _LISTED_LEAST and not _goes_on(part)
        for part in parts
    )


def _goes_on(part: Part) -> bool:
    """Whether lines with times only end what sentences above them have begun to tell.

    “At 10:02 the oven went out.” may stand above “11:00: The smith is here.”
    """
    told = {block.line for block in told_by_clock(part)}
    last = max(told, default=0)
    clocks = (_clock(block) for block in part.blocks if block.line in told)
    ended = max(filter(None, clocks), default=None)
    below = (block for block in part.blocks if block.line not in told)
    listed = [(block.line, clock) for block in below if (clock := _clock(block))]
    if ended is None or part.kind in _TIMELINES or not listed:
        return False
    return listed[0][0] > last and listed[0][1] > ended


def _clock(block: Block) -> time | None:
    found = scan_stamp(unled(block.text.split("\n")[0]))
    return found.stamp.clock if found else None


def _listed(part: Part) -> Iterator[str]:
    """The beginnings of all that a part lists: rows, points, headings, lines."""
    rows = part.kind in _TIMELINES
    if not rows and part.kind not in _OPEN:
        return
    for block in part.blocks:
        if block.kind == "row":
            # Elsewhere a table may show times of anything.
            yield next(filter(begins_with_time, block.cells), "") if rows else ""
        else:
            yield from (line for line in block.text.split("\n") if not is_sentence(line))


def told_by_clock(part: Part) -> list[Block]:
    """The paragraphs that begin with a clock, if several of their sentences do.

    “At 10:02 the oven went out. By 10:15 it was lit.”
    """
    told = [(block, said) for block in part.blocks if (said := sentences_of(block))]
    begun = [(block, said) for block, said in told if _begins_with_clock(said[0])]
    count = sum(_begins_with_clock(each) for _, said in begun for each in said)
    return [block for block, _ in begun] if count >= _TOLD_LEAST else []


def _begins_with_clock(sentence: str) -> bool:
    return is_sentence(sentence) and scan_stamp(unled(sentence)) is not None


def sentences_of(block: Block) -> list[str]:
    """The sentences of a paragraph, whose lines may end anywhere; none of what is no paragraph."""
    if block.kind != "text" or block.level:
        return []
    return _SENTENCE.split(" ".join(block.text.split()))
