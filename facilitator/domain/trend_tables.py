"""The table of each chart of the trends page, also with what the chart has no room for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import dropwhile, groupby
from typing import TYPE_CHECKING

from facilitator.domain.behind import NOTHING, Behind, any_of, these
from facilitator.domain.key_figures import key_figures
from facilitator.domain.marks import (
    of_age,
    of_arrived,
    of_class,
    of_completed,
    of_family,
    of_mix,
    of_pattern,
    of_service,
    of_taken,
)
from facilitator.domain.trend_words import (
    FAMILY_WORDS,
    HEED,
    TIERS,
    TITLES,
    age_words,
    lost_words,
    quarter_words,
)
from facilitator.domain.words import Family

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from facilitator.domain.trends import Flow, Mix, Quarter, Trends


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, and the reviews behind it."""

    cells: tuple[str, ...]
    behind: Behind = NOTHING


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the name of its chart, its title, its head and its rows."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(trends: Trends) -> tuple[Table, ...]:
    """A table for every chart, in the order of the page."""
    return tuple(
        Table(name, TITLES[name], head, tuple(rows(trends)))
        for name, (head, rows) in _TABLES.items()
    )


def heed_table(trends: Trends) -> Table:
    """What there is to heed, or that there is nothing; then what counts nowhere."""
    rows = [
        Row((each.sentence, each.why), NOTHING if each.mark is None else any_of(each.mark))
        for each in trends.warnings
    ]
    if not rows and trends.calm:
        rows.append(Row((trends.calm, "")))
    rows += [Row((words, "")) for words in lost_words(trends)]
    return Table("heed", HEED, (HEED, "Why"), tuple(rows))


def tier_counts(mix: Mix) -> list[int]:
    """How many actions of a quarter are in each tier."""
    counts = dict(mix.labels)
    return [sum(counts.get(label, 0) for label in labels) for _words, labels in TIERS]


def quarters_of(trends: Trends) -> list[Quarter]:
    """The quarters in which reviews met a family, in order."""
    return sorted({each.quarter for each in trends.families})


def _families(trends: Trends) -> Iterator[Row]:
    counts = dict.fromkeys(Family, 0) | dict(trends.family_reviews)
    for family in sorted(Family, key=lambda each: -counts[each]):
        cells = (FAMILY_WORDS[family], str(counts[family]), str(trends.reviews))
        yield Row(cells, any_of(of_family(family, since=trends.since)))


def _again(trends: Trends) -> Iterator[Row]:
    for line in trends.classes:
        first, last = line.occurrences[:1], line.occurrences[-1:]
        closed = line.first_closed
        cells = (
            line.name,
            str(line.seen),
            closed.isoformat() if closed is not None else "",
            str(line.again) if closed is not None else "",
            first[0].day.isoformat() if first else "",
            last[0].day.isoformat() if last else "",
            str(line.undated),
        )
        yield Row(cells, any_of(of_class(line.name, trends.since)))


def _age(trends: Trends) -> Iterator[Row]:
    for group in trends.age:
        behind = any_of(of_age(group, trends.today, trends.since))
        yield Row((age_words(group), str(group.actions)), behind)


def _taken(trends: Trends) -> Iterator[Row]:
    for each in trends.taken:
        counts = each.days.counts
        median = each.days.median
        cells = (
            quarter_words(each.quarter),
            str(each.days.n),
            str(median) if median is not None else "",
            str(counts[0][0]) if counts else "",
            str(counts[-1][0]) if counts else "",
            " ".join(f"{days}x{count}" if count > 1 else str(days) for days, count in counts),
        )
        yield Row(cells, any_of(of_taken(each.quarter)))


def _mix(trends: Trends) -> Iterator[Row]:
    for each in trends.mix:
        cells = (quarter_words(each.quarter), *map(str, tier_counts(each)))
        behind = any_of(*(of_mix(label, each.quarter) for label, count in each.labels if count))
        yield Row(cells, behind)


def _figures(trends: Trends) -> Iterator[Row]:
    for each in key_figures(trends):
        yield Row((each.figure, each.words), each.behind)


def _flow(trends: Trends) -> Iterator[Row]:
    begun = dropwhile(_is_empty, trends.flow)
    for quiet, months in groupby(begun, lambda each: not each.arrived and not each.completed):
        if quiet:
            yield _quiet_row(tuple(months))
            continue
        for each in months:
            cells = (each.month.key, str(each.arrived), str(each.completed), str(each.open_after))
            yield Row(cells, any_of(of_arrived(each.month), of_completed(each.month)))


def _is_empty(each: Flow) -> bool:
    return not (each.arrived or each.completed or each.open_after)


def _quiet_row(months: Sequence[Flow]) -> Row:
    """One row for months in which nothing arrived and nothing was completed."""
    first, last = months[0], months[-1]
    name = first.month.key if first is last else f"{first.month.key} to {last.month.key}"
    return Row((name, "0", "0", str(last.open_after)), NOTHING)


def _quarters(trends: Trends) -> Iterator[Row]:
    counts = {(each.quarter, each.family): each.reviews for each in trends.families}
    for quarter in quarters_of(trends):
        numbers = (str(counts.get((quarter, family), 0)) for family in Family)
        behind = any_of(*(of_family(family, quarter) for family in Family))
        yield Row((quarter_words(quarter), *numbers), behind)


def _services(trends: Trends) -> Iterator[Row]:
    for each in trends.services:
        counts = dict(each.families)
        numbers = (str(counts.get(family, 0)) for family in Family)
        behind = any_of(of_service(each.service, trends.since))
        yield Row((each.service, str(each.reviews), *numbers), behind)


def _patterns(trends: Trends) -> Iterator[Row]:
    for each in trends.patterns:
        cells = (
            each.name,
            str(len(each.reviews)),
            str(len(each.services)),
            str(each.durable_actions),
            each.last_seen.isoformat() if each.last_seen is not None else "",
        )
        known = these(each.reviews)
        yield Row(cells, known or any_of(of_pattern(each.pattern_id, trends.since)))


_FAMILY_HEADS = tuple(FAMILY_WORDS[family] for family in Family)
_TABLES: dict[str, tuple[tuple[str, ...], Callable[[Trends], Iterator[Row]]]] = {
    "families": (("Family", "Reviews that met it", "Reviews"), _families),
    "again": (
        (
            "Failure class",
            "Incidents",
            "Fix closed",
            "Seen again",
            "First",
            "Last",
            "Without a day",
        ),
        _again,
    ),
    "age": (("Age in days", "Open resilience actions"), _age),
    "taken": (
        ("Done in", "Actions", "Half by day", "Quickest", "Slowest", "Days, and how many of them"),
        _taken,
    ),
    "mix": (("Agreed in", *(words for words, _ in TIERS)), _mix),
    "figures": (("Figure", "What it is"), _figures),
    "flow": (("Month", "Arrived", "Completed", "Left after it"), _flow),
    "quarters": (("Quarter", *_FAMILY_HEADS), _quarters),
    "services": (("Service", "Reviews", *_FAMILY_HEADS), _services),
    "patterns": (("Pattern", "Reviews", "Services", "Durable actions", "Last seen"), _patterns),
}
