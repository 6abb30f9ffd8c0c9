"""From records to the objects of the review JSON."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from facilitator.domain.priority import priority
from facilitator.domain.words import ActionStatus, LessonSide

if TYPE_CHECKING:
    from datetime import date, datetime

    from facilitator.domain.records import (
        ActionItem,
        Backlog,
        Deferral,
        Evidence,
        Factor,
        Finding,
        Participant,
        Review,
        TimelineEvent,
    )

HELD = {ActionStatus.HELD: True, ActionStatus.DID_NOT_HOLD: False}
"""What the statuses after the check say about whether the fix held."""


def review_object(review: Review) -> dict[str, Any]:
    """The whole review; keys in the written order, what is absent as None."""
    return {
        "id": review.id,
        "title": review.title,
        "incident": review.incident or None,
        "severity": review.severity or None,
        "services": list(review.services),
        "failure_class": review.failure_class or None,
        "summary": review.summary,
        "impact": review.impact,
        "time_zone": review.time_zone,
        "status": review.status,
        "held_on": _day(review.held_on),
        "participants": [_participant(person) for person in review.participants],
        "events": [_event(event) for event in review.events],
        "factors": [_factor(factor) for factor in review.factors],
        "findings": [_finding(finding) for finding in review.findings],
        "actions": [action_object(action) for action in review.actions],
        "lessons": {side: _lessons(review, side) for side in LessonSide},
        "parking": [idea.text for idea in review.parking],
        "notes": review.notes or None,
        "revision": review.revision,
        "created": instant_text(review.created),
        "updated": instant_text(review.updated),
    }


def instant_text(instant: datetime | None) -> str | None:
    """An aware UTC instant as 2026-03-04T14:03:00Z, with a fraction only if it has one."""
    return None if instant is None else instant.isoformat().replace("+00:00", "Z")


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _lessons(review: Review, side: LessonSide) -> list[str]:
    return [lesson.text for lesson in review.lessons if lesson.side is side]


def _participant(person: Participant) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role or None,
        "alias": person.alias or None,
        "attended": person.attended,
    }


def _event(event: TimelineEvent) -> dict[str, Any]:
    return {
        "id": event.id,
        "at": instant_text(event.at),
        "end": instant_text(event.end),
        "precision": event.precision,
        "typed": event.typed or None,
        "zone": event.zone or None,
        "text": event.text,
        "kind": event.kind,
        "marker": event.marker,
        "lane": event.lane or None,
        "source": event.source or None,
        "link": event.link or None,
        "starred": event.starred,
        "evidence": [_evidence(each) for each in event.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "id": evidence.id,
        "kind": evidence.kind,
        "text": evidence.text,
        "link": evidence.link or None,
        "media_type": evidence.media_type or None,
        "sha256": evidence.sha256 or None,
        "data": base64.b64encode(evidence.data).decode("ascii") or None,
    }


def _factor(factor: Factor) -> dict[str, Any]:
    return {
        "id": factor.id,
        "parent": factor.parent,
        "position": factor.position,
        "text": factor.text,
        "kind": factor.kind,
        "family": factor.family,
        "evidence_status": factor.evidence_status,
        "events": list(factor.events),
        "joint": factor.joint,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "text": finding.text,
        "factors": list(finding.factors),
        "focus": finding.focus,
        "disposition": finding.disposition,
        "reason": finding.reason or None,
        "elsewhere": finding.elsewhere or None,
    }


def action_object(action: ActionItem) -> dict[str, Any]:
    """One action."""
    return {
        "id": action.id,
        "text": action.text,
        "owner": action.owner or None,
        "impact": action.impact,
        "likelihood": action.likelihood,
        "priority": priority(action),
        "due": _day(action.due),
        "status": action.status,
        "durability": action.durability,
        "hint": action.hint,
        "vague": action.vague,
        "call": action.call,
        "call_reason": action.call_reason or None,
        "factors": list(action.factors),
        "findings": list(action.findings),
        "stopgap_for": action.stopgap_for,
        "backlog": _backlog(action.backlog),
        "proposed_on": _day(action.proposed_on),
        "agreed_on": _day(action.agreed_on),
        "done_on": _day(action.done_on),
        "check_on": _day(action.check_on),
        "held": HELD.get(action.status),
        "deferral": _deferral(action.deferral),
    }


def _backlog(backlog: Backlog | None) -> dict[str, Any] | None:
    if backlog is None:
        return None
    return {
        "system": backlog.system or None,
        "key": backlog.key or None,
        "url": backlog.url or None,
    }


def _deferral(deferral: Deferral | None) -> dict[str, Any] | None:
    if deferral is None:
        return None
    return {
        "accepted_by": deferral.accepted_by,
        "reason": deferral.reason,
        "until": deferral.until.isoformat(),
    }
