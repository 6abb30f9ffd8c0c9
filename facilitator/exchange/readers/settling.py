"""Finds the instants of a source's entries, and what only a person can tell of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.clock_changes import both_readings, instants
from facilitator.domain.days import FIRST_YEAR, LAST_YEAR, day_or_none
from facilitator.domain.typed_zones import (
    MEANINGS,
    Meaning,
    has_clocks,
    local,
    offset,
    offset_at,
    tz,
)
from facilitator.domain.words import Precision
from facilitator.exchange.readers.asking import (
    Asked,
    whether_next_day,
    which_day,
    which_half,
    which_meaning,
    which_order,
    which_side,
    which_year,
    which_zone,
)
from facilitator.exchange.readers.half_of_day import afternoons, unsure_half

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.exchange.readers.found import Entry, Reading, Stamp

NEXT_DAY_AFTER = timedelta(hours=12)
"""A clock without a day that goes back by this or more is on the next day."""
OUT_OF_ORDER = timedelta(hours=2)
"""One that goes back by no more is out of order; what lies between is asked."""


_YEAR_OFF, _NEAR = timedelta(days=300), timedelta(days=2)


class Placed(NamedTuple):
    """An entry and where it stands in time; ``at`` is None while that is open or unknown.

    ``zone`` is that of the clock it was read from, ``moved`` how many days later it was put.
    """

    entry: Entry
    at: datetime | None
    end: datetime | None
    precision: Precision
    zone: str
    moved: int = 0


@dataclass(frozen=True, slots=True)
class Settled:
    """All entries, placed as far as the answers go, and what is still asked."""

    placed: tuple[Placed, ...]
    asked: tuple[Asked, ...]


def settle(reading: Reading, answers: Mapping[str, str]) -> Settled:
    """Place the entries of a reading in time; ``answers`` are by the ids of the questions."""
    settler = _Settler(reading, answers)
    entries = reading.entries
    if (unsure := unsure_half(reading)) is not None:
        half = answers.get("half")
        settler.half_open = half not in {"am", "pm"}
        if settler.half_open:
            settler.ask(which_half(unsure))
        entries = tuple(afternoons(entries)) if half == "pm" else entries
    placed = tuple(settler.place(entry) for entry in entries)
    return Settled(placed, settler.questions())


class _Open(Exception):
    """The time is open until somebody answers."""


@dataclass(slots=True)
class _Settler:
    """Walks over the entries of one reading, carrying the day on."""

    reading: Reading
    answers: Mapping[str, str]
    day: date | None = None
    last: datetime | None = None
    told: tuple[datetime, str] | None = None
    begun: tuple[datetime, str] | None = None
    asked: dict[str, Asked] = field(default_factory=dict)
    first_day: date | None = None
    day_open: bool = False
    half_open: bool = False

    def __post_init__(self) -> None:
        given = _day(self.answers.get("date", ""))
        self.first_day = self.day = self.reading.day or given

    def questions(self) -> tuple[Asked, ...]:
        order = ("date", "order", "half", "zone")
        found = sorted(
            self.asked.values(),
            key=lambda each: order.index(each.id) if each.id in order else len(order),
        )
        return tuple(found)

    def place(self, entry: Entry) -> Placed:
        stamp = entry.stamp
        if stamp.at is not None:
            end = self._end(entry, stamp.at)
            self._tell(stamp.at, stamp.zone)
            return Placed(entry, stamp.at, end, stamp.precision, stamp.zone)
        if stamp.since is not None:
            return self._elapsed(entry)
        if stamp.clock is None:
            return self._unknown(entry)
        try:
            at, zone, moved = self._instant(stamp, entry.where)
        except _Open:
            return Placed(entry, None, None, Precision.UNKNOWN, "")
        self._tell(at, zone)
        return Placed(entry, at, self._end(entry, at), stamp.precision, zone, moved)

    def _tell(self, at: datetime, zone: str) -> None:
        """An instant from which others may be counted."""
        self.last, self.told = at, (at, zone)
        self.begun = self.begun or self.told

    def _elapsed(self, entry: Entry) -> Placed:
        """So long after the first time that was told, or the last; unknown before one was."""
        stamp = entry.stamp
        assert stamp.since is not None  # noqa: S101 - the caller looked
        origin = self.begun if stamp.from_start else self.told
        if origin is None:
            return Placed(entry, None, None, Precision.UNKNOWN, "")
        at, zone = origin[0] + stamp.since, origin[1]
        if not FIRST_YEAR < at.year < LAST_YEAR:
            return Placed(entry, None, None, Precision.UNKNOWN, "")
        self.last, self.day = at, local(at, zone).date()
        return Placed(entry, at, None, stamp.precision, zone)

    def _unknown(self, entry: Entry) -> Placed:
        """Only the day is known, or nothing: it stands after what came before."""
        try:
            day = self._said_day(entry.stamp, entry.where)
        except _Open:
            day = None
        if day is not None:
            self.day, self.last = day, None
            zone = self.answers.get("zone") or self.reading.zone
            if has_clocks(zone):
                at = datetime.combine(day, datetime.min.time(), tz(zone)).astimezone(UTC)
                return Placed(entry, at, None, Precision.UNKNOWN, zone)
        return Placed(entry, self.last, None, Precision.UNKNOWN, "")

    def _end(self, entry: Entry, begun: datetime) -> datetime | None:
        if entry.end is None:
            return None
        if entry.end.at is not None:
            return entry.end.at if entry.end.at >= begun else None
        if entry.end.clock is None:
            return None
        kept = self.day, self.last
        self.last = begun
        try:
            at = self._instant(entry.end, entry.where, not_before=begun)[0]
        except _Open:
            at = None
        self.day, self.last = kept
        return at if at is not None and at >= begun else None

    def _instant(
        self, stamp: Stamp, where: str, *, not_before: datetime | None = None
    ) -> tuple[datetime, str, int]:
        said = self._said_day(stamp, where)
        if said is not None and not_before is None:
            said = self._of_year(said, stamp, where)
            # The day is carried on also while the zone is open.
            self.day = said
        if said is None and self.day is None and not self.day_open and not_before is None:
            # Day and zone are asked together, whichever is answered first.
            self.ask(which_day(stamp, where))
        zone = self._zone(stamp, where, said)
        day = said or self._carried(zone, not_before)
        if day is None or self.half_open:
            raise _Open
        assert stamp.clock is not None  # noqa: S101 - only stamps with a clock come here
        wall = datetime.combine(day, stamp.clock) + timedelta(days=stamp.shift)
        moved = 0
        if said is None and not stamp.shift:
            moved = self._days_later(stamp, wall, zone, not_before, where)
            wall += timedelta(days=moved)
        at = self._at(wall, zone, where)
        if not FIRST_YEAR <= at.year <= LAST_YEAR:
            raise _Open
        if not_before is None:
            self.day = wall.date() - timedelta(days=stamp.shift)
        return at, zone, moved

    def _days_later(
        self, stamp: Stamp, wall: datetime, zone: str, not_before: datetime | None, where: str
    ) -> int:
        """By how many days a clock without a day is put later: it may not run backwards far."""
        anchor = not_before or self.last
        if anchor is None:
            return 0
        back = anchor - max(both_readings(wall, tz(zone)))
        if not_before is not None or back >= NEXT_DAY_AFTER:
            return int(back > timedelta(0))
        if back <= OUT_OF_ORDER:
            return 0
        answer = self.answers.get("back")
        if answer in {"next", "same"}:
            return int(answer == "next")
        self.ask(whether_next_day(stamp, local(anchor, zone), where))
        raise _Open

    def _carried(self, zone: str, not_before: datetime | None) -> date | None:
        if not_before is not None:
            return local(not_before, zone).date()
        return self.day

    def _at(self, wall: datetime, zone: str, where: str) -> datetime:
        found = instants(wall, tz(zone))
        if len(found) == 1:
            return found[0]
        name = f"clock {wall:%Y-%m-%d %H:%M}"
        offset = self.answers.get(name)
        readings = found or tuple(sorted(both_readings(wall, tz(zone))))
        chosen = [at for at in readings if offset_at(at, zone) == offset]
        if chosen:
            return chosen[0]
        self.ask(which_side(name, wall, zone, found, where))
        raise _Open

    # -- days ----------------------------------------------------------------------------------

    def _of_year(self, said: date, stamp: Stamp, where: str) -> date:
        """A day that is about a year off those around it may be a slip of the pen: it is asked."""
        if self.day is None or abs(said - self.day) < _YEAR_OFF:
            return said
        near = day_or_none(self.day.year, said.month, said.day)
        if near is None or abs(near - self.day) > _NEAR:
            return said
        answer = self.answers.get("year")
        if answer not in {"written", "around"}:
            self.ask(which_year(stamp, said, near, where))
            raise _Open
        return near if answer == "around" else said

    def _said_day(self, stamp: Stamp, where: str) -> date | None:
        if stamp.day is not None:
            return stamp.day
        if stamp.slashed is not None:
            return self._slashed_day(stamp, where)
        if stamp.yearless is not None:
            return self._day_of_year(stamp, where)
        if self.day is not None and stamp.weekday is not None:
            return self.day + timedelta(days=(stamp.weekday - self.day.weekday() + 1) % 7 - 1)
        if self.day is not None and stamp.next_day:
            return self.day + timedelta(days=1)
        return None

    def _slashed_day(self, stamp: Stamp, where: str) -> date:
        assert stamp.slashed is not None  # noqa: S101 - the caller looked
        first, second, year = stamp.slashed
        order = self.answers.get("order")
        if order in {"day", "month"}:
            day, month = (first, second) if order == "day" else (second, first)
            if not year:
                return self._day_of_year(stamp._replace(yearless=(month, day)), where)
            return date(year, month, day)
        # Whichever it is, the clocks that follow are on that day, and on none known before.
        self.day, self.day_open = None, True
        self.ask(which_order(stamp, where))
        raise _Open

    def _day_of_year(self, stamp: Stamp, where: str) -> date:
        assert stamp.yearless is not None  # noqa: S101 - the caller looked
        month, day = stamp.yearless
        anchor = self.day or self.first_day
        if anchor is None:
            self.ask(which_day(stamp, where))
            raise _Open
        near = [day_or_none(anchor.year + step, month, day) for step in (-1, 0, 1)]
        found = [each for each in near if each is not None]
        if not found:
            # The clocks that follow are on no day that is known either.
            self.day, self.day_open = None, True
            raise _Open
        return min(found, key=lambda each: abs(each - anchor))

    # -- zones ---------------------------------------------------------------------------------

    def _zone(self, stamp: Stamp, where: str, day: date | None) -> str:
        said = stamp.zone or self.reading.zone
        if not said:
            given = self.answers.get("zone", "")
            if has_clocks(given):
                return given
            self.ask(which_zone(stamp, where))
            raise _Open
        return self._meant(said, where, day or self.day, stamp)

    def _meant(self, said: str, where: str, day: date | None, stamp: Stamp) -> str:
        meanings = MEANINGS.get(said)
        if meanings is None:
            return said
        given = self.answers.get(f"zone {said}", "") or self._home_of(meanings, day, stamp)
        if has_clocks(given):
            return given
        if len(meanings) == 1 and not _off_season(meanings[0].zone, meanings[0].home, day, stamp):
            return meanings[0].zone
        off = ((each, _off_season(each.zone, each.home, day, stamp)) for each in meanings)
        self.ask(which_meaning(said, off, day, where))
        raise _Open

    def _home_of(self, meanings: tuple[Meaning, ...], day: date | None, stamp: Stamp) -> str:
        """The clocks that somebody gave for the source, if they are what the abbreviation may mean.

        Whoever says Europe/Berlin of a text with CET in June means what the clocks showed there.
        """
        given = self.answers.get("zone", "")
        if not has_clocks(given) or day is None:
            return ""
        fitting = (each for each in meanings if _same_clocks(given, each, day, stamp))
        return given if next(fitting, None) else ""

    def ask(self, asked: Asked) -> None:
        """Ask something, or count that it is asked again."""
        known = self.asked.get(asked.id)
        if known is None:
            self.asked[asked.id] = asked
        else:
            self.asked[asked.id] = replace(known, count=known.count + 1)


def _same_clocks(given: str, meaning: Meaning, day: date, stamp: Stamp) -> bool:
    """Whether the clocks somebody gave go as those of a meaning, in winter and in summer.

    An offset fits if it is the one that is written, or the one the clocks showed there.
    """
    if offset(given) is not None:
        return given in {meaning.zone, _off_season(meaning.zone, meaning.home, day, stamp)}
    seasons = (datetime(day.year, month, 1, tzinfo=UTC) for month in (1, 7))
    return all(offset_at(at, given) == offset_at(at, meaning.home) for at in seasons)


def _off_season(zone: str, home: str, day: date | None, stamp: Stamp) -> str:
    """The offset that the clocks at home showed then, if it was another than the one written."""
    if zone == home or day is None or stamp.clock is None:
        return ""
    wall = datetime.combine(day, stamp.clock)
    there = offset_at(wall.replace(tzinfo=tz(zone)).astimezone(UTC), home)
    return "" if there == zone else there


def _day(text: str) -> date | None:
    try:
        found = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return found if found and FIRST_YEAR <= found.year <= LAST_YEAR else None
