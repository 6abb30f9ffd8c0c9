"""Grafana's annotations: what people and alert rules wrote onto dashboards."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from facilitator.domain.text import LINE_LIMIT
from facilitator.domain.words import EventKind, Marker
from facilitator.exchange.readers.fields import line_of, text_of
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading
from facilitator.exchange.readers.system.gathering import Item, plain_link, reading, time_of
from facilitator.exchange.readers.system.json_objects import list_below, looks_like_json, objects_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from facilitator.exchange.readers.material import Material

    Object = dict[str, Any]

_OWN = re.compile(r"\"(?:dashboardU?I[Dd]|panelId|prevState)\"\s*:")
_TIME = re.compile(r"\"time\"\s*:\s*\d{13}\b")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--(?:(?!<!--).)*?-->", re.DOTALL)
_HREF = re.compile(r"<a\s[^<>]*?href=[\"']([^\"'<>]+)[\"']", re.IGNORECASE)
_FIRING = frozenset({"alerting", "firing"})
_QUIET = frozenset({"ok", "normal"})
_STATES = {"no_data": "no data", "nodata": "no data"}
_CHANGES = re.compile(r"deploy(?:ment|s|ed)?|release[ds]?|rollout|rollback|config|change|migration")
_LONGEST = 10 * LINE_LIMIT
"""Characters of a text, with all that a browser does not show, beyond which it is not read."""
_PENDING = "The alert only waits whether it will fire."


def _fits(material: Material) -> bool:
    head = material.head
    return looks_like_json(head) and bool(_OWN.search(head) and _TIME.search(head))


def _read(material: Material) -> Reading:
    left: list[Left] = []
    found = (
        Item(_alert(each), _entry(each, where)) for where, each in _annotations(material, left)
    )
    return reading(READER.form, "Grafana", material, found, left)


def _annotations(material: Material, left: list[Left]) -> Iterator[tuple[str, Object]]:
    for where, body in objects_in(material, left):
        if "annotations" in body and "time" not in body:
            yield from list_below(body, "annotations", where, left)
        else:
            yield where, body


def _alert(note: Object) -> str:
    """What parts one alert from another; newer versions give all of them the number 0."""
    said = (line_of(note, name) for name in ("alertName", "alertId", "panelId"))
    return next((each for each in said if each not in {"", "0"}), "")


def _entry(note: Object, where: str) -> Entry:
    state = line_of(note, "newState").lower()
    said = text_of(note, "text")
    tags = _tags(note)
    kind, marker, why = _meaning(state, tags)
    start, end = time_of(note, "time"), time_of(note, "timeEnd")
    spans = bool(start.at and end.at and end.at > start.at)
    return Entry(
        where,
        start,
        _told(note, state) or _plain(said) or ", ".join(tags),
        key=line_of(note, "id"),
        end=end if spans else None,
        author=line_of(note, "login") or line_of(note, "userName") or line_of(note, "email"),
        kind=kind,
        marker=marker,
        why=why,
        link=_link(said),
        noise=_PENDING if state == "pending" else "",
    )


def _meaning(state: str, tags: list[str]) -> tuple[EventKind | None, Marker | None, str]:
    if state in _FIRING:
        return EventKind.ALERT, Marker.DETECTED, "The alert began to fire."
    if state in _QUIET:
        return EventKind.ALERT, Marker.RESOLVED, "The alert ended."
    if state:
        return EventKind.ALERT, None, ""
    change = next((each for each in tags if _CHANGES.fullmatch(each.lower())), "")
    return (EventKind.CHANGE, None, f"It is tagged “{change}”.") if change else (None, None, "")


def _told(note: Object, state: str) -> str:
    """The change of an alert's state; its text, if there is one, tells the values."""
    name, said = line_of(note, "alertName"), _plain(text_of(note, "text"))
    if not state:
        return ""
    before = line_of(note, "prevState").lower()
    change = f"{_word(before)} → {_word(state)}" if before else _word(state)
    head = f"{name}: {change}" if name else f"Alert: {change}"
    return f"{head} ({said})" if said and said != name else head


def _word(state: str) -> str:
    return _STATES.get(state, state)


def _tags(note: Object) -> list[str]:
    tags = note.get("tags")
    return [each for each in tags if isinstance(each, str)] if isinstance(tags, list) else []


def _plain(text: str) -> str:
    """The text that a browser would show."""
    shown = html.unescape(_TAG.sub("", _BREAK.sub("\n", text[:_LONGEST])))
    return "\n".join(filter(None, (" ".join(line.split()) for line in shown.split("\n"))))


def _link(text: str) -> str:
    found = _HREF.search(text)
    return plain_link(html.unescape(found[1])) if found else ""


READER = Reader("grafana", "annotations from Grafana", _fits, _read)
