"""Puts the entries of an alerting system or a log together: in order, each once, markers once."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from facilitator.domain.text import LINE_LIMIT, shortened
from facilitator.domain.words import Marker, Precision
from facilitator.exchange.readers.fields import line_of
from facilitator.exchange.readers.found import ENTRY_LIMIT, Entry, Left, Reading, Stamp
from facilitator.exchange.readers.stamps import instant, stated
from facilitator.exchange.readers.tidying.secrets import masked
from facilitator.exchange.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from facilitator.exchange.readers.material import Material

_NUMBER = re.compile(r"\d{9,19}(?:\.\d{1,9})?|\d\.\d{1,20}[eE]\+?\d{1,2}")
_QUOTED = 400
_WHOLE = "the file"
"""The place of an entry that is all there is."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Item(NamedTuple):
    """An entry and the incident that it belongs to: each of its markers is proposed only once."""

    incident: str
    entry: Entry


def reading(
    form: str, source: str, material: Material, items: Iterable[Item], left: list[Left]
) -> Reading:
    """What a source holds, from entries in any order; those without a time go to ``left``."""
    found = list(_usable(_counted(items), left))
    kept = list(_once(found))
    marked = _marked_once(_ordered(kept))
    people = dict.fromkeys(each.author for each in marked if each.author)
    return Reading(
        form=form,
        source=source,
        entries=tuple(marked),
        left=tuple(left),
        notes=(*material.notes, *_repeated(len(found) - len(kept))),
        people=tuple(people),
    )


def time_of(value: Any, *names: str) -> Stamp:
    """The time in the first of these fields that holds something: ISO 8601 or an epoch."""
    said = next(filter(None, (line_of(value, name) for name in names)), "")
    if not _NUMBER.fullmatch(said):
        return stated(said)
    at = instant(f"{float(said):.0f}" if "e" in said.lower() else said)
    return Stamp(said, at=at, precision=Precision.EXACT if at else Precision.UNKNOWN)


def plain_link(url: str) -> str:
    """A web address without what may be secret: no password, no query, no fragment."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host:
        return ""
    return f"{parts.scheme}://{host}{port}{parts.path}"


def below(where: str, name: str) -> str:
    """The path of a field in what stands at a path."""
    return f"{where}.{name}" if where else name


def _counted(items: Iterable[Item]) -> Iterator[Item]:
    for number, item in enumerate(items, 1):
        if number > ENTRY_LIMIT:
            raise Refused("", f"It has more than {ENTRY_LIMIT:,} entries, which is too many.")
        yield item


def _usable(items: Iterable[Item], left: list[Left]) -> Iterator[Item]:
    for item in items:
        entry = item.entry
        why = _why_not(entry)
        if why:
            left.append(Left(entry.where or _WHOLE, why))
        else:
            text = shortened(entry.text.strip(), LINE_LIMIT)
            where = entry.where or _WHOLE
            yield item._replace(entry=entry._replace(where=where, text=text))


def _why_not(entry: Entry) -> str:
    stamp = entry.stamp
    if not entry.text.strip():
        return "It has no text."
    if stamp.at or stamp.clock or stamp.day or stamp.slashed or stamp.yearless:
        return ""
    return time_missing(stamp.raw)


def time_missing(raw: str) -> str:
    """Why an entry without a time is left out; what is quoted there may have been a password."""
    if not raw:
        return "It has no time."
    return f"“{shortened(masked(raw[:_QUOTED])[0])}” is no time that can be read."


def _once(items: Iterable[Item]) -> Iterator[Item]:
    """What is delivered twice, or stands on two pages of a list, is one entry."""
    seen: set[str] = set()
    for item in items:
        key = item.entry.key
        if not key or key not in seen:
            yield item
        seen.add(key)


def _repeated(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    rows = "1 repetition was" if count == 1 else f"{count:,} repetitions were"
    return (f"{rows} left out: each entry is read once.",)


def _ordered(items: Iterable[Item]) -> list[Item]:
    """By time, if every time is certain; entries at one time keep their order."""
    found = list(items)
    if not found or any(each.entry.stamp.at is None for each in found):
        return found
    if _at(found[0]) > _at(found[-1]):
        found.reverse()
    return sorted(found, key=_at)


def _at(item: Item) -> datetime:
    return item.entry.stamp.at or _EPOCH


def _marked_once(items: list[Item]) -> list[Entry]:
    """The first detection and acknowledgement of an incident are marked, and its last end."""
    chosen: dict[tuple[str, Marker], int] = {}
    for index, (incident, entry) in enumerate(items):
        if entry.marker is Marker.RESOLVED:
            chosen[incident, entry.marker] = index
        elif entry.marker:
            chosen.setdefault((incident, entry.marker), index)
    kept = set(chosen.values())
    return [
        entry if index in kept or not entry.marker else entry._replace(marker=None)
        for index, (_, entry) in enumerate(items)
    ]
