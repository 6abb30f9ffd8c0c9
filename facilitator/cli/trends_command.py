"""``trends``: what the library says about itself, as JSON or as a page of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.app.trends import judged
from facilitator.cli.failure import Exit, Failure
from facilitator.cli.streams import tell_json, tell_text
from facilitator.cli.trends_page import page
from facilitator.domain.days import read_day
from facilitator.domain.marks import NO_LABEL
from facilitator.domain.rules import RuleViolation
from facilitator.domain.words import Durability

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from facilitator.cli.shelf import Shelf
    from facilitator.domain.trends import ClassLine, Spread, Totals, Trends


def trends(shelf: Shelf, arguments: Namespace, now: Callable[[], datetime]) -> None:
    """The page, from a day on if one is named; on the screen or in a file."""
    out, as_json, today = arguments.out, arguments.json, now().date()
    if out is not None and as_json:
        raise Failure(Exit.USAGE, "Argument --json: goes to no file; leave out --out or --json.")
    if out is None and arguments.force:
        raise Failure(Exit.USAGE, "Argument --force: is only for --out.")
    since = _day(arguments.since, today)

    def read() -> Trends:
        return judged(shelf.trends(today, since))

    if out is not None:
        from facilitator.cli.library_files import write_trends  # noqa: PLC0415 - only for a file

        write_trends(arguments, read, shelf, now)
        return
    found = read()
    if as_json:
        tell_json(told(found))
    else:
        tell_text(page(found))


def _day(since: str, today: date) -> date | None:
    try:
        return read_day(since, today) if since else None
    except RuleViolation as problem:
        raise Failure(Exit.USAGE, f"Argument --since: {problem.reason}") from None


def told(found: Trends) -> dict[str, Any]:
    """The page for machines; what the design lists stands first."""
    return {
        "reviews": found.reviews,
        "actions": _actions(found.totals, found.took),
        "durability": _labels(found.durability),
        "families": {family.value: n for family, n in found.family_reviews},
        "classes": [_class(each) for each in found.classes],
        "warnings": [
            {"rule": each.rule, "sentence": each.sentence, "why": each.why}
            for each in found.warnings
        ],
        "calm": found.calm or None,
        "today": found.today.isoformat(),
        "since": found.since.isoformat() if found.since else None,
        "undated": found.undated,
        "damaged": found.damaged,
        "with_durable": found.with_durable,
        "resilience": _actions(found.resilience, None),
        "days_to_review": _spread(found.to_review),
        "all_classes": found.all_classes,
        "services": [
            {
                "service": each.service,
                "reviews": each.reviews,
                "families": {family.value: n for family, n in each.families},
            }
            for each in found.services
        ],
        "all_services": found.all_services,
        "age": [
            {"from": each.first, "to": each.last, "actions": each.actions} for each in found.age
        ],
        **_over_time(found),
        "patterns": [
            {
                "id": each.pattern_id,
                "name": each.name,
                "reviews": list(each.reviews),
                "services": list(each.services),
                "durable_actions": each.durable_actions,
                "last_seen": _iso(each.last_seen),
            }
            for each in found.patterns
        ],
    }


def _over_time(found: Trends) -> dict[str, Any]:
    return {
        "family_quarters": [
            {"quarter": each.quarter.key, "family": each.family.value, "reviews": each.reviews}
            for each in found.families
        ],
        "months": [
            {
                "month": each.month.key,
                "arrived": each.arrived,
                "completed": each.completed,
                "left": each.open_after,
            }
            for each in found.flow
        ],
        "days_taken": [{"quarter": each.quarter.key, **_spread(each.days)} for each in found.taken],
        "durability_quarters": [
            {"quarter": each.quarter.key, "durability": _labels(each.labels)} for each in found.mix
        ],
        "resilience_quarters": [
            {"quarter": each.quarter.key, "actions": each.actions, "open": each.open}
            for each in found.standing
        ],
    }


def _actions(totals: Totals, took: Spread | None) -> dict[str, Any]:
    rate = totals.completion_rate
    days = {} if took is None else {"median_days": took.median}
    return {
        "open": totals.open,
        "done": totals.done,
        "overdue": totals.overdue,
        "completion_rate": None if rate is None else round(rate, 4),
        **days,
        "deferred": totals.deferred,
        "cancelled": totals.cancelled,
        "undated": totals.undated,
        "accepted": totals.accepted,
        "back": totals.back,
        "held": totals.held,
        "did_not_hold": totals.did_not_hold,
        "check_due": totals.check_due,
    }


def _labels(labels: Iterable[tuple[Durability | None, int]]) -> dict[str, int]:
    """Every label, those that are nowhere too."""
    counts = dict(labels)
    told_of = {label.value: counts.get(label, 0) for label in Durability}
    return {**told_of, NO_LABEL: counts.get(None, 0)}


def _class(line: ClassLine) -> dict[str, Any]:
    return {
        "name": line.name,
        "seen": line.seen,
        "again": line.again,
        "undated": line.undated,
        "closed": [each.isoformat() for each in line.closed],
        "occurrences": [
            {"review": each.review_id, "day": each.day.isoformat(), "again": each.again}
            for each in line.occurrences
        ],
    }


def _spread(spread: Spread) -> dict[str, Any]:
    counts = [list(each) for each in spread.counts]
    return {"n": spread.n, "median": spread.median, "counts": counts}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
