"""The parts of a document: which blocks tell the timeline, which the causes, which the actions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.section_words import (
    asked_by,
    asks_what_will_be,
    column_of,
    ending_of,
    field_of,
    plain,
    section_of,
    tells_troubles,
)
from facilitator.exchange.readers.stamps import scan_day, scan_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.exchange.readers.document.blocks import Block

_LABEL = re.compile(r"([^:\n]{2,60}?)\s*:\s*(.*)", re.DOTALL)
_TIMED = frozenset({"timeline", "key_events", "context", "", "summary", "head"})
_CLOCK_FIRST = re.compile(r"\W{0,4}\d{1,2}[:.]\d\d(?!\d)(?P<alone>\W*$)?")
_APART = frozenset({"causes", "actions", "impact", "well", "badly", "lucky", "lessons"})
"""Parts that no stretch of a timeline is taken for."""
_OPENED = _APART | {"context"}
"""Parts that a paragraph of a text without headings may open."""
_DOERS = frozenset({"team", "owners", "people", "roles", "facilitator", "author", "authors"})
_OPENING = re.compile(r"^[\s*_`>\[({]*")
_OPENS = re.compile(r"([A-Z][^:\n]{2,60}?)[ \t]*:[ \t]+(?=\S)")
_TIMELINE = re.compile(r"\W{0,4}timeline\s+(?:for|of|on)\b.{1,50}:\W{0,4}", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:an?\s+|the\s+)?(?:(?P<timeline>timeline\s+of)|list\s+of\s+(?:the\s+)?(?:steps|actions))\b",
    re.IGNORECASE,
)
"""How a form asks in whole sentences: “2. A timeline of the actions that you took ...”"""
_FOLLOW_UP = re.compile(r"\bfollow[- ]?up\s*[(\[:,–—-]+\s*", re.IGNORECASE)
_ASIDES_LEAST = 3
"""Headings with a sentence in italics below them that show a template."""
_LIST_LEAST = 2
"""Points with times that make a list of events of a summary."""


@dataclass(slots=True)
class Part:
    """Blocks under one heading or label; ``kind`` is one of sections.toml, ``head`` or empty.

    ``inherits`` tells that the heading above it is of this kind already.
    """

    kind: str
    title: str
    line: int
    blocks: list[Block] = field(default_factory=list)
    inherits: bool = False
    level: int = 0
    """That of its heading; 0 if it has none."""


def parts_of(blocks: Iterable[Block]) -> list[Part]:
    """The document in parts, in order; what stands before the first heading is ``head``."""
    listed = _without_instructions(list(blocks))
    headings = [each for each in listed if each.kind == "heading"]
    titled = len(headings) == 1 and headings[0].level == 1
    walk = _Walk(numbered=not headings or titled)
    for block in listed:
        walk.take(block)
    return walk.parts


def _without_instructions(blocks: list[Block]) -> list[Block]:
    """The blocks without the sentences in italics by which a template says what belongs there.

    They stand below many headings; whoever writes all of a report in italics means it.
    """
    asides = [
        at
        for at, (above, block) in enumerate(pairwise(blocks), 1)
        if above.kind == "heading" and block.kind == "text" and block.slanted
    ]
    followed = (blocks[at + 1] for at in asides if at + 1 < len(blocks))
    answered = any(each.kind != "heading" and not each.slanted for each in followed)
    if len(asides) < _ASIDES_LEAST or not answered:
        return blocks
    left = set(asides)
    return [block for at, block in enumerate(blocks) if at not in left]


@dataclass(slots=True)
class _Walk:
    parts: list[Part] = field(default_factory=lambda: [Part("head", "", 1)])
    headings: list[tuple[int, str]] = field(default_factory=list)
    label_level: int = -1
    kept: Part | None = None
    numbered: bool = False
    """Whether points may be headings, as in a text that has no others: ``2. Timeline``."""
    titled: bool = False
    """Whether a heading has come already; a later one is no title, however great it is."""
    nth: int = 0
    """The number of the last point that was one; the next number is one too."""

    def take(self, block: Block) -> None:
        if block.kind == "heading":
            self._heading(block)
        elif block.kind == "item":
            self._item(block)
        elif block.kind == "text":
            self._text(block)
        else:
            self._here(block)

    def _here(self, block: Block) -> None:
        self.parts[-1].blocks.append(block)

    def _heading(self, block: Block) -> None:
        if (self.headings or block.level > 1) and begins_with_time(block.text):
            # A time as a heading goes on with the timeline; a label in the text has ended. Such a
            # one is no title either, unless it is the greatest.
            self._end_label()
            self._here(block)
            return
        while self.headings and self.headings[-1][0] >= block.level:
            self.headings.pop()
        above = self.headings[-1][1] if self.headings else ""
        kind = self._kind(block, above)
        self.titled = True
        kind = kind or above
        self.headings.append((block.level, kind))
        self._begin(kind, block.text, block)
        self.parts[-1].inherits = bool(kind) and kind == above
        self.label_level, self.kept = -1, None

    def _kind(self, block: Block, above: str) -> str:
        """What a heading begins; in a list of actions it may name one, and in a timeline a day."""
        if not self.titled and block.level == 1:
            return _of_first(block)
        if above == "timeline" and begins_with_day(block.text):
            return above
        if above == "timeline":
            # “Phase 2: Recovery of the shop” is a stretch of it, “Analysis of the root cause” not.
            loosely = section_of(block.text)
            return section_of(block.text, whole=True) or (loosely if loosely in _APART else above)
        if above == "actions" and tells_troubles(block.text):
            return "badly"
        return section_of(block.text, whole=above == "actions" or _dated_follow_up(block.text))

    def _begin(self, kind: str, title: str, block: Block) -> None:
        level = block.level if block.kind == "heading" else 0
        self.parts.append(Part(kind, title, block.line, level=level))

    def _end_label(self) -> None:
        if self.kept is not None:
            self.parts.append(
                Part(self.kept.kind, self.kept.title, self.kept.line, [], inherits=True)
            )
            self.kept, self.label_level = None, -1

    def _item(self, block: Block) -> None:
        found = _labelled(block) or (self._numbered(block) if self.numbered else None)
        if found is None and (ended := self._ended(block)):
            self._ended_item(block, ended)
        elif found is None or self._is_own_word(block, found[2]):
            self._here(block)
        else:
            self._label(*found, block)

    def _ended(self, block: Block) -> int:
        """Which line of a point is a heading that ends it, or 0."""
        return _ended(block) or (_headed_amid(block) if self.numbered else 0)

    def _ended_item(self, block: Block, ended: int) -> None:
        """Text without empty lines: Markdown takes the next heading for more of the point."""
        lines = block.text.split("\n")
        self._here(replace(block, text="\n".join(lines[:ended])))
        rest = "\n".join(lines[ended:])
        self._text(replace(block, kind="text", line=block.line + ended, text=rest, bold=""))

    def _is_own_word(self, block: Block, rest: str) -> bool:
        """Whether a label only begins a point of a list, as “Description: ...” below an action."""
        if self._inside_list() and not block.bold and not self.numbered:
            return True
        return bool(rest.strip()) and self._below_an_action(block)

    def _numbered(self, block: Block) -> tuple[str, str, str] | None:
        """Kind, title and the rest of a point that is a heading."""
        found = _numbered(block)
        goes_on = self.nth and block.nth == self.nth + 1 and not block.level
        if found is None and goes_on and not begins_with_time(block.text):
            found = "", block.text, ""
        if found is not None:
            self.nth = block.nth
        return found

    def _inside_list(self) -> bool:
        """Whether a plain label may be an item's own words: in a list of actions, say."""
        return self.parts[-1].kind in {"actions", "causes", "lessons", "well", "badly", "lucky"}

    def _below_an_action(self, block: Block) -> bool:
        part = self.parts[-1]
        above = (each for each in part.blocks if each.kind == "item")
        return part.kind == "actions" and any(each.level < block.level for each in above)

    def _label(self, kind: str, title: str, rest: str, block: Block) -> None:
        self.kept = self.kept or self.parts[-1]
        self.label_level = block.level
        self._begin(kind, title, block)
        if rest.strip():
            self._here(replace(block, kind="text", text=rest.strip(), bold=""))

    def _text(self, block: Block) -> None:
        """A paragraph; lines in it that are headings of plain text begin parts."""
        if self.numbered and self.parts[-1].kind == "actions" and _is_only_time(block.text):
            self._end_label()
        # Below a time “Problem:” tells more of that moment; it begins no part.
        found = _labelled(block) if block.bold and self.parts[-1].kind != "timeline" else None
        if found is not None and not self._does_it(found[1]):
            self._label(*found, block)
            return
        if self.numbered and (opened := _opens(block)):
            self._label(*opened, block)
            return
        self._plain_text(block)

    def _plain_text(self, block: Block) -> None:
        """A paragraph without a label, whose lines may be headings."""
        lines = block.text.split("\n")
        begun, timed = 0, None
        for index, line in enumerate(lines):
            timed = _CLOCK_FIRST.match(line) or timed
            kind = self._begun_by(lines, index, timed)
            if not kind:
                continue
            self._lines(block, lines, begun, index)
            self.kept = self.kept or self.parts[-1]
            self._begin(kind, line.strip(" :*_"), replace(block, line=block.line + index))
            begun = index + 1
        self._lines(block, lines, begun, len(lines))

    def _begun_by(self, lines: list[str], index: int, timed: re.Match[str] | None) -> str:
        """The kind of part that a line begins, or nothing."""
        line = lines[index]
        kind = _headed(line) if _heads(line) else ""
        if self.numbered and not kind and line in {lines[0], lines[-1]}:
            # Such a page may have been a form that asks in whole sentences.
            kind = asked_by(line)
        if not kind or self._of_a_moment(timed, line, kind) or self._does_it(line):
            return ""
        return "" if kind != "timeline" and _is_wrapped(lines, index) else kind

    def _does_it(self, title: str) -> bool:
        """Whether “Team” above some actions says who does them, and begins no list of people."""
        return self._inside_list() and plain(title) in _DOERS

    def _of_a_moment(self, timed: re.Match[str] | None, line: str, kind: str) -> bool:
        """Whether a line tells of the moment that it, or the line above it, names.

        “Recovery:” below a time does; “Root cause” does so only below a time that tells nothing.
        """
        above = self.parts[-1].blocks[-1] if self.parts[-1].blocks else None
        if kind == "context" and above and above.kind == "heading" and timed is None:
            # “Identified” right below a time says in which state it was then.
            return begins_with_time(above.text)
        if self.parts[-1].kind != "timeline" or timed is None:
            return False
        return timed.string == line or kind == "context" or timed["alone"] is not None

    def _lines(self, block: Block, lines: list[str], begun: int, ended: int) -> None:
        text = "\n".join(lines[begun:ended])
        if text.strip():
            self._here(replace(block, line=block.line + begun, text=text))


