"""Post-mortems in Markdown or plain text, of many shapes: a whole draft review each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.blocks import blocks_of
from facilitator.exchange.readers.document.document_actions import (
    actions_of,
    announced_actions,
    due_after,
    marked_actions,
    tabled_actions,
)
from facilitator.exchange.readers.document.document_day import (
    begun_before,
    day_in_name,
    day_in_prose,
    evening_before,
    likely_day,
    only_day,
    other_days,
)
from facilitator.exchange.readers.document.document_fields import (
    Fields,
    front_matter,
    lessons_of,
    listed,
    listed_deep,
    pairs_in,
    people_of,
    prose,
)
from facilitator.exchange.readers.document.document_times import (
    TIMED,
    TimelineWalk,
    dotted_lines,
    not_read,
)
from facilitator.exchange.readers.document.mails import without_mail
from facilitator.exchange.readers.document.parts import begins_with_time, list_of_times, parts_of
from facilitator.exchange.readers.document.section_words import (
    announces_actions,
    calls_itself_report,
    field_of,
    is_way_around,
    section_of,
    titles_report,
)
from facilitator.exchange.readers.document.stated_zone import zone_in, zone_of_column, zone_stated
from facilitator.exchange.readers.document.status_pages import from_status_page, is_status_page
from facilitator.exchange.readers.document.zone_beside import zone_beside
from facilitator.exchange.readers.found import (
    Draft,
    FoundAction,
    FoundFactor,
    Left,
    Reader,
    Reading,
)
from facilitator.exchange.readers.stamps import (
    day_first_shown,
    days_in,
    in_order,
    scan_day,
    scan_stamp,
)
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.document.parts import Part
    from facilitator.exchange.readers.found import Entry
    from facilitator.exchange.readers.material import Material

_HTML = re.compile(r"\s*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE)
_NO_DOCUMENT = re.compile(
    r"\s*(?:[\[{]\s*[\[{\"\]}]|\{(?!\|)|<(?!!--|https?:|(?:a|br|center|details|div|h[1-6]|img|p|pre|table)\b))",
    re.IGNORECASE,
)
"""JSON, or a web page; a few words of HTML at the beginning are none."""
_TITLE = re.compile(
    r"^(?:(?:incident\s+)?post[- ]?mortem(?:\s+report)?"
    r"|(?:incident|outage)\s+(?:report|review|retro(?:spective)?))"
    r"\s*(?:[:–—-]|for|of|on)\s*(?=\S)",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\W*(?:title|(?:incident\s+)?(?:post[- ]?mortems?|reports?|reviews?)"
    r"(?:\s+(?:report|review))?)\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,2}[.)]\s+")
_MARKED = re.compile(r"#{1,6} |---|h[1-6]\. |={1,6} .*=\s*$")
_NOTE_FIRST = re.compile(
    r"[*_]*[(\[]((?:updated?|edited|changed)\b[^()\[\]]{3,60})[)\]][*_]*\s*(?=\S)", re.IGNORECASE
)
_WHYS = re.compile(r"\bwhys\b", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:h[1-6]|p|b|strong|div|li|u)\b[^<>]{0,200}>", re.IGNORECASE)
_LINE_MOST = 80
"""Characters of a line that may be a heading."""
_SHORT = 3
"""Lines of a text that may be anything."""
_ROWS_MOST = 2_000
"""Causes, actions, lessons or people of one document; whoever has more has no post-mortem."""


def _fits(material: Material) -> bool:
    """Headings or names of parts that post-mortems have, or several lines with times."""
    if material.members is not None or _NO_DOCUMENT.match(material.head):
        # Who reads a web page says what to do about it.
        return bool(_HTML.match(material.head))
    lines = [_TAGS.sub("", line) for line in material.head.split("\n")]
    named = sum(map(_names_part, lines)) + _is_report_title(lines)
    marked = any(_MARKED.match(line) for line in lines)
    timed = sum(scan_stamp(line.lstrip(" -*•\t|[#>")) is not None for line in lines)
    return (
        max(named, timed) > 1
        or dotted_lines(lines)
        or _is_called_report(lines)
        or is_status_page(material.head)
        or (marked and (named + timed > 0 or len(lines) > _SHORT))
    )


def _is_called_report(lines: Sequence[str]) -> bool:
    """Whether a text of several lines begins with one that calls it a report of an outage.

    “Interruption of the mail, 4 March 2026” does so with its day.
    """
    told = [line for line in lines if line.strip()]
    if len(told) <= _SHORT or len(told[0]) >= _LINE_MOST:
        return False
    dated = titles_report(told[0]) and next(days_in(told[0]), None) is not None
    return calls_itself_report(told[0]) or (dated and _is_report_title(told))


def _names_part(line: str) -> bool:
    return len(line) < _LINE_MOST and bool(section_of(line, whole=True) or announces_actions(line))


def _is_report_title(lines: Sequence[str]) -> bool:
    """Whether a text begins with a line that says what went wrong, or on which day."""
    first = next((line for line in lines if line.strip()), "")
    if len(first) >= _LINE_MOST or first.rstrip().endswith((".", ",")):
        return False
    return titles_report(first) or next(days_in(first), None) is not None


def _read(material: Material) -> Reading:
    text = material.text
    if _HTML.match(text):
        raise Refused("", "This is a web page. Save it as Markdown or as text, or paste its text.")
    return _Document(material.name, text, material.notes).reading()


@dataclass(slots=True)
class _Document:
    """One post-mortem while it is taken apart."""

    name: str
    text: str
    notes: tuple[str, ...]
    fields: Fields = field(default_factory=Fields)
    walk: TimelineWalk = field(default_factory=TimelineWalk)
    parts: list[Part] = field(default_factory=list)
    front: dict[str, str] = field(default_factory=dict)
    left: list[Left] = field(default_factory=list)
    actions: list[FoundAction] = field(default_factory=list)
    in_summary: bool = False
    """Whether the context stands in for a summary that is missing."""
    lead: list[Block] = field(default_factory=list)
    """The paragraphs above all other headings, where they are the summary."""

    def reading(self) -> Reading:
        """All of it."""
        self.front, text = front_matter(self.text)
        mail, text = without_mail(text)
        self.front = mail or self.front
        blocks = blocks_of(from_status_page(text))
        self.parts = parts_of(blocks)
        self.walk.day_first = self.fields.day_first = day_first_shown(text)
        for part, following in zip(self.parts, [*self.parts[1:], None], strict=True):
            self._part(part, headed=_heads(part, following))
        entries = self.walk.entries()
        title = self._title(blocks)
        told, happened = self._days(title, blocks, entries)
        return Reading(
            form=READER.form,
            source=self.name,
            entries=entries,
            draft=self._draft(title, happened),
            left=tuple(self.left),
            notes=self.notes,
            people=tuple(dict.fromkeys(name for name, _ in self.fields.people)),
            zone=self._zone(blocks) or zone_beside(self.parts, entries),
            day=told,
        )

    def _days(
        self, title: str, blocks: list[Block], entries: Sequence[Entry]
    ) -> tuple[date | None, date | None]:
        """The day from which the clocks count, and that on which it happened."""
        told = self._day_told(title, blocks) or day_in_prose(self.parts, entries)
        if told and self.fields.names.get("date") == "date":
            # Often it is that of the writing.
            told = begun_before(self.parts, entries, told)
        around = self._day_around() if told is None else None
        if around and other_days(self.parts, around):
            # A report that is named after the day of its writing tells of another one.
            told, around = evening_before(self.parts, around), None
        if around and only_day(self.parts) == around:
            # Two say the same; a timeline of quite another time has a slip of the pen.
            return around, around
        return told or around, likely_day(told, entries, around)

    def _part(self, part: Part, *, headed: bool) -> None:
        """Take one part; ``headed`` tells that it only heads the parts below it."""
        if part.kind == "people":
            self.fields.people += people_of(part)
        elif part.kind == "actions":
            self.actions += actions_of(part, headed=headed)
        elif part.kind in TIMED:
            self._titled(part)
            self._timed(part)
        elif part.kind in {"stats", "summary", "impact"}:
            self._pairs(part.blocks)
            if told := list_of_times(part):
                self.walk.take(told)
        if part.kind not in {"actions", "people"}:
            self.actions += marked_actions(part.blocks)
            self.actions += announced_actions(part.blocks)
            self.actions += tabled_actions(part.blocks)

    def _titled(self, part: Part) -> None:
        """A heading may be a field: ``## Date`` above a day, or ``## Date: 4 March 2026``."""
        named, colon, value = part.title.partition(":")
        first = part.blocks[0] if part.blocks else None
        if not colon and first is not None and first.kind == "text":
            value = first.text.split("\n")[0]
        if field_of(named) == "date":
            self.fields.put(named, value)

    def _timed(self, part: Part) -> None:
        before = len(self.walk.loose)
        self.walk.take(part)
        loose = [block for _, block in self.walk.loose[before:]]
        # The head of a small table is a pair like those below it.
        self._pairs(block for block in part.blocks if block.first and part.kind == "head")
        self._pairs(loose)
        self.left += filter(None, (not_read(part, block) for block in loose))

    def _pairs(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            for name, value in pairs_in(block):
                self.fields.put(name, value)

    # -- the head ------------------------------------------------------------------------------

    def _title(self, blocks: list[Block]) -> str:
        headings = [
            each for each in blocks if each.kind == "heading" and not begins_only_with_time(each)
        ]
        ways = [
            _first_title(headings),
            self.front.get("title", ""),
            self.fields.values.get("title", ""),
            _first_line(blocks),
            _from_name(self.name),
        ]
        if headings and headings[0].level > 1:
            # The title of a page that its tool shows above the text.
            ways.insert(0, ways.pop(1))
        said = next(filter(None, ways))
        said = " ".join(said.split())
        return _TITLE.sub("", _without_note(said)).strip(" #*_") or said

    def _zone(self, blocks: Iterable[Block]) -> str:
        if self.walk.zone:
            return self.walk.zone
        if said := self.fields.values.get("zone"):
            return zone_in(said)
        lines = (
            line for block in blocks if block.kind != "code" for line in block.text.split("\n")
        )
        heads = (part.title for part in self.parts if part.kind == "timeline")
        wrapped = (
            " ".join(block.text.split())
            for part in self.parts
            if part.kind == "timeline"
            for block in part.blocks
            if block.kind == "text"
        )
        found = (*map(zone_of_column, heads), *map(zone_stated, lines), *map(zone_stated, wrapped))
        return next(filter(None, found), "")

    def _day_told(self, title: str, blocks: Iterable[Block]) -> date | None:
        """The day that field, title or the heading below the title tells."""
        headings = (each.text for each in blocks if each.kind == "heading")
        below = filter(_only_day, islice(headings, 2))
        texts = (title, self.front.get("title", ""), *below)
        return self.fields.day("date") or _first_day(texts, day_first=self.fields.day_first)

    def _day_around(self) -> date | None:
        """The day that front matter or the file's name tells; it may be that of the writing."""
        return _first_day((self.front.get("date", ""),)) or day_in_name(self.name)

    # -- the rest ------------------------------------------------------------------------------

    def _draft(self, title: str, happened: date | None) -> Draft:
        values = self.fields.values
        draft = Draft(
            title=title,
            incident=values.get("incident", ""),
            severity=values.get("severity", ""),
            services=_listed_words(values.get("services", "")),
            failure_class=values.get("class", ""),
            summary=self._summary(),
            impact=self._prose("impact") or values.get("impact", ""),
            happened_on=happened,
            held_on=self.fields.day("held"),
            notes="\n\n".join(f"{title}\n{text}".strip() for title, text in self._noted()),
            noted=tuple(dict.fromkeys(title for title, _ in self._noted() if title)),
            people=tuple(dict.fromkeys(self.fields.people)),
            factors=tuple(self._factors()),
            actions=tuple(_once(due_after(each, happened) for each in self.actions)),
            lessons=tuple(
                lesson
                for part in self.parts
                if part.kind in {"well", "badly", "lucky"}
                for lesson in lessons_of(part)
            ),
            learned=tuple(
                text for part in self.parts if part.kind == "lessons" for _, text in listed(part)
            ),
        )
        _check_counts(draft)
        return draft

    def _prose(self, kind: str) -> str:
        texts = (prose(part.blocks) for part in self.parts if part.kind == kind)
        return "\n\n".join(text for text in texts if text)

    def _opening(self) -> str:
        """The paragraphs above all headings, or below the title alone.

        They are the summary where nothing is called so.
        """
        if len({part.kind for part in self.parts}) < _SHORT:
            # A text without headings is no summary of itself.
            return ""
        below = [self.parts[1]] if _is_titled(self.parts) else []
        for part in [*self.parts[:1], *below]:
            texts = (each for each in part.blocks if each.kind == "text")
            # What has a time has become an event.
            loose = {each.line for _, each in self.walk.loose}
            told = (each for each in texts if part not in below or each.line in loose)
            self.lead = [each for each in told if not list(pairs_in(each))]
            if self.lead:
                break
        return prose(self.lead)

    def _factors(self) -> Iterable[FoundFactor]:
        first = 0
        for part in self.parts:
            if part.kind == "causes":
                found = list(_causes(part, first))
                first += len(found)
                yield from found

    def _summary(self) -> str:
        """What the document calls so; else how it tells that it was found and ended."""
        said = self._prose("summary") or self.fields.values.get("summary", "") or self._opening()
        if said:
            return said
        self.in_summary = True
        return "\n\n".join(f"{title}: {text}" for title, text in self._loose(context=True))

    def _noted(self) -> list[tuple[str, str]]:
        """What has no place of its own in a review, and the heading it stood under."""
        return self._loose(context=False)

    def _loose(self, *, context: bool) -> list[tuple[str, str]]:
        loose: dict[tuple[str, int], list[Block]] = {}
        for part, block in self.walk.loose:
            if block in self.lead:
                continue
            if context is (self.in_summary and part.kind == "context"):
                loose.setdefault((part.title, part.line), []).append(block)
        for part in self.parts:
            if part.kind in {"stats", "other"} and not context:
                loose[(part.title, part.line)] = part.blocks
        told = sorted(loose.items(), key=lambda each: each[0][1])
        return [(title, text) for (title, _), blocks in told if (text := prose(blocks))]


def _causes(part: Part, first: int) -> Iterator[FoundFactor]:
    """The causes of a part, numbered from ``first``: what stands deeper explains what is above.

    Five whys are a row: each answers the one before.
    """
    above: list[tuple[int, int]] = []
    for number, (line, text, level) in enumerate(listed_deep(part), first):
        while above and above[-1][0] >= level:
            above.pop()
        under = above[-1][1] if above else -1
        if _WHYS.search(part.title) and number > first and not above:
            under = number - 1
        above.append((level, number))
        yield FoundFactor(f"line {line:,}", text, under)


def _check_counts(draft: Draft) -> None:
    """Refused for a document that lists too much: a review of it could not be looked through."""
    rows = {
        "causes": draft.factors,
        "actions": draft.actions,
        "lessons": (*draft.lessons, *draft.learned),
        "people": draft.people,
        "services": draft.services,
    }
    for name, found in rows.items():
        if len(found) > _ROWS_MOST:
            words = f"It lists {len(found):,} {name}; at most {_ROWS_MOST:,} are read."
            raise Refused("", words)


def _heads(part: Part, following: Part | None) -> bool:
    """Whether a part is only the head of those below it, which say the same in more detail."""
    return following is not None and following.inherits and not part.inherits


def _is_titled(parts: Sequence[Part]) -> bool:
    """Whether the first heading is that of no part, but the title of those below it."""
    return len(parts) > 1 and not parts[1].kind and not section_of(parts[1].title)


def begins_only_with_time(block: Block) -> bool:
    """Whether a heading is no more than a time, deeper than a title stands."""
    return block.level > 1 and begins_with_time(block.text)


def _first_day(texts: Iterable[str], *, day_first: bool | None = None) -> date | None:
    found = (stamp for text in texts for stamp in days_in(text))
    days = (in_order(each, day_first=day_first).day for each in found)
    return next(filter(None, days), None)


def _first_title(headings: list[Block]) -> str:
    """The first heading, if it is none of a part and stands no deeper than the others."""
    first = headings[0] if headings else None
    if first is None or section_of(first.text, whole=True):
        return ""
    if field_of(first.text) and not _GENERAL.fullmatch(first.text):
        # “# Date” above the day is no more than a field.
        return ""
    if first.level > min(each.level for each in headings):
        return ""
    below = next((each for each in headings[1:3] if not _only_day(each.text)), None)
    if _GENERAL.fullmatch(first.text) and below and not section_of(below.text, whole=True):
        # “Post-mortem report” says nothing; what it is of stands below it, or below its day.
        return _NUMBER.sub("", below.text)
    return first.text


def _without_note(title: str) -> str:
    """A title without the note before it that says when it was changed: ``(Update 4 March)``."""
    note = _NOTE_FIRST.match(title)
    return title[note.end() :] if note and next(days_in(note[1]), None) else title


def _only_day(text: str) -> bool:
    found = scan_day(text)
    return found is not None and not text[found[1] :].strip()


def _first_line(blocks: list[Block]) -> str:
    """The first words of a text without headings, be it below a line with the day alone."""
    told = (each for each in blocks if not is_way_around(each.text) and not _only_day(each.text))
    first = next(told, None)
    if first is None or first.kind != "text":
        return ""
    line = first.text.split("\n")[0]
    if scan_stamp(line) or section_of(line, whole=True) or _is_field(replace(first, text=line)):
        return ""
    return line[:120]


def _is_field(block: Block) -> bool:
    """Whether a line is ``Status: final``, say."""
    return any(field_of(name) or section_of(name, whole=True) for name, _ in pairs_in(block))


def _from_name(name: str) -> str:
    stem = name.replace("\\", "/").rsplit("/", 1)[-1]
    stem = re.sub(r"\.(?:md|markdown|txt|text|rst|html\.md\.erb)$", "", stem, flags=re.IGNORECASE)
    return stem.replace("_", " ").strip() or "Imported review"


def _listed_words(text: str) -> tuple[str, ...]:
    words = (each.strip(" *_`.") for each in re.split(r"[,;/]|\band\b", text))
    return tuple(dict.fromkeys(each for each in words if each))


def _once(actions: Iterable[FoundAction]) -> Iterable[FoundAction]:
    """An action that is told twice in the same words is one."""
    seen = set[str]()
    for action in actions:
        if action.text.casefold() not in seen:
            seen.add(action.text.casefold())
            yield action


READER = Reader("postmortem", "a post-mortem", _fits, _read)
