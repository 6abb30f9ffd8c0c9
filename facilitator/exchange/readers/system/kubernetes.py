"""Events of a Kubernetes cluster, as ``kubectl get events -o json`` tells them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from facilitator.domain.words import EventKind
from facilitator.exchange.readers.fields import line_of, object_of
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading, Stamp
from facilitator.exchange.readers.system.gathering import Item, reading, time_of
from facilitator.exchange.readers.system.json_objects import list_below, looks_like_json, objects_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

    Object = dict[str, Any]

_EVENT = re.compile(r"\"kind\"\s*:\s*\"Event(?:List)?\"")
_ABOUT = re.compile(r"\"(?:involvedObject|regarding)\"\s*:")
_CHATTER = frozenset({"Pulling", "Pulled", "Created", "Scheduled", "SuccessfulCreate"})
_CHANGES = frozenset({"ScalingReplicaSet", "SuccessfulRescale"})
_USUAL = "It happens whenever a pod starts."
_NO_EVENT = "This is no event of a cluster."


def _fits(material: Material) -> bool:
    head = material.head
    return looks_like_json(head) and bool(_EVENT.search(head) and _ABOUT.search(head))


def _read(material: Material) -> Reading:
    left: list[Left] = []
    found = (Item("", _entry(each, where)) for where, each in _events(material, left))
    return reading(READER.form, "Kubernetes", material, found, left)


def _events(material: Material, left: list[Left]) -> Iterator[tuple[str, Object]]:
    for where, body in objects_in(material, left):
        # A watch tells what happened to each event, too.
        watched = object_of(body, "object") or body
        rows = list_below(watched, "items", where, left) if "items" in watched else None
        for path, each in rows or [(where, watched)]:
            if "involvedObject" in each or "regarding" in each or "reason" in each:
                yield path, each
            else:
                left.append(Left(path, _NO_EVENT))


def _entry(event: Object, where: str) -> Entry:
    """An event that came again is one entry, from the first time to the last."""
    series = object_of(event, "series")
    first = _first(event, "firstTimestamp", "deprecatedFirstTimestamp", "eventTime")
    last = _first(event, "lastTimestamp", "deprecatedLastTimestamp")
    last = _later(last, time_of(series, "lastObservedTime"))
    begun = first if first.at else last
    reason, warns = line_of(event, "reason"), line_of(event, "type") == "Warning"
    return Entry(
        where,
        begun,
        _told(event, reason, _count(event, series)),
        key=line_of(object_of(event, "metadata"), "uid"),
        end=last if begun.at and last.at and last.at > begun.at else None,
        kind=_kind(reason, warns=warns),
        why="The cluster warns." if warns else "",
        lane=_lane(object_of(event, "involvedObject") or object_of(event, "regarding")),
        noise=_USUAL if not warns and reason in _CHATTER else "",
    )


def _kind(reason: str, *, warns: bool) -> EventKind | None:
    if warns:
        return EventKind.OBSERVATION
    return EventKind.CHANGE if reason in _CHANGES else None


def _first(event: Object, *names: str) -> Stamp:
    found = [time_of(event, name) for name in names]
    return next((each for each in found if each.at), max(found, key=lambda each: each.raw))


def _later(one: Stamp, other: Stamp) -> Stamp:
    if one.at is None or other.at is None:
        return one if one.at else other
    return other if other.at > one.at else one


def _count(event: Object, series: Object) -> int:
    counts = (event.get("count"), event.get("deprecatedCount"), series.get("count"))
    whole = (each for each in counts if isinstance(each, int) and not isinstance(each, bool))
    return max(whole, default=1)


def _told(event: Object, reason: str, count: int) -> str:
    said = line_of(event, "message") or line_of(event, "note")
    text = ": ".join(filter(None, (reason, said)))
    return f"{text} ({count:,} times)" if text and count > 1 else text


def _lane(about: Object) -> str:
    """``Pod shop/checkout-1``."""
    name = "/".join(filter(None, (line_of(about, "namespace"), line_of(about, "name"))))
    return " ".join(filter(None, (line_of(about, "kind"), name)))


READER = Reader("kubernetes", "events of a Kubernetes cluster", _fits, _read)
