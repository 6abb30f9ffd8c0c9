"""PagerDuty: log entries, incidents, notes, and webhooks of versions 2 and 3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.fields import line_of, object_of, rows_of, text_of
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading
from facilitator.exchange.readers.system.gathering import Item, below, plain_link, reading, time_of
from facilitator.exchange.readers.system.json_objects import list_below, looks_like_json, objects_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from facilitator.exchange.readers.material import Material

    Found = Iterator[Item]
    Object = dict[str, Any]
    Read = Callable[[Object, str, list[Left]], Found]

_OWN = re.compile(
    r"\w_log_entry\"|\"log_entries\"|\"incident_number\"|\"incident_(?:note|reference)\""
    r"|\"event(?:_type)?\"\s*:\s*\"incident\.\w|\"urgency\"\s*:\s*\"(?:high|low)\""
    r"|\"(?:self|html_url)\"\s*:\s*\"https://[\w.-]*pagerduty\.com/"
)
_NOTES = re.compile(r"\s*\{\s*\"notes\"\s*:\s*\[")
_PAGES = "PagerDuty told somebody of the incident."
_PASSES = "PagerDuty passed the incident on by itself."
_DETAIL = "Only a detail of the incident in PagerDuty changed."
_STRANGE = "This is nothing that PagerDuty is known to write."


class _Sort(NamedTuple):
    """What a type of entry means; ``words`` stand before the title where it has no text."""

    words: str
    kind: EventKind | None = None
    marker: Marker | None = None
    why: str = ""
    noise: str = ""


_SORTS = {
    "trigger": _Sort("", EventKind.ALERT, Marker.DETECTED, "The incident was opened."),
    "acknowledge": _Sort(
        "Acknowledged", EventKind.ACTION, Marker.ACKNOWLEDGED, "Somebody took the incident."
    ),
    "unacknowledge": _Sort("No longer acknowledged", EventKind.OBSERVATION),
    "escalate": _Sort("Escalated", EventKind.COMMUNICATION),
    "delegate": _Sort("Handed on", EventKind.COMMUNICATION),
    "annotate": _Sort("Note"),
    "resolve": _Sort("Resolved", EventKind.ACTION, Marker.RESOLVED, "The incident was resolved."),
    "reopen": _Sort("Opened again", EventKind.OBSERVATION),
    "snooze": _Sort("Put off", EventKind.ACTION),
    "priority_change": _Sort("Priority changed", EventKind.DECISION),
    "urgency_change": _Sort("Urgency changed", EventKind.DECISION),
    "status_update": _Sort("Update", EventKind.COMMUNICATION),
    "responder_request": _Sort("Help was asked for", EventKind.COMMUNICATION),
    "responder_accept": _Sort("Help is coming", EventKind.COMMUNICATION),
    "notify": _Sort("Notified", noise=_PAGES),
    "assign": _Sort("Assigned", noise=_PAGES),
    "exhaust_escalation_path": _Sort("Nobody was left to tell", noise=_PASSES),
    "repeat_escalation_path": _Sort("Everybody is told again", noise=_PASSES),
    "reach_trigger_limit": _Sort("No more triggers are counted", noise=_PASSES),
    "reach_ack_timeout": _Sort("The acknowledgement ran out", noise=_PASSES),
    "field_value_change": _Sort("A field changed", noise=_DETAIL),
    "custom_field_value_change": _Sort("A field changed", noise=_DETAIL),
}
_HOOKS = {
    "triggered": "trigger",
    "acknowledged": "acknowledge",
    "unacknowledged": "unacknowledge",
    "escalated": "escalate",
    "delegated": "delegate",
    "reassigned": "assign",
    "annotated": "annotate",
    "resolved": "resolve",
    "reopened": "reopen",
    "priority_updated": "priority_change",
    "status_update_published": "status_update",
    "responder.added": "responder_request",
    "responder.replied": "responder_accept",
    "custom_field_values.updated": "custom_field_value_change",
}
"""What webhooks call the same: those of version 2 say ``incident.trigger``."""


def _fits(material: Material) -> bool:
    head = material.head
    notes = _NOTES.match(head) and '"content"' in head and '"created_at"' in head
    return looks_like_json(head) and bool(_OWN.search(head) or notes)


def _read(material: Material) -> Reading:
    left: list[Left] = []
    found = (
        item for where, body in objects_in(material, left) for item in _items(body, where, left)
    )
    return reading(READER.form, "PagerDuty", material, found, left)


def _items(body: Object, where: str, left: list[Left]) -> Found:
    """What an object holds: a page of a list, one thing by its name, or the thing itself."""
    own = _own_reader(body)
    page = next((name for name in _LISTS if name in body), "")
    single = next((name for name in _SINGLES if isinstance(body.get(name), dict)), "")
    if own:
        yield from own(body, where, left)
    elif page:
        for path, each in list_below(body, page, where, left):
            yield from _LISTS[page](each, path, left)
    elif single:
        yield from _SINGLES[single](body[single], below(where, single), left)
    else:
        left.append(Left(where, _STRANGE))


def _own_reader(body: Object) -> Read | None:
    """The reader of an object that says what it is; others only hold something by a name."""
    kind = line_of(body, "type")
    if kind.endswith("_log_entry"):
        return _log_entry
    if isinstance(body.get("event"), str):
        return _message
    if "event_type" in body:
        return _hook
    if kind == "incident" or "incident_number" in body:
        return _incident
    return _note if "content" in body else None


def _log_entry(entry: Object, where: str, _left: list[Left]) -> Found:
    name = line_of(entry, "type").removesuffix("_log_entry")
    channel, incident = object_of(entry, "channel"), object_of(entry, "incident")
    text = line_of(entry, "summary")
    if name == "annotate":
        text = text_of(channel, "content") or text_of(channel, "summary") or text
    if name == "trigger":
        described = line_of(object_of(entry, "event_details"), "description")
        text = described or _title(incident) or line_of(channel, "summary") or text
    yield Item(
        line_of(incident, "id"),
        _entry(entry, where, name, text or _named(name, _title(incident)), "created_at"),
    )


def _message(message: Object, where: str, left: list[Left]) -> Found:
    """A webhook of version 2 tells its log entries, if it was asked to, or only what happened."""
    if isinstance(message.get("event"), dict):
        yield from _hook(message["event"], below(where, "event"), left)
        return
    rows = list(rows_of(message.get("log_entries"), below(where, "log_entries"), left))
    incident = object_of(message, "incident")
    for path, each in rows:
        yield from _log_entry({"incident": incident} | each, path, left)
    if not rows:
        name = line_of(message, "event").removeprefix("incident.")
        entry = _entry(message, where, name, _named(name, _title(incident)), "created_on")
        link = plain_link(line_of(incident, "html_url"))
        lane = line_of(object_of(incident, "service"), "name")
        yield Item(line_of(incident, "id"), entry._replace(link=link, lane=lane))


def _hook(event: Object, where: str, _left: list[Left]) -> Found:
    said = line_of(event, "event_type").removeprefix("incident.")
    name, data = _HOOKS.get(said, said), object_of(event, "data")
    incident = object_of(data, "incident") or data
    own = text_of(data, "content") or text_of(data, "message")
    entry = _entry(event, where, name, own or _named(name, _title(incident)), "occurred_at")
    link = plain_link(line_of(incident, "html_url")) or entry.link
    lane = line_of(object_of(incident, "service"), "summary")
    yield Item(line_of(incident, "id"), entry._replace(link=link, lane=lane))


def _incident(incident: Object, where: str, _left: list[Left]) -> Found:
    key, title = line_of(incident, "id"), _title(incident)
    urgency = line_of(incident, "urgency")
    begun = f"{title} ({urgency} urgency)" if title and urgency else title
    entry = _entry(incident, where, "trigger", begun, "created_at")
    yield Item(key, entry._replace(key=f"{key} trigger", author=""))
    if line_of(incident, "resolved_at") or line_of(incident, "status") == "resolved":
        ended = ("resolved_at", "last_status_change_at")
        entry = _entry(incident, f"{where}.resolved_at", "resolve", f"Resolved: {title}", *ended)
        by = _person(object_of(incident, "last_status_change_by"))
        yield Item(key, entry._replace(key=f"{key} resolve", author=by))


def _note(note: Object, where: str, _left: list[Left]) -> Found:
    entry = _entry(note, where, "annotate", text_of(note, "content"), "created_at")
    yield Item("", entry._replace(author=_person(object_of(note, "user"))))


def _entry(body: Object, where: str, name: str, text: str, *times: str) -> Entry:
    sort, agent = _SORTS.get(name, _Sort("")), object_of(body, "agent")
    by_itself = sort.kind is EventKind.ACTION and _is_machine(agent)
    return Entry(
        where,
        time_of(body, *times),
        text,
        key=line_of(body, "id"),
        author=_person(agent),
        kind=EventKind.ALERT if by_itself else sort.kind,
        marker=sort.marker,
        why=sort.why,
        lane=line_of(object_of(body, "service"), "summary"),
        link=plain_link(line_of(body, "html_url")),
        noise=sort.noise,
    )


def _person(agent: Object) -> str:
    return "" if _is_machine(agent) else line_of(agent, "summary") or line_of(agent, "name")


def _is_machine(agent: Object) -> bool:
    """Services and integrations open and resolve incidents by themselves."""
    return line_of(agent, "type").startswith(("service", "inbound_integration", "integration"))


def _title(incident: Object) -> str:
    return line_of(incident, "title") or line_of(incident, "summary")


def _named(name: str, title: str) -> str:
    """``Acknowledged: Checkout is slow``; types that nobody here knows are told as they are."""
    sort = _SORTS.get(name)
    words = sort.words if sort else name.replace("_", " ").replace(".", " ").capitalize()
    return ": ".join(filter(None, (words, title)))


_LISTS = {
    "log_entries": _log_entry,
    "incidents": _incident,
    "notes": _note,
    "messages": _message,
}
_SINGLES = {"event": _hook, "log_entry": _log_entry, "incident": _incident, "note": _note}

READER = Reader("pagerduty", "incidents from PagerDuty", _fits, _read)
