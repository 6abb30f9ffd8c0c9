"""The small file in which the clock of a meeting outlives the program."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from facilitator.domain.agenda import Agenda, Slot, checked
from facilitator.domain.meeting_clock import MeetingClock, minutes_of
from facilitator.domain.phase import phase_of
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from pathlib import Path

_FORMAT, _VERSION = "facilitator.meeting", 1
_LIMIT = 100_000
"""Bytes; the longest agenda takes a few thousand."""

_LONGEST = 1000 * 365 * 86_400.0
"""Seconds; no clock that was ever put wrong goes so far."""

_Stamp = tuple[int, int, int]


class BadFile(ValueError):
    """The file cannot be used; the message says why, as the end of a sentence."""


class MeetingFile:
    """Reads and writes it, and notices when another program wrote it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: _Stamp | None = None

    def read(self) -> tuple[MeetingClock, datetime] | None:
        """The clock and when it was written; None if there is no file.

        BadFile if it cannot be used, OSError if it cannot be read.
        """
        self._seen = self._stamp()
        try:
            with self._path.open("rb") as file:
                data = file.read(_LIMIT + 1)
        except FileNotFoundError:
            return None
        if len(data) > _LIMIT:
            raise BadFile("is too long")
        return _read(data)

    def write(self, clock: MeetingClock, now: datetime) -> None:
        """Write the clock; OSError leaves the file as it was."""
        from facilitator.app.files import write_atomically  # noqa: PLC0415 - only needed to write

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        data = json.dumps(_given(clock, now), ensure_ascii=False, indent=1).encode()
        write_atomically(self._path, data, overwrite=True, private=True)
        self._seen = self._stamp()

    def changed(self) -> bool:
        """Whether another program wrote it since it was read or written here."""
        stamp = self._stamp()
        return stamp is not None and stamp != self._seen

    def put_aside(self) -> str:
        """Keep a bad file under another name; that name, or empty if it could not be renamed."""
        aside = self._path.with_name(f"{self._path.name}.bad")
        try:
            self._path.replace(aside)
        except OSError:
            return ""
        return aside.name

    def _stamp(self) -> _Stamp | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino


# -- inside ----------------------------------------------------------------------------------------


def _given(clock: MeetingClock, now: datetime) -> dict[str, Any]:
    agenda = clock.agenda
    slots = [
        {"phase": slot.phase.key, "minutes": slot.minutes, "words": slot.words}
        for slot in agenda.slots
    ]
    return {
        "format": _FORMAT,
        "version": _VERSION,
        "written": now.isoformat(),
        "agenda": {"id": agenda.id, "words": agenda.words, "about": agenda.about, "slots": slots},
        "used": clock.used,
        "more": clock.more,
        "current": clock.current,
        "running": clock.running,
        "elapsed": clock.elapsed,
        "promised": clock.promised,
        "gap": clock.gap,
        "gap_at": clock.gap_at,
    }


def _read(data: bytes) -> tuple[MeetingClock, datetime]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadFile("is damaged") from error
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        raise BadFile("is something else")
    version = found.get("version")
    if type(version) is int and version > _VERSION:
        raise BadFile("was written by a newer version of the program")
    try:
        return _clock(found), _instant(found["written"])
    except (KeyError, TypeError, ValueError, OverflowError, RuleViolation) as error:
        raise BadFile("is damaged") from error


def _clock(found: dict[str, Any]) -> MeetingClock:
    agenda = _agenda(found["agenda"])
    whole = len(agenda.slots)
    elapsed = found["elapsed"]
    clock = MeetingClock(
        agenda=agenda,
        used=tuple(_seconds(each) for each in _list(found["used"], whole)),
        more=tuple(_whole(each) for each in _list(found["more"], whole)),
        current=None if found["current"] is None else _index(found["current"], whole),
        running=found["running"] is True,
        elapsed=None if elapsed is None else _seconds(elapsed),
        promised=_seconds(found["promised"]),
        gap=_seconds(found["gap"]),
        gap_at=_index(found["gap_at"], whole),
    )
    if clock.running and (clock.elapsed is None or clock.current is None):
        raise ValueError("it runs and was not started")
    # A slot that was given or lost too many minutes cannot be: nobody could have done it.
    checked(Agenda("", "x", tuple(_now(clock, index) for index in range(whole))))
    return clock


def _now(clock: MeetingClock, index: int) -> Slot:
    return Slot(clock.agenda.slots[index].phase, minutes_of(clock, index))


def _agenda(found: dict[str, Any]) -> Agenda:
    texts = [found[name] for name in ("id", "words", "about")]
    if not all(isinstance(each, str) for each in texts):
        raise TypeError("a text is no text")
    slots = tuple(_slot(each) for each in found["slots"])
    return checked(Agenda(found["id"], found["words"], slots, found["about"]))


def _slot(found: dict[str, Any]) -> Slot:
    phase, words = phase_of(found["phase"]), found["words"]
    if phase is None or not isinstance(words, str):
        raise ValueError("a slot is none")
    return Slot(phase, _whole(found["minutes"]), words)


def _list(value: Any, length: int) -> list[Any]:
    if not isinstance(value, list) or len(value) != length:
        raise TypeError("a list is none, or has another length than the agenda")
    return value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("a number is none")
    return value


def _index(value: Any, length: int) -> int:
    if _whole(value) not in range(length):
        raise ValueError("there is no such slot")
    return _whole(value)


def _seconds(value: Any) -> float:
    if type(value) not in {int, float}:
        raise TypeError("a number is none")
    seconds = float(value)
    if not 0 <= seconds <= _LONGEST:
        raise ValueError("time cannot be so long")
    return seconds


def _instant(value: Any) -> datetime:
    instant = datetime.fromisoformat(value)
    if instant.tzinfo is None:
        raise ValueError("an instant has no zone")
    return instant
