"""What stands behind each thing drawn on the page of trends, as a mark that a store can look up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.trends import Mark

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.trends import AgeGroup, Month, Quarter
    from facilitator.domain.words import Durability, Family

DURABLE, OTHER = "d", "-"
"""Before the key of what counts resilience actions apart."""


def of_family(family: Family, quarter: Quarter | None = None, since: date | None = None) -> Mark:
    """The reviews that met a family, in a quarter or since a day."""
    start = quarter.first if quarter else since
    return Mark("family", family.value, start=start, end=quarter.last if quarter else None)


def of_service(service: str, since: date | None = None) -> Mark:
    """The reviews that name a service."""
    return Mark("service", folded(service), start=since)


def of_class(name: str, since: date | None = None) -> Mark:
    """The reviews of a failure class."""
    return Mark("class", folded(name), start=since)


def of_pattern(pattern_id: str, since: date | None = None) -> Mark:
    """The reviews that a pattern was seen in."""
    return Mark("pattern", pattern_id, start=since)


def of_age(group: AgeGroup, today: date, since: date | None = None) -> Mark:
    """Those with open resilience actions of this age."""
    youngest = today.toordinal() - group.first
    # What has no day stands at 0, and has no age.
    oldest = 1 if group.last is None else today.toordinal() - group.last
    # What is dated after today is as young as can be.
    return Mark("age", "", oldest, youngest if group.first else None, start=since)


def of_taken(quarter: Quarter, first: int | None = None, last: int | None = None) -> Mark:
    """Those with actions that were done in a quarter, and took from so many days to so many."""
    return Mark("took", "", first, last, quarter.first, quarter.last)


def of_mix(label: Durability | None, quarter: Quarter | None = None) -> Mark:
    """Those with actions of a label, agreed in a quarter; None stands for no label."""
    key = label.value if label else NO_LABEL
    return Mark("label", key, start=quarter.first if quarter else None, end=_end(quarter))


def of_arrived(month: Month) -> Mark:
    """Those with actions that arrived in a month."""
    return Mark("flow", "in", start=month.first, end=month.last)


def of_completed(month: Month) -> Mark:
    """Those with actions that were done in a month."""
    return Mark("flow", "out", start=month.first, end=month.last)


def of_overdue(today: date, since: date | None = None) -> Mark:
    """Those with open actions past their due day."""
    return Mark("due", "", None, today.toordinal() - 1, start=since)


def of_back(today: date, since: date | None = None) -> Mark:
    """Those with actions put off until a day that has come."""
    return Mark("until", "", None, today.toordinal(), start=since)


def of_accepted(today: date, since: date | None = None) -> Mark:
    """Those with actions put off until a day to come."""
    return Mark("until", "", today.toordinal() + 1, start=since)


def of_check_due(today: date, since: date | None = None) -> Mark:
    """Those with done actions of which nobody said yet whether they held, though it is time."""
    return Mark("check", "", None, today.toordinal(), start=since)


def of_open_resilience(quarter: Quarter | None = None, since: date | None = None) -> Mark:
    """Those with open resilience actions, agreed in a quarter or since a day."""
    start = quarter.first if quarter else since
    return Mark("age", "", start=start, end=_end(quarter))


def of_durable(since: date | None = None) -> Mark:
    """The reviews with at least one durable action."""
    return Mark("review", DURABLE, start=since)


def of_no_durable(since: date | None = None) -> Mark:
    """The reviews without one."""
    return Mark("review", OTHER, start=since)


def of_undated() -> Mark:
    """The reviews without a day."""
    return Mark("undated")


NO_LABEL = "none"
"""The key of actions without a label."""


def folded(name: str) -> str:
    """What names that differ in capitals and outer spaces have in common."""
    return name.strip().casefold()


def _end(quarter: Quarter | None) -> date | None:
    return quarter.last if quarter else None
