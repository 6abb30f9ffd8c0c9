"""Post-mortems in Markdown or plain text, of many shapes: a whole draft review each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from facilitator.exchange.readers.document.action_words import due_after
from facilitator.exchange.readers.document.announced_timeline import with_announced_timeline
from facilitator.exchange.readers.document.blocks import blocks_of
from facilitator.exchange.readers.document.bracketed_owners import with_owners
from facilitator.exchange.readers.document.days_of_head import dated_by_head
from facilitator.exchange.readers.document.days_of_report import Dated, days_of
from facilitator.exchange.readers.document.document_actions import (
    actions_of,
    announced_actions,
    heads_actions,
    marked_actions,
    tabled_actions,
)
from facilitator.exchange.readers.document.document_day import (
    earliest,
    is_day,
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
)
from facilitator.exchange.readers.document.document_title import title_of
from facilitator.exchange.readers.document.looks_like_report import (
    HTML,
    looks_like_report,
    reads_like_report,
)
from facilitator.exchange.readers.document.mails import without_mail
from facilitator.exchange.readers.document.parts import (
    list_of_times,
    parts_of,
    with_tabled_times,
)
from facilitator.exchange.readers.document.section_words import (
    field_of,
    looks_ahead,
    people_named_by,
    section_of,
)
from facilitator.exchange.readers.document.stated_zone import zone_in, zone_of_timelines
from facilitator.exchange.readers.document.status_lists import from_status_list
from facilitator.exchange.readers.document.status_pages import day_begun, from_status_page
from facilitator.exchange.readers.document.tales import lists_times, told_by_clock
from facilitator.exchange.readers.document.tracked_updates import from_updates
from facilitator.exchange.readers.document.unread_times import unread
from facilitator.exchange.readers.document.update_pages import from_update_page
from facilitator.exchange.readers.document.web_page import markdown_of
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
)
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from facilitator.exchange.readers.document.blocks import Block
    from facilitator.exchange.readers.document.parts import Part
    from facilitator.exchange.readers.found import Entry
    from facilitator.exchange.readers.material import Material

_WHYS = re.compile(r"\bwhys\b", re.IGNORECASE)
_OF_PAGE = "Lines are counted in the text of the web page."
_SIGHT = 20_000
"""Signs of a web page by which it is told whether it holds a report."""
_SHORT = 3
"""Lines of a text that may be anything."""
_ROWS_MOST = 2_000
"""Causes, actions, lessons or people of one document; whoever has more has no post-mortem."""


def _read(material: Material) -> Reading:
    text = material.text
    if not HTML.match(text):
        return _Document(material.name, text, material.notes).reading()
    text = markdown_of(text)
    if not reads_like_report(text[:_SIGHT]):
        raise Refused("", "This web page holds no report that can be read.")
    return _Document(material.name, text, (*material.notes, _OF_PAGE)).reading()


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
    begun: date | None = None
    """The day on which a status page was first written on."""
    in_summary: bool = False
    """Whether the context stands in for a summary that is missing."""
    lead: list[Block] = field(default_factory=list)
    """The paragraphs above all other headings, where they are the summary."""

    def reading(self) -> Reading:
        """All of it."""
        self.front, text = front_matter(self.text)
        mail, text = without_mail(text)
        self.front = mail or self.front
        blocks = blocks_of(_headed_by_times(text))
        self.parts = with_announced_timeline(with_tabled_times(parts_of(blocks)))
        self.walk.listed = lists_times(self.parts)
        self._outlined(blocks)
        self.walk.day_first = self.fields.day_first = day_first_shown(text)
        for part, following in zip(self.parts, [*self.parts[1:], None], strict=True):
            self._part(part, headed=_heads(part, following))
        day = self.fields.day("date")
        entries = tuple(dated_by_head(self.walk.entries(), self.fields.stats, day))
        said = self.fields.values.get("title", "")
        title = title_of(blocks, self.front, said, self.name, self._prose("summary"))
        zone = self._zone(blocks) or zone_beside(self.parts, entries)
        self.begun = day_begun(text, entries, zone)
        told, happened = days_of(
            Dated(
                title, self.name, self.front, self.fields, self.parts, blocks, entries, self.begun
            )
        )
        return Reading(
            form=READER.form,
            source=self.name,
            entries=entries,
            draft=self._draft(title, happened, entries),
            left=tuple(self.left),
            notes=self.notes,
            people=tuple(dict.fromkeys(name for name, _ in self.fields.people)),
            zone=zone,
            day=told,
        )

    def _part(self, part: Part, *, headed: bool) -> None:
        """Take one part; ``headed`` tells that it only heads the parts below it."""
        if _only_heads_prose(part):
            part = replace(part, kind="")
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
            elif part.kind == "summary" and not self.walk.listed:
                self.walk.take(replace(part, kind="", blocks=told_by_clock(part)))
        if part.kind not in {"actions", "people"}:
            self.actions += marked_actions(part.blocks)
            self.actions += announced_actions(part.blocks)
            self.actions += tabled_actions(part.blocks)

    def _titled(self, part: Part) -> None:
        """A heading may be a field: ``## Date`` above a day, or ``## Date: 4 March 2026``."""
        role, names = people_named_by(part.title)
        if role:
            self.fields.put(role, names)
        named, colon, value = part.title.partition(":")
        first = part.blocks[0] if part.blocks else None
        if not colon and first is not None and first.kind == "text":
            value = first.text.split("\n")[0]
        elif not colon:
            value = earliest([each.text for each in part.blocks if each.kind == "item"])
        if field_of(named) == "date":
            self.fields.put(named, value)

    def _outlined(self, blocks: Sequence[Block]) -> None:
        """In an outline “1. Incident date” may be a point, and the day the one below it."""
        for above, below in pairwise(blocks):
            deeper = above.kind == below.kind == "item" and above.level < below.level
            if deeper and field_of(above.text) == "date" and is_day(below.text):
                self.fields.put(above.text, below.text)

    def _timed(self, part: Part) -> None:
        before = len(self.walk.loose)
        self.walk.take(part)
        loose = [block for _, block in self.walk.loose[before:]]
        # The head of a small table is a pair like those below it.
        self._pairs(block for block in part.blocks if block.first and part.kind == "head")
        self._pairs(loose)
        self.left += unread(part, loose)

    def _pairs(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            for name, value in pairs_in(block):
                self.fields.put(name, value)

    # -- the head ------------------------------------------------------------------------------

    def _zone(self, blocks: Iterable[Block]) -> str:
        if self.walk.zone:
            return self.walk.zone
        if said := self.fields.values.get("zone"):
            return zone_in(said)
        return zone_of_timelines(blocks, self.parts)

    # -- the rest ------------------------------------------------------------------------------

    def _draft(self, title: str, happened: date | None, entries: Sequence[Entry]) -> Draft:
        values = self.fields.values
        people = (name for name, _ in self.fields.people)
        actions = with_owners(self.actions, people, entries)
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
            actions=tuple(_once(due_after(each, happened) for each in actions)),
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


def _headed_by_times(text: str) -> str:
    """The text with the times of updates as headings, if it comes from a status page."""
    return from_updates(from_status_list(from_update_page(from_status_page(text))))


def _only_heads_prose(part: Part) -> bool:
    """Whether a heading names no list: “Facilitator: Ada”, or “Looking forward” above a promise."""
    if part.kind == "people":
        return bool(people_named_by(part.title)[0])
    listed = any(block.kind in {"row", "item"} for block in part.blocks)
    return part.kind == "actions" and looks_ahead(part.title) and not listed


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
    if following is None or not following.inherits:
        return False
    return not part.inherits or heads_actions(part, following)


def _is_titled(parts: Sequence[Part]) -> bool:
    """Whether the first heading is that of no part, but the title of those below it."""
    return len(parts) > 1 and not parts[1].kind and not section_of(parts[1].title)


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


READER = Reader("postmortem", "a post-mortem", looks_like_report, _read)
