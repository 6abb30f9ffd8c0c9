"""Finds the instant of a scanned time, or the question to ask where clocks and zones leave two."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from facilitator.domain.clock_changes import both_readings, instants
from facilitator.domain.day_words import format_day
from facilitator.domain.days import FIRST_YEAR, LAST_YEAR
from facilitator.domain.rules import RuleViolation
from facilitator.domain.time_values import Choice, Question, TypedTime
from facilitator.domain.typed_zones import MEANINGS, Meaning, local, offset_at, tz

if TYPE_CHECKING:
    from facilitator.domain.time_grammar import Token, Wall
    from facilitator.domain.time_values import TimeContext

NEXT_DAY_AFTER = timedelta(hours=12)
"""A bare clock time that far before the reference means the next day."""
_NOON = 12
_NTH = ("first", "second")


def resolve(
    token: Token, context: TimeContext, *, not_before: datetime | None = None
) -> TypedTime | Question:
    """The instant of a scanned time, or the question it leaves.

    ``not_before`` is the beginning of a span whose end this is: a bare clock time before it is
    on the next day.
    """
    if token.wall is not None:
        found = _resolve_wall(token, token.wall, context, not_before)
        if isinstance(found, TypedTime) and token.wall.day is None:
            _reached(token, found.at)
        return found
    if token.span is None:
        at = context.now.astimezone(UTC).replace(microsecond=0)
        return TypedTime(at, token.typed, context.zone)
    if context.reference is None:
        raise RuleViolation(
            "time", f"There is no event yet to count {token.typed} from. Write a time like 14:03."
        )
    return TypedTime(_moved(context.reference, token), token.typed, context.zone)


def _moved(reference: datetime, token: Token) -> datetime:
    try:
        at = reference + (token.span or timedelta(0))
    except OverflowError:
        at = datetime.max.replace(tzinfo=UTC)
    return _reached(token, at)


def _reached(token: Token, at: datetime) -> datetime:
    """The instant; RuleViolation if it is too far from the present for any incident."""
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise RuleViolation(
            "time",
            f"“{token.typed}” is out of reach: the years go from {FIRST_YEAR} to {LAST_YEAR}.",
        )
    return at


def _resolve_wall(
    token: Token, wall: Wall, context: TimeContext, not_before: datetime | None
) -> TypedTime | Question:
    meanings = MEANINGS.get(wall.zone)
    if meanings is None:
        return _in_zone(token, wall, wall.zone or context.zone, context, not_before)
    if len(meanings) == 1:
        return _in_season(token, wall, meanings[0], context, not_before)
    return _which_zone(token, wall, meanings, context, not_before)


def _in_zone(
    token: Token, wall: Wall, zone: str, context: TimeContext, not_before: datetime | None
) -> TypedTime | Question:
    at_wall, moved = _placed(wall, zone, context, not_before)
    found = instants(at_wall, tz(zone))
    if not_before is not None and len(found) > 1:
        # A span cannot end before it begins: that may settle which of the two it is.
        found = tuple(at for at in found if at >= not_before) or found
    if len(found) == 1:
        return TypedTime(found[0], token.typed, zone, moved)
    return _about_clock_change(at_wall, zone, found)


def _placed(
    wall: Wall, zone: str, context: TimeContext, not_before: datetime | None
) -> tuple[datetime, int]:
    """The naive wall-clock time with its day, and by how many days it was moved."""
    if wall.day is not None:
        return datetime.combine(wall.day, wall.clock), 0
    if wall.shift is not None:
        today = context.now.astimezone(tz(zone)).date()
        return datetime.combine(today + timedelta(days=wall.shift), wall.clock), 0
    anchor = not_before or context.reference
    at_wall = datetime.combine(_carried_day(zone, context, not_before), wall.clock)
    slack = timedelta(0) if not_before else NEXT_DAY_AFTER
    if anchor is not None and anchor - max(both_readings(at_wall, tz(zone))) > slack:
        return at_wall + timedelta(days=1), 1
    return at_wall, 0


def _carried_day(zone: str, context: TimeContext, not_before: datetime | None) -> date:
    if not_before is not None:
        return local(not_before, zone).date()
    if zone == context.zone:
        return context.day
    # The same day may have another date on another zone's clocks.
    anchor = context.reference
    if anchor is None or local(anchor, context.zone).date() != context.day:
        noon = datetime.combine(context.day, time(_NOON))
        anchor = both_readings(noon, tz(context.zone))[0]
    return local(anchor, zone).date()


def _in_season(
    token: Token, wall: Wall, meaning: Meaning, context: TimeContext, not_before: datetime | None
) -> TypedTime | Question:
    """An abbreviation read as its offset; asks if its own clocks showed another one that day."""
    found = _in_zone(token, wall, meaning.zone, context, not_before)
    if isinstance(found, Question) or meaning.zone == meaning.home:
        return found
    there = offset_at(found.at, meaning.home)
    if there == meaning.zone:
        return found
    at_wall = found.at.astimezone(tz(meaning.zone)).replace(tzinfo=None)
    choices = (
        _choice(f"{wall.zone} as written, {_utc(meaning.zone)}", at_wall, meaning.zone),
        _choice(f"the clocks in {meaning.place} then, {_utc(there)}", at_wall, there),
    )
    return Question(
        f"The clocks in {meaning.place} did not show {wall.zone} on {format_day(at_wall.date())}. "
        f"Write {clock_text(at_wall)} {meaning.zone} or {clock_text(at_wall)} {there}.",
        choices,
    )


def _which_zone(
    token: Token,
    wall: Wall,
    meanings: tuple[Meaning, ...],
    context: TimeContext,
    not_before: datetime | None,
) -> Question:
    choices = []
    for meaning in meanings:
        found = _in_zone(token, wall, meaning.zone, context, not_before)
        # A fixed offset has no clock changes, so there is nothing to ask.
        if isinstance(found, TypedTime):
            at_wall = found.at.astimezone(tz(meaning.zone)).replace(tzinfo=None)
            label = f"{meaning.place}, {_utc(meaning.zone)}"
            choices.append(_choice(label, at_wall, meaning.zone))
    places = [f"{meaning.place} ({_utc(meaning.zone)})" for meaning in meanings]
    clock, first = f"{wall.clock:%H:%M}", meanings[0]
    return Question(
        f"{wall.zone} can be {', '.join(places[:-1])} or {places[-1]}. "
        f"Write which, like {clock} {first.zone} or {clock} {first.home}.",
        tuple(choices),
    )


def _about_clock_change(wall: datetime, zone: str, found: tuple[datetime, ...]) -> Question:
    readings = found or tuple(sorted(both_readings(wall, tz(zone))))
    offsets = [offset_at(at, zone) for at in readings]
    clock, day = clock_text(wall), f"{format_day(wall.date())} ({zone})"
    if found:
        said = f"{clock} came twice on {day}, for the clocks went back."
        labels = [f"the {nth} {clock}, {_utc(o)}" for nth, o in zip(_NTH, offsets, strict=True)]
    else:
        said = f"There was no {clock} on {day}: the clocks went forward."
        # In the gap each offset stands on the other side of the change.
        offsets.reverse()
        labels = [f"{clock_text(local(at, zone))} on the clocks there" for at in readings]
    ways = " or ".join(f"{clock} {each}" for each in offsets)
    choices = (_choice(*each) for each in zip(labels, [wall, wall], offsets, strict=True))
    return Question(f"{said} Write {ways}.", tuple(choices))


def _choice(label: str, wall: datetime, offset: str) -> Choice:
    at = wall.replace(tzinfo=tz(offset)).astimezone(UTC)
    return Choice(label, said_fully(wall, offset), at)


def _utc(offset: str) -> str:
    return f"UTC{offset}"


def said_fully(wall: datetime, offset: str) -> str:
    """A time typed so that nothing is left open: ``2026-03-04 14:03 +01:00``."""
    return f"{wall.date()} {clock_text(wall)} {offset}"


def clock_text(wall: datetime) -> str:
    """``14:03``, with seconds or parts of them where there are any."""
    if wall.microsecond:
        return f"{wall:%H:%M:%S.%f}"
    return f"{wall:%H:%M:%S}" if wall.second else f"{wall:%H:%M}"
