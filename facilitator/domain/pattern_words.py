"""What is said of a pattern: how often it was seen, where, and what was done about it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.words import CLOSED_STATUSES, FINISHED_STATUSES, ActionStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from facilitator.domain.patterns import Met, Pattern, Tried
    from facilitator.domain.words import Family

INVEST = 3
"""Seen so often, it is worth an investment of its own."""
_NOT_HELD = frozenset({ActionStatus.DID_NOT_HOLD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A pattern with the factors that are still there, by day, and what was tried against it.

    ``met`` leaves out reviews in the trash.
    """

    pattern: Pattern
    met: tuple[Met, ...]
    tried: tuple[Tried, ...] = ()

    @property
    def cases(self) -> int:
        """How many incidents met it; two reviews of one incident are one case."""
        return len({each.case for each in self.met})

    @property
    def reviews(self) -> frozenset[str]:
        """The ids of the reviews behind it."""
        return frozenset(each.place.review_id for each in self.met)

    @property
    def services(self) -> tuple[str, ...]:
        """The services of these reviews, by name."""
        return services_of(self.met)

    @property
    def durable(self) -> tuple[Tried, ...]:
        """The durable actions among those tried, but for those given up."""
        return tuple(
            each
            for each in self.tried
            if each.durable and each.status is not ActionStatus.CANCELLED
        )

    @property
    def family(self) -> Family | None:
        """The family that most of the factors have."""
        return family_of(self.met)

    @property
    def first_seen(self) -> date | None:
        """The day of the earliest incident that met it."""
        return min((each.day for each in self.met if each.day is not None), default=None)

    @property
    def last_seen(self) -> date | None:
        """The day of the latest incident that met it."""
        return max((each.day for each in self.met if each.day is not None), default=None)

    @property
    def words(self) -> str:
        """``Seen 5 times in 4 services, 0 durable actions``."""
        return f"{seen_words(self.cases, len(self.services))}, {durable_words(len(self.durable))}"

    @property
    def missing(self) -> str:
        """What is missing, in words."""
        return missing_words(self)

    @property
    def is_an_investment(self) -> bool:
        """Whether it was seen often, and nothing that lasts was finished against it."""
        finished = (each.status in FINISHED_STATUSES - _NOT_HELD for each in self.durable)
        return self.cases >= INVEST and not any(finished)


def services_of(met: Iterable[Met]) -> tuple[str, ...]:
    """The services of the reviews behind factors, each once, whatever its capitals."""
    found: dict[str, str] = {}
    for each in met:
        for service in each.services:
            found.setdefault(service.casefold(), service)
    return tuple(sorted(found.values(), key=str.casefold))


def family_of(met: Iterable[Met]) -> Family | None:
    """The family that most of these factors have; of two the one named first."""
    counted = Counter(each.family for each in met if each.family is not None)
    return counted.most_common(1)[0][0] if counted else None


def seen_words(cases: int, services: int) -> str:
    """``Seen 5 times in 4 services``."""
    seen = "Seen once" if cases == 1 else f"Seen {cases:,} times"
    if not cases:
        return "Not seen any longer"
    where = "1 service" if services == 1 else f"{services:,} services"
    return f"{seen} in {where}" if services else seen


def durable_words(count: int) -> str:
    """``0 durable actions``."""
    return "1 durable action" if count == 1 else f"{count:,} durable actions"


def missing_words(known: Known) -> str:
    """What has to be planned, or that nothing has."""
    durable = known.durable
    if not durable:
        tried = "Nothing was tried" if not known.tried else "Nothing that lasts was tried"
        return f"{tried}: plan an action that the next service gets without asking."
    waiting = [each for each in durable if each.status not in CLOSED_STATUSES]
    failed = [each for each in durable if each.status in _NOT_HELD]
    if failed:
        return f"{durable_words(len(failed))} did not hold: find out why before the next."
    if waiting:
        return f"{durable_words(len(waiting))} not finished yet."
    return "Find out whether what was done reaches every service."
