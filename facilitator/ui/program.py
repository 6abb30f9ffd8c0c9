"""Runs the program with its window: from the first picture to the last edit."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from facilitator.app.log import LOGGER
from facilitator.store.errors import LibraryUnusable, NotFound
from facilitator.ui.crash_guard import CrashGuard
from facilitator.ui.fonts import load_typeface
from facilitator.ui.theme import Theme, themed
from facilitator.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from facilitator.app.opening import Opening
    from facilitator.app.paths import Paths
    from facilitator.app.settings import Settings
    from facilitator.ui.library.door import Door


_WIDTH, _HEIGHT, _FRAME = 1600, 1000, 40


@dataclass(slots=True)
class Program:
    """What the window works with: all of it is handed in."""

    paths: Paths
    settings: Settings
    opening: Opening
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    window: MainWindow = field(init=False)

    def theme(self) -> Theme:
        """The theme that the settings ask for."""
        return themed(self.settings.scheme, self.settings.size)

    def door(self, window: MainWindow) -> Door:
        """The library as its view may use it."""
        from facilitator.ui.library.access import Access  # noqa: PLC0415 - with the view

        return Access(self.opening, window.show_review)

    def start(self, target: str | None) -> None:
        """Make the window and put something on it that plain sqlite3 can read."""
        self.window = MainWindow(self)
        self.show_first(target)

    def show_first(self, target: str | None) -> None:
        """The review that is asked for, else the last one, else the list."""
        try:
            self.opening.check()
            if target is not None:
                self._show_target(target)
                return
            last = self.settings.last_review
            review = self.opening.quick_review(last) if last else None
        except LibraryUnusable as problem:
            self.window.show_trouble(problem)
            return
        if review is not None:
            self.window.show_review(review)
        else:
            self.window.show_library()

    def try_again(self) -> None:
        """The library could not be opened: perhaps it can be now."""
        self.show_first(None)
        open_in_background(self)

    def _show_target(self, target: str) -> None:
        """A file is taken over first; a review is meant by the beginning of its id or title."""
        path = Path(target)
        library = self.opening.library()
        try:
            if path.suffix.lower() in {".review", ".json"} and path.exists():
                review_id = self._taken_over(path)
            else:
                review_id = library.find(target).id
            self.window.show_review(library.load(review_id))
        except (NotFound, _Unreadable) as problem:
            self.window.show_library()
            self.window.complain(problem.sentence)

    def _taken_over(self, path: Path) -> str:
        from facilitator.app.reading import Refused, form_of, read_file  # noqa: PLC0415 - rare

        try:
            review = read_file(path, form_of(path) or "review", self.new_id)
        except Refused as problem:
            raise _Unreadable(f"{problem.sentence} Nothing was changed.") from None
        return self.opening.library().add(review)


class _Unreadable(Exception):
    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class _Opened(QObject):
    """Brings word from the thread that opens the library."""

    ready = Signal()
    unusable = Signal(object)
    no_backup = Signal(str)


def open_in_background(program: Program) -> Thread:
    """Open the library and make the day's backup, once the first picture is out."""
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
        program.opening.library()
    except LibraryUnusable as problem:
        word.unusable.emit(problem)
        return
    word.ready.emit()
    from facilitator.app.backups import keep_daily  # noqa: PLC0415 - after the first picture

    try:
        keep_daily(program.paths.library, program.paths.backups, program.now())
    except (LibraryUnusable, OSError) as problem:
        LOGGER.info("no backup: %s", type(problem).__name__)
        why = getattr(problem, "sentence", None) or getattr(problem, "strerror", None) or "unknown"
        word.no_backup.emit(f"Today's backup could not be made. {why}")


def _library_ready(program: Program) -> None:
    if program.window.library is not None:
        program.window.library.refresh()


def make_application() -> QApplication:
    """Qt, with our typeface and the style that our style sheet is made for."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Facilitator")
    application.setDesktopFileName("facilitator")
    application.setStyle("Fusion")
    load_typeface()
    return application


def _show(application: QApplication, window: MainWindow) -> None:
    """At its usual size where there is room for that and its frame, else over the whole screen."""
    room = application.primaryScreen().availableSize()
    if room.width() > _WIDTH and room.height() > _HEIGHT + _FRAME:
        window.resize(_WIDTH, _HEIGHT)
        window.show()
    else:
        window.showMaximized()


def run(
    program: Program,
    target: str | None,
    shown: Callable[[MainWindow], object] | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit status.

    ``shown`` is called once, after the first picture.
    """
    application = make_application()
    guard = CrashGuard(program.theme())
    guard.install()
    program.start(target)
    guard.window = program.window
    program.window.painted.connect(lambda: open_in_background(program))
    if shown is not None:
        program.window.painted.connect(lambda: shown(program.window))
    _show(application, program.window)
    status = application.exec()
    program.opening.close()
    return status
