"""The page of trends as plain text: sentences first, then a table a question."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from facilitator.coach.trend_rules import quarter_words
from facilitator.coach.wording import LABEL_WORDS
from facilitator.domain.day_words import MONTHS, format_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from facilitator.domain.trends import ClassLine, Spread, Trends
    from facilitator.domain.words import Durability

    Lines = Iterator[str]

WIDTH = 90
SHOWN = 8
"""Quarters, services and classes that people are told of; JSON has more."""
MONTHS_SHOWN = 12


def page(found: Trends) -> str:
    """All of it; parts without anything in them are left out."""
    parts = (
        _head(found),
        _warnings(found),
        _actions(found),
        _coming_back(found),
        _classes(found),
        _patterns(found),
        _ages(found),
        _taken(found),
        _mix(found),
        _flow(found),
    )
    texts = ("\n".join(part) for part in parts)
    return "\n\n".join(text for text in texts if text) + "\n"


def _head(found: Trends) -> Lines:
    begun = f" since {format_day(found.since)}" if found.since else ""
    yield f"Is it working? {_several(found.reviews, 'review')}{begun}."
    if found.undated:
        yield f"Of the library, {_several(found.undated, 'review')} without a day."
    if found.damaged:
        yield f"Damaged, and counted nowhere: {_several(found.damaged, 'row')}."


def _warnings(found: Trends) -> Lines:
    for each in found.warnings:
        yield fill(f"! {each.sentence}", WIDTH, subsequent_indent="  ")
        yield fill(f"  {each.why}", WIDTH, subsequent_indent="  ")
    if found.calm:
        yield found.calm


def _actions(found: Trends) -> Lines:
    totals, resilience = found.totals, found.resilience
    if not totals.counted + totals.cancelled:
        return
    yield "ACTIONS"
    yield f"  {totals.done:,} of {totals.counted:,} done{_share(totals.completion_rate)}"
    yield (
        f"  {totals.open:,} open: {totals.overdue:,} overdue, {totals.undated:,} without a due day"
    )
    yield (
        f"  {totals.deferred:,} deferred: {totals.accepted:,} accepted to happen again for now, "
        f"{totals.back:,} whose day has come"
    )
    yield f"  {totals.held:,} held, {totals.did_not_hold:,} did not; {totals.check_due:,} to check"
    done = f"{resilience.done:,} of {resilience.counted:,}"
    yield f"  Resilience actions: {done} done, {resilience.open:,} open"
    yield f"  {found.with_durable:,} of {_several(found.reviews, 'review')} with a durable action"
    yield f"  Days to complete: {_spread(found.took)}"
    yield f"  Days from incident to review: {_spread(found.to_review)}"


def _coming_back(found: Trends) -> Lines:
    if not found.reviews:
        return
    yield "WHAT KEEPS COMING BACK"
    met = sorted(found.family_reviews, key=lambda each: -each[1])
    yield from _table([(_words(family), f"{n} of {found.reviews}") for family, n in met])
    rows = [(each.service, _several(each.reviews, "review")) for each in found.services[:SHOWN]]
    yield from _table(rows)
    yield from _more(found.all_services - len(rows), "service")


def _classes(found: Trends) -> Lines:
    if not found.classes:
        return
    yield "SEEN AGAIN AFTER THE FIX WAS CLOSED (the same class is not the same incident)"
    shown = found.classes[:SHOWN]
    yield from _table([(each.name, *_of_class(each)) for each in shown])
    yield from _more(found.all_classes - len(shown), "class", "classes")


def _of_class(line: ClassLine) -> tuple[str, ...]:
    seen = line.seen + line.undated
    closed = f"fix closed {line.first_closed.isoformat()}" if line.first_closed else "no fix closed"
    return _several(seen, "incident"), f"{line.again} again", closed


def _patterns(found: Trends) -> Lines:
    if not found.patterns:
        return
    yield "PATTERNS"
    yield from _table(
        [
            (
                each.name,
                f"{len(each.reviews)} times in {_several(len(each.services), 'service')}",
                _several(each.durable_actions, "durable action"),
            )
            for each in found.patterns[:SHOWN]
        ]
    )


def _ages(found: Trends) -> Lines:
    if not any(each.actions for each in found.age):
        return
    yield "HOW OLD IS THE OPEN RESILIENCE WORK? (days)"
    yield from _table(
        [
            (
                f"over {each.first - 1}" if each.last is None else f"{each.first} to {each.last}",
                str(each.actions),
            )
            for each in found.age
        ]
    )


def _taken(found: Trends) -> Lines:
    if not found.taken:
        return
    yield "HOW LONG DO ACTIONS TAKE?"
    rows = [(quarter_words(each.quarter), _spread(each.days)) for each in found.taken]
    yield from _table(rows[-SHOWN:])


def _mix(found: Trends) -> Lines:
    if not found.durability:
        return
    yield "HOW LASTING ARE THEY?"
    yield from _table([(_label(label), str(n)) for label, n in found.durability])
    rows = [
        (quarter_words(each.quarter), ", ".join(f"{_label(key)} {n}" for key, n in each.labels))
        for each in found.mix
    ]
    yield from _table(rows[-SHOWN:])


def _flow(found: Trends) -> Lines:
    if not found.flow:
        return
    yield "DOES THE BACKLOG GROW?"
    rows = [
        (
            f"{MONTHS[each.month.number - 1][:3]} {each.month.year}",
            f"{each.arrived} arrived",
            f"{each.completed} done",
            f"{each.open_after} left",
        )
        for each in found.flow[-MONTHS_SHOWN:]
    ]
    yield from _table(rows)


def _table(rows: Sequence[tuple[str, ...]]) -> Lines:
    """Rows with their columns one below the other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def _more(count: int, noun: str, plural: str = "") -> Lines:
    if count > 0:
        yield f"  and {_several(count, noun, plural)} more"


def _several(count: int, noun: str, plural: str = "") -> str:
    return f"{count:,} {noun if count == 1 else plural or f'{noun}s'}"


def _share(rate: float | None) -> str:
    return "" if rate is None else f" ({rate:.0%})"


def _spread(spread: Spread) -> str:
    if spread.median is None:
        return "nothing to tell yet"
    return f"half by day {spread.median} ({spread.n:,} counted)"


def _label(label: Durability | None) -> str:
    return LABEL_WORDS[label] if label else "No label"


def _words(family: str) -> str:
    words: Iterable[str] = family.split("_")
    return " ".join(words).capitalize()
