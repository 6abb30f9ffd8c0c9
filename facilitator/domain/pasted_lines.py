"""Reads several pasted lines: each is an event, counted from the one before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.domain import event_line
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import blanked, shortened
from facilitator.domain.typed_zones import local

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.event_line import EventLine
    from facilitator.domain.time_values import TimeContext

_BULLET = re.compile(r"\s*(?:[-–•·‣]|\*(?= ))\s+")
_BREAK = re.compile(r"\r\n?|[\n\u2028\u2029\x0b\x0c\x85]")


def lines_of(text: str) -> tuple[tuple[int, str], ...]:
    """The lines that hold something, without their bullets, and their numbers from 1."""
    lines = enumerate(_BREAK.split(text), 1)
    bare = ((number, _BULLET.sub("", line, count=1)) for number, line in lines)
    return tuple((number, line) for number, line in bare if blanked(line).strip())


def read_lines(text: str, context: TimeContext, lanes: Sequence[str] = ()) -> tuple[EventLine, ...]:
    """Every line as an event; RuleViolation that names the first line that is none.

    Day and reference go on from line to line, and so do the lanes.
    """
    found: list[EventLine] = []
    known = dict.fromkeys(lanes)
    for number, line in lines_of(text):
        read = event_line.read(line, context, tuple(known))
        _check_ready(number, line, read)
        found.append(read)
        context = after(read, context)
        if read.lane:
            known[read.lane] = None
    return tuple(found)


def after(line: EventLine, context: TimeContext) -> TimeContext:
    """The context of the line that follows one."""
    if line.at is None:
        return context
    return replace(context, day=local(line.at, context.zone).date(), reference=line.at)


def _check_ready(number: int, typed: str, line: EventLine) -> None:
    if line.ready:
        return
    question = line.question.text if line.question else ""
    reason = line.problem or question or "Say what happened."
    raise RuleViolation("text", f"Line {number:,}, “{shortened(typed.strip())}”: {reason}")
