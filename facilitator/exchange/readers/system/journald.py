"""The journal of systemd, as ``journalctl -o json`` tells it: an object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from facilitator.domain.text import LINE_LIMIT
from facilitator.domain.words import Precision
from facilitator.exchange.readers.fields import line_of
from facilitator.exchange.readers.found import Entry, Left, Reader, Reading, Stamp
from facilitator.exchange.readers.stamps import instant
from facilitator.exchange.readers.system.gathering import Item, reading
from facilitator.exchange.readers.system.json_objects import looks_like_json, objects_in
from facilitator.exchange.readers.system.severity import DEBUG, noise_of, severity_kind

if TYPE_CHECKING:
    from facilitator.exchange.readers.material import Material

    Object = dict[str, Any]

_BYTES = 4 * LINE_LIMIT
"""Bytes of a message that can be of use: no character has more than four."""


def _fits(material: Material) -> bool:
    head = material.head
    return looks_like_json(head) and ('"__REALTIME_TIMESTAMP"' in head or '"__CURSOR"' in head)


def _read(material: Material) -> Reading:
    left: list[Left] = []
    found = list(objects_in(material, left))
    hosts = list(dict.fromkeys(filter(None, (_field(each, "_HOSTNAME") for _, each in found))))
    items = (Item("", _entry(each, where, several=len(hosts) > 1)) for where, each in found)
    source = f"Journal of {hosts[0]}" if len(hosts) == 1 else "Journal"
    return reading(READER.form, source, material, items, left)


def _entry(line: Object, where: str, *, several: bool) -> Entry:
    level = _level(_field(line, "PRIORITY"))
    return Entry(
        where,
        _stamp(_field(line, "__REALTIME_TIMESTAMP")),
        _message(line.get("MESSAGE")),
        key=_field(line, "__CURSOR"),
        kind=severity_kind(level),
        lane=_lane(line, several=several),
        noise=noise_of(level),
    )


def _stamp(raw: str) -> Stamp:
    """Microseconds since 1970 in digits."""
    at = instant(raw) if raw.isdigit() else None
    return Stamp(raw, at=at, precision=Precision.EXACT if at else Precision.UNKNOWN)


def _field(line: Object, name: str) -> str:
    """A field as text; one that was given several times is a list, and the last one counts."""
    value = line.get(name)
    if isinstance(value, list) and value and isinstance(value[-1], str):
        return line_of({name: value[-1]}, name)
    return line_of(line, name)


def _message(value: Any) -> str:
    """Text, or the numbers of bytes that are no UTF-8; or several of these."""
    if isinstance(value, list) and any(isinstance(each, str | list) for each in value):
        return "\n".join(filter(None, map(_one_message, value)))
    return _one_message(value)


def _one_message(value: Any) -> str:
    if isinstance(value, str):
        return value
    try:
        return bytes(value[:_BYTES]).decode("utf-8", "replace") if isinstance(value, list) else ""
    except (TypeError, ValueError):
        return ""


def _level(text: str) -> int:
    # "³" is a digit too, and no number.
    return int(text) if text.isdecimal() and len(text) == 1 and int(text) <= DEBUG else -1


def _lane(line: Object, *, several: bool) -> str:
    name = _field(line, "SYSLOG_IDENTIFIER") or _field(line, "_SYSTEMD_UNIT")
    host = _field(line, "_HOSTNAME")
    return f"{name} on {host}" if several and host and name else name or host


READER = Reader("journald", "a journal of systemd", _fits, _read)
