"""The times written below the axis of a strip: round ones on the clocks of the review's zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from facilitator.domain.clock_changes import both_readings, instants
from facilitator.domain.day_words import MONTHS, format_weekday
from facilitator.geometry.lanes import seconds

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from facilitator.geometry.time_window import Scale

APART = 120.0
"""Ticks stand at least so many px apart, at scale 1."""

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_SECONDS = (
    *(15, 30, _MINUTE, 2 * _MINUTE, 5 * _MINUTE, 10 * _MINUTE, 15 * _MINUTE, 30 * _MINUTE),
    *(_HOUR, 2 * _HOUR, 3 * _HOUR, 6 * _HOUR, 12 * _HOUR),
)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12_000)
_MONDAY = date(1, 1, 1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST, _LAST = datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC)


class Tick(NamedTuple):
    """A time below the axis; ``strong`` where a day begins or is named."""

    x: float
    words: str
    strong: bool
    midnight: bool = False


def ticks(
    scale: Scale, zone: tzinfo, *, several_days: bool = False, apart: float = APART
) -> tuple[Tick, ...]:
    """The ticks of a scale; with ``several_days`` it is always said which day it is."""
    least = apart * scale.seconds_per_px
    step = next((each for each in _SECONDS if each >= least), None)
    if step is not None:
        return _clock_ticks(scale, zone, step, several_days=several_days)
    days = next((each for each in _DAYS if each * _DAY >= least), None)
    if days is not None:
        return _calendar_ticks(scale, zone, _days_from(_start_day(scale, zone), days))
    months = next((each for each in _MONTHS if each * 30 * _DAY >= least), _MONTHS[-1])
    return _calendar_ticks(scale, zone, _months_from(_start_day(scale, zone), months), months)


def instant(at: float) -> datetime:
    """Seconds since 1970 as an instant, within the years that calendars reach."""
    try:
        found = _EPOCH + timedelta(seconds=at)
    except OverflowError:
        return _FIRST if at < 0 else _LAST
    return max(_FIRST, min(_LAST, found))


def _clock_ticks(scale: Scale, zone: tzinfo, step: int, *, several_days: bool) -> tuple[Tick, ...]:
    walls: dict[float, datetime] = {}
    for wall in _walls(scale, zone, step):
        for at in map(seconds, _shown_at(wall, zone)):
            # Where midnight is skipped, the time after the change is that of the day's beginning.
            if scale.window.start <= at <= scale.window.end and (at not in walls or not wall.hour):
                walls[at] = wall
    found = sorted(walls.items())
    made = [_clock_tick(scale.x(at), wall, step) for at, wall in found]
    if several_days and made and not any(tick.midnight for tick in made[:2]):
        words = f"{format_weekday(found[0][1].date())} {made[0].words}"
        made[0] = made[0]._replace(words=words, strong=True)
    return tuple(made)


def _shown_at(wall: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """When clocks show it; a day that begins later than at midnight begins at the change."""
    found = instants(wall, zone)
    return found if found or wall.hour or wall.minute else both_readings(wall, zone)[:1]


def _walls(scale: Scale, zone: tzinfo, step: int) -> Iterator[datetime]:
    """The round wall-clock times of the window, with some more where clocks change in it."""
    first, last = (instant(at).astimezone(zone).replace(tzinfo=None) for at in scale.window)
    # Where clocks are put back the last may show less than the first.
    changed = scale.window.span - (last - first).total_seconds()
    start, end = first - timedelta(seconds=abs(changed)), last + timedelta(seconds=abs(changed))
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    wall = midnight + (start - midnight) // timedelta(seconds=step) * timedelta(seconds=step)
    while wall <= end:
        yield wall
        wall += timedelta(seconds=step)


def _clock_tick(x: float, wall: datetime, step: int) -> Tick:
    if not wall.hour and not wall.minute and not wall.second:
        return Tick(x, format_weekday(wall.date()), strong=True, midnight=True)
    return Tick(x, f"{wall:%H:%M:%S}" if step < _MINUTE else f"{wall:%H:%M}", strong=False)


def _start_day(scale: Scale, zone: tzinfo) -> date:
    return instant(scale.window.start).astimezone(zone).date()


def _days_from(start: date, step: int) -> Iterator[date]:
    """Every ``step`` days; weeks begin on Monday."""
    day = start - timedelta(days=(start - _MONDAY).days % step)
    while day.year <= _LAST.year:
        yield day
        day += timedelta(days=step)


def _months_from(start: date, step: int) -> Iterator[date]:
    """The first of every ``step`` months, counted from January of year 0."""
    number = (start.year * 12 + start.month - 1) // step * step
    while (year := number // 12) <= _LAST.year:
        if year >= 1:
            yield date(year, number % 12 + 1, 1)
        number += step


def _calendar_ticks(
    scale: Scale, zone: tzinfo, days: Iterator[date], months: int = 0
) -> tuple[Tick, ...]:
    made = []
    for day in days:
        at = seconds(_shown_at(datetime.combine(day, datetime.min.time()), zone)[0])
        if at > scale.window.end:
            break
        if at >= scale.window.start:
            made.append(Tick(scale.x(at), _day_words(day, months), strong=True, midnight=True))
    return tuple(made)


def _day_words(day: date, months: int) -> str:
    if not months:
        return format_weekday(day)
    return str(day.year) if months % 12 == 0 else f"{MONTHS[day.month - 1][:3]} {day.year}"
