"""What the kept figures say of actions: how they stand, how old they are, how long they took."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from facilitator.domain.marks import DURABLE, NO_LABEL, OTHER
from facilitator.domain.trends import (
    AgeGroup,
    Flow,
    Mix,
    Month,
    Quarter,
    Spread,
    Standing,
    Taken,
    Totals,
)
from facilitator.domain.words import FINISHED_STATUSES, ActionStatus, Durability
from facilitator.store.kept.figures import END, NO_MONTH, REST, month_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from facilitator.store.kept.figures import Figures

AGES = ((0, 30), (31, 60), (61, 90), (91, None))
"""Days from and to, of each group of ages."""
MONTHS = 120
"""So many months of arrivals are told at most."""
QUARTERS = 8
"""So many of the latest quarters in which anything was done tell how long it took."""
STANDING = 4
"""So many quarters of resilience actions, with this one."""

_OPEN = frozenset(
    {ActionStatus.PROPOSED, ActionStatus.AGREED, ActionStatus.IN_BACKLOG, ActionStatus.IN_PROGRESS}
)
_LABELS: dict[str, Durability | None] = {
    **{label.value: label for label in Durability},
    NO_LABEL: None,
}


def totals(figures: Figures, today: date) -> tuple[Totals, Totals]:
    """How all actions stand, and how those stand that are durable."""
    by_flag = _Standings(figures, today.toordinal())
    return by_flag.of(DURABLE, OTHER), by_flag.of(DURABLE)


class _Standings:
    """Counts by whether an action is durable."""

    def __init__(self, figures: Figures, today: int) -> None:
        self._statuses = Counter(dict(figures.sums("status", REST)))
        self._due = _told(figures, "due", today - 1)
        self._until = _told(figures, "until", today)
        self._check = _told(figures, "check", today)

    def of(self, *flags: str) -> Totals:
        """The sums of these."""
        are = {status: self._sum(self._statuses, flags, status.value) for status in ActionStatus}
        is_open = sum(are[status] for status in _OPEN)
        overdue, to_come = (self._sum(self._due, flags, come) for come in "10")
        return Totals(
            open=is_open,
            done=sum(are[status] for status in FINISHED_STATUSES),
            deferred=are[ActionStatus.DEFERRED],
            cancelled=are[ActionStatus.CANCELLED],
            overdue=overdue,
            undated=is_open - overdue - to_come,
            accepted=self._sum(self._until, flags, "0"),
            back=self._sum(self._until, flags, "1"),
            held=are[ActionStatus.HELD],
            did_not_hold=are[ActionStatus.DID_NOT_HOLD],
            check_due=self._sum(self._check, flags, "1"),
        )

    def _sum(self, counts: Counter[str], flags: Iterable[str], key: str) -> int:
        return sum(counts[f"{flag}{key}"] for flag in flags)


def _told(figures: Figures, kind: str, today: int) -> Counter[str]:
    """How many by flag, and by whether their day has come (1) or not (0)."""
    found: dict[str, list[int]] = {}
    # Rows come in the order of their keys, so that SQLite need not sort them.
    come = "sum(CASE WHEN k.day <= :today THEN k.n ELSE 0 END)"
    for key, n, has_come in figures.by_key(kind, come, today=today):
        counts = found.setdefault(key[len(NO_MONTH) :], [0, 0])
        counts[0] += n - has_come
        counts[1] += has_come
    return Counter(
        {f"{flag}{come}": n for flag, counts in found.items() for come, n in enumerate(counts)}
    )


def ages(figures: Figures, today: date) -> tuple[AgeGroup, ...]:
    """Open resilience actions by age; what is dated after today is as young as can be."""
    groups = " ".join(
        f"WHEN :today - k.day <= {last} THEN {place}"
        for place, (_first, last) in enumerate(AGES)
        if last is not None
    )
    which = f"CASE WHEN k.day = 0 THEN -1 {groups} ELSE {len(AGES) - 1} END"
    counts = dict(figures.sums("age", which, today=today.toordinal()))
    return tuple(
        AgeGroup(first=first, last=last, actions=counts.get(place, 0))
        for place, (first, last) in enumerate(AGES)
    )


def taken(figures: Figures) -> tuple[Spread, tuple[Taken, ...]]:
    """The days that done actions took: of all of them, and by the quarter they were done in."""
    whole = Spread(tuple(figures.sums("took", "k.day")))
    found: list[Taken] = []
    month = figures.latest("took")
    while month is not None and len(found) < QUARTERS:
        quarter = Quarter.of(month.first)
        first, last = Month.of(quarter.first).key, Month.of(quarter.last).key
        days = figures.sums("took", "k.day", since=first, before=f"{last}{END}")
        found.append(Taken(quarter=quarter, days=Spread(tuple(days))))
        month = figures.latest("took", first)
    return whole, tuple(reversed(found))


def mixes(figures: Figures) -> tuple[tuple[tuple[Durability | None, int], ...], tuple[Mix, ...]]:
    """Actions not cancelled by label: all of them, and by the quarter they were agreed in."""
    whole: Counter[Durability | None] = Counter()
    found = []
    for quarter, keys in figures.by_quarter("label").items():
        counts = {_LABELS[key]: n for key, n in keys.items()}
        whole.update(counts)
        if quarter is not None:
            found.append(Mix(quarter=quarter, labels=_ordered(counts)))
    return _ordered(whole), tuple(found)


def _ordered(counts: Mapping[Durability | None, int]) -> tuple[tuple[Durability | None, int], ...]:
    return tuple((label, counts[label]) for label in (*Durability, None) if counts.get(label))


def flow(figures: Figures, every: Figures, today: date, since: date | None) -> tuple[Flow, ...]:
    """Arrivals and completions, month by month up to this one, and what was left after each.

    ``every`` are the figures of the whole library.
    """
    whole = _by_month(every)
    if not whole:
        return ()
    shown = whole if since is None else _by_month(figures)
    return tuple(_flowing(whole, shown, _first_shown(min(whole), today, since), Month.of(today)))


def _by_month(figures: Figures) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for key, n in figures.by_key("flow"):
        found.setdefault(key[: len(NO_MONTH)], {})[key[len(NO_MONTH) :]] = n
    return found


def _first_shown(first: str, today: date, since: date | None) -> Month:
    shown = max(month_of(first), Month.of(today).earlier(MONTHS - 1))
    return max(shown, Month.of(since)) if since else shown


def _flowing(
    whole: dict[str, dict[str, int]], shown: dict[str, dict[str, int]], month: Month, last: Month
) -> Iterator[Flow]:
    left = sum(_more(counts) for key, counts in whole.items() if key < month.key)
    while month <= last:
        key = month.key
        here = shown.get(key, {})
        left += _more(whole.get(key, {}))
        arrived, completed = here.get("in", 0), here.get("out", 0)
        yield Flow(month=month, arrived=arrived, completed=completed, open_after=left)
        month = month.earlier(-1)


def _more(counts: dict[str, int]) -> int:
    return counts.get("in", 0) - counts.get("out", 0)


def standing(every: Figures, today: date) -> tuple[Standing, ...]:
    """How the resilience actions of the latest quarters stand, the present one last."""
    months = [Month.of(today).earlier(3 * back) for back in range(STANDING)]
    quarters = [Quarter.of(month.first) for month in reversed(months)]
    found = every.by_quarter("status", Month.of(quarters[0].first).key)
    return tuple(
        Standing(
            quarter=quarter,
            actions=sum(counts.get(key, 0) for key in _COUNTED),
            open=sum(counts.get(key, 0) for key in _COUNTED_OPEN),
        )
        for quarter, counts in ((each, found.get(each, {})) for each in quarters)
    )


_COUNTED = [
    f"{DURABLE}{status.value}" for status in ActionStatus if status is not ActionStatus.CANCELLED
]
_COUNTED_OPEN = [f"{DURABLE}{status.value}" for status in _OPEN]
