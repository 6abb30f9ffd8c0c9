"""Where two versions of one review say something else, row by row, and how to take theirs."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.domain.asked import ANSWERS
from facilitator.domain.edits import actions, brief, chain, elsewhere, factors, findings, timeline
from facilitator.domain.every_text import HEAD
from facilitator.domain.records import ActionItem, Addressee, Factor, Finding, TimelineEvent
from facilitator.domain.words import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from facilitator.domain.edits import Edit
    from facilitator.domain.records import Review

_HEADS = (
    *("title", "incident", "severity", "services", "failure_class", "summary", "impact"),
    *("time_zone", "status", "held_on"),
)
_CHANGES: dict[str, tuple[type[Any], Callable[..., Edit]]] = {
    "events": (TimelineEvent, timeline.change_taking),
    "factors": (Factor, factors.change_factor),
    "findings": (Finding, findings.change_finding),
    "actions": (ActionItem, actions.change_action),
    "addressees": (Addressee, elsewhere.change_addressee),
}
_KEPT = frozenset({"id", "position", "parent", "kind_of", "hint", "vague", "stopgap_for"})
"""Fields that are not compared: they place a row among others, or follow from its text."""
_LINKS = frozenset({"events", "factors", "findings", "finding"})
_ROWS = {
    "events": "Event",
    "factors": "Factor",
    "findings": "Finding",
    "actions": "Action",
    "addressees": "Asked elsewhere:",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one row, or of the head, that reads otherwise; ``value`` is theirs."""

    collection: str
    row: str
    field: str
    label: str
    mine: str
    theirs: str
    value: object


def differences(mine: Review, theirs: Review) -> tuple[Difference, ...]:
    """What both have and say differently: what only one of them has is no difference."""
    return (*_of_heads(mine, theirs), *_of_rows(mine, theirs))


def taking(chosen: Iterable[Difference]) -> Edit:
    """The edit that takes theirs where it was chosen, by the rules of each field."""
    steps: dict[tuple[str, str], dict[str, object]] = {}
    for each in chosen:
        steps.setdefault((each.collection, each.row), {})[each.field] = each.value
    return chain(*(_step(*key, values) for key, values in steps.items()))


def _step(collection: str, row: str, values: dict[str, object]) -> Edit:
    if collection == HEAD:
        return chain(*(brief.set_field(name, value) for name, value in values.items()))
    return _CHANGES[collection][1](row, **values)


def _of_heads(mine: Review, theirs: Review) -> Iterator[Difference]:
    for name in _HEADS:
        one, other = getattr(mine, name), getattr(theirs, name)
        if one != other:
            label = name.replace("_", " ").capitalize()
            yield Difference(HEAD, name, name, label, _words(one), _words(other), other)


def _of_rows(mine: Review, theirs: Review) -> Iterator[Difference]:
    for collection, (record, _) in _CHANGES.items():
        there = {row.id: row for row in getattr(mine, collection)}
        names = [each.name for each in fields(record) if each.name not in _KEPT | _LINKS]
        for row in getattr(theirs, collection):
            if row.id in there:
                yield from _of_row(collection, there[row.id], row, names)


def _of_row(collection: str, mine: Any, theirs: Any, names: list[str]) -> Iterator[Difference]:
    if collection == "factors" and mine.parent is None:
        # What the effect is cannot become a cause.
        names = [name for name in names if name != "kind"]
    for name in names:
        one, other = getattr(mine, name), getattr(theirs, name)
        if one != other:
            about = mine.whom if isinstance(mine, Addressee) else mine.text
            label = f"{_ROWS[collection]} “{about}”: {name.replace('_', ' ')}"
            yield Difference(collection, mine.id, name, label, _words(one), _words(other), other)


def _words(value: Any) -> str:
    """A value as it may stand in a list."""
    if value is None or value in ("", ()):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Answer):
        return ANSWERS[value]
    if isinstance(value, date):
        # A datetime is a date, too.
        return str(value)
    if isinstance(value, str):
        return " ".join(value.split())
    return ", ".join(_words(each) for each in _parts(value) if each)


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        yield from value
    else:
        named = (each.name for each in fields(value))
        yield from (getattr(value, name) for name in named if name not in {"id", "data"})
