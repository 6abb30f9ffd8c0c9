"""Who was asked elsewhere, and by what a fix was checked, beside the review in its JSON."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from facilitator.domain.records import Addressee
from facilitator.domain.words import Answer
from facilitator.exchange.checks import check_ids, check_links
from facilitator.exchange.fields import Fields

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from facilitator.domain.records import Review

    NewId = Callable[[], str]

KEY = "loop"
"""Where it stands: at the top of the file, beside ``review``."""
FIELDS = ("addressees", "checks")
"""The keys, in order."""
ADDRESSEE = ("id", "finding", "whom", "answer", "note", "asked_on", "answered_on")
CHECK = ("action", "because")
_ADDRESSEE, _CHECK = frozenset(ADDRESSEE), frozenset(CHECK)


def loop_object(review: Review) -> dict[str, Any] | None:
    """Who was asked elsewhere, and by what it was seen that fixes held; None if there is none."""
    checks = [
        {"action": each.id, "because": each.held_because}
        for each in review.actions
        if each.held_because
    ]
    if not review.addressees and not checks:
        return None
    return {"addressees": list(map(_addressee_object, review.addressees)), "checks": checks}


def _addressee_object(addressee: Addressee) -> dict[str, Any]:
    return {
        "id": addressee.id,
        "finding": addressee.finding,
        "whom": addressee.whom,
        "answer": addressee.answer,
        "note": addressee.note or None,
        "asked_on": _day(addressee.asked_on),
        "answered_on": _day(addressee.answered_on),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def with_loop(review: Review, document: Mapping[str, Any], new_id: NewId) -> Review:
    """The review with what stands here; Refused, with the path, for what does not fit."""
    if document.get(KEY) is None:
        return review
    loop = Fields(document[KEY], KEY, frozenset(FIELDS))
    addressees = _addressees(loop, new_id)
    known = {
        "findings": frozenset(each.id for each in review.findings),
        "actions": frozenset(each.id for each in review.actions),
    }
    check_ids(f"{KEY}.addressees[{{}}]", [each.id for each in addressees])
    check_links(
        (
            (f"{KEY}.addressees[{index}].finding", "findings", each.finding)
            for index, each in enumerate(addressees)
        ),
        known,
    )
    because = _because(loop, known)
    actions = tuple(replace(each, held_because=because.get(each.id, "")) for each in review.actions)
    ordered = tuple(sorted(addressees, key=lambda each: each.id))
    return replace(review, actions=actions, addressees=ordered)


def _addressees(loop: Fields, new_id: NewId) -> list[Addressee]:
    return [_addressee(value, where, new_id) for value, where in loop.entries("addressees")]


def _addressee(value: Any, where: str, new_id: NewId) -> Addressee:
    inner = Fields(value, where, _ADDRESSEE)
    return Addressee(
        id=inner.ident("id") or new_id(),
        finding=inner.ident("finding") or "",
        whom=inner.line("whom", needed="Who was asked?"),
        answer=inner.word("answer", Answer) or Answer.UNKNOWN,
        note=inner.line("note"),
        asked_on=inner.day("asked_on"),
        answered_on=inner.day("answered_on"),
    )


def _because(loop: Fields, known: Mapping[str, frozenset[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, where in loop.entries("checks"):
        inner = Fields(value, where, _CHECK)
        action = inner.ident("action") or ""
        check_links([(f"{where}.action", "actions", action)], dict(known))
        found[action] = inner.line("because", needed="By what was it seen?")
    return found
