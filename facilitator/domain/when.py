"""Reads when something happened: a time, about a time, a span of time, or that it is unknown.

On top of the times of ``times``::

    ~14:10   ~ 14:10   about 14:10          about that time
    ?                                       unknown: it stands where the reference stands
    14:03-14:20   14:03 – 14:20   14:03 to 14:20   14:03-14:20 UTC

The end of a span is on the day of its beginning, or on the next if it would else lie before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from facilitator.domain.clock_changes import instants
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import blanked, shortened
from facilitator.domain.time_grammar import scan_time
from facilitator.domain.time_resolution import clock_text, resolve, said_fully
from facilitator.domain.time_values import Choice, Question, TypedTime
from facilitator.domain.typed_zones import local, offset, offset_at, tz
from facilitator.domain.words import Precision

if TYPE_CHECKING:
    from facilitator.domain.records import TimelineEvent
    from facilitator.domain.time_grammar import Token
    from facilitator.domain.time_values import TimeContext


@dataclass(frozen=True, slots=True)
class When:
    """When something happened; ``start`` to ``end`` is where the text says it, without any ``~``.

    ``at`` and ``until`` are None while there is a question; an unknown time has ``at`` where it
    is placed, or None if there is no reference.
    """

    start: int
    end: int
    typed: str
    precision: Precision
    at: datetime | None = None
    until: datetime | None = None
    zone: str = ""
    day_moved: int = 0
    question: Question | None = None


_ABOUT = re.compile(r"~ *|(?:about|around|circa|ca\.?|approx\.?) +(?=[0-9+\-−])", re.IGNORECASE)
_UNKNOWN = re.compile(r"\?(?= |$)")
_ATTACHED = re.compile(r"[\-–—](?=[0-9])")
# After a spaced dash or a word only what is a time for certain ends a span.
_JOINED = re.compile(
    r"(?: *[–—\-] *| +(?:to|till|until) +)"
    r"(?=[0-9]{1,2}:[0-9]{2}(?![0-9])|[0-9]{1,2} ?[ap]\.?m(?!\w)|[0-9]{4}-[0-9]{2}-[0-9]{2}[ T])",
    re.IGNORECASE,
)
_HALF_HOURS = timedelta(minutes=30)


def read_when(text: str, context: TimeContext) -> When:
    """When something happened, as a whole field says it; RuleViolation("time", sentence)."""
    line = blanked(text).strip()
    found = scan_when(line, 0, context)
    if found is None:
        raise RuleViolation(
            "time", f"“{shortened(line)}” is not a time. Write 14:03, ~14:10, 14:03-14:20 or ?."
        )
    rest = line[found.end :].strip()
    if rest:
        raise RuleViolation(
            "time",
            f"“{shortened(rest)}” after “{found.typed}” is neither a zone nor the end of a span.",
        )
    return found


def scan_when(text: str, position: int, context: TimeContext) -> When | None:
    """When something happened, if the blanked text says it at ``position``.

    Raises RuleViolation for what looks like a time and cannot be one.
    """
    if match := _UNKNOWN.match(text, position):
        return When(
            position, match.end(), "?", Precision.UNKNOWN, context.reference, zone=context.zone
        )
    about = _ABOUT.match(text, position)
    token = scan_time(text, about.end() if about else position, context, in_line=True)
    if token is None:
        return None
    precision = Precision.ABOUT if about else Precision.EXACT
    last = _scan_end(text, token, context)
    if last is None:
        return _single(token, precision, context)
    typed = text[token.start : last.end]
    return _span(When(token.start, last.end, typed, precision), token, last, context)


def answered(text: str, found: When, choice: Choice) -> str:
    """The text with the time said the way a choice says it."""
    return f"{text[: found.start]}{choice.typed}{text[found.end :]}"


def _scan_end(text: str, first: Token, context: TimeContext) -> Token | None:
    if match := _JOINED.match(text, first.end):
        return scan_time(text, match.end(), context)
    match = _ATTACHED.match(text, first.end)
    if match is None:
        return None
    token = scan_time(text, match.end(), context)
    if token is None:
        rest = shortened(text[first.end :].split(" ", maxsplit=1)[0])
        raise RuleViolation("time", f"“{rest}” is not the end of a span. Write 14:03-14:20.")
    return token


def _single(token: Token, precision: Precision, context: TimeContext) -> When:
    found = resolve(token, context)
    empty = When(token.start, token.end, token.typed, precision)
    return _with_start(empty, found)


def _with_start(empty: When, found: TypedTime | Question) -> When:
    if isinstance(found, Question):
        return replace(empty, question=found)
    return replace(empty, at=found.at, zone=found.zone, day_moved=found.day_moved)


def _span(empty: When, first: Token, last: Token, context: TimeContext) -> When:
    first = _with_zone_of(last, first)
    begun = resolve(first, context)
    if isinstance(begun, Question):
        question = _with_rest(begun, after=f" to {last.typed}")
        return replace(empty, question=question)
    if _may_be_offset(empty.typed, first, last):
        return replace(empty, question=_end_or_zone(begun, first, last))
    ended = resolve(_in_zone_of(begun, last, context), context, not_before=begun.at)
    if isinstance(ended, Question):
        said = said_fully(local(begun.at, begun.zone), offset_at(begun.at, begun.zone))
        return replace(empty, question=_with_rest(ended, before=f"{said} to "))
    if ended.at < begun.at:
        raise RuleViolation("time", f"“{empty.typed}” ends before it begins.")
    return replace(_with_start(empty, begun), until=ended.at)


def _with_zone_of(last: Token, first: Token) -> Token:
    """The beginning, on the clocks that are said only after the end."""
    if first.wall is None or last.wall is None or first.wall.zone:
        return first
    return replace(first, wall=replace(first.wall, zone=last.wall.zone))


def _in_zone_of(begun: TypedTime, last: Token, context: TimeContext) -> Token:
    """The end, on the clocks of the beginning if those are not the review's own at that moment."""
    if last.wall is None or last.wall.zone:
        return last
    same = offset_at(begun.at, begun.zone) == offset_at(begun.at, context.zone)
    zone = "" if same else begun.zone
    return replace(last, wall=replace(last.wall, zone=zone))


