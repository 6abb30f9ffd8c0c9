"""The lines of the import sheet: events of sources, what else a document holds, or whole files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from typing import TYPE_CHECKING

from facilitator.app.importing import only_day
from facilitator.domain.day_words import MONTHS
from facilitator.domain.shown_words import MARKER_WORDS
from facilitator.domain.times import format_time
from facilitator.domain.typed_zones import local
from facilitator.domain.words import Precision
from facilitator.exchange.source_rows import Fate, Row, Standing, spanned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from facilitator.app.basket import Basket, Taken
    from facilitator.app.importing import Intake
    from facilitator.domain.words import Marker
    from facilitator.exchange.readers.found import Draft, FoundAction

_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in a line; ``mark`` is ✓, ↳ or nothing, ``starred`` None where no star can be."""

    mark: str = ""
    starred: bool | None = None
    when: str = ""
    head: str = ""
    text: str = ""
    note: str = ""
    marker: Marker | None = None
    strong: bool = False
    folded: bool = False


@dataclass(slots=True)
class EventLine:
    """One entry of a source."""

    intake: Intake
    row: Row
    at: datetime | None

    @property
    def taken(self) -> bool:
        """Whether it becomes an event."""
        return self.row.fate is Fate.TAKE

    @property
    def folded(self) -> bool:
        """Whether it is out of the way unless one asks: noise, or there already."""
        noise = bool(self.row.placed.entry.noise) and self.row.fate is Fate.LEAVE
        return noise or self.row.standing is Standing.THERE

    @property
    def proposed(self) -> bool:
        """Whether the reader thinks that it belongs into the story."""
        entry = self.row.placed.entry
        return entry.star or entry.marker is not None

    def shown(self, zone: str, *, days: bool, several: bool) -> Shown:
        """As it stands in the list, on the clocks of a zone."""
        row, entry = self.row, self.row.placed.entry
        mark = {Fate.TAKE: "✓", Fate.JOIN: "↳", Fate.LEAVE: ""}[row.fate]
        place = f"{self.intake.reading.source}, {entry.where}" if several else entry.where
        reason = _STANDING.get(row.standing, "") or row.reason
        if row.placed.moved:
            reason = f"Put on the next day. {reason}".strip()
        return Shown(
            mark,
            row.starred,
            self._when(zone, days=days),
            entry.author,
            row.words,
            " · ".join(each for each in (reason, place) if each),
            row.marker,
            strong=row.starred,
            folded=row.fate is Fate.LEAVE,
        )

    def _when(self, zone: str, *, days: bool) -> str:
        placed = self.row.placed
        if placed.at is None:
            return f"? {placed.entry.stamp.raw}".strip()
        about = {Precision.ABOUT: "~", Precision.UNKNOWN: "? "}.get(placed.precision, "")
        day = f"{_day_and_month(local(placed.at, zone).date())} " if days else ""
        clock = "" if placed.precision is Precision.UNKNOWN else format_time(placed.at, zone)
        until = f"–{format_time(placed.end, zone)}" if placed.end else ""
        return f"{day}{about}{clock}{until}".strip()


_STANDING = {
    Standing.THERE: "It is there already.",
    Standing.CHANGED: "It is there, in other words; taking it changes them.",
}


@dataclass(slots=True)
class MoreLine:
    """A cause, an action, a lesson, a person: comes along with its document."""

    head: str
    text: str
    note: str
    mark: str = "✓"

    taken = False
    proposed = False

    @property
    def folded(self) -> bool:
        """What comes along is in view, what was passed over is not."""
        return not self.mark

    def shown(self, _zone: str, *, days: bool, several: bool) -> Shown:  # noqa: ARG002 - as above
        """As it stands in the list."""
        return Shown(self.mark, None, self.head, "", self.text, self.note, folded=not self.mark)


@dataclass(slots=True)
class FileLine:
    """One file of many: what review it becomes, or why it becomes none."""

    file: Taken

    folded = False
    proposed = False

    @property
    def taken(self) -> bool:
        """Whether it becomes a review."""
        return self.file.wanted and self.file.usable

    def shown(self, _zone: str, *, days: bool, several: bool) -> Shown:  # noqa: ARG002 - as above
        """As it stands in the list."""
        if not self.file.usable:
            return Shown("", None, "not read", "", self.file.name, self.file.why, folded=True)
        title, day, held = held_in(self.file)
        mark = "✓" if self.file.wanted else ""
        there = "It is in the library already." if self.file.there else ""
        told = (
            *(there, held, _day_of(self.file), _marks_of(self.file), _span_of(self.file)),
            *(_left_of(self.file), self.file.name),
        )
        note = " · ".join(filter(None, told))
        return Shown(mark, None, day, "", title, note, folded=not self.file.wanted)


def marked_rows(intake: Intake) -> list[Row]:
    """The rows that would mark a moment: its durations are measured from there."""
    fresh = (row for row in intake.rows if row.standing is Standing.NEW)
    return [row for row in fresh if row.marker is not None and row.fate is Fate.TAKE]


