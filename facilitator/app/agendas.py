"""The agendas to choose from: those of the program, and the user's own in a folder."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from facilitator import resources
from facilitator.domain.agenda import Agenda, Slot, checked
from facilitator.domain.phase import Phase, phase_of
from facilitator.domain.rules import RuleViolation

if TYPE_CHECKING:
    from pathlib import Path

OWN = "own:"
"""How the ids of the user's own agendas begin."""
_LIMIT = 100_000
"""Bytes of a file; one with agendas has a few hundred."""
_PLACE = re.compile(r"at line \d+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.ASCII)
"""Names that no file can have on Windows."""


class Unreadable(ValueError):
    """What is wrong with a file, as the end of a sentence."""


@lru_cache(maxsize=1)
def _resource() -> tuple[Agenda, ...]:
    return _read(resources.read_text("agendas.toml"), "")


class AgendaShelf:
    """Reads the folder anew whenever it is asked: files may have come since."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def first(self) -> Agenda:
        """What a meeting begins with."""
        return _resource()[0]

    def agendas(self) -> tuple[Agenda, ...]:
        """Those of the program, then the user's own."""
        return _resource() + self._own()[0]

    def problems(self) -> tuple[str, ...]:
        """A sentence for every file that cannot be used."""
        return self._own()[1]

    def save(self, agenda: Agenda) -> Agenda:
        """Write a user's own agenda; one of the same words is replaced, no other is.

        RuleViolation if it cannot be, or cannot be written.
        """
        agenda = checked(agenda)
        if any(_same(each.words, agenda.words) for each in _resource()):
            raise RuleViolation("words", "The program has an agenda of this name; give another.")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._path_for(agenda.words)
            kept = replace(agenda, id=_own_id(path.stem, 0))
            _write(path, kept)
        except OSError as error:
            why = error.strerror or "no reason was given"
            raise RuleViolation("words", f"It cannot be kept in {self._folder}: {why}.") from error
        return kept

    def _own(self) -> tuple[tuple[Agenda, ...], tuple[str, ...]]:
        found: list[Agenda] = []
        problems: list[str] = []
        try:
            files = self._files()
        except OSError as error:
            why = error.strerror or "no reason was given"
            return (), (f"Your own agendas in {self._folder} cannot be read: {why}.",)
        for path in files:
            try:
                found += _read(_text(path), path.stem)
            except Unreadable as error:
                problems.append(f"{path.name} is left out of the agendas: {error}.")
        return tuple(found), tuple(problems)

    def _files(self) -> list[Path]:
        try:
            return sorted(path for path in self._folder.iterdir() if path.suffix == ".toml")
        except FileNotFoundError:
            return []

    def _path_for(self, words: str) -> Path:
        """Where the agenda of these words stands alone, or a name that nobody has."""
        stem, number = _stem(words), 1
        while True:
            path = self._folder / f"{stem if number == 1 else f'{stem}-{number}'}.toml"
            if not path.exists() or _holds_only(path, words):
                return path
            number += 1


# -- reading ---------------------------------------------------------------------------------------


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LIMIT + 1)
        text = data.decode()
    except OSError as error:
        raise Unreadable(f"it cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise Unreadable("it is not text in UTF-8") from error
    if len(data) > _LIMIT:
        raise Unreadable(f"it has more than {_LIMIT:,} bytes")
    return text.removeprefix("\ufeff")


def _read(text: str, stem: str) -> tuple[Agenda, ...]:
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        place = _PLACE.search(str(error))
        raise Unreadable(f"it is not TOML{f' {place[0]}' if place else ''}") from error
    listed = found.get("agenda")
    if not isinstance(listed, list) or not listed:
        raise Unreadable("it has no [[agenda]]")
    return tuple(_agenda(each, stem, at) for at, each in enumerate(listed))


def _agenda(given: Any, stem: str, at: int) -> Agenda:
    if not isinstance(given, dict):
        raise Unreadable("it has no [[agenda]]")
    words, about = given.get("words"), given.get("about", "")
    if not isinstance(words, str) or not isinstance(about, str):
        raise Unreadable(f"agenda {at + 1} has no words")
    slots = given.get("slots")
    if not isinstance(slots, list):
        raise Unreadable(f"“{words}” has no slots")
    agenda_id = _own_id(stem, at) if stem else str(given["id"])
    numbered = enumerate(slots, start=1)
    read = tuple(_slot(each, f"slot {number} of “{words}”") for number, each in numbered)
    try:
        return checked(Agenda(agenda_id, words, read, about))
    except RuleViolation as refusal:
        raise Unreadable(_told(refusal, words)) from refusal


def _slot(given: Any, where: str) -> Slot:
    if not isinstance(given, dict):
        raise Unreadable(f"{where} is no table")
    phase, minutes, words = given.get("phase"), given.get("minutes"), given.get("words", "")
    known = phase_of(phase) if isinstance(phase, str) else None
    if known is None:
        raise Unreadable(f"{where} has no phase; there are {', '.join(p.key for p in Phase)}")
    if type(minutes) is not int:
        raise Unreadable(f"{where} has no minutes, a whole number")
    if not isinstance(words, str):
        raise Unreadable(f"the words of {where} are no text")
    return Slot(known, minutes, words)


def _told(refusal: RuleViolation, words: str) -> str:
    reason = refusal.reason.rstrip(".")
    place, _, _field = refusal.field.partition(".")
    at = f"slot {int(place) + 1} of “{words}”" if place.isdecimal() else f"“{words}”"
    return f"{at} cannot be so ({reason[:1].lower()}{reason[1:]})"


# -- writing ---------------------------------------------------------------------------------------


def _own_id(stem: str, at: int) -> str:
    return f"{OWN}{stem}" if at == 0 else f"{OWN}{stem}:{at + 1}"


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _stem(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "agenda"
    return f"agenda-{stem}" if _RESERVED.fullmatch(stem) else stem


def _holds_only(path: Path, words: str) -> bool:
    try:
        held = _read(_text(path), path.stem)
    except Unreadable:
        return False
    return len(held) == 1 and _same(held[0].words, words)


def _write(path: Path, agenda: Agenda) -> None:
    import tomli_w  # noqa: PLC0415 - only needed to write

    from facilitator.app.files import write_atomically  # noqa: PLC0415 - the same

    given = {"words": agenda.words, "about": agenda.about}
    slots = [_slot_given(slot) for slot in agenda.slots]
    text = tomli_w.dumps({"agenda": [given | {"slots": slots}]})
    write_atomically(path, text.encode(), overwrite=True, private=True)


def _slot_given(slot: Slot) -> dict[str, str | int]:
    given: dict[str, str | int] = {"phase": slot.phase.key, "minutes": slot.minutes}
    return given | {"words": slot.words} if slot.words else given
