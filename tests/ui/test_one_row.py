"""One current row: the tint, the ring of the strip and what a key works on are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest

from facilitator.domain.edits import timeline as edits
from facilitator.domain.words import Marker
from tests.ui import actions_room, all_actions_room
from tests.ui.timeline_room import Room, example, many, open_room

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return open_room(qtbot, example())


def to_table(room: Room) -> None:
    """As F6 does from the entry line."""
    room.page.table.setFocus(Qt.FocusReason.ShortcutFocusReason)


def agrees(room: Room) -> str:
    """The one current row, in all that shows it."""
    table = room.page.table
    assert table.current_id is not None
    assert table.chosen_ids == (table.current_id,)
    assert room.page.strip.current_id == table.current_id
    return table.current_id


def test_f6_chooses_the_first_row_and_delete_takes_it(room: Room) -> None:
    to_table(room)
    assert agrees(room) == "e1"
    room.press(Key.Key_Delete)
    assert [each.id for each in room.review.events] == ["e2", "e3", "e4"]
    assert agrees(room) == "e2"


@pytest.mark.parametrize(
    ("key", "now"),
    [
        (Key.Key_Home, "e1"),
        (Key.Key_End, "e4"),
        (Key.Key_Down, "e3"),
        (Key.Key_Up, "e1"),
        (Key.Key_PageDown, "e4"),
        (Key.Key_Space, "e2"),
    ],
)
def test_with_ctrl_the_tint_goes_with_the_ring(room: Room, key: Qt.Key, now: str) -> None:
    room.select("e2")
    room.control(key)
    assert agrees(room) == now
    room.press(Key.Key_Delete)
    assert now not in [each.id for each in room.review.events]
    assert len(room.review.events) == 3


def test_undoing_leaves_one_row(room: Room) -> None:
    to_table(room)
    room.press(Key.Key_Escape)
    room.enter("14:05 x")
    room.session.undo()
    to_table(room)
    assert agrees(room)
    room.press(Key.Key_Asterisk)
    assert room.current.starred


def test_a_change_of_so_many_that_rows_come_anew_keeps_the_row(qtbot: QtBot) -> None:
    room = open_room(qtbot, many(300))
    room.select("e00250")
    removed = [f"e{n:05}" for n in range(150)]
    room.session.apply("Remove 150 events", edits.remove_events(*removed))
    assert agrees(room) == "e00250"
    room.session.undo()
    assert agrees(room) == "e00000"
    room.select("e00250")
    room.session.apply("Remove 1", edits.remove_events("e00250", *removed))
    assert agrees(room)


def test_a_click_with_ctrl_that_takes_the_row_out_goes_to_its_neighbour(room: Room) -> None:
    room.select("e1")
    room.press(Key.Key_Down, Held.ShiftModifier)
    table = room.page.table
    place = table.visualRect(table.currentIndex()).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Held.ControlModifier, place)
    assert agrees(room) == "e1"
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Held.ControlModifier, place)
    assert table.chosen_ids == ("e1", "e2")
    below = QPoint(place.x(), table.viewport().height() - 2)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Held.NoModifier, below)
    assert agrees(room) == "e2"


def test_what_others_unselect_is_still_the_row_of_the_keys(room: Room) -> None:
    room.select("e3")
    flags = QItemSelectionModel.SelectionFlag
    room.page.table.selectionModel().select(room.page.table.currentIndex(), flags.Clear)
    room.press(Key.Key_Delete)
    assert "e3" not in [each.id for each in room.review.events]


def test_undoing_a_marker_keeps_its_row_in_view(qtbot: QtBot) -> None:
    room = open_room(qtbot, many(60))
    table = room.page.table
    room.session.apply("Set marker", edits.set_marker("e00040", Marker.RESOLVED))
    room.session.apply("Set marker", edits.set_marker("e00059", Marker.DETECTED))
    room.select("e00059")
    room.session.apply("Set marker", edits.set_marker("e00059", Marker.RESOLVED))
    QTest.qWait(20)
    table.scrollToTop()
    room.session.undo()
    QTest.qWait(20)
    assert agrees(room) == "e00059"
    assert table.sees_current(table.viewport().height())


def test_what_comes_back_is_in_view(qtbot: QtBot) -> None:
    room = open_room(qtbot, many(60))
    room.session.apply("Remove 3 events", edits.remove_events("e00050", "e00051", "e00052"))
    room.select("e00000")
    room.session.undo()
    assert agrees(room) == "e00050"
    assert room.page.table.sees_current(room.page.table.viewport().height())


def test_the_actions_have_one_row(qtbot: QtBot) -> None:
    room = actions_room.open_room(qtbot, actions_room.example())
    room.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    for key in (Key.Key_End, Key.Key_Space):
        rows = room.table.selectionModel().selectedRows()
        assert [each.row() for each in rows] == [room.table.currentIndex().row()]
        room.control(key)


def test_the_actions_of_all_reviews_have_one_row(qtbot: QtBot, tmp_path: Path) -> None:
    actions = [all_actions_room.action(f"a{n}", f"Action {n}") for n in range(3)]
    room = all_actions_room.open_page(qtbot, tmp_path, [all_actions_room.review("r1", *actions)])
    table = room.view.table
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_Down):
        room.control(key)
        assert table.chosen_rows() == [table.row]
    table.clear_current()
    room.view.line.setFocus()
    table.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert table.chosen_rows() == [table.row]
