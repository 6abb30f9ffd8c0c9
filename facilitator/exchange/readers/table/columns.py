"""Proposes which column of a table is what, from its headings and from what stands in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from facilitator.exchange.readers.table.cells import (
    cell_kind,
    cell_time,
    is_part_of_day,
    is_serial,
    plain_cell,
)
from facilitator.exchange.readers.table.headings import (
    TRACKER,
    heading_words,
    names_in,
    rank,
    zone_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Rows = Sequence[Sequence[str]]

SAMPLE = 200
"""Rows that a proposal looks at."""
_TITLES = 10
"""Rows that may stand before the heading, for a title and the like."""
_SHARE = 0.5
"""How many of the cells of a column have to be times."""
_FILLED = 0.3
"""How many of the cells of a column of times have to hold something."""
_TIMES = ("full", "clock")
_NO_END = frozenset(
    names_in(
        "updated, updated at, modified, last modified, reported at, logged at, recorded at,"
        "posted at, entered, created, created at, duration, elapsed, minutes, delay,"
        "dauer, duree, duracion"
    )
)
"""Headings of times that do not say when it ended."""
_OTHERS = ("zone", "text", "detail", "author", "lane", "link", "kind", "severity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """The numbers of the columns by their roles; ``heading`` is the number of that row, from 0.

    ``day`` is a column with the day of ``time``, and alone if there are no clock times.
    """

    heading: int | None = None
    time: int | None = None
    day: int | None = None
    end: int | None = None
    zone: int | None = None
    text: int | None = None
    detail: int | None = None
    author: int | None = None
    lane: int | None = None
    link: int | None = None
    kind: int | None = None
    severity: int | None = None

    def within(self, rows: int, columns: int) -> Mapping:
        """The same, without what a table of this size does not have."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        sizes = {name: rows if name == "heading" else columns for name in values}
        return Mapping(
            **{
                name: value if value is not None and 0 <= value < sizes[name] else None
                for name, value in values.items()
            }
        )

    @property
    def usable(self) -> bool:
        """Whether entries can be read: there is a time, or at least a day, and a text."""
        return self.text is not None and (self.time is not None or self.day is not None)


class _Column(NamedTuple):
    """What is known of a column: its heading, what most of its cells are, how long they are."""

    number: int
    words: str
    kind: str
    loose: str
    length: float


def propose(rows: Rows) -> Mapping:
    """What the columns of these rows probably are; a role that nothing has is None."""
    cells = [[plain_cell(each).text for each in row] for row in rows[:SAMPLE]]
    width = max(map(len, cells), default=0)
    first = _first_row(cells, width)
    heading = first - 1 if 0 < first <= _TITLES else None
    titles = cells[heading] if heading is not None else []
    body = cells[first:] if heading is not None else cells
    columns = [_column(number, titles, body) for number in range(width)]
    return _mapped(columns, heading, titles, body)


def table_of_work(rows: Rows, mapping: Mapping) -> bool:
    """Whether it is a list of things to do, such as trackers and we ourselves write."""
    if mapping.heading is None:
        return any(heading_words(each) in TRACKER for row in rows[:1] for each in row)
    return any(heading_words(each) in TRACKER for each in rows[mapping.heading])


def _first_row(cells: Rows, width: int) -> int:
    """The first row with a time; those before it are a heading and perhaps a title."""
    first = len(cells)
    for number in range(width):
        column = [cell_kind(each) for each in _below(cells, number)]
        kinds = Counter(filter(None, column))
        kind = _most(kinds)
        if kind in {"full", "clock", "day"}:
            first = min(first, column.index(kind))
        elif kind == "number":
            serial = [is_serial(each) for each in _below(cells, number)]
            first = min(first, serial.index(True)) if any(serial) else first
    return first


def _column(number: int, titles: Sequence[str], body: Rows) -> _Column:
    cells = [each for each in _below(body, number) if each]
    title = titles[number] if number < len(titles) else ""
    if len(cells) < _FILLED * len(body) or not cells:
        kind = loose = "sparse" if cells else ""
    else:
        kind = _kind(cells, loose=False)
        loose = _kind(cells, loose=True)
    length = sum(map(len, cells)) / max(1, len(body))
    return _Column(number, heading_words(title), kind, loose, length)


def _kind(cells: list[str], *, loose: bool) -> str:
    if all(map(is_serial, cells)):
        return "serial"
    if all(map(is_part_of_day, cells)):
        return "part"
    return _most(Counter(cell_kind(each, loose=loose) for each in cells))