def begins_with_time(text: str) -> bool:
    """Whether a heading is a time or a day, so that it belongs to the timeline."""
    start = _OPENING.match(text)
    position = start.end() if start else 0
    if scan_stamp(text, position) is not None or _HIDDEN.match(text, position):
        return True
    day = scan_day(text, position)
    return day is not None and not text[day[1] :].strip(" ,:-–—)]}*_")


def list_of_times(part: Part) -> Part | None:
    """The points of a summary that tell what happened by the clock; None where most do not."""
    points = [block for block in part.blocks if block.kind == "item"]
    timed = [each for each in points if not each.level and begins_with_time(each.text)]
    if part.kind != "summary" or len(timed) < _LIST_LEAST or len(timed) * 2 < len(points):
        return None
    return replace(part, kind="context", blocks=points)


def with_tabled_times(parts: list[Part]) -> list[Part]:
    """The parts with a table of events out of a summary as the timeline, where there is no other.

    “What happened” may head nothing but a table whose first column is called “Time”.
    """
    if any(part.kind in {"timeline", "key_events"} for part in parts):
        return parts
    return [each for part in parts for each in _tabled_apart(part)]


def _tabled_apart(part: Part) -> list[Part]:
    rows = [block for block in part.blocks if block.kind == "row"]
    if part.kind != "summary" or not _is_table_of_times(rows):
        return [part]
    others = [block for block in part.blocks if block.kind != "row"]
    timeline = Part("timeline", part.title, part.line, rows)
    return [replace(part, blocks=others), timeline] if others else [timeline]


