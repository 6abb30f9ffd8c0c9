"""How single values read in a text export: words, days and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.words import Durability, EventKind, Precision

if TYPE_CHECKING:
    from datetime import date, tzinfo
    from enum import StrEnum

    from facilitator.domain.records import TimelineEvent

TEMP = {
    Durability.ELIMINATE: "Engineers it out",
    Durability.GUARDRAIL: "Blocks or contains it",
    Durability.AUTOMATE: "Takes a human step away",
    Durability.DETECT: "Watches for it",
    Durability.DOCUMENT: "Writes it down",
    Durability.REMIND: "Relies on vigilance",
    Durability.INVESTIGATE: "Not an action yet",
    Durability.REPAIR: "Repairs this incident",
}


def words(member: StrEnum | None) -> str:
    """``missing_safeguard`` reads ``Missing safeguard``."""
    if member is EventKind.COMMUNICATION:
        return "Message"
    return "" if member is None else member.replace("_", " ").capitalize()


def day_words(day: date | None) -> str:
    """``5 March 2026``."""
    return "" if day is None else f"{day.day} {day:%B} {day.year}"


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
    return "" if label is None else TEMP[label]