def shared_tickets(draft: Draft | None) -> list[str]:
    """The tickets that several actions of a document carry, as they stand there.

    The same number in two trackers is two tickets.
    """
    found: dict[str, list[FoundAction]] = defaultdict(list)
    for action in draft.actions if draft is not None else ():
        if action.key or action.url:
            found[(action.key or action.url).lstrip("#").casefold()].append(action)
    links = {key: {each.url for each in some} - {""} for key, some in found.items()}
    shared = (some for key, some in found.items() if len(some) > max(1, len(links[key])))
    return [some[0].key or some[0].url for some in shared]


def _day_of(file: Taken) -> str:
    """That the day alone becomes an event, where no event has one."""
    intake = file.intake
    if intake is None or intake.asked or only_day(intake) is None:
        return ""
    return "its day becomes an event"


def _marks_of(file: Taken) -> str:
    """Which moments would be marked."""
    rows = marked_rows(file.intake) if file.intake is not None else []
    names = (MARKER_WORDS[row.marker] for row in rows if row.marker is not None)
    words = ", ".join(dict.fromkeys(names))
    return f"marks {words}" if words else ""


def _span_of(file: Taken) -> str:
    """First and last time on the clocks they were read from: a wrong zone shows here."""
    span = spanned(file.intake.rows) if file.intake is not None else None
    if span is None or file.intake is None:
        return ""
    zone = next((row.placed.zone for row in file.intake.rows if row.placed.zone), "UTC")
    days = [_day_and_month(local(at, zone).date()) for at in span]
    first, last = (f"{day} {format_time(at, zone)}" for day, at in zip(days, span, strict=True))
    return f"{first} to {last} {zone}"


def _left_of(file: Taken) -> str:
    """How much was passed over, and the first reason."""
    left = file.intake.reading.left if file.intake is not None else ()
    if not left:
        return ""
    lines = "one line" if len(left) == 1 else f"{len(left):,} lines"
    return f"{lines} passed over: {left[0].why}"


Line = EventLine | MoreLine | FileLine


def lines_of(basket: Basket, *, files: bool) -> list[Line]:
    """All lines: one a file, or the events of every source by time, then what else comes."""
    if files:
        return [FileLine(each) for each in basket.taken]
    events: list[tuple[datetime, int, EventLine]] = []
    number = count()
    for intake in basket.intakes():
        at: datetime | None = None
        for row in intake.rows:
            at = row.placed.at or at
            events.append((at or _LAST, next(number), EventLine(intake, row, at)))
    events.sort(key=lambda each: each[:2])
    more = [line for intake in basket.intakes() for line in _more(intake)]
    return [*(line for _, _, line in events), *more]


def _more(intake: Intake) -> Iterator[MoreLine]:
    yield from (MoreLine("Passed over", why, where, "") for where, why in intake.reading.left)
    draft = intake.draft
    if draft is None:
        return
    for factor in draft.factors:
        yield MoreLine("Cause", factor.text, factor.where)
    shared = shared_tickets(draft)
    for action in draft.actions:
        ticket = f"{action.key}, on another action too" if action.key in shared else action.key
        told = (action.owner, f"due {action.due}" if action.due else "", ticket, action.where)
        yield MoreLine("Action", action.text, " · ".join(filter(None, told)))
    for side, text in draft.lessons:
        yield MoreLine("Lesson", text, {"well": "went well", "badly": "went badly"}.get(side, side))
    for text in draft.learned:
        yield MoreLine("Finding", text, "told as a lesson; recorded, not in focus")
    for title in draft.noted:
        yield MoreLine("Note", title, "has no place of its own; it goes to your private notes")
    for name, role in draft.people:
        yield MoreLine("Person", name, role or "a role is still to be given")


def held_in(file: Taken) -> tuple[str, str, str]:
    """Title, day and contents of a file, in words."""
    if file.review is not None:
        review = file.review
        counts = (len(review.events), len(review.factors), len(review.actions))
        day = _short(review.held_on) if review.held_on else ""
        return review.title, day, _counted(*counts)
    intake = file.intake
    if intake is None:
        return file.name, "", ""
    draft = intake.draft
    if draft is None:
        return intake.reading.source, "", f"{intake.words}, {_counted(intake.taken(), 0, 0)}"
    shown = draft.happened_on or draft.held_on
    told = _counted(len(intake.rows), len(draft.factors), len(draft.actions))
    return draft.title, _short(shown) if shown else "no day", told


def _short(day: date) -> str:
    """``29 Nov 2019``."""
    return f"{_day_and_month(day)} {day.year}"


def _day_and_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def _counted(events: int, causes: int, actions: int) -> str:
    pairs = ((events, "event"), (causes, "cause"), (actions, "action"))
    told = [f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in pairs if number]
    return ", ".join(told) or "nothing but its head"


def several_days(lines: Sequence[Line], zone: str) -> bool:
    """Whether events stand on more than one day, so that the day must be said."""
    ats = (line.at for line in lines if isinstance(line, EventLine))
    return len({local(at, zone).date() for at in ats if at is not None}) > 1