def _is_table_of_times(rows: list[Block]) -> bool:
    """Whether most rows below a head that asks for the time begin with one."""
    if not rows or not rows[0].first or column_of(rows[0].cells[0], ("time",)) != "time":
        return False
    timed = [row for row in rows[1:] if begins_with_time(row.cells[0])]
    return len(timed) >= _LIST_LEAST and len(timed) * 2 > len(rows) - 1


def _is_only_time(text: str) -> bool:
    """Whether a paragraph is a day with a clock, and nothing else."""
    found = scan_stamp(text)
    dated = found is not None and bool(found.stamp.day or found.stamp.yearless)
    return found is not None and dated and not text[found.stop :].strip(" :*_")


def _is_wrapped(lines: list[str], index: int) -> bool:
    """Whether a line between those with times is the end of the one before, and no heading."""
    above, below = lines[index - 1 : index], lines[index + 1 : index + 2]
    ended = lines[index].rstrip().endswith(":")
    return not ended and all(map(begins_with_time, (*above, *below))) and bool(above and below)


def begins_with_day(text: str) -> bool:
    """Whether a heading begins with a day: ``21 October – The cache overflows``."""
    start = _OPENING.match(text)
    return scan_day(text, start.end() if start else 0) is not None


_HIDDEN = re.compile(r"(?:[0-2]|[xX?]{1,2})?[xX?]{1,2}:[xX?0-9]{2}\b")


