"""What the library says about itself: figures on actions and systems, never on people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

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


class Month(NamedTuple):
    """A month of a year."""

    year: int
    number: int

    @property
    def key(self) -> str:
        """As it is stored and scripted: ``2026-03``."""
        return f"{self.year:04}-{self.number:02}"


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

    The same class is not the same incident. ``undated`` reviews of the class have no day.
    """

    name: str
    occurrences: tuple[Occurrence, ...]
    closed: tuple[date, ...]
    undated: int = 0

    @property
    def first_closed(self) -> date | None:
        """When the first action of the class was done."""
        return self.closed[0] if self.closed else None

    @property
    def again(self) -> int:
        """How many incidents came after a fix was closed."""
        return sum(each.again for each in self.occurrences)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeGroup:
    """Open resilience actions whose age in days is from ``first`` to ``last`` (None: no end)."""

    first: int
    last: int | None
    actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Actions that arrived and that were completed in a month, and how many were open after it."""

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
class PatternLine:
    """Factors of several reviews that a person said are the same."""

    pattern_id: str
    name: str
    reviews: tuple[str, ...]
    services: tuple[str, ...]
    durable_actions: int
    last_seen: date | None


class Mark(NamedTuple):
    """Something drawn on the page; ``behind`` it are reviews.

    ``kind`` and ``key`` are those of the kept figures (see ``store/kept``), ``first`` and ``last``
    bound its day, both included.
    """

    kind: str
    key: str
    first: int | None = None
    last: int | None = None


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

    ``durability`` counts the actions not cancelled by label; ``families`` the reviews that met
    one; ``age`` and ``open_resilience`` are of open durable actions.
    """

    today: date
    since: date | None = None
    reviews: int = 0
    undated: int = 0
    with_durable: int = 0
    totals: Totals = Totals()
    resilience: Totals = Totals()
    took: Spread = Spread()
    to_review: Spread = Spread()
    seen: tuple[Seen, ...] = ()
    family_reviews: tuple[tuple[Family, int], ...] = ()
    families: tuple[FamilyLine, ...] = ()
    services: tuple[ServiceLine, ...] = ()
    classes: tuple[ClassLine, ...] = ()
    age: tuple[AgeGroup, ...] = ()
    flow: tuple[Flow, ...] = ()
    taken: tuple[Taken, ...] = ()
    mix: tuple[Mix, ...] = ()
    durability: tuple[tuple[Durability | None, int], ...] = ()
    patterns: tuple[PatternLine, ...] = ()
    warnings: tuple[Warned, ...] = ()