def _most(kinds: Counter[str]) -> str:
    """What at least half of the cells are; times with and without a day count together."""
    total = sum(kinds.values())
    if not total:
        return ""
    if kinds["full"] and kinds["full"] + kinds["clock"] >= _SHARE * total:
        return "full"
    kind, count = kinds.most_common(1)[0]
    tied = [each for each in ("clock", "day") if kinds[each] == count]
    return (tied or [kind])[0] if count >= _SHARE * total else "text"


def _mapped(
    columns: list[_Column], heading: int | None, titles: Sequence[str], body: Rows
) -> Mapping:
    roles: dict[str, int | None] = {"time": _time(columns)}
    roles["day"] = _day(columns, roles["time"])
    free = [each for each in columns if each.number not in roles.values()]
    roles["end"] = _end(free, columns, roles["time"], titles, body)
    for role in _OTHERS:
        free = [each for each in columns if each.number not in roles.values()]
        roles[role] = _named(free, role)
    if roles["text"] is None:
        free = [each for each in columns if each.number not in roles.values()]
        roles["text"] = _longest(free)
    return Mapping(heading=heading, **roles)


def _time(columns: list[_Column]) -> int | None:
    """A column whose heading says so, else the first whose cells are times with a day."""
    known = [each for each in columns if each.kind in _TIMES and rank(each.words, "end") is None]
    told = [each for each in columns if _told_clock(each)]
    named = _named([*known, *(each for each in told if each not in known)], "time")
    if named is not None:
        return named
    sure = [*_of(known, "full"), *_of(known, "clock"), *_of(told, "serial")]
    return sure[0].number if sure else None


def _told_clock(column: _Column) -> bool:
    """Cells such as ``14.30`` or ``46085.58`` are times only where the heading says so."""
    if column.kind in {"serial", "part"}:
        return rank(column.words, "time") is not None or rank(column.words, "day") is not None
    return column.loose in _TIMES and rank(column.words, "time") is not None


def _of(columns: Iterable[_Column], kind: str) -> list[_Column]:
    return [each for each in columns if each.kind == kind]


def _day(columns: list[_Column], time: int | None) -> int | None:
    """The day of clock times; without any, a column of days that is called so."""
    if time is not None and "full" in {columns[time].kind, columns[time].loose}:
        return None
    free = [each for each in columns if each.number != time]
    dated = [each for each in free if each.kind in {"day", "serial", "full"}]
    named = _named(dated, "day")
    if named is not None or time is None:
        return named if named is not None else _named(_of(free, "day"), "time")
    return next((each.number for each in _of(free, "day")), None)


def _end(
    free: list[_Column],
    columns: list[_Column],
    time: int | None,
    titles: Sequence[str],
    body: Rows,
) -> int | None:
    """A second time is the end, unless it tells the first on other clocks or goes back."""
    if time is None:
        return None
    told = [each for each in free if each.kind in _TIMES or each.loose in _TIMES]
    named = _named(told, "end")
    if named is not None:
        return named
    again = (each.number for each in free if _may_end(each, columns[time]))
    plain = (each for each in again if not _zoned(titles, each))
    return next((each for each in plain if _goes_on(body, time, each)), None)


def _may_end(column: _Column, first: _Column) -> bool:
    same = column.words == first.words and column.words
    return (
        column.kind in _TIMES
        and column.kind == first.kind
        and not (same or column.words in _NO_END)
    )


def _zoned(titles: Sequence[str], number: int) -> bool:
    return number < len(titles) and bool(zone_in(titles[number]))


def _goes_on(body: Rows, time: int, end: int) -> bool:
    """Whether no row ends before it begins, as far as days are said."""
    pairs = zip(_below(body, time), _below(body, end), strict=True)
    spans = [(_moment(one), _moment(other)) for one, other in pairs]
    return all(one is None or other is None or one <= other for one, other in spans)


def _moment(text: str) -> datetime | None:
    """A day and clock, on whatever clocks: good enough to tell what comes later."""
    found = cell_time(text)
    if found is None:
        return None
    stamp = found.stamp
    if stamp.at is not None:
        return stamp.at.replace(tzinfo=None)
    if stamp.day is None or stamp.clock is None:
        return None
    return datetime.combine(stamp.day, stamp.clock)


def _named(columns: Iterable[_Column], role: str) -> int | None:
    """The column whose heading says most certainly that it has this role."""
    ranks = [(rank(each.words, role), each.number) for each in columns if each.kind]
    found = [(place, number) for place, number in ranks if place is not None]
    return min(found)[1] if found else None


def _longest(columns: list[_Column]) -> int | None:
    texts = [each for each in columns if each.kind in {"text", "sparse"}]
    return max(texts, key=lambda each: each.length).number if texts else None


def _below(cells: Rows, number: int) -> list[str]:
    return [row[number] if number < len(row) else "" for row in cells]
