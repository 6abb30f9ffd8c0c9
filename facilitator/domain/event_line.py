r"""Reads the entry line of the timeline, as far as it is typed, without ever raising.

The line begins with *when* (see ``when`` and ``times``), and around that, in any order::

    !detected    a marker: !impact_start !detected !acknowledged !mitigated !resolved, or !ack
    *            in the story
    /alert       a kind; so is a bare first word: 14:36 alert ledger writers stop
    @ledger      a lane; @"Payments team"; so is a first word that is a lane of the review

then what happened. Markers, star, kind and lane may also stand at the very end. A backslash keeps
one of these signs as text: ``\*`` ``\@`` ``\!`` ``\/``. The first letter becomes a capital.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from facilitator.domain.entry_words import (
    begins_kind,
    begins_marker,
    continues,
    kind_heard,
    kind_named,
    marker_named,
)
from facilitator.domain.records import TimelineEvent
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import (
    LINE_LIMIT,
    UNREAD,
    after_blanks,
    before_blanks,
    blanked,
    capitalised,
    clean_line,
    shortened,
)
from facilitator.domain.when import When, answered, scan_when
from facilitator.domain.words import EventKind, Marker, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.domain.time_values import Choice, Question, TimeContext


class Role(StrEnum):
    """What a piece of the entry line was understood as."""

    TIME = "time"
    MARKER = "marker"
    STAR = "star"
    KIND = "kind"
    LANE = "lane"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the line, from ``start`` to ``end``, and its role; for highlighting."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """What was understood so far; ``problem`` is a sentence, or empty.

    ``kind_guessed`` tells that only the sound of the text says the kind. ``when`` is None while no
    time is typed. ``new_lane`` tells that the review has no such lane yet; ``remark`` is a sentence
    about signs that were not understood, whether they stay in the text or not.
    """

    typed: str
    when: When | None = None
    kind: EventKind = EventKind.OBSERVATION
    kind_guessed: bool = True
    marker: Marker | None = None
    lane: str = ""
    text: str = ""
    starred: bool = False
    spans: tuple[Span, ...] = ()
    problem: str = ""
    new_lane: bool = False
    remark: str = ""

    @property
    def question(self) -> Question | None:
        """What must be said before the time is certain."""
        return self.when.question if self.when else None

    @property
    def at(self) -> datetime | None:
        """Where the event will stand on the timeline."""
        return self.when.at if self.when else None

    @property
    def end(self) -> datetime | None:
        """When it ended, if a span was typed."""
        return self.when.until if self.when else None

    @property
    def precision(self) -> Precision:
        """How well the time is known."""
        return self.when.precision if self.when else Precision.UNKNOWN

    @property
    def ready(self) -> bool:
        """Whether Enter would add it."""
        return bool(self.text and self.when) and not (self.problem or self.question)

    def answer(self, choice: Choice) -> str:
        """The line with its time said the way a choice of its question says it."""
        return answered(self.typed, self.when, choice) if self.when else self.typed


_READ_LIMIT = 2 * LINE_LIMIT
"""Characters of a line that are looked at: more cannot be added anyway."""
NO_TIME = "Begin with a time: 14:03, +5m, now, ~14:10, or ? if it is not known."


def read(typed: str, context: TimeContext, lanes: Sequence[str] = ()) -> EventLine:
    """Read an entry line for the live preview; ``lanes`` are those the review has."""
    reader = _Reader(typed[:_READ_LIMIT], context, lanes)
    reader.read()
    if len(typed) > _READ_LIMIT:
        problem = f"This line has {len(typed):,} characters; at most {LINE_LIMIT:,} fit here."
        return replace(reader.line, typed=typed, problem=problem)
    return reader.line


def event(line: EventLine, new_id: str) -> TimelineEvent:
    """The event that a line says; RuleViolation if it is not ready."""
    if line.problem:
        raise RuleViolation("time" if line.when is None else "text", line.problem)
    if line.question is not None:
        raise RuleViolation("time", line.question.text)
    if line.when is None or not line.text:
        raise RuleViolation("text", "Say what happened.")
    about = "~" if line.when.precision is Precision.ABOUT else ""
    return TimelineEvent(
        id=new_id,
        text=line.text,
        at=line.when.at,
        end=line.when.until,
        precision=line.when.precision,
        typed=f"{about}{line.when.typed}",
        zone=line.when.zone,
        kind=line.kind,
        marker=line.marker,
        lane=line.lane,
        starred=line.starred,
    )


_LANE = r'@(?:"([^"]{1,80})"|(\w[\w.\-&]{0,79}))'
_HEAD = {
    Role.STAR: re.compile(r"(\*)(?!\*)"),
    Role.MARKER: re.compile(r"!([A-Za-z]\w{0,30}(?:-\w{1,10})?)(?= |$)"),
    Role.KIND: re.compile(r"/([A-Za-z]{1,20})(?= |$)"),
    Role.LANE: re.compile(rf"{_LANE}(?=[ ,;:]|$)"),
}
_NO_OBJECT = "".join(f"(?<! {word} )" for word in ("to", "by", "and", "for", "from", "with"))
# At the end only a star may touch the word before it. Lengths are bounded, so that a look back
# from the end costs the same however long the text is.
_TAIL = {
    Role.STAR: re.compile(r"(?<![\\*])(\*)$"),
    Role.MARKER: re.compile(r"(?<= )!([A-Za-z]\w{0,30}(?:-\w{1,10})?)$"),
    Role.KIND: re.compile(r"(?<= )/([A-Za-z]{1,20})$"),
    # “Mail to @bob” speaks of somebody; “writers restart @ledger” says where.
    Role.LANE: re.compile(rf"(?<= ){_NO_OBJECT}{_LANE}$"),
}
_TAIL_REACH = 90
_SEPARATOR = re.compile(r"[-–—:|] +")
_WORD = re.compile(r"([A-Za-z]{1,20})(:?) +(?=\S)")
_LANE_END = re.compile(r"(?=[ ,;:’']|$)")
_ESCAPED = re.compile(r"\\([*@!/])")
_UNREAD = re.compile(r"(?<!\S)[!/][A-Za-z][\w\-]{0,30}(?=\s|$)")
_MOST_TOLD = 3


@dataclass(slots=True)
class _Reader:
    """Walks once over a line: the head, the tail, and the text between them."""

    typed: str
    context: TimeContext
    lanes: Sequence[str]
    line: EventLine = field(init=False)
    spans: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.line = EventLine(typed=self.typed)

    def read(self) -> None:
        blank = blanked(self.typed)
        start = self._head(blank)
        end = self._tail(blank, start)
        start = self._first_words(blank, start, end)
        self._text(self.typed[start:end])
        self._remark(self.typed[start:end])
        self.spans.sort(key=lambda span: span.start)
        self._set(spans=tuple(self.spans))
        if self.line.when is None and not self.line.problem and self.typed.strip():
            self._set(problem=NO_TIME)

    def _set(self, **fields: Any) -> None:
        self.line = replace(self.line, **fields)

    def _head(self, blank: str) -> int:
        position = after_blanks(blank, 0)
        while position < len(blank):
            after = self._head_token(blank, position)
            if after == position:
                break
            position = after_blanks(blank, after)
        separator = _SEPARATOR.match(blank, position)
        return after_blanks(blank, separator.end()) if separator and self.line.when else position

    def _head_token(self, blank: str, position: int) -> int:
        if self.line.when is None and not self.line.problem:
            after = self._when(blank, position)
            if after > position:
                return after
        for role, pattern in _HEAD.items():
            match = pattern.match(blank, position)
            if match and self._take(role, match):
                return match.end()
        return position

    def _when(self, blank: str, position: int) -> int:
        try:
            found = scan_when(blank, position, self.context)
        except RuleViolation as refused:
            self._set(problem=refused.reason)
            return position
        if found is None:
            return position
        self._set(when=found)
        self.spans.append(Span(position, found.end, Role.TIME))
        return found.end

    def _tail(self, blank: str, start: int) -> int:
        end = before_blanks(blank, start, len(blank))
        while True:
            before = self._tail_token(blank, start, end)
            if before == end:
                return end
            end = before_blanks(blank, start, before)

    def _tail_token(self, blank: str, start: int, end: int) -> int:
        # A slice, so that the end of the text so far is the end for the patterns; the character
        # before it may be the space after the head.
        first = max(start - 1, end - _TAIL_REACH, 0)
        piece = blank[first:end]
        for role, pattern in _TAIL.items():
            match = pattern.search(piece, start - first if start > first else 0)
            if match and self._take(role, match, shift=first, named=True):
                return first + match.start()
        return end

    def _take(
        self, role: Role, match: re.Match[str], *, shift: int = 0, named: bool = False
    ) -> bool:
        """Use a token; ``named`` leaves what is no known marker alone."""
        if not self._use(role, next(group for group in match.groups() if group), named=named):
            return False
        self.spans.append(Span(match.start() + shift, match.end() + shift, role))
        return True

    def _use(self, role: Role, word: str, *, named: bool) -> bool:
        if role is Role.STAR:
            self._set(starred=True)
        elif role is Role.LANE:
            # As the review spells it, or as typed if it is new.
            same = [lane for lane in self.lanes if lane.casefold() == word.casefold()]
            self._set(lane=same[0] if same else word, new_lane=not same)
        elif role is Role.KIND:
            kind = kind_named(word)
            if kind is None:
                return False
            self._set(kind=kind, kind_guessed=False)
        else:
            return self._use_marker(word, named=named)
        return True

    def _use_marker(self, word: str, *, named: bool) -> bool:
        marker = marker_named(word)
        if marker is None and named:
            return False
        if marker is None:
            names = ", ".join(f"!{each}" for each in Marker)
            problem = f"“!{shortened(word)}” is not a marker. Write one of {names}."
            self._set(problem=problem, remark="" if begins_marker(word) else problem)
        self._set(marker=marker)
        return True

    def _first_words(self, blank: str, start: int, end: int) -> int:
        """Read a kind and a lane from the first words; the lane stays in the text."""
        match = _WORD.match(blank, start, end)
        kind = kind_named(match[1]) if match and self.line.when else None
        if match and kind and self.line.kind_guessed:
            self._set(kind=kind, kind_guessed=False)
            self.spans.append(Span(start, match.end(2), Role.KIND))
            if match[2] or not continues(blank[match.end() : match.end() + _TAIL_REACH]):
                start = match.end()
        if not self.line.lane:
            self._first_lane(blank, start, end)
        return start

    def _first_lane(self, blank: str, start: int, end: int) -> None:
        for lane in sorted(self.lanes, key=len, reverse=True):
            stop = start + len(lane)
            said = blank[start:stop].casefold() == lane.casefold()
            if lane and said and stop <= end and _LANE_END.match(blank, stop):
                self._set(lane=lane)
                self.spans.append(Span(start, stop, Role.LANE))
                return

    def _remark(self, raw: str) -> None:
        """Tell signs that stay in the text, but for one that is still being typed."""
        signs = [match for match in _UNREAD.finditer(raw) if _reads_as_sign(match, raw)]
        if signs and _half_typed(signs[-1][0]) and self.typed.endswith(signs[-1][0]):
            signs.pop()
        if signs and not self.line.remark:
            pieces = list(dict.fromkeys(f"“{shortened(each[0])}”" for each in signs))[:_MOST_TOLD]
            verb = "is" if len(pieces) == 1 else "are"
            self._set(remark=f"{' and '.join(pieces)} {verb} {UNREAD}.")

    def _text(self, raw: str) -> None:
        try:
            text = capitalised(clean_line(_ESCAPED.sub(r"\1", raw)))
        except RuleViolation as refused:
            text = clean_line(raw[: LINE_LIMIT // 2])
            self._set(problem=refused.reason)
        self._set(text=text)
        if self.line.kind_guessed:
            self._set(kind=kind_heard(text) or EventKind.OBSERVATION)


def _reads_as_sign(match: re.Match[str], raw: str) -> bool:
    """A slash may be a path, unless it stands where a kind would."""
    outside = not raw[: match.start()].strip() or not raw[match.end() :].strip()
    return match[0].startswith("!") or outside


def _half_typed(sign: str) -> bool:
    return begins_marker(sign[1:]) if sign.startswith("!") else begins_kind(sign[1:])
