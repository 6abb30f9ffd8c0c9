"""``backup``, ``restore`` and ``doctor``: looking after a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.app import backups
from facilitator.app.care import examine
from facilitator.app.paths import Paths
from facilitator.cli.failure import Exit, Failure, refused
from facilitator.cli.shelf import failures
from facilitator.cli.streams import progress, tell
from facilitator.store.copies import check_library, copy_library
from facilitator.store.errors import LibraryUnusable
from facilitator.store.quick import State, look

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path


def run(arguments: Namespace, now: Callable[[], datetime]) -> None:
    """Run one of the three."""
    with failures():
        paths = Paths.find(arguments.library)
    match arguments.command:
        case "backup":
            backup(paths, arguments.file)
        case "restore":
            restore(paths, arguments.file, now())
        case _:
            doctor(paths)


def backup(paths: Paths, target: Path) -> None:
    """Write a verified copy of the library to a new file."""
    with failures():
        if look(paths.library) is State.ABSENT:
            raise refused(f"There is no library at {paths.library} yet.")
        try:
            counted = copy_library(paths.library, target)
        except FileExistsError:
            raise refused(f"{target} is there already; choose another name.") from None
        except OSError as problem:
            words = f"{target} cannot be written: {problem.strerror or problem}."
            raise refused(words) from None
    progress(f"{target}: {counted['review']} reviews")


def restore(paths: Paths, source: Path, now: datetime) -> None:
    """Put a backup in the library's place; what was there is kept among the backups."""
    try:
        if look(source) is State.ABSENT:
            raise refused(f"There is no {source}.")
        check_library(source)
    except LibraryUnusable as problem:
        raise refused(problem.sentence) from None
    try:
        with failures():
            kept = backups.restore(source, paths.library, paths.backups, now)
    except OSError as problem:
        words = f"Nothing could be put in the place of the library {paths.library}"
        raise Failure(Exit.LIBRARY, f"{words}: {problem.strerror or problem}.") from None
    progress(f"{paths.library} is restored from {source}")
    if kept is not None:
        progress(f"What was there before is kept as {kept}")


def doctor(paths: Paths) -> None:
    """Tell how everything is; a library that cannot be used ends with its own exit status."""
    found = examine(paths)
    for each in found:
        tell(each.words)
    bad = next((each for each in found if each.bad), None)
    if bad is not None:
        raise Failure(Exit.LIBRARY, bad.words)
