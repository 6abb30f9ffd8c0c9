"""The review as JSON: what scripts may rely on.

Needed on the way in are ``format``, ``version`` and ``review.title``; everything else may be
missing or null. Unknown keys inside ``review``, ``meeting``, ``sharing`` and ``loop`` are
refused, those beside them are passed over. Values that follow from others (``priority`` with a
full risk, ``durability``) are derived anew. Private notes are written only when asked for, and
read if they are there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from facilitator.domain.order import event_key, placed_key
from facilitator.domain.private_notes import without_private_notes
from facilitator.domain.records import Review
from facilitator.domain.rules import RuleViolation
from facilitator.domain.severity import normal_severity
from facilitator.domain.words import ReviewStatus
from facilitator.domain.zones import check_zone
from facilitator.exchange import checks, keys, records_in
from facilitator.exchange.fields import Fields
from facilitator.exchange.json_text import Repeated, parse
from facilitator.exchange.loop_json import KEY as LOOP
from facilitator.exchange.loop_json import loop_object, with_loop
from facilitator.exchange.meeting_json import KEY, meeting_object, read_meeting
from facilitator.exchange.records_out import review_object
from facilitator.exchange.refused import Refused
from facilitator.exchange.sharing_json import KEY as SHARING
from facilitator.exchange.sharing_json import read_sharing, sharing_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from facilitator.domain.records import ActionItem, Factor, Finding
    from facilitator.exchange.checks import Link

_REVIEW = frozenset(keys.REVIEW)
_dump = json.JSONEncoder(ensure_ascii=False).encode
SEVERITY_LIMIT = 40
"""Characters of a severity in words."""


def write_review(review: Review, *, private: bool = False) -> bytes:
    """The review as UTF-8 JSON with a line a row; the same review gives the same bytes.

    ``private`` writes the private notes too.
    """
    if not private:
        review = without_private_notes(review)
    parts = {
        "review": review_object(review),
        KEY: meeting_object(review),
        SHARING: sharing_object(review),
        LOOP: loop_object(review),
    }
    written = [f'"{name}": {_object(part)}' for name, part in parts.items() if part]
    head = f'{{"format": "{keys.FORMAT}", "version": {keys.VERSION}'
    return f"{', '.join([head, *written])}}}\n".encode("utf-8", "replace")


def _object(members: dict[str, Any]) -> str:
    written = ",\n".join(_member(key, value) for key, value in members.items())
    return f"{{\n{written}\n}}"


def _member(key: str, value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        rows = ",\n".join(f"    {_dump(row)}" for row in value)
        return f'  "{key}": [\n{rows}\n  ]'
    return f'  "{key}": {_dump(value)}'


def read_review(data: bytes, new_id: Callable[[], str]) -> Review:
    """The review in a JSON file; Refused, with the path, for anything that is not one.

    Ids are kept as they stand; ``new_id`` gives those that the format does not hold.
    """
    document = _opened(parse(data))
    review = Fields(document.get("review"), "review", _REVIEW)
    title = review.line("title")
    if not review.has("title"):
        raise review.refuse("title", "A review needs a title.")
    collections = _collections(review, new_id)
    found = Review(
        id=review.ident("id") or new_id(),
        title=title,
        incident=review.line("incident"),
        severity=normal_severity(review.line_or_number("severity", SEVERITY_LIMIT)),
        services=tuple(dict.fromkeys(review.lines("services"))),
        failure_class=review.line("failure_class"),
        summary=review.text("summary"),
        impact=review.text("impact"),
        time_zone=_zone(review),
        status=review.word("status", ReviewStatus) or ReviewStatus.DRAFT,
        held_on=review.day("held_on"),
        notes=review.text("notes"),
        revision=review.number("revision", absent=0),
        created=review.instant("created"),
        updated=review.instant("updated"),
        **collections,
        **read_meeting(document),
        **read_sharing(document, new_id),
    )
    return with_loop(found, document, new_id)


def _opened(document: Any) -> dict[str, Any]:
    if not isinstance(document, dict) or document.get("format") != keys.FORMAT:
        raise Refused("format", f"This is not a review: it does not say “{keys.FORMAT}”.")
    if isinstance(document, Repeated):
        raise Refused(document.key, "This key stands twice.")
    _check_version(document.get("version"))
    return document


def _check_version(version: Any) -> None:
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Refused("version", f"The version should be {keys.VERSION}.")
    if version > keys.VERSION:
        raise Refused(
            "version",
            f"This file was written by a newer Facilitator (format {version}); "
            f"this one reads format {keys.VERSION}. Please update Facilitator.",
        )


def _zone(review: Fields) -> str:
    try:
        return check_zone(review.line("time_zone") or "UTC")
    except RuleViolation as violation:
        raise review.refuse("time_zone", violation.reason) from None


def _collections(review: Fields, new_id: Callable[[], str]) -> dict[str, Any]:
    people = [
        records_in.read_participant(value, where, new_id)
        for value, where in review.entries("participants")
    ]
    events = [
        records_in.read_event(value, where, new_id) for value, where in review.entries("events")
    ]
    factors = _rows(review, "factors", records_in.read_factor, new_id)
    findings = _rows(review, "findings", records_in.read_finding, new_id)
    actions = _rows(review, "actions", records_in.read_action, new_id)
    found = {
        "events": events,
        "factors": factors,
        "findings": findings,
        "actions": actions,
    }
    _check(found)
    return {
        "participants": tuple(people),
        "events": tuple(sorted(events, key=event_key)),
        "factors": tuple(sorted(factors, key=placed_key)),
        "findings": tuple(findings),
        "actions": tuple(actions),
        "lessons": tuple(records_in.read_lessons(review, new_id)),
        "parking": tuple(records_in.read_parking(review, new_id)),
    }


def _rows(review: Fields, name: str, read: Callable[..., Any], new_id: Callable[[], str]) -> Any:
    return [
        read(value, where, new_id, index)
        for index, (value, where) in enumerate(review.entries(name))
    ]


def _check(found: dict[str, Any]) -> None:
    for name, rows in found.items():
        checks.check_ids(f"review.{name}[{{}}]", [row.id for row in rows])
    events, factors, findings = found["events"], found["factors"], found["findings"]
    checks.check_evidence(events)
    known = {name: frozenset(row.id for row in rows) for name, rows in found.items()}
    checks.check_links(_links(factors, findings, found["actions"]), known)
    checks.check_tree(factors)
    checks.check_markers(events)
    checks.check_focus(findings)


def _links(
    factors: list[Factor], findings: list[Finding], actions: list[ActionItem]
) -> Iterator[Link]:
    for index, factor in enumerate(factors):
        where = f"review.factors[{index}]"
        if factor.parent is not None:
            yield f"{where}.parent", "factors", factor.parent
        yield from _list_links(where, "events", factor.events)
    for index, finding in enumerate(findings):
        yield from _list_links(f"review.findings[{index}]", "factors", finding.factors)
    for index, action in enumerate(actions):
        where = f"review.actions[{index}]"
        yield from _list_links(where, "factors", action.factors)
        yield from _list_links(where, "findings", action.findings)
        if action.stopgap_for is not None:
            yield f"{where}.stopgap_for", "actions", action.stopgap_for


def _list_links(where: str, name: str, targets: tuple[str, ...]) -> Iterator[Link]:
    for index, target in enumerate(targets):
        yield f"{where}.{name}[{index}]", name, target
