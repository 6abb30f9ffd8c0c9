"""Verified copies of a library: for backups, before migrations, and to put back."""

from __future__ import annotations

from contextlib import ExitStack, closing, contextmanager
from typing import TYPE_CHECKING

from facilitator.store import sqlite
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.store.files import new_file, put, sync
from facilitator.store.quick import stored_version, translated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def copy_library(library: Path, target: Path) -> dict[str, int]:
    """Write a verified copy to a new file; the number of rows in each table.

    Raises LibraryUnusable for a library that cannot be read or is damaged, FileExistsError if
    the target is there, OSError if it cannot be written.
    """
    new = new_file(target)
    try:
        with translated(library), closing(sqlite.connect(library)) as source:
            counted = sqlite.copy(source, new)
        if _checked(new, library) != counted:
            raise LibraryUnusable(Trouble.DAMAGED, f"The copy of {library} is not like it.")
        sync(new)
        put(new, target)
    finally:
        new.unlink(missing_ok=True)
    return counted


@contextmanager
def untouched(library: Path) -> Iterator[None]:
    """Keep others from writing to a library; LibraryUnusable if one is doing so.

    What is no library, or cannot be read, nobody writes to.
    """
    with ExitStack() as held:
        try:
            with translated(library):
                held.enter_context(sqlite.alone_writing(library))
        except LibraryUnusable as problem:
            if problem.kind is Trouble.LOCKED:
                raise
        yield


def check_library(path: Path) -> dict[str, int]:
    """The number of rows in each table of a library that has no fault; else LibraryUnusable."""
    return _checked(path, path)


def _checked(path: Path, library: Path) -> dict[str, int]:
    """The same; ``library`` is what a fault is told about."""
    with translated(library), closing(sqlite.connect(path)) as connection:
        stored_version(connection, library)
        if found := sqlite.faults(connection):
            words = f"The library {library} is damaged: {'; '.join(found[:3])}."
            raise LibraryUnusable(Trouble.DAMAGED, words)
        return sqlite.counts(connection)
