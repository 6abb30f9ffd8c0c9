"""Which columns hold which fields of a record: derived once from the records themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_type_hints

from facilitator.domain.records import (
    COLLECTIONS,
    ActionItem,
    Backlog,
    Deferral,
    Evidence,
    Factor,
    Finding,
    Lesson,
    ParkedIdea,
    Participant,
    Review,
    TimelineEvent,
)
from facilitator.store.values import codec_for

if TYPE_CHECKING:
    from facilitator.store.values import Codec


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``part`` names a field of the value inside the record's ``field``, if any."""

    name: str
    field: str
    part: str | None
    codec: Codec


@dataclass(frozen=True, slots=True)
class Links:
    """The table that holds a record's list of ids, in order."""

    field: str
    table: str
    owner: str
    target: str


@dataclass(frozen=True, slots=True)
class Plan:
    """How one kind of record is stored."""

    record: type[Any]
    table: str
    columns: tuple[Column, ...]
    links: tuple[Links, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


_INSIDE: dict[Any, type[Any]] = {Backlog | None: Backlog, Deferral | None: Deferral}
_ELSEWHERE = {(Review, name) for name in COLLECTIONS} | {(TimelineEvent, "evidence")}


def _plan(record: type[Any], table: str, *links: Links) -> Plan:
    apart = {link.field for link in links}
    columns = [
        column
        for field, hint in get_type_hints(record).items()
        if field not in apart and (record, field) not in _ELSEWHERE
        for column in _columns(field, hint)
    ]
    return Plan(record, table, tuple(columns), links)


def _columns(name: str, hint: Any) -> list[Column]:
    inside = _INSIDE.get(hint)
    if inside is None:
        return [Column(name, name, None, codec_for(hint))]
    return [
        Column(f"{name}_{part}", name, part, codec_for(kind, nullable=True))
        for part, kind in get_type_hints(inside).items()
    ]


INSIDE = {"backlog": Backlog, "deferral": Deferral}
"""Fields that hold a value of their own, spread over columns that are all null or none."""

REVIEW = _plan(Review, "review")
"""The head of a review: everything but its collections."""

EVIDENCE = _plan(Evidence, "evidence")
"""Evidence, which belongs to an event and has a place there."""

PLANS = {
    "participants": _plan(Participant, "participant"),
    "events": _plan(TimelineEvent, "event"),
    "factors": _plan(Factor, "factor", Links("events", "factor_event", "factor_id", "event_id")),
    "findings": _plan(
        Finding, "finding", Links("factors", "finding_factor", "finding_id", "factor_id")
    ),
    "actions": _plan(
        ActionItem,
        "action",
        Links("factors", "action_factor", "action_id", "factor_id"),
        Links("findings", "action_finding", "action_id", "finding_id"),
    ),
    "lessons": _plan(Lesson, "lesson"),
    "parking": _plan(ParkedIdea, "parked"),
}
"""The plan of every collection of a review."""
