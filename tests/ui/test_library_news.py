"""What others write to the library shows in it, and nothing that is typed or chosen is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from facilitator.app.clock import utc_now
from facilitator.app.ids import Ids
from facilitator.app.opening import Opening
from facilitator.app.paths import Paths
from facilitator.app.settings import Settings
from facilitator.domain.edits.actions import change_action
from facilitator.ui.library.hall import LOOK_MS, LibraryHall
from facilitator.ui.program import Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.app.library import Library

Key = Qt.Key
_FIRST = "First"


@pytest.fixture
def other(library_path: Path) -> Iterator[Library]:
    """Somebody else, over a connection of their own."""
    opening = Opening(Paths.find(str(library_path)), utc_now, Ids())
    library = opening.library()
    library.create("blank", _FIRST)
    library.create("blank", "Second")
    yield library
    opening.close()


@pytest.fixture
def hall(library_path: Path, other: Library, qapp: QApplication, qtbot: QtBot) -> Iterator[Any]:
    assert other.reviews()
    qapp.setStyle("Fusion")
    paths, ids = Paths.find(str(library_path)), Ids()
    program = Program(paths, Settings(), Opening(paths, utc_now, ids), utc_now, ids)
    program.start(None)
    program.opening.library()
    program.window.resize(1600, 1000)
    with qtbot.waitActive(program.window):
        program.window.show()
    found = program.window.library
    assert isinstance(found, LibraryHall)
    yield found
    program.window.close()
    program.opening.close()


def titles(hall: LibraryHall) -> set[str]:
    model = hall.reviews.model
    return {model.index(row, 0).data() for row in range(model.rowCount())}


def press(*keys: Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        QApplication.processEvents()


def test_it_shows_by_itself_and_the_selection_stays(
    hall: LibraryHall, other: Library, qtbot: QtBot
) -> None:
    assert LOOK_MS <= 2_000
    press(Key.Key_Down)
    chosen = hall.reviews.current_id
    other.create("blank", "Third")
    qtbot.waitUntil(lambda: "Third" in titles(hall), timeout=10_000)
    assert hall.reviews.current_id == chosen
    assert hall.reviews.lister.total == 3


def test_whoever_comes_back_to_the_window_sees_it(
    hall: LibraryHall, other: Library, qtbot: QtBot
) -> None:
    hall._looks.setInterval(3_600_000)
    beside = QDialog()
    qtbot.addWidget(beside)
    with qtbot.waitActive(beside):
        beside.show()
    other.create("blank", "Third")
    qtbot.wait(50)
    assert "Third" not in titles(hall)
    beside.close()
    hall.window().activateWindow()
    qtbot.waitUntil(lambda: "Third" in titles(hall), timeout=10_000)


def test_what_is_typed_still_filters(hall: LibraryHall, other: Library, qtbot: QtBot) -> None:
    QTest.keyClicks(hall.reviews.filter, "sec")
    qtbot.waitUntil(lambda: titles(hall) == {"Second"}, timeout=10_000)
    other.create("blank", "Third")
    other.create("blank", "Second to none")
    qtbot.waitUntil(lambda: titles(hall) == {"Second", "Second to none"}, timeout=10_000)
    assert hall.reviews.filter.text() == "sec"
    assert QApplication.focusWidget() is hall.reviews.filter


def test_what_one_writes_oneself_is_no_news(hall: LibraryHall) -> None:
    hall.door.create("blank", "My own")
    assert not hall.door.has_news()


def test_a_dialog_is_waited_for(hall: LibraryHall, other: Library, qtbot: QtBot) -> None:
    dialog = QDialog(hall.window())
    dialog.setModal(True)
    qtbot.addWidget(dialog)
    dialog.show()
    other.create("blank", "Third")
    hall.look()
    assert "Third" not in titles(hall)
    dialog.close()
    hall.look()
    assert "Third" in titles(hall)


def test_a_cell_that_is_typed_in_is_waited_for(
    hall: LibraryHall, other: Library, qtbot: QtBot
) -> None:
    sample = other.add_sample()
    hall.show_page("actions")
    page = hall.page
    qtbot.waitUntil(lambda: page.model.rowCount() > 2, timeout=10_000)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table, timeout=10_000)
    press(Key.Key_Down)
    chosen = page.model.number_at(page.table.row)
    press(Key.Key_F2)
    qtbot.waitUntil(lambda: page.cells.typing, timeout=10_000)
    QTest.keyClicks(page.cells.editor, "half")
    action = other.load(sample).actions[0]
    other.apply(sample, "Owner", change_action(action.id, owner="Somebody else"))
    hall.look()
    assert page.cells.typing
    assert page.cells.editor.text().endswith("half")
    press(Key.Key_Escape)
    hall.look()
    qtbot.waitUntil(lambda: not page.lister.busy, timeout=10_000)
    owners = {
        listed.action.owner
        for row in range(page.model.rowCount())
        if (listed := page.model.at(row)).action is not None
    }
    assert "Somebody else" in owners
    assert page.model.number_at(page.table.row) == chosen


def test_several_that_are_chosen_stay_chosen(
    hall: LibraryHall, other: Library, qtbot: QtBot
) -> None:
    sample = other.add_sample()
    hall.show_page("actions")
    page = hall.page
    qtbot.waitUntil(lambda: page.model.rowCount() > 2, timeout=10_000)
    page.table.selectAll()
    chosen = page.table.chosen_rows()
    action = other.load(sample).actions[0]
    other.apply(sample, "Owner", change_action(action.id, owner="Somebody else"))
    hall.look()
    assert page.table.chosen_rows() == chosen
    assert "Somebody else" in {page.model.at(row).action.owner for row in chosen}
