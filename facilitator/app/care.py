"""Looks after a library: a copy to a file, a backup put back, and how everything is."""

from __future__ import annotations

import platform
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.app.backups import copies
from facilitator.store.copies import check_library
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.quick import Reader, State, look
from facilitator.store.sqlite import ENGINE

if TYPE_CHECKING:
    from facilitator.app.paths import Paths

_WAYS_OUT = {
    Trouble.DAMAGED: "Put a backup in its place with “facilitator restore FILE”.",
    Trouble.FOREIGN: "Name another file with --library.",
    Trouble.OLDER: "Close Facilitator and open it again.",
    Trouble.UNWRITABLE: "Allow writing to the file and its folder, or name another library.",
    Trouble.FULL: "Make room on its disk.",
}


MENDED_BY_BACKUP = frozenset({Trouble.DAMAGED, Trouble.EMPTY, Trouble.FOREIGN})
"""Troubles that a backup in the library's place would end."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of what was looked at; ``bad`` if it keeps the library from being used."""

    words: str
    bad: bool = False


def way_out(problem: LibraryUnusable) -> str:
    """What may be done about it."""
    return _WAYS_OUT.get(problem.kind, "")


def examine(paths: Paths) -> list[Finding]:
    """The library, its backups and what the program runs on."""
    return [
        *_library(paths),
        *_backups(paths),
        Finding(f"Settings: {paths.settings}"),
        Finding(f"Log: {paths.log}"),
        Finding(f"Python {platform.python_version()}, {ENGINE}, {sys.platform}"),
    ]


def _library(paths: Paths) -> list[Finding]:
    told = Finding(f"Library: {paths.library}")
    try:
        state = look(paths.library)
        if state is State.ABSENT:
            return [told, Finding("It is not there yet; it is made when it is first needed.")]
        counts = check_library(paths.library)
    except LibraryUnusable as problem:
        return [told, Finding(f"{problem.sentence} {way_out(problem)}".strip(), bad=True)]
    words = f"It is sound and holds {counts.get('review', 0)} reviews."
    if state is State.BEHIND:
        words += " It will be brought up to date when it is next opened, after a backup."
        return [told, Finding(words)]
    return [told, Finding(words), *_lost(paths)]


def _lost(paths: Paths) -> list[Finding]:
    """How many rows no figure counts."""
    with Reader(paths.library) as reader:
        lost = reader.lost_rows()
    if not lost:
        return []
    rows = "1 row" if lost == 1 else f"{lost:,} rows"
    return [Finding(f"{rows} in it cannot be read: what they hold is counted nowhere.")]


def _backups(paths: Paths) -> list[Finding]:
    try:
        found = copies(paths.library, paths.backups)
    except OSError as problem:
        return [Finding(f"Backups: {paths.backups} cannot be read: {problem.strerror}")]
    if not found:
        return [Finding(f"Backups: none yet in {paths.backups}")]
    latest = next(iter(found.values()))
    return [
        Finding(f"Backups: {len(found)} in {paths.backups}, the latest of {latest:%F %H:%M} UTC")
    ]
