"""Opsgenie: webhooks of what happens to an alert, and lists of alerts, their notes and logs."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.fields import line_of, object_of, text_of
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading, Stamp
from facilitator.exchange.readers.system.gathering import Item, below, reading, time_of
from facilitator.exchange.readers.system.json_objects import list_below, looks_like_json, objects_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

    Found = Iterator[Item]
    Object = dict[str, Any]

_HOOK = re.compile(r"\"alertId\"\s*:|\"integrationName\"\s*:\s*\"[^\"]*opsgenie", re.IGNORECASE)
_LIST = re.compile(r"^\s*\{\s*\"data\"\s*:")
_LISTED = re.compile(r"\"tinyId\"\s*:|\"(?:note|log)\"\s*:[^}]*\"owner\"\s*:|\"owner\"[^}]*\"log\"")
_DETAIL = "Only the labels or details of the alert changed."
_STRANGE = "This is nothing that Opsgenie is known to write."
_LONGEST = 10 * 365 * 24 * 3600 * 1000
"""Milliseconds beyond which nobody acknowledges or closes an alert."""


class _Sort(NamedTuple):
    """What an action on an alert means; ``words`` stand before its message."""

    words: str
    kind: EventKind | None = None
    marker: Marker | None = None
    why: str = ""
    noise: str = ""


_SORTS = {
    "Create": _Sort("", EventKind.ALERT, Marker.DETECTED, "The alert was created."),
    "Acknowledge": _Sort(
        "Acknowledged", EventKind.ACTION, Marker.ACKNOWLEDGED, "Somebody took the alert."
    ),
    "UnAcknowledge": _Sort("No longer acknowledged", EventKind.OBSERVATION),
    "AddNote": _Sort("Note"),
    "Close": _Sort("Closed", EventKind.ACTION, Marker.RESOLVED, "The alert was closed."),
    "Delete": _Sort("Deleted", EventKind.ACTION),
    "Escalate": _Sort("Escalated", EventKind.COMMUNICATION),
    "EscalateNext": _Sort("Escalated", EventKind.COMMUNICATION),
    "AddResponder": _Sort("Help was asked for", EventKind.COMMUNICATION),
    "AddTeam": _Sort("A team was added", EventKind.COMMUNICATION),
    "AddRecipient": _Sort("Help was asked for", EventKind.COMMUNICATION),
    "AssignOwnership": _Sort("Assigned", EventKind.COMMUNICATION),
    "TakeOwnership": _Sort("Taken over", EventKind.ACTION),
    "Snooze": _Sort("Put off", EventKind.ACTION),
    "SnoozeEnded": _Sort("No longer put off", EventKind.OBSERVATION),
    "UpdatePriority": _Sort("Priority changed", EventKind.DECISION),
    "UpdateMessage": _Sort("Message changed", noise=_DETAIL),
    "UpdateDescription": _Sort("Description changed", noise=_DETAIL),
    "AddTags": _Sort("Tags were added", noise=_DETAIL),
    "RemoveTags": _Sort("Tags were removed", noise=_DETAIL),
    "AddDetails": _Sort("Details were added", noise=_DETAIL),
    "RemoveDetails": _Sort("Details were removed", noise=_DETAIL),
}
_PARTS = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _fits(material: Material) -> bool:
    head = material.head
    if not looks_like_json(head):
        return False
    hook = '"action"' in head and _HOOK.search(head)
    return bool(hook or (_LIST.search(head) and _LISTED.search(head)))


def _read(material: Material) -> Reading:
    left: list[Left] = []
    found = (
        item for where, body in objects_in(material, left) for item in _items(body, where, left)
    )
    return reading(READER.form, "Opsgenie", material, found, left)


def _items(body: Object, where: str, left: list[Left]) -> Found:
    if isinstance(body.get("alert"), dict):
        yield _hook(body, below(where, "alert"))
    elif isinstance(body.get("data"), dict):
        yield from _listed(body["data"], below(where, "data"), left)
    elif "data" in body:
        for path, each in list_below(body, "data", where, left):
            yield from _listed(each, path, left)
    else:
        yield from _listed(body, where, left)


def _hook(body: Object, where: str) -> Item:
    """An action on an alert: only its creation happened when the alert was created."""
    alert, action = object_of(body, "alert"), line_of(body, "action")
    times = ("createdAt", "updatedAt") if action == "Create" else ("updatedAt",)
    stamp, key = time_of(alert, *times), line_of(alert, "alertId")
    note, named = text_of(alert, "note"), _named(action, alert)
    text = note if note and action == "AddNote" else f"{named} ({note})" if note else named
    entry = _entry(where, stamp, action, text)
    return Item(
        key,
        entry._replace(
            key=f"{key} {action} {stamp.raw}".strip(),
            author="" if action == "Create" else line_of(alert, "username"),
            lane=line_of(alert, "entity"),
        ),
    )


def _listed(body: Object, where: str, left: list[Left]) -> Found:
    """An alert of a list, or one of the notes or log lines of an alert."""
    said = text_of(body, "note") or text_of(body, "log")
    if "message" in body:
        yield from _alert(body, where)
    elif said:
        entry = _entry(where, time_of(body, "createdAt"), "AddNote", said)
        by = line_of(body, "owner")
        author = "" if by == "System" or line_of(body, "type") == "system" else by
        yield Item("", entry._replace(author=author, key=line_of(body, "offset")))
    else:
        left.append(Left(where, _STRANGE))


def _alert(alert: Object, where: str) -> Found:
    """A listed alert says when it was created and how much later it was taken and closed."""
    key, report = line_of(alert, "id"), object_of(alert, "report")
    created, lane = time_of(alert, "createdAt"), line_of(alert, "entity")
    begun = _entry(where, created, "Create", _named("Create", alert))
    yield Item(key, begun._replace(key=f"{key} Create", lane=lane))
    for action, after, by in _LATER:
        stamp = _after(created, report.get(after))
        if stamp:
            entry = _entry(f"{where}.report.{after}", stamp, action, _named(action, alert))
            author = line_of(report, by)
            yield Item(key, entry._replace(key=f"{key} {action}", lane=lane, author=author))


_LATER = (
    ("Acknowledge", "ackTime", "acknowledgedBy"),
    ("Close", "closeTime", "closedBy"),
)


def _after(begun: Stamp, milliseconds: Any) -> Stamp | None:
    if begun.at is None or isinstance(milliseconds, bool) or not isinstance(milliseconds, int):
        return None
    if not 0 < milliseconds < _LONGEST:
        return None
    at = begun.at + timedelta(milliseconds=milliseconds)
    return Stamp(f"{begun.raw} + {milliseconds} ms", at)


def _entry(where: str, stamp: Stamp, action: str, text: str) -> Entry:
    sort = _SORTS.get(action, _Sort(""))
    return Entry(
        where,
        stamp,
        text,
        kind=sort.kind,
        marker=sort.marker,
        why=sort.why,
        noise=sort.noise,
    )


def _named(action: str, alert: Object) -> str:
    """``Acknowledged: Checkout is slow``; actions that nobody here knows are told as they are."""
    sort = _SORTS.get(action)
    words = sort.words if sort else _PARTS.sub(" ", action).capitalize()
    priority = line_of(alert, "priority") if action in {"Create", "UpdatePriority"} else ""
    said = ": ".join(filter(None, (words, line_of(alert, "message"))))
    return f"{said} ({priority})" if said and priority else said


READER = Reader("opsgenie", "alerts from Opsgenie", _fits, _read)
