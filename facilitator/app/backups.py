"""Keeps verified copies of the library: at most one a day, fewer the older they get."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.store.copies import copy_library, untouched
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.files import put
from facilitator.store.names import copied_at, copy_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ALL_FOR = timedelta(days=2)
"""From the last two days every copy is kept."""
DAILY, WEEKLY, MONTHLY = 7, 4, 12
"""Beyond that the latest copy of so many days, weeks and months."""


def copies(library: Path, folder: Path) -> dict[Path, datetime]:
    """The copies of a library in a folder, the latest first, with the time of each."""
    found = {}
    for path in folder.iterdir() if folder.is_dir() else ():
        at = copied_at(library, path.name)
        if at is not None and path.is_file():
            found[path] = at
    return dict(sorted(found.items(), key=lambda each: (each[1], each[0].name), reverse=True))


def keep_daily(library: Path, folder: Path, now: datetime) -> Path | None:
    """Copy the library if the day has no copy yet, and thin the older ones; the new copy.

    Raises OSError or LibraryUnusable if no copy could be made; then nothing is thinned.
    """
    there = copies(library, folder)
    if any(at.date() == now.date() for at in there.values()):
        return None
    made = make(library, folder, now)
    thin(library, folder, now)
    return made


def make(library: Path, folder: Path, now: datetime, why: str = "") -> Path:
    """Write a verified copy into the folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / copy_name(library, now, why)
    copy_library(library, target)
    return target


def thin(library: Path, folder: Path, now: datetime) -> None:
    """Remove the copies that ``kept`` does not name."""
    there = copies(library, folder)
    stay = kept(there.values(), now)
    for path, at in there.items():
        if at not in stay:
            path.unlink(missing_ok=True)


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """The times of the copies to keep; those of the future stay too."""
    latest_first = sorted(times, reverse=True)
    stay = {at for at in latest_first if now - at <= ALL_FOR}
    for period, number in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        stay |= set(_latest_of_each(latest_first, period)[:number])
    return stay


def _latest_of_each(
    latest_first: list[datetime], period: Callable[[datetime], object]
) -> list[datetime]:
    found: dict[object, datetime] = {}
    for at in latest_first:
        found.setdefault(period(at), at)
    return list(found.values())


def _day(at: datetime) -> object:
    return at.date()


def _week(at: datetime) -> object:
    return at.isocalendar()[:2]


def _month(at: datetime) -> object:
    return at.year, at.month


def restore(backup: Path, library: Path, folder: Path, now: datetime) -> Path | None:
    """Put a verified backup in the library's place; where what was there is kept now.

    Raises LibraryUnusable for a backup that is no sound library, and for a library that another
    program is writing to; OSError if it cannot be put there. Then the library is as it was.
    """
    place = _place(library)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.restored")
    new.unlink(missing_ok=True)
    copy_library(backup, new)
    try:
        with untouched(library):
            old = _put_aside(library, folder, now)
            new.replace(place)
    finally:
        new.unlink(missing_ok=True)
    return old


def _place(library: Path) -> Path:
    """Where the file itself is: a link goes on leading to it."""
    place = Path(os.path.realpath(library))
    if os.path.lexists(place) and not place.is_file():
        words = f"The library {library} is not a file, so no backup can take its place."
        raise LibraryUnusable(Trouble.FOREIGN, words)
    return place


def _put_aside(library: Path, folder: Path, now: datetime) -> Path | None:
    """Copy what is there; a library too damaged for a copy is kept byte by byte."""
    if not library.exists():
        return None
    try:
        return make(library, folder, now, "before-restore")
    except LibraryUnusable as problem:
        if problem.kind is Trouble.LOCKED:
            raise
        kept_as = folder / copy_name(library, now, "damaged")
        put(_place(library), kept_as)
        _move_journal(_place(library), kept_as)
        return kept_as


def _move_journal(library: Path, kept_as: Path) -> None:
    """A journal left behind would be played back into the restored library."""
    journal = library.with_name(f"{library.name}-journal")
    if journal.exists():
        journal.rename(kept_as.with_name(f"{kept_as.name}-journal"))
