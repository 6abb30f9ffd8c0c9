"""Makes reviews from a seed: whole, by every rule, and like those of a busy organisation."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from facilitator.domain.order import KEYS
from facilitator.domain.records import (
    ActionItem,
    Backlog,
    Deferral,
    Factor,
    Finding,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.domain.words import (
    FINISHED_STATUSES,
    ActionStatus,
    EvidenceStatus,
    FactorKind,
    Marker,
    Precision,
    Priority,
    ReviewStatus,
)
from tests.scale import words

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2026, 3, 1)
"""The reviews are of the five years before this day."""
DAYS = 5 * 365
_WEIGHTS = {
    ActionStatus.PROPOSED: 8,
    ActionStatus.AGREED: 15,
    ActionStatus.IN_BACKLOG: 12,
    ActionStatus.IN_PROGRESS: 8,
    ActionStatus.DONE: 34,
    ActionStatus.HELD: 10,
    ActionStatus.DID_NOT_HOLD: 3,
    ActionStatus.DEFERRED: 5,
    ActionStatus.CANCELLED: 5,
}
_MARKED = {0: Marker.IMPACT_START, 4: Marker.DETECTED, 9: Marker.MITIGATED, 12: Marker.RESOLVED}


def many(count: int, seed: int = 1, *, events: int = 40, actions: int = 10) -> Iterator[Review]:
    """So many reviews, each with so many events and actions; the same seed gives the same."""
    random = Random(seed)  # noqa: S311 - nothing is secret about it
    for number in range(count):
        yield _Telling(random, number).review(events, actions)


class _Telling:
    """One incident: what it is about, and when it was."""

    def __init__(self, random: Random, number: int) -> None:
        self._random, self._number = random, number
        self._services = tuple(random.sample(words.SERVICES, random.choice((1, 1, 2, 3))))
        self._subjects = tuple(random.sample(words.SUBJECTS, 3))
        self._day = TODAY - timedelta(days=random.randrange(DAYS))
        self._start = datetime.combine(self._day, datetime.min.time(), UTC) + timedelta(
            minutes=random.randrange(1440)
        )

    def review(self, events: int, actions: int) -> Review:
        random, number = self._random, self._number
        held = self._day + timedelta(days=random.randrange(2, 30))
        factors = tuple(self._factors())
        return Review(
            id=f"r{number:06}",
            title=self._told(random.choice(words.TITLES)),
            incident=f"INC-{1000 + number}",
            severity=random.choice(("SEV 1", "SEV 2", "SEV 2", "SEV 3")),
            services=self._services,
            failure_class=random.choice(words.CLASSES) if random.random() < 0.6 else "",
            summary=self._told("{service} failed for an hour. {subject} was the beginning of it."),
            impact=self._told("One request in five failed {place}."),
            status=random.choice(tuple(ReviewStatus)),
            held_on=held if held <= TODAY else None,
            created=self._start,
            updated=self._start + timedelta(days=1),
            participants=self._people(),
            events=tuple(sorted(self._events(events), key=KEYS["events"])),
            factors=factors,
            findings=self._findings(factors),
            actions=tuple(self._actions(actions, factors)),
        )

    def _told(self, sentence: str) -> str:
        random = self._random
        told = sentence.format(
            service=random.choice(self._services),
            subject=random.choice(self._subjects),
            place=random.choice(words.PLACES),
        )
        return told[0].upper() + told[1:]

    def _people(self) -> tuple[Participant, ...]:
        names = self._random.sample(words.OWNERS, 3)
        return tuple(
            Participant(id=f"p{place}", name=name, role=f"Engineer {place + 1}", attended=True)
            for place, name in enumerate(names)
        )

    def _events(self, count: int) -> Iterator[TimelineEvent]:
        random, at = self._random, self._start
        for place in range(count):
            kind, sentence = random.choice(words.EVENTS)
            yield TimelineEvent(
                id=f"e{place:05}",
                text=self._told(sentence),
                at=at,
                typed=f"{at:%H:%M}",
                zone="UTC",
                precision=random.choice((Precision.EXACT, Precision.EXACT, Precision.ABOUT)),
                kind=kind,
                marker=_MARKED.get(place),
                lane=random.choice(self._services),
                starred=random.random() < 0.2,
            )
            at += timedelta(minutes=random.randrange(1, 12))

    def _factors(self) -> Iterator[Factor]:
        random = self._random
        yield Factor(
            id="f0", parent=None, text=self._told("{service} failed {place}"), kind=_EFFECT
        )
        yield Factor(id="f1", parent="f0", text=self._told("{subject} ran"), kind=_TRIGGER)
        for place in range(2, random.randrange(6, 12)):
            family, sentence = random.choice(words.FACTORS)
            yield Factor(
                id=f"f{place}",
                parent=f"f{random.choice((0, *range(2, place)))}",
                position=place,
                text=self._told(sentence),
                family=family if random.random() < 0.9 else None,
                evidence_status=random.choice(tuple(EvidenceStatus)),
            )

    def _findings(self, factors: tuple[Factor, ...]) -> tuple[Finding, ...]:
        conditions = [each.id for each in factors if each.kind is FactorKind.CONDITION]
        return tuple(
            Finding(
                id=f"d{place}",
                position=place,
                text=self._told(sentence),
                factors=tuple(self._random.sample(conditions, 2)),
                focus=place < 2,
                elsewhere=self._random.choice(("", words.SERVICES[self._number % 48])),
            )
            for place, sentence in enumerate(words.FINDINGS)
        )

    def _actions(self, count: int, factors: tuple[Factor, ...]) -> Iterator[ActionItem]:
        random = self._random
        for place in range(count):
            label, sentence = random.choice(words.ACTIONS)
            (status,) = random.choices(tuple(_WEIGHTS), tuple(_WEIGHTS.values()))
            agreed = self._day + timedelta(days=random.randrange(1, 20))
            done = agreed + timedelta(days=min(random.randrange(1, 60), random.randrange(1, 400)))
            over = status in FINISHED_STATUSES and done <= TODAY
            if status in FINISHED_STATUSES and not over:
                status = ActionStatus.IN_PROGRESS
            yield ActionItem(
                id=f"a{place:04}",
                position=place,
                text=self._told(sentence),
                owner=random.choice(words.OWNERS) if random.random() < 0.8 else "",
                stated_priority=random.choice((None, *Priority)),
                due=agreed + timedelta(days=random.choice((14, 30, 60)))
                if random.random() < 0.7
                else None,
                status=status,
                hint=label,
                vague=random.random() < 0.2,
                factors=(random.choice(factors[2:]).id,),
                backlog=Backlog(system="Jira", key=f"OPS-{self._number * 10 + place}")
                if random.random() < 0.5
                else None,
                proposed_on=self._day,
                agreed_on=None if status is ActionStatus.PROPOSED else agreed,
                done_on=done if over else None,
                check_on=done + timedelta(days=90) if over else None,
                held_because="No page since" if over and status is ActionStatus.HELD else "",
                deferral=self._deferral(agreed) if status is ActionStatus.DEFERRED else None,
            )

    def _deferral(self, agreed: date) -> Deferral:
        return Deferral(
            accepted_by="Head of payments",
            reason="The next quarter is full",
            until=agreed + timedelta(days=self._random.randrange(30, 400)),
        )


_EFFECT, _TRIGGER = FactorKind.EFFECT, FactorKind.TRIGGER
