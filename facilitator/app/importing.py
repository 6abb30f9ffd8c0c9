"""Brings in what an incident left behind: looked at first, questions answered, then one edit."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from facilitator.coach.hinting import rehinted
from facilitator.domain.day_words import format_day
from facilitator.domain.edits import chain, rows
from facilitator.domain.edits.brief import set_field
from facilitator.domain.edits.timeline import add_events, set_marker
from facilitator.domain.records import Factor, Review, TimelineEvent
from facilitator.domain.residual_names import strange_handles
from facilitator.domain.rules import RuleViolation
from facilitator.domain.text import LINE_LIMIT, TEXT_LIMIT, shortened
from facilitator.domain.typed_zones import MEANINGS, tz
from facilitator.domain.words import FactorKind, Marker, Precision
from facilitator.domain.zones import check_zone
from facilitator.exchange.readers.registry import read, reader_for, without_collecting
from facilitator.exchange.readers.settling import settle
from facilitator.exchange.readers.tidying.proposing import proposed
from facilitator.exchange.readers.tidying.secrets import masked
from facilitator.exchange.refused import Refused
from facilitator.exchange.source_draft import add_people, take_draft
from facilitator.exchange.source_rows import Fate, Row, Standing, events_of, rows_of, spanned
from facilitator.exchange.who import Who

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from facilitator.domain.edits import Edit
    from facilitator.exchange.readers.asking import Asked
    from facilitator.exchange.readers.found import Draft, Entry, Reading
    from facilitator.exchange.readers.material import Material
    from facilitator.exchange.readers.table.columns import Mapping as ColumnMapping

    NewId = Callable[[], str]

LABEL = "Import"
"""What the edit is called."""
TABLE = "table"
"""The form whose columns can be chosen."""
_NAMELESS = frozenset({"Table", "Log", "Kubernetes", "journald"})
"""Sources that say no more than what sort they are of."""
_BODY_MOST = 20_000
"""Characters of a message, a cause or an action that are kept; what follows is a log."""


@dataclass(slots=True)
class Intake:
    """One source that was read: its rows as they stand to a review, and what it leaves open.

    ``name`` is the id of the review that it makes, a hash of what was read; ``file`` what it was
    read from. ``secrets`` counts what was masked on the way in. A table is kept as it came, with
    the mapping of its columns if somebody chose one. ``before`` is what was looked at when it was
    imported before, ``who`` the people it names, once it stands to a review.
    """

    reading: Reading
    words: str
    secrets: int
    answers: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    asked: tuple[Asked, ...] = ()
    table: Material | None = None
    mapping: ColumnMapping | None = None
    name: str = ""
    file: str = ""
    before: tuple[Entry, ...] = ()
    who: Who | None = None

    @property
    def draft(self) -> Draft | None:
        """The rest of a post-mortem."""
        return self.reading.draft

    def count(self, *standings: Standing) -> int:
        """How many rows stand so to the review."""
        counts = Counter(row.standing for row in self.rows)
        return sum(counts[each] for each in standings)

    def taken(self) -> int:
        """How many events would come."""
        return sum(row.fate is Fate.TAKE and row.standing is Standing.NEW for row in self.rows)


def look(material: Material, form: str | None = None) -> Intake:
    """Read a source; Refused, with place and sentence, if it cannot be. Nothing is changed."""
    reader = reader_for(material, form)
    with without_collecting():
        reading = read(material, reader.form)
        if not reading.entries and reading.draft is None:
            raise _nothing_in(reading)
        found = looked_at(reading, reader.words)
    found.name, found.file = _name_of(material), material.name
    found.table = material if reader.form == TABLE else None
    return found


def looked_at(reading: Reading, words: str) -> Intake:
    """A reading without secrets, and with proposals; ``words`` say what its source is."""
    reading, secrets = _without_secrets(reading)
    found = proposed(reading.entries)
    if reading.draft is not None:
        found = tuple(map(_chosen_already, found, reading.entries))
    return Intake(replace(reading, entries=found), words, secrets)


def _chosen_already(proposal: Entry, entry: Entry) -> Entry:
    """In a post-mortem somebody has chosen what tells the story; only plain moments are marked."""
    plain = proposal.marker in {Marker.DETECTED, Marker.MITIGATED, Marker.RESOLVED}
    kept = proposal if plain else proposal._replace(marker=entry.marker, why=entry.why)
    return kept._replace(star=False, noise="")


def _name_of(material: Material) -> str:
    """The same for the same bytes, so that a document is known when it comes again."""
    return f"i{hashlib.sha256(material.data).hexdigest()[:24]}" if material.data else ""


def _nothing_in(reading: Reading) -> Refused:
    """Why there is nothing to take: what was left out first says it."""
    if reading.left:
        return Refused(*reading.left[0])
    return Refused("", "There is nothing in it that tells what happened.")


def place(intake: Intake, answers: Mapping[str, str], review: Review | None = None) -> None:
    """Settle times and people by the answers, and see which rows the review has already.

    What was decided on a row stays decided, also where another answer moves it.
    """
    before = {row.id: row for row in intake.rows}
    decided = {_place(row): row for row in intake.rows if row.decided}
    settled = settle(intake.reading, answers)
    there = {event.id: event for event in review.events} if review else {}
    intake.who = Who(intake.reading, review, answers)
    intake.answers, intake.asked = dict(answers), (*settled.asked, *intake.who.asked())
    intake.rows = rows_of(intake.reading, settled.placed, there, intake.who)
    # Where nothing of it is in the review, its import was taken back: all of it may come again.
    came = any(row.standing is not Standing.NEW for row in intake.rows)
    looked_at_before = {_told(entry) for entry in intake.before} if came else set()
    for row, placed in zip(intake.rows, settled.placed, strict=True):
        if row.standing is Standing.NEW and _told(placed.entry) in looked_at_before:
            row.fate, row.starred, row.marker, row.left = Fate.LEAVE, False, None, True
    for row in intake.rows:
        known = decided.get(_place(row)) or before.get(row.id)
        if known is not None:
            row.fate, row.starred, row.marker = known.fate, known.starred, known.marker
            row.decided = known.decided


def _place(row: Row) -> tuple[str, str]:
    """Where a row stands in its source, whatever time it is put on."""
    return row.placed.entry.where, row.placed.entry.text


def _told(entry: Entry) -> tuple[str, str, str, str]:
    return entry.key, entry.stamp.raw, entry.author, entry.text


def edit_of(intakes: Iterable[Intake], new_id: NewId) -> Edit:
    """The one edit: events that were taken, the people in them, and drafts."""
    wanted = tuple(intakes)

    def edit(review: Review) -> Review:
        before = review
        for intake in wanted:
            review = _taking(intake, new_id)(review)
        people = add_people(((each, "") for each in _mentioned(before, review)), new_id)
        return rehinted(people(review))

    return edit


def _mentioned(before: Review, review: Review) -> list[str]:
    """Whoever is only mentioned is somebody too: the room sees no handles that were not there."""
    found = strange_handles(review)
    old = set(strange_handles(before)) if found else set()
    return [each.removeprefix("@") for each in found if each not in old]


def new_reviews(intakes: Iterable[Intake], new_id: NewId, time_zone: str) -> dict[int, Review]:
    """Draft reviews, by the identity of the intake that is in them.

    A post-mortem is a review of its own; chats, alerts and logs that are given together tell of
    one incident, so they interleave in one. ``time_zone`` counts where no source says any.
    """
    found: dict[int, Review] = {}
    together = []
    for intake in intakes:
        if intake.draft is None:
            together.append(intake)
        else:
            found[id(intake)] = _new_review([intake], new_id, time_zone)
    if together:
        review = _new_review(together, new_id, time_zone)
        found |= {id(intake): review for intake in together}
    return found


def _new_review(intakes: list[Intake], new_id: NewId, time_zone: str) -> Review:
    """A draft that is on the clocks its first source was read on."""
    root = Factor(id=new_id(), parent=None, kind=FactorKind.EFFECT)
    first = intakes[0]
    name = (first.name if len(intakes) == 1 else "") or new_id()
    review = Review(id=name, time_zone=_zone_of(first, time_zone), factors=(root,))
    review = edit_of(intakes, new_id)(review)
    if not review.title:
        review = set_field("title", _title_of(intakes))(review)
    return _dated(review, first, new_id)


def only_day(intake: Intake) -> date | None:
    """The day that a document names, where none of its events has one."""
    if intake.draft is None or any(row.placed.at for row in intake.rows):
        return None
    return intake.draft.happened_on


def _dated(review: Review, intake: Intake, new_id: NewId) -> Review:
    """With its title as an event of the day that the document names, where nothing else has one.

    The day of an incident is that of its events: the library would place it by the day of import.
    """
    day = only_day(intake)
    if day is None or any(event.at for event in review.events):
        return review
    event = TimelineEvent(
        id=new_id(),
        text=review.title,
        at=datetime.combine(day, time(), tz(review.time_zone)).astimezone(UTC),
        precision=Precision.UNKNOWN,
        typed=day.isoformat(),
        zone=review.time_zone,
        source=shortened(f"{intake.reading.source}, the day that it names", LINE_LIMIT),
    )
    return add_events(event)(review)


def _title_of(intakes: list[Intake]) -> str:
    """What chats and alerts are called until somebody says it: their sources, and the day."""
    names = ", ".join(dict.fromkeys(map(_called, intakes)))
    span = spanned(row for intake in intakes for row in intake.rows)
    title = f"{names}, {format_day(span[0].date())}" if span else names
    return shortened(title, LINE_LIMIT)


def _called(intake: Intake) -> str:
    """A table or a log by its file, a chat by its channel."""
    stem = intake.file.rpartition("/")[2].rpartition(".")[0]
    return stem if stem and intake.reading.source in _NAMELESS else intake.reading.source


def _unmarked(event: TimelineEvent) -> TimelineEvent:
    return event if event.marker is None else replace(event, marker=None)


def _taking(intake: Intake, new_id: NewId) -> Edit:
    fresh = [row for row in intake.rows if row.fate is not Fate.LEAVE]
    events = {event.id: event for event in events_of(intake.reading, fresh)}

    def add(review: Review) -> Review:
        """New events; a marker that was chosen for one leaves the event that had it."""
        there = {event.id for event in review.events}
        new = [event for event in events.values() if event.id not in there]
        if not new:
            return review
        review = add_events(*map(_unmarked, new))(review)
        marked = (set_marker(event.id, event.marker) for event in new if event.marker)
        return chain(*marked)(review)

    def change(review: Review) -> Review:
        """Edited messages whose new words were chosen."""
        for row in fresh:
            if row.standing is Standing.CHANGED and row.fate is Fate.TAKE:
                event = events[row.id]
                fields = {"text": event.text, "evidence": event.evidence}
                if any(each.id == row.id for each in review.events):
                    review = rows.changed(review, "events", row.id, **fields)
        return review

    speaking = dict.fromkeys(
        (row.placed.entry.author, "") for row in fresh if row.placed.entry.author
    )
    people = add_people(speaking, new_id)
    if intake.draft is None:
        return chain(people, change, add)
    draft = intake.who.draft(intake.draft) if intake.who else intake.draft
    return chain(take_draft(draft, new_id), people, change, add)


def _zone_of(intake: Intake, usual: str) -> str:
    """The IANA name of the clocks that the source was read on, as well as it is known."""
    said = intake.reading.zone
    homes = [meaning.home for meaning in MEANINGS.get(said, ())]
    given = [intake.answers.get(f"zone {said}", ""), *(homes if len(homes) == 1 else ()), said]
    if not said or homes:
        # A zone that was given for other files counts only where this one leaves it open.
        given.insert(1, intake.answers.get("zone", ""))
    for name in given:
        try:
            return check_zone(name)
        except RuleViolation:
            continue
    return usual


# -- secrets -----------------------------------------------------------------------------------


def _without_secrets(reading: Reading) -> tuple[Reading, int]:
    """The reading with keys and passwords masked in every text, and how many there were."""
    count = 0

    def clean(text: str, limit: int = _BODY_MOST) -> str:
        nonlocal count
        plain, found = masked(_bounded(text, limit))
        count += found
        return plain

    @cache
    def name(text: str) -> str:
        """Authors and systems come again and again."""
        return clean(text)

    def entry(each: Entry) -> Entry:
        text, link = clean(each.text), clean(each.link) if each.link else ""
        author, lane = name(each.author), name(each.lane)
        if text is each.text and link is each.link and (author, lane) == (each.author, each.lane):
            return each
        return each._replace(text=text, link=link, author=author, lane=lane)

    entries = tuple(map(entry, reading.entries))
    draft = _clean_draft(reading.draft, clean) if reading.draft else None
    return replace(reading, entries=entries, draft=draft), count


def _bounded(text: str, limit: int) -> str:
    """The text up to a blank before the limit: no secret is cut in two and left there."""
    if len(text) <= limit:
        return text
    blanks = (text.rfind(blank, limit // 2, limit) for blank in " \n\t")
    return f"{text[: max(limit // 2, *blanks)]} …"


def _clean_draft(draft: Draft, clean: Callable[..., str]) -> Draft:
    return replace(
        draft,
        title=clean(draft.title),
        incident=clean(draft.incident),
        severity=clean(draft.severity),
        failure_class=clean(draft.failure_class),
        services=tuple(map(clean, draft.services)),
        people=tuple((clean(name), clean(role)) for name, role in draft.people),
        summary=clean(draft.summary, TEXT_LIMIT),
        impact=clean(draft.impact, TEXT_LIMIT),
        notes=clean(draft.notes, TEXT_LIMIT),
        factors=tuple(replace(each, text=clean(each.text)) for each in draft.factors),
        actions=tuple(
            replace(each, text=clean(each.text), owner=clean(each.owner), url=clean(each.url))
            for each in draft.actions
        ),
        lessons=tuple((side, clean(text)) for side, text in draft.lessons),
        learned=tuple(map(clean, draft.learned)),
    )
