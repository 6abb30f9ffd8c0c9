"""Opens the library in the background, once the first picture is out, and backs it up."""

from __future__ import annotations

import gc
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.app.log import LOGGER
from facilitator.store.errors import LibraryUnusable

if TYPE_CHECKING:
    from facilitator.ui.program import Program


class _Opened(QObject):
    """Brings word from the thread that opens the library."""

    ready = Signal()
    unusable = Signal(object)
    no_backup = Signal(str)


def open_in_background(program: Program) -> Thread:
    """Begin with both."""
    word = _Opened(program.window)
    queued = Qt.ConnectionType.QueuedConnection
    word.ready.connect(lambda: _library_ready(program), queued)
    word.unusable.connect(program.window.show_trouble, queued)
    word.no_backup.connect(program.window.complain, queued)
    thread = Thread(target=_open, args=(program, word), name="opening", daemon=True)
    thread.start()
    return thread


def _open(program: Program, word: _Opened) -> None:
    try:
        library = program.opening.library()
    except LibraryUnusable as problem:
        word.unusable.emit(problem)
        return
    finally:
        _collect_garbage()
    word.ready.emit()
    library.searching.indexing.begin()
    from facilitator.app.backups import keep_daily  # noqa: PLC0415 - after the first picture

    try:
        keep_daily(program.paths.library, program.paths.backups, program.now())
    except (LibraryUnusable, OSError) as problem:
        LOGGER.info("no backup: %s", type(problem).__name__)
        why = getattr(problem, "sentence", None) or getattr(problem, "strerror", None) or "unknown"
        word.no_backup.emit(f"Today's backup could not be made. {why}")


def _collect_garbage() -> None:
    """From now on, but not among what was loaded so far: it stays for as long as the program."""
    gc.freeze()
    gc.enable()


def _library_ready(program: Program) -> None:
    if program.window.library is not None:
        program.window.library.refresh()
