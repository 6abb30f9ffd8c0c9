"""From the objects of the review JSON to records, each value checked where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.domain.records import (
    ActionItem,
    Backlog,
    Deferral,
    Factor,
    Finding,
    Lesson,
    ParkedIdea,
    Participant,
    TimelineEvent,
)
from facilitator.domain.words import (
    ActionStatus,
    Disposition,
    Durability,
    EventKind,
    EvidenceStatus,
    FactorKind,
    Family,
    Impact,
    LessonSide,
    Likelihood,
    Marker,
    Precision,
    Priority,
)
from facilitator.exchange import keys
from facilitator.exchange.evidence_in import read_evidence
from facilitator.exchange.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import Any

    NewId = Callable[[], str]

_PARTICIPANT = frozenset(keys.PARTICIPANT)
_EVENT = frozenset(keys.EVENT)
_FACTOR = frozenset(keys.FACTOR)
_FINDING = frozenset(keys.FINDING)
_ACTION = frozenset(keys.ACTION)
_BACKLOG = frozenset(keys.BACKLOG)
_DEFERRAL = frozenset(keys.DEFERRAL)
_LESSONS = frozenset(keys.LESSONS)


def read_participant(value: Any, where: str, new_id: NewId) -> Participant:
    """One person; at least a name, a role or an alias."""
    fields = Fields(value, where, _PARTICIPANT)
    person = Participant(
        id=new_id(),
        name=fields.line("name"),
        role=fields.line("role"),
        alias=fields.line("alias"),
        attended=fields.flag("attended") or False,
    )
    if not (person.name or person.role or person.alias):
        raise fields.refuse("name", "This person has neither a name nor a role.")
    return person


def read_event(value: Any, where: str, new_id: NewId) -> TimelineEvent:
    """One timeline event; without ``at`` its time is unknown."""
    fields = Fields(value, where, _EVENT)
    at = fields.instant("at")
    absent = Precision.UNKNOWN if at is None else Precision.EXACT
    event = TimelineEvent(
        id=fields.ident("id") or new_id(),
        text=fields.line("text", needed="An event needs a text that says what happened."),
        at=at,
        end=fields.instant("end"),
        precision=fields.word("precision", Precision) or absent,
        typed=fields.line("typed"),
        zone=fields.line("zone"),
        kind=fields.word("kind", EventKind) or EventKind.OBSERVATION,
        marker=fields.word("marker", Marker),
        lane=fields.line("lane"),
        source=fields.line("source"),
        link=fields.line("link"),
        starred=fields.flag("starred") or False,
        evidence=tuple(
            read_evidence(each, path, new_id) for each, path in fields.entries("evidence")
        ),
    )
    _check_times(fields, event)
    return event


def _check_times(fields: Fields, event: TimelineEvent) -> None:
    if event.at is None and event.precision is not Precision.UNKNOWN:
        raise fields.refuse("at", "The time is absent, but its precision is not “unknown”.")
    if event.end is not None and event.at is None:
        raise fields.refuse("end", "The event has an end but no beginning.")
    if event.end is not None and event.at is not None and event.end < event.at:
        raise fields.refuse("end", "The end is before the beginning.")


def read_factor(value: Any, where: str, new_id: NewId, index: int) -> Factor:
    """One node of the tree; ``index`` is its position if none is stated."""
    fields = Fields(value, where, _FACTOR)
    parent = fields.ident("parent")
    usual = FactorKind.EFFECT if parent is None else FactorKind.CONDITION
    factor = Factor(
        id=fields.ident("id") or new_id(),
        parent=parent,
        position=fields.number("position", absent=index),
        text=fields.line("text"),
        kind=fields.word("kind", FactorKind) or usual,
        family=fields.word("family", Family),
        evidence_status=fields.word("evidence_status", EvidenceStatus) or EvidenceStatus.UNKNOWN,
        events=fields.idents("events"),
        joint=fields.flag("joint") or False,
    )
    if (factor.parent is None) is not (factor.kind is FactorKind.EFFECT):
        raise fields.refuse("kind", "The effect is the root of the tree, and only that.")
    return factor


def read_finding(value: Any, where: str, new_id: NewId, index: int) -> Finding:
    """One finding, at ``index`` in the list."""
    fields = Fields(value, where, _FINDING)
    finding = Finding(
        id=fields.ident("id") or new_id(),
        position=index,
        text=fields.line("text", needed="A finding needs a text that says what was found."),
        factors=fields.idents("factors"),
        focus=fields.flag("focus") or False,
        disposition=fields.word("disposition", Disposition),
        reason=fields.line("reason"),
        elsewhere=fields.line("elsewhere"),
    )
    if finding.focus and finding.disposition is not None:
        raise fields.refuse("disposition", "A finding in focus has no disposition.")
    return finding


def read_action(value: Any, where: str, new_id: NewId, index: int) -> ActionItem:
    """One action, at ``index`` in the list; what follows from other keys is derived anew."""
    fields = Fields(value, where, _ACTION)
    impact, likelihood = (
        fields.word("impact", Impact),
        fields.word("likelihood", Likelihood),
    )
    stated = fields.word("priority", Priority)
    call = fields.word("call", Durability)
    label = fields.word("durability", Durability)
    hint = fields.word("hint", Durability) or (None if call else label)
    status = _status(fields)
    action = ActionItem(
        id=fields.ident("id") or new_id(),
        position=index,
        text=fields.line("text", needed="An action needs a text that says what will be changed."),
        owner=fields.line("owner"),
        impact=impact,
        likelihood=likelihood,
        stated_priority=None if impact and likelihood else stated,
        due=fields.day("due"),
        status=status,
        hint=hint,
        vague=fields.flag("vague"),
        call=call,
        call_reason=fields.line("call_reason"),
        factors=fields.idents("factors"),
        findings=fields.idents("findings"),
        stopgap_for=fields.ident("stopgap_for"),
        backlog=_backlog(fields),
        proposed_on=fields.day("proposed_on"),
        agreed_on=fields.day("agreed_on"),
        done_on=fields.day("done_on"),
        check_on=fields.day("check_on"),
        deferral=_deferral(fields, status),
    )
    if action.stopgap_for == action.id:
        raise fields.refuse("stopgap_for", "An action cannot be its own stopgap.")
    return action


def _status(fields: Fields) -> ActionStatus:
    """The status; ``done`` together with ``held`` says whether the fix held."""
    status = fields.word("status", ActionStatus) or ActionStatus.PROPOSED
    held = fields.flag("held")
    if held is None:
        return status
    checked = ActionStatus.HELD if held else ActionStatus.DID_NOT_HOLD
    if status not in {ActionStatus.DONE, checked}:
        raise fields.refuse("held", f"This does not fit the status “{status}”.")
    return checked


def _backlog(fields: Fields) -> Backlog | None:
    inner = fields.inner("backlog", _BACKLOG)
    if inner is None:
        return None
    place = Backlog(system=inner.line("system"), key=inner.line("key"), url=inner.line("url"))
    return place if place != Backlog() else None


def _deferral(fields: Fields, status: ActionStatus) -> Deferral | None:
    inner = fields.inner("deferral", _DEFERRAL)
    if status is not ActionStatus.DEFERRED:
        if inner is not None:
            raise fields.refuse("deferral", f"An action with the status “{status}” has none.")
        return None
    if inner is None:
        raise fields.refuse("deferral", "Deferring needs who accepts it, why, and until when.")
    return Deferral(
        accepted_by=inner.line("accepted_by", needed="Say who accepts that it can happen again."),
        reason=inner.line("reason", needed="Say why it is put off."),
        until=_until(inner),
    )


def _until(inner: Fields) -> date:
    until = inner.day("until")
    if until is None:
        raise inner.refuse("until", "Say until when it is put off.")
    return until


def read_lessons(review: Fields, new_id: NewId) -> Iterator[Lesson]:
    """The lines of what went well, went badly and got lucky, in this order."""
    inner = review.inner("lessons", _LESSONS)
    for side in LessonSide if inner is not None else ():
        for text in inner.lines(side) if inner is not None else ():
            yield Lesson(id=new_id(), side=side, text=text)


def read_parking(review: Fields, new_id: NewId) -> Iterator[ParkedIdea]:
    """The lines of the parking lot."""
    for text in review.lines("parking"):
        yield ParkedIdea(id=new_id(), text=text)
