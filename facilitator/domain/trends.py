"""What the library says about itself: figures on actions and systems, never on people."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from facilitator.domain.words import Durability, Family


class Quarter(NamedTuple):
    """A quarter of a year; ``number`` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter that a day is in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def key(self) -> str:
        """As it is stored and scripted: ``2026Q1``."""
        return f"{self.year:04}Q{self.number}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return Month(self.year, self.number * 3).last


class Month(NamedTuple):
    """A month of a year."""

    year: int
    number: int

    @property
    def key(self) -> str:
        """As it is stored and scripted: ``2026-03``."""
        return f"{self.year:04}-{self.number:02}"

    @classmethod
    def of(cls, day: date) -> Month:
        """The month that a day is in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])

    def earlier(self, months: int) -> Month:
        """The month so many months before, or after for a number below zero."""
        year, number = divmod(self.year * 12 + self.number - 1 - months, 12)
        return Month(year, number + 1)


def last_year(today: date) -> date:
    """Where the last twelve months begin: the first day of this month a year ago.

    Figures since the first day of a month are kept ready; those since another day are counted.
    """
    return Month.of(today).earlier(12).first


@dataclass(frozen=True, slots=True)
class Spread:
    """Whole days that things took: ``counts`` has (days, how many), by days, without zeros."""

    counts: tuple[tuple[int, int], ...] = ()

    @property
    def n(self) -> int:
        """How many things."""
        return sum(count for _days, count in self.counts)

    @property
    def median(self) -> int | None:
        """The day by which half of them were done: the lower of the middle two; None of none."""
        left = (self.n + 1) // 2
        for days, count in self.counts:
            left -= count
            if left <= 0 and self.n:
                return days
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The actions as they stand on a day.

    ``open`` are those of which something is expected (proposed, agreed, in backlog, in progress);
    ``done`` were carried out; ``deferred`` were put off; ``cancelled`` given up. ``overdue`` are
    open and past their due day; ``undated`` open without one. ``accepted`` are deferred until a
    day to come (accepted recurrence), ``back`` deferred until a day that has come.
    """

    open: int = 0
    done: int = 0
    deferred: int = 0
    cancelled: int = 0
    overdue: int = 0
    undated: int = 0
    accepted: int = 0
    back: int = 0
    held: int = 0
    did_not_hold: int = 0
    check_due: int = 0

    @property
    def counted(self) -> int:
        """All but the cancelled: what the completion rate is a share of."""
        return self.open + self.done + self.deferred

    @property
    def completion_rate(self) -> float | None:
        """Done of counted; None of none."""
        return self.done / self.counted if self.counted else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A review in the row of reviews, oldest first: which families it met."""

    review_id: str
    title: str
    day: date | None
    families: frozenset[Family]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyLine:
    """How many of the reviews of a quarter met a family."""

    quarter: Quarter
    family: Family
    reviews: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceLine:
    """How many reviews named a service, and the families they met, most first."""

    service: str
    reviews: int
    families: tuple[tuple[Family, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """An incident of a failure class; ``again`` if an action of the class was done before it."""

    review_id: str
    title: str
    day: date
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassLine:
    """A failure class: its incidents by day, and the days on which actions of it were done.

    The same class is not the same incident. ``seen`` counts its incidents that have a day, and
    ``again`` those of them that came after a fix was closed; ``occurrences`` are the latest, oldest
    first, ``closed`` the first day and the latest. ``undated`` reviews of the class have no day.
    """

    name: str
    occurrences: tuple[Occurrence, ...] = ()
    closed: tuple[date, ...] = ()
    seen: int = 0
    again: int = 0
    undated: int = 0

    @property
    def first_closed(self) -> date | None:
        """When the first action of the class was done."""
        return self.closed[0] if self.closed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeGroup:
    """Open resilience actions whose age in days is from ``first`` to ``last`` (None: no end)."""

    first: int
    last: int | None
    actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Actions that arrived and that were completed in a month, and how many were left after it.

    What is left has not been done: it is open or deferred. Actions without a day are not here.
    """

    month: Month
    arrived: int
    completed: int
    open_after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How long the actions took that were done in a quarter."""

    quarter: Quarter
    days: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """The actions agreed in a quarter, by label; those without one are under None."""

    quarter: Quarter
    labels: tuple[tuple[Durability | None, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The resilience actions that were agreed in a quarter, and how many of them are open today."""

    quarter: Quarter
    actions: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternLine:
    """Factors of several reviews that a person said are the same."""

    pattern_id: str
    name: str
    reviews: tuple[str, ...]
    services: tuple[str, ...]
    durable_actions: int
    last_seen: date | None


class Mark(NamedTuple):
    """Something drawn on the page; ``behind`` it are reviews. ``domain/marks`` makes them.

    ``kind`` is one of the kept figures (see ``store/kept``), ``key`` what is counted in it (empty:
    all of it). ``first`` and ``last`` bound its number (a day as an ordinal, or days taken),
    ``start`` and ``end`` the days that it is dated by; all of them included, None has no bound.
    """

    kind: str
    key: str = ""
    first: int | None = None
    last: int | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A sentence about the library, with the rule and the numbers behind it."""

    rule: str
    sentence: str
    why: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends:
    """One page about a library, from ``since`` (None: from the beginning) to ``today``.

    With ``since`` only what is dated since then counts: reviews by the day of the incident (else
    that of the review), actions by the day they were agreed (else proposed, else that of their
    review), ``took`` and ``taken`` by the day they were done. A day is one of UTC.

    ``reviews`` are all that count, ``undated`` those of the library without a day. ``durability``
    counts the actions not cancelled by label; ``families`` the reviews that met one; ``age`` is of
    open resilience actions. ``services`` and ``classes`` are the foremost of so many
    (``all_services``, ``all_classes``). ``damaged`` rows cannot be read and count nowhere.
    ``calm`` is said where there is nothing to warn of.
    """

    today: date
    since: date | None = None
    reviews: int = 0
    undated: int = 0
    with_durable: int = 0
    damaged: int = 0
    totals: Totals = Totals()
    resilience: Totals = Totals()
    took: Spread = Spread()
    to_review: Spread = Spread()
    seen: tuple[Seen, ...] = ()
    family_reviews: tuple[tuple[Family, int], ...] = ()
    families: tuple[FamilyLine, ...] = ()
    services: tuple[ServiceLine, ...] = ()
    all_services: int = 0
    classes: tuple[ClassLine, ...] = ()
    all_classes: int = 0
    age: tuple[AgeGroup, ...] = ()
    flow: tuple[Flow, ...] = ()
    taken: tuple[Taken, ...] = ()
    mix: tuple[Mix, ...] = ()
    durability: tuple[tuple[Durability | None, int], ...] = ()
    standing: tuple[Standing, ...] = ()
    patterns: tuple[PatternLine, ...] = ()
    warnings: tuple[Warned, ...] = ()
    calm: str = ""
