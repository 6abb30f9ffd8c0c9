"""Alertmanager's webhook, version 4: an entry where an alert begins to fire, one where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.fields import line_of
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading
from facilitator.exchange.readers.stamps import stated
from facilitator.exchange.readers.system.gathering import Item, reading
from facilitator.exchange.readers.system.json_objects import list_below, looks_like_json, objects_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

_OWN = ('"receiver"', '"groupLabels"', '"groupKey"', '"startsAt"')
_NEVER = "0001-01-01"
"""How the end of an alert begins that still fires."""


def _fits(material: Material) -> bool:
    """The labels of a group come behind its alerts, perhaps far behind."""
    head = material.head
    if not looks_like_json(head) or '"alerts"' not in head:
        return False
    return any(each in head for each in _OWN) and ('"labels"' in head or '"groupLabels"' in head)


def _read(material: Material) -> Reading:
    left: list[Left] = []
    found = (
        Item(line_of(body, "groupKey"), entry)
        for hook, body in objects_in(material, left)
        for where, alert in list_below(body, "alerts", hook, left)
        for entry in _entries(alert, where)
    )
    return reading(READER.form, "Alertmanager", material, found, left)


def _entries(alert: dict[str, Any], where: str) -> Iterator[Entry]:
    labels, notes = alert.get("labels") or {}, alert.get("annotations") or {}
    name = line_of(labels, "alertname")
    said = line_of(notes, "summary") or line_of(notes, "description") or name or "An alert"
    lane = line_of(labels, "service") or line_of(labels, "job") or line_of(labels, "host")
    start, end = line_of(alert, "startsAt"), line_of(alert, "endsAt")
    key = line_of(alert, "fingerprint") or f"{name} {lane}"
    link = line_of(alert, "generatorURL")
    yield Entry(
        f"{where}.startsAt",
        stated(start),
        f"{said} fires",
        key=f"{key} {start}",
        kind=EventKind.ALERT,
        marker=Marker.DETECTED,
        why="The alert began to fire.",
        lane=lane,
        link=link,
    )
    if end and not end.startswith(_NEVER) and line_of(alert, "status") != "firing":
        yield Entry(
            f"{where}.endsAt",
            stated(end),
            f"{said} is resolved",
            key=f"{key} {end} resolved",
            kind=EventKind.ALERT,
            marker=Marker.RESOLVED,
            why="The alert ended.",
            lane=lane,
            link=link,
        )


READER = Reader("alertmanager", "an Alertmanager notification", _fits, _read)
