"""Runs the program with its window: from the first picture to the last edit."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from facilitator.app.clock import steady
from facilitator.domain.rules import RuleViolation
from facilitator.store.errors import LibraryUnusable, NotFound, Trouble, WriteFailed
from facilitator.ui.crash_guard import CrashGuard
from facilitator.ui.theme import Theme, themed
from facilitator.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from facilitator.app.opening import Opening
    from facilitator.app.paths import Paths
    from facilitator.app.settings import Settings
    from facilitator.domain.records import Review
    from facilitator.ui.library.door import Door, Place


_WIDTH, _HEIGHT, _FRAME = 1600, 1000, 40


@dataclass(slots=True)
class Program:
    """What the window works with: all of it is handed in."""

    paths: Paths
    settings: Settings
    opening: Opening
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    steady: Callable[[], float] = steady
    window: MainWindow = field(init=False)

    def theme(self) -> Theme:
        """The theme that the settings ask for."""
        return themed(self.settings.scheme, self.settings.size)

    def door(self, window: MainWindow) -> Door:
        """The library as its view may use it."""
        from facilitator.ui.library.access import Access  # noqa: PLC0415 - with the view

        def show(review: Review, place: Place | None) -> None:
            window.show_review(review)
            if place is not None:
                window.go(*place)

        return Access(self.opening, show, self.now, self.new_id, self.paths)

    def start(self, target: str | None) -> None:
        """Make the window and fill it."""
        self.window = MainWindow(self)
        self.fill(target)

    def fill(self, target: str | None) -> None:
        """Put something on the window that plain sqlite3 can read."""
        self.window.furnish()
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
        self.open_in_background()

    def latest_backup(self) -> tuple[Path, datetime] | None:
        """The newest copy of the library and its time, if there is one."""
        from facilitator.app.backups import copies  # noqa: PLC0415 - rarely needed

        return next(iter(copies(self.paths.library, self.paths.backups).items()), None)

    def put_back(self, backup: Path) -> None:
        """Put a backup in the library's place; what was there is kept among the backups."""
        from facilitator.app.backups import restore  # noqa: PLC0415 - rarely needed

        self.opening.close()
        try:
            restore(backup, self.paths.library, self.paths.backups, self.now())
        except LibraryUnusable as problem:
            self.window.show_trouble(problem)
        except OSError as problem:
            words = f"The backup cannot be put back: {problem.strerror}."
            self.window.show_trouble(LibraryUnusable(Trouble.UNWRITABLE, words))
        else:
            self.try_again()

    def open_in_background(self) -> None:
        """Open the library, unless it cannot be; only the first edit has to wait for it."""
        if self.window.stage is None and self.window.library is None:
            return  # What keeps it from opening is on the window already.
        from facilitator.ui.background import open_in_background  # noqa: PLC0415 - comes late

        open_in_background(self)

    def _show_target(self, target: str) -> None:
        """A file is looked at first; a review is meant by the beginning of its id or title."""
        path = Path(target)
        library = self.opening.library()
        try:
            if path.suffix.lower() in {".review", ".json"} and path.exists():
                self.show_file(path)
            else:
                self.window.show_review(library.load(library.find(target).id))
        except (NotFound, WriteFailed, _Unreadable) as problem:
            self.window.show_library()
            self.window.complain(problem.sentence)

    def show_file(self, path: Path) -> None:
        """Show what a file holds: beside the review if it is here, else before it is taken in."""
        from facilitator.ui.sharing.taking import merge_review, new_review_sheet  # noqa: PLC0415 - rare

        review, library = self._read(path), self.opening.library()
        if review.id in library.order():
            self.window.show_review(library.load(review.id))
            if self.window.desk is not None:
                merge_review(self.window.desk, path, review)
            return
        self.window.show_library()
        sheet = new_review_sheet(self.window.theme, path, review, lambda: self._take_over(review))
        sheet.open_over(self.window)

    def _take_over(self, review: Review) -> RuleViolation | None:
        try:
            review_id = self.opening.library().add(review)
        except WriteFailed as problem:
            return RuleViolation("", problem.sentence)
        self.window.show_review(self.opening.library().load(review_id))
        return None

    def _read(self, path: Path) -> Review:
        from facilitator.app.reading import Refused, Source, form_of, read_file  # noqa: PLC0415 - rare

        try:
            return read_file(Source(path), form_of(path) or "review", self.new_id)
        except Refused as problem:
            raise _Unreadable(f"{problem.sentence} Nothing was changed.") from None


class _Unreadable(Exception):
    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def make_application() -> QApplication:
    """Qt, with our typeface and the style that our style sheet is made for."""
    application = _bare_application()
    _load_typeface()
    return application


def _bare_application() -> QApplication:
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Facilitator")
    application.setDesktopFileName("facilitator")
    application.setStyle("Fusion")
    return application


def _load_typeface() -> None:
    from facilitator.ui.fonts import load_typeface  # noqa: PLC0415 - an empty window needs none

    load_typeface()


def _show(application: QApplication, window: MainWindow) -> None:
    """At its usual size where there is room for that and its frame, else over the whole screen."""
    room = application.primaryScreen().availableSize()
    if room.width() > _WIDTH and room.height() > _HEIGHT + _FRAME:
        window.resize(_WIDTH, _HEIGHT)
        window.show()
    else:
        window.showMaximized()


def _fill(program: Program, target: str | None) -> None:
    _load_typeface()
    program.fill(target)


def _filled(program: Program, shown: Callable[[MainWindow], object] | None) -> None:
    if shown is not None:
        shown(program.window)
    program.open_in_background()
    program.window.look_on()


def run(
    program: Program,
    target: str | None,
    shown: Callable[[MainWindow], object] | None = None,
) -> int:
    """Open the window and stay until it is closed; the exit status.

    The window appears empty: what fills it is loaded while the desktop puts it on the screen.
    ``shown`` is called once, after the first picture with something in it.
    """
    application = _bare_application()
    guard = CrashGuard(program.theme())
    guard.install()
    window = program.window = guard.window = MainWindow(program)
    window.appeared.connect(lambda: _fill(program, target))
    window.painted.connect(lambda: _filled(program, shown))
    _show(application, window)
    status = application.exec()
    program.opening.close()
    return status
