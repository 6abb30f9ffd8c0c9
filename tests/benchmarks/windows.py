"""A window on a library of its own, and how long it takes until a key press is to be seen."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QMainWindow

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.ui.plain_import import use_plain_import
from facilitator.ui.program import Program, make_application

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QWidget

    from facilitator.domain.phase import Phase
    from facilitator.domain.records import Review
    from facilitator.ui.window import MainWindow

_WIDTH, _HEIGHT = 1600, 1000
_PLACE = (40, 40, 640, 52)
"""Of the bare line edit: as large as our entry line."""
_PATIENCE = 10_000


def application() -> QApplication:
    """The one application of this run, made as the program makes it."""
    use_plain_import()
    there = QApplication.instance()
    return there if isinstance(there, QApplication) else make_application()


@contextmanager
def open_window(review: Review, phase: Phase) -> Iterator[MainWindow]:
    """The window with this review on this phase."""
    application()
    with TemporaryDirectory() as home:
        paths = Paths.find(str(Path(home) / "library.db"))
        ids = Ids()
        opening = Opening(paths, utc_now, ids)
        review_id = opening.library().add(review)
        program = Program(paths, Settings(), opening, utc_now, ids)
        program.start(None)
        _show(program.window)
        program.window.show_review(opening.library().load(review_id))
        program.window.go(phase)
        settle()
        # As the program does when its library is open.
        gc.collect()
        gc.freeze()
        yield program.window
        program.window.close()
        opening.close()
        settle()
        gc.unfreeze()


@contextmanager
def bare_line() -> Iterator[QLineEdit]:
    """The floor of typing: a line edit in a window."""
    application()
    window = QMainWindow()
    line = QLineEdit(window)
    line.setGeometry(*_PLACE)
    _show(window)
    line.setFocus()
    settle()
    yield line
    window.close()
    settle()


def _show(window: QWidget) -> None:
    """Wait until keys go there: a desktop takes its time."""
    window.resize(_WIDTH, _HEIGHT)
    window.show()
    window.activateWindow()
    if not QTest.qWaitForWindowActive(window, _PATIENCE):
        raise TimeoutError("the window does not come to the front")


def settle() -> None:
    """Let everything be drawn that is to be drawn."""
    for _ in range(5):
        QApplication.sync()


def press(keys: str | Qt.Key) -> float:
    """Seconds from a key press on what has the focus until all it changed is drawn.

    Where there is a screen it has got the picture by then.
    """
    focus = focused()
    begun = perf_counter()
    if isinstance(keys, str):
        QTest.keyClicks(focus, keys)
    else:
        QTest.keyClick(focus, keys)
    QApplication.sync()
    return perf_counter() - begun


def focused() -> QWidget:
    """What the keys go to."""
    focus = QApplication.focusWidget()
    if focus is None:
        raise LookupError("nothing has the focus")
    return focus


def type_words(words: str) -> list[float]:
    """Seconds of each key press of some words."""
    return [press(letter) for letter in words]


class _Paints(QObject):
    """Counts what is drawn of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def check_drawn() -> None:
    """Make sure that ``press`` ends after what is typed in is drawn anew, not before."""
    focus = focused()
    paints = _Paints(focus.viewport() if isinstance(focus, QAbstractScrollArea) else focus)
    press("a")
    drawn = paints.count
    settle()
    if not drawn or paints.count > drawn:
        raise AssertionError("a key press is drawn after it was timed")
