"""The canonical order of every collection, defined once."""

from datetime import UTC, datetime
from typing import Any

from facilitator.domain.records import ActionItem, Factor, Finding, TimelineEvent

_LAST = datetime.max.replace(tzinfo=UTC)


def event_key(event: TimelineEvent) -> tuple[datetime, str]:
    """By instant, then in the order of typing (ids grow with time); placeless events last."""
    return (event.at or _LAST, event.id)


def placed_key(row: Factor | Finding | ActionItem) -> tuple[int, str]:
    """By the person's own order."""
    return (row.position, row.id)


def id_key(row: Any) -> str:
    """In the order of entry: ids grow with time."""
    return str(row.id)


KEYS: dict[str, Any] = {
    "participants": id_key,
    "events": event_key,
    "factors": placed_key,
    "findings": placed_key,
    "actions": placed_key,
    "addressees": id_key,
    "lessons": id_key,
    "parking": id_key,
    "phase_notes": id_key,
    "glossary": id_key,
    "releases": id_key,
}
"""Sort key of each collection of a Review, by field name."""
