"""What there is to warn of in a library: rules over its figures, the worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.coach.lack import number_word
from facilitator.domain import marks
from facilitator.domain.day_words import MONTHS, format_day
from facilitator.domain.trends import Quarter

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.trends import Mark, Month, Taken, Trends

FEW = 5
"""With fewer reviews, or fewer actions, a rule does not speak."""
SLOWER = 1.25
"""How many times as long half of the fixes must take now ..."""
LONGER = 7
"""... and how many days longer at least."""
LOOKED_BACK = 4
"""Quarters among which it is compared."""
OVERDUE = 1 / 3
DURABLE_SHARE = 1 / 2
OPEN_SHARE = 1 / 2
MONTHS_GROWING = 3
PATTERN_REVIEWS = 3
PATTERN_SERVICES = 2
TWICE = 2


class Told(NamedTuple):
    """A rule that speaks: in which form, with which numbers, and what is behind it."""

    rule: str
    form: str
    numbers: dict[str, Any]
    mark: Mark | None = None


def enough(trends: Trends) -> bool:
    """Whether there are enough reviews and actions to tell anything."""
    return trends.reviews >= FEW and trends.totals.counted >= FEW


def came_back(trends: Trends) -> Told | None:
    """Failure classes that were seen again after a fix of theirs was closed."""
    found = [line for line in trends.classes if line.again and line.first_closed]
    if not found:
        return None
    worst = found[0]
    numbers = {
        "count": number_word(len(found)),
        "name": worst.name,
        "again": worst.again,
        "seen": worst.seen,
        "closed": format_day(worst.closed[0]),
    }
    return Told("came_back", _form(len(found)), numbers, marks.of_class(worst.name, trends.since))


def pattern(trends: Trends) -> Told | None:
    """A pattern that no durable action answers."""
    for line in trends.patterns:
        many = len(line.reviews) >= PATTERN_REVIEWS and len(line.services) >= PATTERN_SERVICES
        if many and not line.durable_actions:
            numbers = {
                "name": line.name,
                "seen": len(line.reviews),
                "services": len(line.services),
                "durable": 0,
                "least": PATTERN_REVIEWS,
            }
            return Told("pattern", "one", numbers, marks.of_pattern(line.pattern_id, trends.since))
    return None


def slower(trends: Trends) -> Told | None:
    """Half of the fixes take clearly longer than in an earlier quarter of the latest year."""
    counted = [each for each in trends.taken if each.days.n >= FEW]
    latest = [each for each in counted if _quarters_ago(each, trends) < LOOKED_BACK]
    if len(latest) <= 1:
        return None
    before, now = latest[0].days.median or 0, latest[-1].days.median or 0
    if now < before * SLOWER or now < before + LONGER:
        return None
    numbers = {
        "now": now,
        "before": before,
        "now_n": latest[-1].days.n,
        "before_n": latest[0].days.n,
        "now_quarter": quarter_words(latest[-1].quarter),
        "before_quarter": quarter_words(latest[0].quarter),
    }
    return Told("slower", "one", numbers, marks.of_taken(latest[-1].quarter, now))


def _quarters_ago(taken: Taken, trends: Trends) -> int:
    now, then = Quarter.of(trends.today), taken.quarter
    return (now.year - then.year) * 4 + now.number - then.number


def theatre(trends: Trends) -> Told | None:
    """The resilience actions of this quarter are mostly open, and more are than of the last."""
    if len(trends.standing) < TWICE:
        return None
    before, now = trends.standing[-2:]
    mostly = now.actions >= FEW and now.open > now.actions * OPEN_SHARE
    if not mostly or not before.actions or now.open <= before.open:
        return None
    numbers = {
        "open": now.open,
        "actions": now.actions,
        "before": before.open,
        "before_actions": before.actions,
        "times": _times(now.open, before.open),
        "quarter": quarter_words(now.quarter),
        "before_quarter": quarter_words(before.quarter),
    }
    form = "none" if not before.open else "times" if now.open >= before.open * TWICE else "more"
    return Told("theatre", form, numbers, marks.of_open_resilience(now.quarter))


def _times(now: int, before: int) -> str:
    """``twice``, ``three times``: rounded down."""
    if not before:
        return ""
    return "twice" if now < before * 3 else f"{number_word(now // before).lower()} times"


def old(trends: Trends) -> Told | None:
    """Open resilience actions in the last group of ages."""
    group = trends.age[-1] if trends.age else None
    if group is None or not group.actions:
        return None
    numbers = {
        "count": number_word(group.actions),
        "old": group.actions,
        "open": trends.resilience.open,
        "days": group.first - 1,
    }
    mark = marks.of_age(group, trends.today, trends.since)
    return Told("old", _form(group.actions), numbers, mark)


def growing(trends: Trends) -> Told | None:
    """More arrived than was done in each of the three months before this one."""
    months = trends.flow[-MONTHS_GROWING - 1 : -1]
    arrived = sum(each.arrived for each in months)
    grew = all(each.arrived > each.completed for each in months)
    if len(months) < MONTHS_GROWING or not grew or arrived < FEW:
        return None
    numbers = {
        "months": _span(months[0].month, months[-1].month),
        "arrived": arrived,
        "completed": sum(each.completed for each in months),
        "left": months[-1].open_after,
    }
    return Told("growing", "one", numbers, marks.of_arrived(months[-1].month))


def overdue(trends: Trends) -> Told | None:
    """More than a third of what is open is past its due day."""
    totals = trends.totals
    if totals.open < FEW or totals.overdue <= totals.open * OVERDUE:
        return None
    numbers = {"overdue": totals.overdue, "open": totals.open, "undated": totals.undated}
    return Told("overdue", "one", numbers, marks.of_overdue(trends.today, trends.since))


def few_durable(trends: Trends) -> Told | None:
    """Less than half of the reviews led to a durable action."""
    if trends.with_durable >= trends.reviews * DURABLE_SHARE:
        return None
    numbers = {"durable": trends.with_durable, "reviews": trends.reviews}
    form = "one" if trends.with_durable else "none"
    return Told("few_durable", form, numbers, marks.of_no_durable(trends.since))


def back(trends: Trends) -> Told | None:
    """Actions that were put off until a day that has come."""
    totals = trends.totals
    if not totals.back:
        return None
    numbers = {
        "count": number_word(totals.back),
        "back": totals.back,
        "deferred": totals.deferred,
    }
    mark = marks.of_back(trends.today, trends.since)
    return Told("back", _form(totals.back), numbers, mark)


RULES: tuple[Callable[[Trends], Told | None], ...] = (
    came_back,
    pattern,
    slower,
    theatre,
    old,
    growing,
    overdue,
    few_durable,
    back,
)
"""All rules, the worst first."""


def _form(count: int) -> str:
    return "one" if count == 1 else "several"


def quarter_words(quarter: Quarter) -> str:
    """``Q1 2026``."""
    return f"Q{quarter.number} {quarter.year}"


def _span(first: Month, last: Month) -> str:
    """``August to October 2026``."""
    begun = MONTHS[first.number - 1]
    year = f" {first.year}" if first.year != last.year else ""
    return f"{begun}{year} to {MONTHS[last.number - 1]} {last.year}"
