"""What looks like a time in a timeline and could not be read: it is told, not just dropped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.blocks import lines_in
from facilitator.exchange.readers.found import Left
from facilitator.exchange.readers.stamps import scan_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.document.parts import Part

_DATED = re.compile(r"[\s*_`>\[(]*(\d{4}-\d{2}-\d{2}\b|\d{1,2}[./]\d{1,2}[./]\d{4}\b)")
"""What a line begins with that is dated, be it on a day that no calendar has."""


NO_DAY = (0, 0)
"""Month and day of a day that no calendar has: what stands below it is on none that is known."""


def unread(part: Part, loose: Iterable[Block]) -> Iterator[Left]:
    """What a timeline leaves over that looks dated: a row, a point, a line, or its heading."""
    if part.kind not in {"timeline", "key_events"}:
        return
    if said := impossible_day(part.title):
        yield _left(part.line, said)
    for block in loose:
        yield from _unread_block(block)


def impossible_day(line: str) -> str:
    """The day that a line begins with, if the calendar has no such day; or nothing."""
    dated = _DATED.match(line)
    return dated[1] if dated and scan_day(line, dated.start(1)) is None else ""


def _unread_block(block: Block) -> Iterator[Left]:
    if block.kind == "row" and not block.first:
        if said := next((cell for cell in block.cells if cell.strip()), ""):
            yield _left(block.line, said)
    elif block.kind == "item":
        if dated := _DATED.match(block.text):
            yield _left(block.line, dated[1])
    elif block.kind == "text":
        days = ((number, impossible_day(line)) for number, line in lines_in(block))
        yield from (_left(number, said) for number, said in days if said)


def _left(line: int, said: str) -> Left:
    return Left(f"line {line:,}", f"“{said[:40]}” is no time that can be read.")
