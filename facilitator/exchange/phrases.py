"""How single values read in a text export: words, days and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.coach.wording import LABEL_WORDS
from facilitator.domain.day_words import format_day
from facilitator.domain.words import EventKind, Precision

if TYPE_CHECKING:
    from datetime import date, tzinfo
    from enum import StrEnum

    from facilitator.domain.records import TimelineEvent
    from facilitator.domain.words import Durability


def words(member: StrEnum | None) -> str:
    """``missing_safeguard`` reads ``Missing safeguard``."""
    if member is EventKind.COMMUNICATION:
        return "Message"
    return "" if member is None else member.replace("_", " ").capitalize()


def day_words(day: date | None) -> str:
    """``5 March 2026``."""
    return "" if day is None else format_day(day)


def event_time(event: TimelineEvent, zone: tzinfo, *, with_day: bool) -> str:
    """``14:03``, ``about 14:12``, ``15:10 to 15:46``, ``unknown``; in the zone of the review."""
    if event.at is None or event.precision is Precision.UNKNOWN:
        return "unknown"
    pattern = "%Y-%m-%d %H:%M" if with_day else "%H:%M"
    start = event.at.astimezone(zone)
    told = f"{start:{pattern}}"
    if event.end is not None:
        end = event.end.astimezone(zone)
        told += f" to {end:{pattern if end.date() != start.date() else '%H:%M'}}"
    return f"about {told}" if event.precision is Precision.ABOUT else told


def durability_words(label: Durability | None) -> str:
    """How lasting an action is, in words."""
    return "" if label is None else LABEL_WORDS[label]
