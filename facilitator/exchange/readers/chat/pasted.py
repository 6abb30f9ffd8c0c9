"""What pasted chats have in common: heads with a time, the lines below them, days between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.words import Precision
from facilitator.exchange.readers.chat.chats import DELETED, NOTICE, Gathered
from facilitator.exchange.readers.found import Entry, Left, Stamp
from facilitator.exchange.readers.stamps import scan_day, scan_stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from facilitator.exchange.readers.material import Material

_AGO = re.compile(
    r"(?:about |less than )?(?:an?|\d{1,3}) ?"
    r"(?:s|sec|second|m|min|minute|h|hr|hour|d|day|week|month)s?(?: ago)?|(?:just )?now",
    re.IGNORECASE,
)
_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_DAY_WORD = re.compile(rf"(today|yesterday|{_WEEKDAYS})(?:,? at)?,? ", re.IGNORECASE)
_DIVIDER = re.compile(rf"[-–—─=\s\[]*(today|yesterday|{_WEEKDAYS})[-–—─=\s\]]*", re.IGNORECASE)
_RULE = " \t-–—─=[]"
_PARTICLES = frozenset({"al", "bin", "da", "de", "del", "der", "di", "dos", "el", "la", "ten"})
_PARTICLES |= {"ter", "van", "von", "zu", "y", "e"}
_NAME_END = tuple(".!?:;…")
_LONGEST_NAME = 60
_MOST_WORDS = 6
_SHORT_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})\.?,?\s+(?=\d{1,2}[:.]\d\d)")
_DELETED = re.compile(r"(?:This message was deleted|You deleted this message)\.?")
_FENCE = "```"
_LONGEST_FENCE = 300
"""Lines that a fence may hold; a longer one was not closed, and the next one opens."""
_MONTHS, _LAST_DAY = 12, 31
NEW = "New"
"""What Slack writes above the first message that was not read."""
UNSURE = "“Today” and “Yesterday” name no day: these times are left open."
NEXT_DAY = "“{}” was taken for the day after what stands above it."


class Head(NamedTuple):
    """Where a message begins: who, the time as it stands there, and what follows it.

    ``lines`` is how many lines it takes. ``noise`` says why the message is folded away; ``clear``
    that nothing but a chat has such a head.
    """

    name: str
    raw: str
    text: str = ""
    lines: int = 1
    bot: bool = False
    noise: str = ""
    clear: bool = False


class Block(NamedTuple):
    """A head and the lines below it."""

    line: int
    head: Head
    body: list[str]


def head_lines(material: Material) -> list[str]:
    """The first lines of a text, whole ones only."""
    head = material.head.replace("\r\n", "\n").replace("\r", "\n")
    return head.split("\n") if len(material.data) <= len(head) else head.split("\n")[:-1]


def is_name(text: str) -> bool:
    """Whether a text may name a person: few words, each with a capital or without case."""
    words = text.replace(",", " ").split()
    return (
        0 < len(words) <= _MOST_WORDS
        and len(text) <= _LONGEST_NAME
        and not text.endswith(_NAME_END)
        and "://" not in text
        and any(each.isalpha() for each in text)
        and all(not each[0].islower() or each in _PARTICLES for each in words)
    )


def fenced(lines: Sequence[str]) -> set[int]:
    """The lines within code fences that are closed: what looks like a head there is none."""
    marks = [index for index, line in enumerate(lines) if line.count(_FENCE) % 2]
    inside: set[int] = set()
    opened: int | None = None
    for mark in marks:
        if opened is not None and mark - opened <= _LONGEST_FENCE:
            inside.update(range(opened + 1, mark + 1))
            opened = None
        else:
            opened = mark
    return inside


def without_end(line: str, *ends: str) -> str:
    """The line without what a program writes after a message."""
    bare = line.rstrip()
    found = next((each for each in ends if bare.endswith(each)), None)
    return bare.removesuffix(found).rstrip() if found else line


def is_time(text: str) -> bool:
    """Whether a text is a time of a chat and nothing else."""
    return Days().stamp(text) is not None


@dataclass(slots=True)
class Days:
    """Carries the day on that stands between messages; ``notes`` tell what became of ``Today``.

    ``day`` is that of the last divider, ``shift`` how many days later than the first message it is
    where no day is named, ``lost`` that it is later than a known day and nobody knows by how much.
    """

    day_first: bool | None = None
    day: Stamp | None = None
    word: str = ""
    shift: int = 0
    known: bool = False
    lost: bool = False
    begun: bool = False
    notes: dict[str, None] = field(default_factory=dict)

    def divides(self, line: str) -> bool:
        """Whether a line only names a day; if so, what follows is on that day."""
        if match := _DIVIDER.fullmatch(line):
            self._relative(match[1])
            return True
        bare = line.strip(_RULE)
        found = scan_day(bare)
        if found is None or bare[found[1] :].strip(" .,"):
            return False
        self._fixed(found[0])
        return True

    def stamp(self, raw: str) -> Stamp | None:
        """The stamp of a head; None if this is no time."""
        raw = raw.strip()
        if _AGO.fullmatch(raw):
            return Stamp(raw, precision=Precision.UNKNOWN)
        found, word = self._scanned(raw), None
        if found is None and (word := _DAY_WORD.match(raw)):
            found = self._scanned(raw[word.end() :])
        if found is None:
            return None
        if word:
            self._relative(word[1])
        self.begun = True
        return self._placed(found._replace(raw=raw))

    def _placed(self, stamp: Stamp) -> Stamp:
        if stamp.clock is None:
            return stamp
        if stamp.day or stamp.yearless or stamp.slashed:
            self._fixed(None)
            return stamp
        if self.lost:
            return Stamp(stamp.raw, precision=Precision.UNKNOWN)
        if self.day:
            day, slashed, yearless = self.day.day, self.day.slashed, self.day.yearless
            return self._ordered(stamp._replace(day=day, slashed=slashed, yearless=yearless))
        return stamp._replace(shift=stamp.shift + self.shift)

    def _scanned(self, raw: str) -> Stamp | None:
        if short := _SHORT_DAY.match(raw):
            clock = self._scanned(raw[short.end() :])
            return self._of_numbers(int(short[1]), int(short[2]), clock) if clock else None
        found = scan_stamp(raw)
        if found is None or found.end or found.stop != len(raw):
            return None
        return self._ordered(found.stamp)

    def _ordered(self, stamp: Stamp) -> Stamp:
        """The stamp with its day, where other days of the source tell which number it is."""
        if stamp.slashed is None or self.day_first is None:
            return stamp
        first, second, year = stamp.slashed
        day, month = (first, second) if self.day_first else (second, first)
        return stamp._replace(day=date(year, month, day), slashed=None)

    def _of_numbers(self, first: int, second: int, stamp: Stamp) -> Stamp | None:
        """A day like 4/3 without a year; which number is the month may be unknown."""
        month, day = (second, first) if first > _MONTHS or self.day_first else (first, second)
        if not 1 <= month <= _MONTHS or not 1 <= day <= _LAST_DAY:
            return None
        if max(first, second) > _MONTHS or first == second or self.day_first is not None:
            return stamp._replace(yearless=(month, day))
        return Stamp(stamp.raw, precision=Precision.UNKNOWN)

    def _fixed(self, day: Stamp | None) -> None:
        self.day, self.known = day, True
        self.word, self.shift, self.lost = "", 0, False

    def _relative(self, said: str) -> None:
        """``Today`` and such: the day is open, and later than what stands above it."""
        word = said.lower()
        if word == self.word:
            return
        if self.known:
            self.lost = True
            self.notes[UNSURE] = None
        elif self.begun:
            self.shift += 1
            self.notes[NEXT_DAY.format(said)] = None
        self.day, self.word = None, word


def read_blocks(
    lines: Sequence[str],
    heads: Mapping[int, Head],
    days: Days,
    make: Callable[[Block, Stamp], Entry],
) -> Gathered:
    """The entries of all heads with the lines below them; what stands before them is left out."""
    found = Gathered()
    order = [*sorted(heads), len(lines)]
    dividing = _dividers(lines, heads)
    _tell_preface(lines[: order[0]], dividing, found)
    for index in sorted(each for each in dividing if each < order[0]):
        days.divides(lines[index])
    for start, end in pairwise(order):
        head = heads[start]
        stamp = days.stamp(head.raw) or Stamp(head.raw, precision=Precision.UNKNOWN)
        rest = range(start + head.lines, end)
        body = [lines[index] for index in rest if index not in dividing]
        entry = make(Block(start + 1, head, body), stamp)
        if _DELETED.fullmatch(entry.text):
            found.left.append(Left(entry.where, DELETED))
        else:
            found.take(entry, bot=head.bot or entry.noise == NOTICE)
        for index in rest:
            if index in dividing:
                days.divides(lines[index])
    return found


def _tell_preface(lines: Sequence[str], dividing: set[int], found: Gathered) -> None:
    told = [index for index, line in enumerate(lines) if line.strip() and index not in dividing]
    if told:
        first, last = told[0] + 1, told[-1] + 1
        where = f"line {first}" if first == last else f"lines {first} to {last}"
        found.left.append(Left(where, "This stands before the first message."))


def _dividers(lines: Sequence[str], heads: Mapping[int, Head]) -> set[int]:
    """The lines that only name a day and stand before a head, not below one as its text."""
    found = set()
    covered = {start + each.lines for start, each in heads.items() if not each.text}
    for index in heads:
        before = index - 1
        while before >= 0 and before not in heads and _may_divide(lines[before]):
            if before not in covered and divides(lines[before]):
                found.add(before)
            before -= 1
    return found


def divides(line: str) -> bool:
    """Whether a line may stand between messages, for it only names a day."""
    return len(line) <= _LONGEST_NAME and Days().divides(line)


def _may_divide(line: str) -> bool:
    bare = line.strip()
    return not bare or bare == NEW or divides(line)
