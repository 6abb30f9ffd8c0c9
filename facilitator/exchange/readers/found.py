"""What a reader gives: entries with a time, the rest of a document, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import repeat
from operator import add
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from facilitator.domain.words import Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from facilitator.domain.words import EventKind, LessonSide, Marker
    from facilitator.exchange.readers.material import Material

ENTRY_LIMIT = 200_000
"""Entries of the longest source that is read in one go."""


class Stamp(NamedTuple):
    """When something happened, as far as its source says; ``raw`` is what stands there.

    ``at`` is an aware UTC instant where the source leaves nothing open. Else ``clock`` is what a
    clock showed, on ``day`` if that is said, ``shift`` days later for hours like 24:05. ``zone``
    is ``UTC``, an offset, an IANA name or an abbreviation; empty means that of the source.
    ``slashed`` are the numbers of a day like 3/4/26, ``yearless`` month and day of one without
    a year. ``weekday`` is that of a day that is not named else, the first from the day before on;
    0 is Monday. ``next_day`` is the day after that. ``since`` is how long it was after the first
    time that was told, if ``from_start``, or else after the last. Without ``at``, ``clock`` and
    ``since`` the time is unknown.
    """

    raw: str = ""
    at: datetime | None = None
    day: date | None = None
    clock: time | None = None
    zone: str = ""
    shift: int = 0
    precision: Precision = Precision.EXACT
    slashed: tuple[int, int, int] | None = None
    yearless: tuple[int, int] | None = None
    weekday: int | None = None
    next_day: bool = False
    since: timedelta | None = None
    from_start: bool = False


class Entry(NamedTuple):
    """One thing that a source says happened; ``where`` is its place there, e.g. ``line 12``.

    ``key`` is the source's own id; without one an entry is known by its time and text.
    ``thread`` is the key of the entry that a reply belongs to. ``kind``, ``marker`` and ``star``
    are proposals; ``why`` says what they rest on. ``noise`` says why an entry is folded away.
    """

    where: str
    stamp: Stamp
    text: str
    key: str = ""
    end: Stamp | None = None
    author: str = ""
    thread: str = ""
    kind: EventKind | None = None
    marker: Marker | None = None
    star: bool = False
    why: str = ""
    lane: str = ""
    link: str = ""
    reactions: int = 0
    noise: str = ""


_Row = TypeVar("_Row", Stamp, Entry)


def made_of(kind: type[_Row], **columns: Iterable[Any]) -> Iterator[_Row]:
    """Very many stamps or entries out of their columns; what is not given keeps its default.

    Made one by one, they take most of the time in which a long chat is read.
    """
    defaults = kind._field_defaults
    given = {name: repeat(value) for name, value in defaults.items()} | columns
    last = max(map(kind._fields.index, columns)) + 1
    rows: Iterable[tuple[Any, ...]] = zip(
        *(given[each] for each in kind._fields[:last]), strict=False
    )
    if rest := tuple(defaults[name] for name in kind._fields[last:]):
        # What all have in common is put behind each at once: many columns take long to walk.
        rows = map(add, rows, repeat(rest))
    return map(tuple.__new__, repeat(kind), rows)


class Left(NamedTuple):
    """Something of a source that does not become a row, and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class FoundAction:
    """An action item as a document tells it; ``due`` only where day and year are certain.

    ``due_said`` is a day as it was written that still lacks its year.
    """

    where: str
    text: str
    owner: str = ""
    due: date | None = None
    key: str = ""
    url: str = ""
    done: bool = False
    priority: str = ""
    due_said: str = ""


@dataclass(frozen=True, slots=True)
class FoundFactor:
    """A cause or contributing factor that a document lists.

    ``under`` is the number of the factor that it explains; -1 if that is what happened itself.
    """

    where: str
    text: str
    under: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The rest of a post-mortem: what becomes the head, causes, actions and lessons of a review.

    ``notes`` is what has no place of its own, ``noted`` the headings that it stood under.
    ``learned`` are lessons of which it is not said whether they went well or badly; ``people`` are
    names and roles.
    """

    title: str = ""
    incident: str = ""
    severity: str = ""
    services: tuple[str, ...] = ()
    failure_class: str = ""
    summary: str = ""
    impact: str = ""
    happened_on: date | None = None
    held_on: date | None = None
    notes: str = ""
    people: tuple[tuple[str, str], ...] = ()
    factors: tuple[FoundFactor, ...] = ()
    actions: tuple[FoundAction, ...] = ()
    lessons: tuple[tuple[LessonSide, str], ...] = ()
    learned: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a source holds; ``source`` names it, e.g. ``Slack #incident-42``.

    ``zone`` is what the source says of all its clocks, ``day`` the day on which it begins.
    """

    form: str
    source: str
    entries: tuple[Entry, ...] = ()
    draft: Draft | None = None
    left: tuple[Left, ...] = ()
    notes: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    zone: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """One way to read a source: ``form`` is its name for scripts, ``words`` that for people.

    ``fits`` looks at the content and is quick; ``read`` raises Refused, with place and sentence.
    """

    form: str
    words: str
    fits: Callable[[Material], bool]
    read: Callable[[Material], Reading]
