"""A source as it is kept beside the library, so that what was left out can still come in."""

from __future__ import annotations

import gzip
import json
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any

from facilitator.domain.words import EventKind, Marker, Precision
from facilitator.exchange.readers.found import Entry, Reading, Stamp
from facilitator.exchange.refused import Refused

FORMAT = "facilitator.source"
UNPACKED_LIMIT = 512 * 2**20
"""Bytes of the largest kept source once it is unpacked."""
_ENTRY_TEXTS = ("where", "text", "key", "author", "thread", "why", "lane", "link", "noise")
_BROKEN = "This kept source is damaged."


def packed(reading: Reading, words: str, answers: dict[str, str]) -> bytes:
    """The entries of a reading with the answers that placed them."""
    told = {
        "format": FORMAT,
        "version": 1,
        "form": reading.form,
        "source": reading.source,
        "words": words,
        "zone": reading.zone,
        "day": reading.day.isoformat() if reading.day else None,
        "answers": answers,
        "entries": [_entry_out(entry) for entry in reading.entries],
    }
    text = json.dumps(told, ensure_ascii=False)
    # Without the time in it the same source makes the same bytes.
    return gzip.compress(text.encode("utf-8", "replace"), mtime=0)


def unpacked(data: bytes) -> tuple[Reading, str, dict[str, str]]:
    """The reading, what its source is called, and the answers; Refused for a damaged file."""
    try:
        told = json.loads(_opened(data))
        reading = Reading(
            form=str(told["form"]),
            source=str(told["source"]),
            entries=tuple(map(_entry_in, told["entries"])),
            zone=str(told["zone"]),
            day=date.fromisoformat(told["day"]) if told["day"] else None,
        )
        answers = {str(name): str(value) for name, value in told["answers"].items()}
        return reading, str(told["words"]), answers
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError):
        raise Refused("", _BROKEN) from None


def _opened(data: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        found = unpacker.decompress(data, UNPACKED_LIMIT)
    except zlib.error:
        raise Refused("", _BROKEN) from None
    if not unpacker.eof:
        raise Refused("", _BROKEN)
    return found


def _entry_out(entry: Entry) -> dict[str, Any]:
    """Only what is said; most fields of most entries say nothing."""
    told: dict[str, Any] = {name: value for name in _ENTRY_TEXTS if (value := getattr(entry, name))}
    told["stamp"] = _stamp_out(entry.stamp)
    if entry.end is not None:
        told["end"] = _stamp_out(entry.end)
    if entry.kind is not None:
        told["kind"] = entry.kind.value
    if entry.marker is not None:
        told["marker"] = entry.marker.value
    if entry.star:
        told["star"] = True
    if entry.reactions:
        told["reactions"] = entry.reactions
    return told


def _entry_in(told: dict[str, Any]) -> Entry:
    texts = {name: str(told.get(name, "")) for name in _ENTRY_TEXTS}
    return Entry(
        stamp=_stamp_in(told["stamp"]),
        end=_stamp_in(told["end"]) if "end" in told else None,
        kind=EventKind(told["kind"]) if "kind" in told else None,
        marker=Marker(told["marker"]) if "marker" in told else None,
        star=bool(told.get("star")),
        reactions=int(told.get("reactions", 0)),
        **texts,
    )


def _stamp_out(stamp: Stamp) -> dict[str, Any]:
    """Only what is said, as it is for an entry."""
    told: dict[str, Any] = {"raw": stamp.raw}
    for name, value in zip(stamp._fields[1:], stamp[1:], strict=True):
        if value != Stamp._field_defaults[name]:
            told[name] = _plain(value)
    return told


def _plain(value: object) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value // timedelta(microseconds=1)
    return value


def _stamp_in(told: dict[str, Any]) -> Stamp:
    slashed, yearless = told.get("slashed"), told.get("yearless")
    return Stamp(
        str(told["raw"]),
        _aware(told["at"]) if "at" in told else None,
        date.fromisoformat(told["day"]) if "day" in told else None,
        time.fromisoformat(told["clock"]) if "clock" in told else None,
        str(told.get("zone", "")),
        int(told.get("shift", 0)),
        Precision(told.get("precision", Precision.EXACT.value)),
        (int(slashed[0]), int(slashed[1]), int(slashed[2])) if slashed else None,
        (int(yearless[0]), int(yearless[1])) if yearless else None,
        int(told["weekday"]) if "weekday" in told else None,
        bool(told.get("next_day")),
        timedelta(microseconds=int(told["since"])) if "since" in told else None,
        bool(told.get("from_start")),
    )


def _aware(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.utcoffset() is None:
        raise ValueError(text)
    return at
