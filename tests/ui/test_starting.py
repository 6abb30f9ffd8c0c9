"""The window appears before anything heavy is loaded, and forgets nothing if closed at once."""

from __future__ import annotations

import gc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.ui import background
from facilitator.ui.commands import COMMANDS
from facilitator.ui.program import Program
from facilitator.ui.registry import Registry
from facilitator.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

_LATE = (
    "alembic",
    "email",
    "facilitator.exchange",
    "facilitator.ui.actions.page",
    "facilitator.ui.timeline.page",
    "importlib.metadata",
    "logging.handlers",
    "pydantic",
    "reportlab",
    "sqlalchemy",
    "sqlmodel",
    "tomli_w",
)
_SCRIPT = f"""
import os, sys
from facilitator import __main__ as entry
from facilitator.ui import program as running
from facilitator.ui.window import MainWindow

class Watched(MainWindow):
    def __init__(self, program):
        super().__init__(program)
        self.appeared.connect(lambda: print("appeared", "facilitator.ui.registry" in sys.modules))

def shown(window):
    told = {{name for name in {_LATE!r} if name in sys.modules}}
    print("shown", type(window.centralWidget()).__name__, *sorted(told), flush=True)
    os._exit(0)

really_run = running.run
running.MainWindow = Watched
running.run = lambda program, target: really_run(program, target, shown)
sys.exit(entry.main(sys.argv[1:]))
"""


@pytest.fixture
def program(library_path: Path) -> Iterator[Program]:
    """The program on an empty library."""
    paths, ids = Paths.find(str(library_path)), Ids()
    made = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    yield made
    made.opening.close()


def _told(library: Path, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, "--library", str(library), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.stdout.splitlines()


def test_the_list_is_shown_before_anything_heavy_is_loaded(program: Program) -> None:
    program.opening.library().add_sample()
    assert _told(program.paths.library) == ["appeared False", "shown LibraryHall"]


def test_so_is_the_last_review(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    review_id = program.opening.library().add_sample()
    home = program.paths.library.parent
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    settings = Paths.find(str(program.paths.library)).settings
    settings.parent.mkdir(parents=True)
    settings.write_text(f'last_review = "{review_id}"\n', encoding="utf-8")
    assert _told(program.paths.library) == ["appeared False", "shown Stage"]


def test_closed_before_it_is_filled_it_keeps_which_review_is_open(
    program: Program, qtbot: QtBot
) -> None:
    program.settings.last_review = "r1"
    window = program.window = MainWindow(program)
    with qtbot.waitSignal(window.appeared):
        window.show()
    assert window.close()
    assert program.settings.last_review == "r1"


def test_it_tells_when_it_is_filled(program: Program, qtbot: QtBot) -> None:
    window = program.window = MainWindow(program)
    with qtbot.waitSignal(window.appeared):
        window.show()
    with qtbot.waitSignal(window.painted):
        program.fill(None)
    window.close()


def test_garbage_is_collected_once_the_library_is_open(program: Program, qtbot: QtBot) -> None:
    program.start(None)
    gc.disable()
    try:
        thread = background.open_in_background(program)
        qtbot.waitUntil(lambda: not thread.is_alive())
        assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
    program.window.close()


@pytest.mark.parametrize(("plain", "read"), [(False, True), (True, False)])
def test_no_source_is_read_to_import(plain: bool, read: bool) -> None:
    script = f"""
import inspect
from facilitator.ui.plain_import import use_plain_import
if {plain}:
    use_plain_import()
inspect.getsource = lambda module: print("read") or ""
import facilitator.domain.records
"""
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert ("read" in found.stdout) is read


def test_an_action_is_made_when_it_is_needed(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - to be a window only

    window = QWidget()
    qtbot.addWidget(window)
    registry = Registry(window, COMMANDS)
    assert not window.actions()
    assert not registry.enabled("edit.undo")
    registry.bind("edit.undo", lambda: None)
    assert [action.objectName() for action in window.actions()] == ["edit.undo"]
    assert registry.enabled("edit.undo")
    registry.unbind("edit.")
    assert not registry.enabled("edit.undo")
