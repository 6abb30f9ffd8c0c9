"""Changes an event by typing it again: how it is typed, and what another line changes of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain import event_line
from facilitator.domain.entry_words import kind_named
from facilitator.domain.event_line import EventLine, Role
from facilitator.domain.when import when_text
from facilitator.domain.words import Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.records import TimelineEvent
    from facilitator.domain.time_values import TimeContext

_SIGN_FIRST = re.compile(r"[*@!/]")
_FIRST_WORD = re.compile(r"[A-Za-z]{1,20}(?=:? )")
_LIKE_TIME = re.compile(r"\s*[0-9+\-−~]")
_SIGN_LAST = re.compile(r"(?<= )(?=[@!/]\S*$)|(?=\*$)")


def line_of(event: TimelineEvent, zone: str) -> str:
    """Time and words of an event as a line that reads the same: ``~14:12 First shops wait``.

    Kind, marker, lane and star stay out of it: a line changes them only if it says them.
    """
    text = event.text
    if _SIGN_FIRST.match(text):
        text = f"\\{text}"
    elif (word := _FIRST_WORD.match(text)) and kind_named(word[0]):
        # With its kind said before it, the word stays in the text.
        text = f"/{event.kind} {text}"
    text = _SIGN_LAST.sub(r"\\", text, count=1)
    return f"{when_text(event, zone)} {text}"


def read_again(
    typed: str, context: TimeContext, lanes: Sequence[str] = (), event: TimelineEvent | None = None
) -> EventLine:
    """Read the line of an event whose day and instant are the context's.

    A bare clock time stays on the event's own day, however far it moves. Words without a time
    leave the time of ``event`` as it is, unless they begin like one.
    """
    line = event_line.read(typed, context, lanes)
    if event is not None and line.problem == event_line.NO_TIME and not _LIKE_TIME.match(typed):
        typed = f"{when_text(event, context.zone)} {typed}"
        line = event_line.read(typed, context, lanes)
    if line.when is not None and line.when.day_moved:
        return event_line.read(typed, replace(context, reference=None), lanes)
    return line


def changed_fields(event: TimelineEvent, before: EventLine, after: EventLine) -> dict[str, Any]:
    """The fields of an event that differ since its line read ``before``.

    Comparing the two lines keeps what a line cannot say, like the way the time was first typed.
    """
    fields: dict[str, Any] = {}
    if after.text != before.text:
        fields["text"] = after.text
    if after.when is not None and _when(after) != _when(before):
        about = "~" if after.precision is Precision.ABOUT else ""
        fields |= {
            "at": after.at,
            "end": after.end,
            "precision": after.precision,
            "typed": f"{about}{after.when.typed}",
            "zone": after.when.zone,
        }
    fields |= _said(before, after)
    return {name: value for name, value in fields.items() if getattr(event, name) != value}


def _when(line: EventLine) -> tuple[Any, ...]:
    return line.at, line.end, line.precision


def _said(before: EventLine, after: EventLine) -> dict[str, Any]:
    """What the line says of kind, marker, lane and star, and did not say before."""
    fields: dict[str, Any] = {}
    if not after.kind_guessed and (before.kind_guessed or after.kind is not before.kind):
        fields["kind"] = after.kind
    if after.marker is not None and after.marker is not before.marker:
        fields["marker"] = after.marker
    if after.starred and not before.starred:
        fields["starred"] = True
    named = _lane_named(after) and not _lane_named(before)
    if after.lane and (named or after.lane != before.lane):
        fields["lane"] = after.lane
    return fields


def _lane_named(line: EventLine) -> bool:
    """Whether the lane has its sign, and is not only the first word of the text."""
    return any(
        span.role is Role.LANE and line.typed[span.start : span.start + 1] == "@"
        for span in line.spans
    )
