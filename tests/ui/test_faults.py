"""What goes wrong while somebody types: nothing is lost, it is said, and there is a way on."""

from __future__ import annotations

import sqlite3
import sys
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from facilitator import resources
from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.phase import Phase
from facilitator.store.errors import WriteFailed
from facilitator.store.store import Store
from facilitator.ui.crash_guard import CrashGuard
from facilitator.ui.in_place_editor import InPlaceEditor
from facilitator.ui.program import Program
from facilitator.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.ui.stage import Stage
    from facilitator.ui.window import MainWindow

_CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def program(library_path: Path, qapp: QApplication) -> Iterator[Program]:
    """The program on a library with the sample."""
    qapp.setStyle("Fusion")
    paths, ids = Paths.find(str(library_path)), Ids()
    made = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    made.opening.library().add_sample()
    yield made
    made.opening.close()


@pytest.fixture
def window(program: Program, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with the sample on the Stage."""
    program.start("sample")
    program.window.resize(1600, 1000)
    with qtbot.waitActive(program.window):
        program.window.show()
    yield program.window
    for _ in range(2):
        # The first time it may say that something is not kept.
        program.window.close()


def press(key: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)
    QApplication.processEvents()


def write(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    QApplication.processEvents()


def paste(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(Key.Key_V, _CONTROL)


def named(window: MainWindow, name: str) -> QWidget:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QWidget), name
    return found


def stage(window: MainWindow) -> Stage:
    assert window.stage is not None
    return window.stage


def banner(window: MainWindow) -> str:
    shown = stage(window).banner
    return shown.sentence.text() if shown.isVisible() else ""


class Disk:
    """A disk that is full for as long as it is said to be."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full, save = False, Store.save

        def perhaps(*arguments: object) -> object:
            if self.full:
                raise WriteFailed("The edit was not saved. No space left.")
            return save(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(Store, "save", perhaps)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def test_what_a_full_disk_refused_is_kept_once_there_is_room(
    window: MainWindow, disk: Disk
) -> None:
    press(Key.Key_1, _CONTROL)
    field = named(window, "brief.summary")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    disk.full = True
    write("Unsaved. ")
    assert "No space left" in banner(window)
    stage(window).banner.hide()
    press(Key.Key_2, _CONTROL)
    assert stage(window).phase is Phase.BRIEF
    assert "No space left" in banner(window)
    assert field.toPlainText().startswith("Unsaved. ")
    assert QApplication.focusWidget() is field
    disk.full = False
    press(Key.Key_2, _CONTROL)
    assert stage(window).phase is Phase.TIMELINE
    assert window.desk is not None
    assert window.desk.review.summary.startswith("Unsaved. ")


def test_the_banner_goes_when_edits_are_saved_again(window: MainWindow, disk: Disk) -> None:
    press(Key.Key_2, _CONTROL)
    disk.full = True
    write("16:30 the room sits down")
    press(Key.Key_Return)
    entry = named(window, "timeline.entry")
    assert isinstance(entry, QLineEdit)
    assert entry.text() == "16:30 the room sits down"
    assert banner(window)
    disk.full = False
    press(Key.Key_Return)
    assert entry.text() == ""
    assert not banner(window)


def test_a_sentence_about_something_else_stays(window: MainWindow) -> None:
    window.complain("Today's backup could not be made.")
    press(Key.Key_2, _CONTROL)
    write("16:30 the room sits down")
    press(Key.Key_Return)
    assert "backup" in banner(window)


def test_a_library_that_is_deleted_under_the_window(window: MainWindow, library_path: Path) -> None:
    library_path.unlink()
    press(Key.Key_2, _CONTROL)
    write("16:30 the room sits down")
    press(Key.Key_Return)
    assert "deleted" in banner(window)
    entry = named(window, "timeline.entry")
    assert isinstance(entry, QLineEdit)
    assert entry.text() == "16:30 the room sits down"
    assert not library_path.exists()


def test_a_refused_wording_is_left_by_escape_or_mended(window: MainWindow) -> None:
    """Tab leaves the editor open; whoever wants to go on comes back to it."""
    press(Key.Key_4, _CONTROL)
    named(window, "findings.list").setFocus()
    press(Key.Key_F2)
    paste("x" * 3_000)
    press(Key.Key_Tab)
    editor = named(window, "findings.editor")
    assert isinstance(editor, InPlaceEditor)
    assert editor.typing
    assert not editor.hasFocus()
    press(Key.Key_5, _CONTROL)
    assert stage(window).phase is Phase.FINDINGS
    assert editor.hasFocus()
    press(Key.Key_Escape)
    press(Key.Key_5, _CONTROL)
    assert stage(window).phase is Phase.ACTIONS


def test_a_zone_that_is_unknown_here_is_shown_as_utc(
    program: Program, library_path: Path, qtbot: QtBot
) -> None:
    program.opening.close()
    with closing(sqlite3.connect(library_path)) as other:
        other.execute("UPDATE review SET time_zone = 'Mars/Base'")
        other.commit()
    program.start("sample")
    window = program.window
    window.show()
    for phase in Phase:
        window.go(phase)
        qtbot.wait(1)
    said = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "UTC, for Mars/Base is unknown here" in said
    window.close()


@pytest.mark.expects_log
def test_an_error_in_a_thread_is_logged_without_a_word_of_it(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail() -> None:
        raise LookupError("between you and me")

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    CrashGuard(Theme()).install()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "builtins.LookupError" in caplog.text
    assert "between you" not in caplog.text + "".join(capsys.readouterr())


def test_a_file_that_a_full_disk_cannot_take_is_told(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(*_arguments: object) -> None:
        raise WriteFailed("The edit was not saved. No space left.")

    monkeypatch.setattr(Store, "take_over", full)
    file = tmp_path / "another.json"
    data = resources.path("sample.json").read_bytes()
    file.write_bytes(data.replace(b'"sample-limits-rollout"', b'"another"'))
    program.start(str(file))
    named(program.window, "changes.do").click()  # type: ignore[attr-defined]
    said = " ".join(label.text() for label in program.window.findChildren(QLabel))
    assert "No space left" in said
    program.window.close()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("~nobody-here/a.md", "cannot be written"),
        ("a\x00b.md", "No file can have this name"),
    ],
)
def test_a_file_that_cannot_be_is_told(
    window: MainWindow, qtbot: QtBot, name: str, words: str
) -> None:
    press(Key.Key_E, _CONTROL)
    line, said = named(window, "export.path"), named(window, "export.said")
    assert isinstance(line, QLineEdit)
    assert isinstance(said, QLabel)
    line.setText(name)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: words in said.text())
    assert "Enter once more" not in said.text()