def _of_first(block: Block) -> str:
    """The first great heading is the title, unless it is plainly that of a part."""
    return section_of(block.text, whole=True)


def _dated_follow_up(title: str) -> bool:
    """Whether a heading names the day of a follow-up: it tells what was done then."""
    match = _FOLLOW_UP.search(title)
    return match is not None and scan_day(title, match.end()) is not None


def _heads(line: str) -> bool:
    """Whether a line of plain text could be a heading: short, and no sentence."""
    bare = line.strip()
    return bool(bare) and len(bare) <= 60 and not bare.endswith((".", ",", ";"))  # noqa: PLR2004


def _headed(line: str) -> str:
    """What a line of plain text heads; “Timeline for 4 March (EAT):” is plain enough."""
    if found := section_of(line, whole=True) or ending_of(line):
        return found
    asks = line.rstrip().endswith("?") or plain(line).startswith(("what ", "how "))
    if asks and asks_what_will_be(line):
        return "actions"
    return "timeline" if _TIMELINE.fullmatch(line) else ""


def _numbered(block: Block) -> tuple[str, str, str] | None:
    """Kind, title and the rest of a point whose first line is the name of a part."""
    title, _, rest = block.text.partition("\n")
    if kind := section_of(title, whole=True):
        return kind, title.strip(" :"), rest
    asked = _ASKED.match(block.text) if block.nth else None
    return ("timeline" if asked["timeline"] else "actions", block.text, "") if asked else None


def _opens(block: Block) -> tuple[str, str, str] | None:
    """Kind, title and the rest of a paragraph of plain text that goes on behind its label.

    “Root cause: A disk was full.” opens a part where no heading does.
    """
    match = _OPENS.match(block.text)
    kind = section_of(match[1], whole=True) if match else ""
    if match is None or kind not in _OPENED:
        return None
    return kind, match[1], block.text[match.end() :]


def _ended(block: Block) -> int:
    """Which line of a point is a heading for itself that ends it, or 0."""
    lines = block.text.split("\n")
    return next(
        (
            index
            for index, line in enumerate(lines)
            if index and line.rstrip().endswith(":") and section_of(line, whole=True)
        ),
        0,
    )


def _headed_amid(block: Block) -> int:
    """Which line of a point is a heading of a page that was copied without its signs, or 0.

    Such a page has no empty lines either; a word that begins in small letters goes on with its
    sentence.
    """
    lines = block.text.split("\n")
    return next(
        (
            index
            for index, line in enumerate(lines)
            if index and line[:1].isupper() and _heads(line) and _is_plain_heading(line)
        ),
        0,
    )


def _is_plain_heading(line: str) -> bool:
    """Whether a line is no more than the name of a part by which such a page goes on."""
    return section_of(line, whole=True) in _APART | {"timeline"}


def _labelled(block: Block) -> tuple[str, str, str] | None:
    """Kind, title and the rest of a block that begins with the name of a part."""
    if block.bold:
        title, rest = block.bold, block.text[len(block.bold) :]
        if rest and not block.bold.rstrip().endswith(":") and not rest.lstrip().startswith(":"):
            return None
    elif match := _LABEL.fullmatch(block.text):
        title, rest = match[1], match[2]
    else:
        return None
    kind = section_of(title, whole=True)
    if not kind or (
        field_of(title) and rest.strip(": ") and kind in {"people", "stats", "context"}
    ):
        return None
    return kind, title.strip(" :"), rest.lstrip().removeprefix(":")
