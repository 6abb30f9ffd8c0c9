"""Edits on the head of a review and on the people in the room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.edits import rows
from facilitator.domain.records import HEADER_FIELDS
from facilitator.domain.rules import RuleViolation
from facilitator.domain.severity import normal_severity
from facilitator.domain.text import clean_line, clean_text
from facilitator.domain.words import ReviewStatus
from facilitator.domain.zones import check_zone

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Participant, Review

_LINES = {"title", "incident", "failure_class"}
_TEXTS = {"summary", "impact", "notes"}


def set_field(name: str, value: Any) -> Edit:
    """Set one header field (see ``records.HEADER_FIELDS``), cleaned and checked."""
    if name not in HEADER_FIELDS:
        raise ValueError(name)

    def edit(review: Review) -> Review:
        return replace(review, **{name: _checked(name, value)})

    return edit


def set_status(status: ReviewStatus, today: date) -> Edit:
    """Say how far the review is; a reviewed one that names no day was held today."""

    def edit(review: Review) -> Review:
        review = set_field("status", status)(review)
        if status is ReviewStatus.REVIEWED and review.held_on is None:
            return set_field("held_on", today)(review)
        return review

    return edit


def _checked(name: str, value: Any) -> Any:
    if name in _LINES:
        return clean_line(value, name)
    if name in _TEXTS:
        return clean_text(value, name)
    if name == "severity":
        return normal_severity(value)
    if name == "time_zone":
        return check_zone(clean_line(value, name))
    if name == "services":
        return _distinct(clean_line(each, name) for each in value)
    return value


def _distinct(names: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def add_participant(person: Participant) -> Edit:
    """Add somebody to the room."""
    return lambda review: rows.added(review, "participants", _cleaned(person))


def seat_participant(person: Participant) -> Edit:
    """Give somebody the empty seat of their role, or a new one if there is none."""

    def edit(review: Review) -> Review:
        role = person.role.strip().casefold()
        for seat in review.participants:
            if role and not seat.name and seat.role.casefold() == role:
                taken = replace(
                    person, id=seat.id, role=seat.role, alias=person.alias or seat.alias
                )
                return rows.replaced(review, "participants", _cleaned(taken))
        return add_participant(person)(review)

    return edit


def change_participant(person_id: str, **fields: Any) -> Edit:
    """Change name, role, alias or attended."""

    def edit(review: Review) -> Review:
        person = replace(rows.find(review, "participants", person_id), **fields)
        return rows.replaced(review, "participants", _cleaned(person))

    return edit


def remove_participant(person_id: str) -> Edit:
    """Take somebody off the list."""

    def edit(review: Review) -> Review:
        rows.find(review, "participants", person_id)
        return rows.removed(review, "participants", {person_id})

    return edit


def _cleaned(person: Participant) -> Participant:
    cleaned = replace(
        person,
        name=clean_line(person.name, "name"),
        role=clean_line(person.role, "role"),
        alias=clean_line(person.alias, "alias"),
    )
    if not (cleaned.name or cleaned.role or cleaned.alias):
        raise RuleViolation("name", "Say a name or a role.")
    return cleaned