def _may_be_offset(typed: str, first: Token, last: Token) -> bool:
    """Whether the ``-05:00`` of ``14:03-05:00`` may be the zone as well as the end."""
    if first.wall is None or last.wall is None or first.wall.zone or last.wall.day:
        return False
    minus = offset(f"-{last.typed}") if typed == f"{first.typed}-{last.typed}" else None
    if minus is None or len(last.typed) != len("05:00") or minus % _HALF_HOURS:
        return False
    return last.wall.clock < first.wall.clock


def _end_or_zone(begun: TypedTime, first: Token, last: Token) -> Question:
    wall = local(begun.at, begun.zone)
    minus = offset_at(begun.at, f"-{last.typed}")
    span, zoned = f"{first.typed} to {last.typed}", f"{first.typed} {minus}"
    at = wall.replace(tzinfo=tz(minus)).astimezone(begun.at.tzinfo)
    own = said_fully(wall, offset_at(begun.at, begun.zone))
    choices = (
        Choice(f"until {last.typed} on the next day", f"{own} to {last.typed}", begun.at),
        Choice(f"{clock_text(wall)} at UTC{minus}", said_fully(wall, minus), at),
    )
    text = f"-{last.typed} can be the end or the zone. Write {span} or {zoned}."
    return Question(text, choices)


def _with_rest(question: Question, before: str = "", after: str = "") -> Question:
    choices = (
        replace(choice, typed=f"{before}{choice.typed}{after}") for choice in question.choices
    )
    return replace(question, choices=tuple(choices))


def when_text(event: TimelineEvent, zone: str) -> str:
    """How to type an event's time on its own day in ``zone``: ``~14:12``, ``15:10-15:46``, ``?``.

    Seconds stand only where they are known, offsets only in an hour that comes twice.
    """
    if event.precision is Precision.UNKNOWN or event.at is None:
        return "?"
    about = "~" if event.precision is Precision.ABOUT else ""
    begun = _wall_text(event.at, zone)
    if event.end is None:
        return f"{about}{begun}"
    first, last = local(event.at, zone), local(event.end, zone)
    within = last.date() == first.date() and not _twice(event.end, zone)
    if within and not _twice(event.at, zone):
        return f"{about}{begun}-{clock_text(last)}"
    # The offset of the end would be taken for that of the beginning too.
    begun = said_fully(first, offset_at(event.at, zone))
    return f"{about}{begun} to {said_fully(last, offset_at(event.end, zone))}"


def _wall_text(at: datetime, zone: str) -> str:
    wall = local(at, zone)
    return f"{clock_text(wall)} {offset_at(at, zone)}" if _twice(at, zone) else clock_text(wall)


def _twice(at: datetime, zone: str) -> bool:
    return len(instants(local(at, zone).replace(tzinfo=None, fold=0), tz(zone))) > 1
