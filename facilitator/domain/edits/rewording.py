"""Says any text of a review in other words, wherever it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.edits import (
    actions,
    brief,
    close,
    elsewhere,
    factors,
    findings,
    rows,
    sharing,
    timeline,
)
from facilitator.domain.every_text import HEAD
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.edits import Edit
    from facilitator.domain.every_text import TextPlace
    from facilitator.domain.records import Review

_STEP = re.compile(r"([^.\[\]]+)")
_CHANGES: dict[str, Callable[..., Edit]] = {
    "events": timeline.change_event,
    "factors": factors.change_factor,
    "findings": findings.change_finding,
    "actions": actions.change_action,
    "addressees": elsewhere.change_addressee,
}


def text_at(review: Review, place: TextPlace) -> str:
    """The text that stands there; RuleViolation if it is no longer there."""
    value: Any = review
    if place.collection != HEAD:
        value = rows.find(review, place.collection, place.row)
    for step in _STEP.findall(place.field):
        value = _inside(value, step)
    if not isinstance(value, str):
        raise _gone()
    return value


def reword(place: TextPlace, text: str) -> Edit:
    """Put another text there, by the rules of its field."""

    def edit(review: Review) -> Review:
        text_at(review, place)
        field, *inner = _STEP.findall(place.field)
        if place.collection == HEAD:
            changed = _changed(getattr(review, field), inner, text)
            return brief.set_field(field, changed)(review)
        if place.collection == "lessons":
            return close.change_lesson(place.row, text)(review)
        row = rows.find(review, place.collection, place.row)
        changed = _changed(getattr(row, field), inner, text)
        if place.collection == "glossary":
            return sharing.change_term(replace(row, **{field: changed}))(review)
        return _CHANGES[place.collection](place.row, **{field: changed})(review)

    return edit


def _changed(value: Any, steps: list[str], text: str) -> Any:
    """The value with another text at the end of the steps into it."""
    if not steps:
        return text
    step, *rest = steps
    if not isinstance(value, tuple):
        return replace(value, **{step: _changed(getattr(value, step), rest, text)})
    there = _inside(value, step)
    return tuple(_changed(each, rest, text) if each is there else each for each in value)


def _inside(value: Any, step: str) -> Any:
    """What a step leads to: a field, or the one of several things with this id or number."""
    if not isinstance(value, tuple):
        found = getattr(value, step, None)
    elif step.isdigit() and int(step) < len(value):
        found = value[int(step)]
    else:
        found = next((each for each in value if getattr(each, "id", None) == step), None)
    if found is None:
        raise _gone()
    return found


def _gone() -> RuleViolation:
    return RuleViolation("text", "This text is no longer there.")
