"""While the Stage is frozen the room sees a picture, and one works in a window apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.phase import Phase
from facilitator.ui.program import Program
from facilitator.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from facilitator.ui.freezing import Workbench
    from facilitator.ui.window import MainWindow

_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)
    QApplication.processEvents()


@pytest.fixture
def window(library_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The sample on the Stage, at its timeline."""
    qapp.setStyle("Fusion")
    paths, ids = Paths.find(str(library_path)), Ids()
    program = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    program.start(program.opening.library().add_sample())
    program.window.resize(1280, 800)
    with qtbot.waitActive(program.window):
        program.window.show()
    program.window.go(Phase.TIMELINE)
    yield program.window
    program.window.close()
    program.opening.close()


@pytest.fixture
def bench(window: MainWindow, qtbot: QtBot) -> Workbench:
    """The window apart, once the Stage is frozen."""
    press(Qt.Key.Key_F, _BOTH)
    bench = window.freezing.workbench
    assert bench is not None
    qtbot.waitUntil(bench.isActiveWindow)
    return bench


def seen(window: MainWindow) -> QImage:
    """What the room sees."""
    QApplication.processEvents()
    return window.grab().toImage()


def test_the_room_sees_nothing_of_what_is_edited(window: MainWindow, bench: Workbench) -> None:
    was = seen(window)
    entry = bench.findChild(QLineEdit, "timeline.entry")
    assert isinstance(entry, QLineEdit)
    QTest.keyClicks(entry, "15:00 nobody sees this yet")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.desk is not None
    assert any(each.text == "Nobody sees this yet" for each in window.desk.review.events)
    assert window.stage is not None
    assert window.stage.phase is Phase.FACTORS
    assert window.stage.window() is bench
    assert seen(window) == was


def test_what_is_half_typed_goes_along_and_comes_back(
    window: MainWindow, bench: Workbench, qtbot: QtBot
) -> None:
    entry = bench.findChild(QLineEdit, "timeline.entry")
    assert isinstance(entry, QLineEdit)
    assert entry.hasFocus()
    QTest.keyClicks(entry, "15:00 half")
    press(Qt.Key.Key_F, _BOTH)
    assert window.freezing.workbench is None
    qtbot.waitUntil(entry.hasFocus)
    assert entry.window() is window
    assert entry.text() == "15:00 half"
    assert not seen(window).isNull()


def test_what_is_asked_is_asked_apart(window: MainWindow, bench: Workbench) -> None:
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert bench.findChildren(Sheet)
    assert not window.findChildren(Sheet)
    press(Qt.Key.Key_Escape)


def test_closing_the_window_apart_lets_the_stage_go_on(
    window: MainWindow, bench: Workbench
) -> None:
    bench.close()
    assert not window.freezing.frozen
    assert window.stage is not None
    assert window.stage.window() is window


def test_looks_change_while_it_is_frozen(window: MainWindow, bench: Workbench) -> None:
    press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.stage is not None
    assert window.stage.window() is bench
    assert window.theme.size == 110


def test_the_review_is_left_while_it_is_frozen(window: MainWindow, bench: Workbench) -> None:
    assert bench.isVisible()
    press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not window.freezing.frozen
    assert window.library is not None
    assert window.library.isVisible()


@pytest.mark.usefixtures("bench")
def test_the_tree_can_be_drawn_once_the_window_apart_is_gone(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_F, _BOTH)
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not seen(window).isNull()
    stage = window.stage
    assert stage is not None
    areas = stage.page.findChildren(QAbstractScrollArea)
    assert areas
    assert all(each.verticalScrollBar().value() >= 0 for each in areas)


def test_the_window_apart_says_that_the_room_sees_a_picture(
    window: MainWindow, bench: Workbench
) -> None:
    def sign(where: QWidget) -> QWidget | None:
        found = where.findChild(QWidget, "stage.frozen_sign")
        return found if isinstance(found, QWidget) else None

    shown = sign(bench)
    assert shown is not None
    assert shown.isVisible()
    assert "the room sees the Stage as it was" in shown.accessibleName()
    assert "Ctrl" in shown.accessibleName()
    assert sign(window) is None
    press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    again = sign(bench)
    assert again is not None
    assert again.isVisible()
    press(Qt.Key.Key_F, _BOTH)
    assert window.stage is not None
    assert window.stage.window() is window
    assert sign(window) is None
