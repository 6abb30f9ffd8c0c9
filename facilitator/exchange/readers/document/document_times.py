"""The timeline of a document: rows, points, lines and headings that begin with a time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.blocks import lines_in
from facilitator.exchange.readers.document.dotted_times import is_dotted
from facilitator.exchange.readers.document.growing_event import (
    GrowingEvent,
    entry_of,
    moved_with,
    tells,
)
from facilitator.exchange.readers.document.halves import halves_told
from facilitator.exchange.readers.document.line_times import (
    OPENING,
    begun,
    elapsed_begun,
    has_day,
    tells_time,
    unnamed,
    untagged,
    updated,
    weekday_begun,
)
from facilitator.exchange.readers.document.named_moments import named_moment
from facilitator.exchange.readers.document.prose_times import (
    day_of_all,
    ended_with_time,
    only_lasts,
    only_time,
    sentences_told,
    whole_quotes,
)
from facilitator.exchange.readers.document.quoted_chat import is_quoted, quotes_chat
from facilitator.exchange.readers.document.row_authors import authors_of
from facilitator.exchange.readers.document.stated_zone import zone_stated
from facilitator.exchange.readers.document.tales import is_sentence, sentences_of, told_by_clock
from facilitator.exchange.readers.document.time_columns import Columns
from facilitator.exchange.readers.document.unread_times import NO_DAY, impossible_day
from facilitator.exchange.readers.elapsed import from_one_time
from facilitator.exchange.readers.found import Stamp
from facilitator.exchange.readers.stamps import (
    days_in,
    in_order,
    scan_day,
    scan_stamp,
)

if TYPE_CHECKING:
    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.document.line_times import Begun
    from facilitator.exchange.readers.document.parts import Part
    from facilitator.exchange.readers.found import Entry

TIMED = frozenset({"timeline", "key_events", "context", "head", ""})
"""The parts in which a line that begins with a time is an event."""
_STRICT = frozenset({"head", ""})
_SENTENCE = re.compile(
    r"(?<=[.!?])\s+(?=(?:at|by|around|about|from|between)\s+"
    r"(?:(?:about|around|approximately|roughly)\s+|~\s*)?\d{1,2}(?::\d\d|\s?[ap]\.?m\b))",
    re.IGNORECASE,
)
"""Where a paragraph goes on to another time: “... was slow. At 10:15, ...”"""
_DAY_ALONE = re.compile(r"[\s*_`)\]]*(?:[–—:|]|-+(?=\s))")
"""What ends a day that a line is about; a sentence goes on without it."""
_IN_NUMBERS = re.compile(r"\d{4}-\d{2}-\d{2}")
_BODY_MOST = 20_000
_LIST_LEAST = 2
"""Times in a block of code that make it a list of them."""


@dataclass(slots=True)
class TimelineWalk:
    """Collects the events of a document part by part, and what it says of zones."""

    zone: str = ""
    events: list[GrowingEvent] = field(default_factory=list)
    loose: list[tuple[Part, Block]] = field(default_factory=list)
    pending: Stamp | None = None
    dated: Stamp | None = None
    table: Columns | None = None
    table_number: int = 0
    kind: str = ""
    dotted: bool = False
    pointed: bool = False
    """Whether the block before was a point."""
    of_day: Stamp | None = None
    """The day that a heading names alone, until something below it tells a time."""
    common: Stamp | None = None
    """The day of all events that name none."""
    listed: bool = False
    """Whether some part of the document lists times, so that sentences only sum them up."""
    quotes: bool = False
    """Whether lines of a chat in this part only show what a row above them says."""
    by_clock: bool = False
    """Whether the sentences of this part are the timeline."""
    day_first: bool | None = None
    """What other days of the document show of the order in ``03-25 17:10``."""

    def take(self, part: Part) -> None:
        """Look for events in one part; what is none of them is kept in ``loose``."""
        self.kind = part.kind
        self.dotted = is_dotted(part)
        self.quotes = self._in_timeline() and quotes_chat(part.blocks)
        tells = self.kind in _STRICT and not self.listed
        self.by_clock = tells and bool(told_by_clock(part))
        self._close()
        self.pointed = False
        if not part.inherits:
            # Another list begins the story anew, on the day on which the first one began.
            self.pending = self.pending or self.dated
        if day := _day_of_title(part):
            self.pending = in_order(day, day_first=self.day_first)
        elif self._in_timeline() and (said := impossible_day(part.title)):
            self.pending = Stamp(said, yearless=NO_DAY)
        for block in part.blocks:
            before = len(self.events)
            if not self._block(block) and len(self.events) == before:
                self.loose.append((part, block))
            self.pointed = block.kind == "item"

    def entries(self) -> tuple[Entry, ...]:
        """The events as entries; a heading that only says a day is none."""
        self._with_authors()
        for event, stamp in zip(
            self.events,
            from_one_time(tuple(halves_told([each.stamp for each in self.events]))),
            strict=True,
        ):
            if stamp is not event.stamp:
                event.end = moved_with(event, stamp)
                event.stamp = stamp
        return tuple(entry_of(event) for event in self.events if tells(event))

    def _with_authors(self) -> None:
        """Take who did it off the beginning of each text."""
        told = [each for each in self.events if each.text and not each.author]
        for event, (author, rest) in zip(
            told, authors_of([each.text[0] for each in told]), strict=True
        ):
            event.author, event.text[0] = author, rest

    def _close(self) -> None:
        self.of_day = None
        if self.events:
            self.events[-1].grows = ""

    def _block(self, block: Block) -> bool:
        if block.kind == "heading":
            return self._heading(block)
        if block.kind == "row":
            return self._row(block)
        if block.kind == "item":
            return self._item(block)
        if block.kind == "code" and not (self._in_timeline() and self._lists_times(block)):
            return self._grown(block, block.text)
        if _is_contents(block):
            # A table of contents names days at which nothing is told.
            return False
        return self._text(block)

    def _lists_times(self, block: Block) -> bool:
        """Whether a block of code is the timeline, and no log of an event or a point."""
        growing = bool(self.events and self.events[-1].grows)
        return not growing and not self.pointed and _is_list_of_times(block)

    def _in_timeline(self) -> bool:
        return self.kind in {"timeline", "key_events"}

    def _begins(self, line: str, *, loose: bool) -> Begun | None:
        """The time a line begins with, written as this document writes times."""
        name, line = unnamed(updated(line)) if self._in_timeline() else ("", updated(line))
        tag, line = untagged(line) if self._in_timeline() or self.by_clock else ("", line)
        found = begun(line, loose=loose, day_first=self.day_first)
        if found is None and self._in_timeline():
            found = elapsed_begun(line) or weekday_begun(line)
        if found is None:
            return None
        stamp, end, rest = self._ordered(found)
        if end and self.kind in _STRICT and only_lasts(rest):
            # Outside of a timeline, that tells of nothing that happened.
            return None
        if name and not rest:
            rest = name
        elif name:
            # What happened says more; the name of the moment only marks it.
            stamp = stamp._replace(raw=f"{name}: {stamp.raw}")
        return stamp, end, ": ".join(filter(None, (tag, rest)))

    def _ordered(self, begun: Begun) -> Begun:
        stamp, end, rest = begun
        ended = in_order(end, day_first=self.day_first) if end else None
        return in_order(stamp, day_first=self.day_first), ended, rest

    # -- headings ------------------------------------------------------------------------------

    def _heading(self, block: Block) -> bool:
        found = self._begins(block.text, loose=self.dotted)
        if found is None:
            self._close()
            return False
        stamp, end, rest = found
        self._add(
            GrowingEvent(block.line, stamp, end, [rest] if rest else [], "all", label=not rest)
        )
        self.of_day = stamp if self._is_day_alone(self.events[-1]) else None
        return True

    # -- tables --------------------------------------------------------------------------------

    def _row(self, block: Block) -> bool:
        if block.number != self.table_number:
            self._close()
            self.table, self.table_number = Columns.of(block), block.number
            if block.first:
                if day := next(days_in(block.cells[self.table.time]), None):
                    # “Times on 4 March 2026” heads the column.
                    self._carry(in_order(day, day_first=self.day_first))
                return True
        assert self.table is not None  # noqa: S101 - made above
        return (self._in_timeline() or self.table.leads) and self._event_row(block, self.table)

    def _event_row(self, block: Block, table: Columns) -> bool:
        cells = [*block.cells, *([""] * (table.count - len(block.cells)))]
        stamp, end = table.times(cells)
        text, author = table.words(cells)
        if stamp is None:
            return self._more_of_row(cells, text)
        stamp, end, text = self._ordered((stamp, end, text))
        if not self._admitted(stamp):
            return False
        if not text:
            self._carry(stamp)
            return True
        self._add(GrowingEvent(block.line, stamp, end, [text], "", author=author))
        return True

    def _more_of_row(self, cells: list[str], text: str) -> bool:
        """A row without a time goes on with the one before."""
        if not any(cells):
            return True
        if self.events and text and self.table and not cells[self.table.time].strip():
            self.events[-1].text.append(text)
            return True
        return False

    # -- points and lines ----------------------------------------------------------------------

    def _item(self, block: Block) -> bool:
        lines = list(lines_in(block))
        found = self._begins(lines[0][1], loose=self.kind not in _STRICT) if lines else None
        if found is not None and self._admitted(found[0]):
            self._timed_item(block, lines, found)
            return True
        if self.kind in {"key_events", "timeline"} and (named := named_moment(block.text)):
            event = GrowingEvent(block.line, named[1], named[2], [named[0]], "deeper")
            event.level = block.level
            self._add(event)
            return True
        said = "\n".join(line for _, line in lines)
        if self._of_day(block, said) or self._grown(block, said):
            return True
        return self._in_timeline() and self._point_amid(block, said)

    def _is_day_alone(self, event: GrowingEvent) -> bool:
        """Whether it is a heading of the timeline that tells no more than a day so far."""
        bare = event.label and not event.text and not tells_time(event.stamp)
        return bare and self._in_timeline()

    def _of_day(self, block: Block, said: str) -> bool:
        """A point below a day alone: one thing that happened then, at a time that is not told."""
        above = self.events[-1] if self.events else None
        if self.of_day is None or above is None or block.level:
            return False
        if not self._is_day_alone(above) and above.grows != "deeper":
            # A sentence tells what happened that day, and the points go on with it.
            return False
        self._add(GrowingEvent(block.line, self.of_day, None, [said], "deeper", label=True))
        return True

    def _point_amid(self, block: Block, said: str) -> bool:
        """A point for itself that says in its midst when it was."""
        found = only_time(said.replace("\n", " "))
        if found is None:
            return False
        self._add(GrowingEvent(block.line, *found, [said], "deeper", block.level))
        return True

    def _timed_item(
        self, block: Block, lines: list[tuple[int, str]], found: tuple[Stamp, Stamp | None, str]
    ) -> None:
        """A point that begins with a time; a line in it that does so too is an event of its own."""
        stamp, end, rest = found
        event = GrowingEvent(block.line, stamp, end, [rest] if rest else [], "deeper", block.level)
        for number, line in lines[1:]:
            again = self._begins(line, loose=True)
            if again is not None and again[0].clock and again[0].day and again[2]:
                self._add(event)
                event = GrowingEvent(number, again[0], again[1], [again[2]], "deeper", block.level)
            else:
                event.text.append(line)
        event.label = not event.text
        self._add(event)

    def _admitted(self, stamp: Stamp) -> bool:
        """Outside of timelines a day alone is no event."""
        return stamp.clock is not None or self.kind in {"timeline", "key_events"}

    def _text(self, block: Block) -> bool:
        taken = False
        if self._in_timeline():
            self.common = day_of_all(block.text) or self.common
        if self.by_clock and (sentences := sentences_of(block)):
            return self._told_by_clock(block, sentences)
        first = block.text.split("\n")[0]
        summed_up = self.listed and is_sentence(first)
        begins = not summed_up and self._begins(first, loose=False) is not None
        if self.kind in _STRICT and not self.dotted and not begins:
            # A sentence that goes on with a time on its next line is no list of events.
            return self._grown(block, block.text)
        if self._in_timeline() and (sentences := sentences_told(block)):
            for said in sentences:
                taken = self._sentence(block, said) or taken
            return taken
        for number, line in lines_in(block):
            for said in whole_quotes(_SENTENCE.split(line)) if self._in_timeline() else (line,):
                taken = self._line(block, number, said) or taken
        return taken

    def _told_by_clock(self, block: Block, sentences: list[str]) -> bool:
        """A paragraph that begins with a time, and may go on to others; another one ends it."""
        if self._begins(sentences[0], loose=False) is None:
            self._close()
            return False
        for said in sentences:
            self._line(block, block.line, said)
        return True

    def _sentence(self, block: Block, said: str) -> bool:
        """A sentence of a paragraph, which may say at its end when it was."""
        if self._begins(said, loose=False) is None and (ended := ended_with_time(said)):
            stamp, end = ended
            self._add(GrowingEvent(block.line, stamp, end, [said], "all"))
            return True
        return self._line(block, block.line, said)

    def _line(self, block: Block, number: int, line: str) -> bool:
        if self.quotes and is_quoted(line):
            return self._grown(block, line)
        found = self._begins(line, loose=self.dotted)
        if found is None and (zone := zone_stated(line)):
            self.zone = self.zone or zone
            return True
        if found is None:
            return self._grown(block, line)
        stamp, end, rest = found
        if not tells_time(stamp):
            return self._day_line(block, number, line, found)
        self._add(GrowingEvent(number, stamp, end, [rest] if rest else [], "all", label=not rest))
        return True

    def _day_line(self, block: Block, number: int, line: str, found: Begun) -> bool:
        """A line that begins with a day but tells no time."""
        stamp, end, rest = found
        opens = number == block.line
        if rest and self._in_timeline() and _tells_of_day(line, stamp, rest, opens=opens):
            self._add(GrowingEvent(number, stamp, end, [rest], "all"))
            return True
        if rest:
            return self._grown(block, line)
        if self._in_timeline():
            self._add(GrowingEvent(number, stamp, None, [], "all", label=True))
        else:
            self._carry(stamp)
        return True

    def _grown(self, block: Block, text: str) -> bool:
        event = self.events[-1] if self.events else None
        if event is None or not event.grows:
            return False
        if event.grows == "deeper" and block.level <= event.level and block.kind != "code":
            event.grows = ""
            return False
        if sum(map(len, event.text)) < _BODY_MOST:
            event.grow(block, text)
        return True

    # -- what all share ------------------------------------------------------------------------

    def _add(self, event: GrowingEvent) -> None:
        if tells_time(event.stamp):
            self.of_day = None
        if event.label and not tells_time(event.stamp):
            self._carry(event.stamp)
        else:
            event.stamp = self._dated(event.stamp)
        if self.dated is None and has_day(event.stamp):
            self.dated = event.stamp
        self.events.append(event)

    def _carry(self, stamp: Stamp) -> None:
        """A day for itself is the day of what follows."""
        self.pending = stamp

    def _dated(self, stamp: Stamp) -> Stamp:
        if stamp.since is not None:
            return stamp
        pending, self.pending = self.pending or self._of_all(), None
        if pending is None or has_day(stamp):
            return stamp
        return stamp._replace(
            day=pending.day,
            slashed=pending.slashed,
            yearless=pending.yearless,
            weekday=pending.weekday,
            next_day=pending.next_day,
        )

    def _of_all(self) -> Stamp | None:
        """The day of all, for the first event and behind one that names another day."""
        before = self.events[-1].stamp if self.events else None
        if self.common is None or (before and before.day in {None, self.common.day}):
            return None
        return self.common


def _tells_of_day(line: str, stamp: Stamp, rest: str, *, opens: bool) -> bool:
    """Whether a line is about the day that it names, and no sentence that goes on.

    Where it opens a paragraph there may be no sign between: “4 March 2026 We see it.” tells, and
    so does “2026-03-04 we see it”, which begins no sentence.
    """
    begun = line.find(stamp.raw)
    if _DAY_ALONE.match(line, begun + len(stamp.raw)):
        return True
    leads = opens and stamp.day is not None and not line[:begun].strip(" *_`[(")
    return leads and (rest[0].isupper() or _IN_NUMBERS.fullmatch(stamp.raw) is not None)


def _is_contents(block: Block) -> bool:
    """Whether a paragraph is no more than links into its own document."""
    words = sum(len(each.words) for each in block.links)
    inside = all(each.target.startswith("#") for each in block.links)
    return inside and 2 * words > len(block.text)


def _day_of_title(part: Part) -> Stamp | None:
    """The day that the heading of a part begins with: ``21 October – The cache overflows``.

    That of a timeline may name it anywhere: ``Timeline of 21 October``.
    """
    opening = OPENING.match(part.title)
    found = scan_day(part.title, opening.end() if opening else 0)
    if found is None and part.kind == "timeline":
        return next(days_in(part.title), None)
    return found[0] if found else None


def _is_list_of_times(block: Block) -> bool:
    """Whether most lines of a code block begin with a time."""
    lines = [line for line in block.text.split("\n") if line.strip()]
    timed = [line for line in lines if scan_stamp(line.lstrip(" -*•\t["))]
    return len(timed) >= _LIST_LEAST and len(timed) * 2 > len(lines)
