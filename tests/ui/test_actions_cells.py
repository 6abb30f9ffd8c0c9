"""The cells of the action table, typed in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.edits import actions as edits
from facilitator.domain.records import Backlog
from facilitator.domain.words import (
    Durability,
)
from facilitator.ui.actions.columns import Column
from tests.ui.actions_room import TODAY, Room, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return open_room(qtbot, example())


def test_f2_changes_the_words_and_their_hint_in_one_step(room: Room) -> None:
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.press(Key.Key_F2)
    assert room.editing
    room.focus.selectAll()
    room.type("Be careful with the queue")
    assert room.told.startswith("Becomes Relies on vigilance")
    room.press(Key.Key_Return)
    changed = room.action("a2")
    assert (changed.text, changed.hint) == ("Be careful with the queue", Durability.REMIND)
    assert room.session.undo_label == "Change action"
    room.session.undo()
    assert room.action("a2").hint is Durability.DETECT
    assert room.table.hasFocus()
    room.press(Key.Key_Escape)
    assert room.entry.hasFocus()


def test_tab_walks_the_cells_and_opens_what_is_typed_in_place(room: Room) -> None:
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.press(Key.Key_F2)
    room.press(Key.Key_Tab)
    assert (room.table.column, room.editing) == (Column.DURABILITY, False)
    room.press(Key.Key_Tab)
    assert (room.table.column, room.editing) == (Column.OWNER, True)
    room.type("tom r")
    room.press(Key.Key_Tab)
    assert (room.table.column, room.editing) == (Column.PRIORITY, False)
    room.press(Key.Key_Tab)
    room.type("+14d")
    room.press(Key.Key_Tab)
    assert room.table.column is Column.BACKLOG
    room.type("Jira #PAY-9 https://jira.example/browse/PAY-9")
    room.press(Key.Key_Return)
    changed = room.action("a2")
    assert (changed.owner, changed.due) == ("Tom Reyes", TODAY + timedelta(days=14))
    place = Backlog(system="Jira", key="PAY-9", url="https://jira.example/browse/PAY-9")
    assert changed.backlog == place


def test_shift_tab_walks_back_and_the_ends_lead_on(room: Room) -> None:
    room.press(Key.Key_Tab)
    assert room.table.hasFocus()
    assert room.table.current_id == "a1"
    room.press(Key.Key_Backtab, Held.ShiftModifier)
    assert room.entry.hasFocus()
    room.page.table.choose("a1", Column.BACKLOG)
    room.table.setFocus()
    room.press(Key.Key_Tab)
    assert (room.table.current_id, room.table.column) == ("a2", Column.ACTION)
    room.press(Key.Key_Escape)
    room.page.table.choose("a4", Column.BACKLOG)
    room.table.setFocus()
    room.press(Key.Key_Tab)
    assert room.entry.hasFocus()


def test_escape_leaves_a_cell_as_it_was(room: Room) -> None:
    before = room.review
    room.press(Key.Key_F2)
    room.type(" and more")
    room.press(Key.Key_Escape)
    assert room.table.hasFocus()
    assert room.review is before


def test_emptied_words_are_refused_at_the_cell(room: Room) -> None:
    room.press(Key.Key_F2)
    room.focus.selectAll()
    room.press(Key.Key_Backspace)
    room.press(Key.Key_Return)
    assert room.refused == "Say what will be changed."
    assert not room.page.settle()
    room.press(Key.Key_Escape)
    assert room.page.settle()


def test_refused_words_stay_when_the_focus_goes(room: Room) -> None:
    room.press(Key.Key_F2)
    room.focus.selectAll()
    room.press(Key.Key_Backspace)
    room.entry.setFocus()
    assert room.editing
    assert not room.page.settle()
    assert room.focus is room.page.cells.editor
    room.type("Reject all files")
    room.entry.setFocus()
    assert not room.editing
    assert room.action("a1").text == "Reject all files"


def test_owners_are_completed_from_the_people_and_the_owners_so_far(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_O)
    assert room.options == ["Maria Kovač", "Tom Reyes", "Tomas Berg", "Nadia Perez"]
    room.type("tom")
    assert room.options == ["Tom Reyes", "Tomas Berg"]
    room.press(Key.Key_Return)
    assert "can be several people" in room.refused
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.action("a2").owner == "Tomas Berg"


def test_the_only_owner_that_fits_is_taken(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_O)
    room.type("nad")
    room.press(Key.Key_Return)
    assert room.action("a2").owner == "Nadia Perez"
    room.press(Key.Key_O)
    room.type("Platform team")
    room.press(Key.Key_Return)
    assert room.action("a2").owner == "Platform team"
    room.press(Key.Key_O)
    room.press(Key.Key_Backspace)
    room.press(Key.Key_Return)
    assert room.action("a2").owner == ""


@pytest.mark.parametrize(
    ("severity", "first"),
    [("SEV 1", "in 15 days   Fri 20 Mar, for SEV 1"), ("", "in 30 days   Sat 4 Apr")],
)
def test_due_presets_by_severity(qtbot: QtBot, severity: str, first: str) -> None:
    room = open_room(qtbot, replace(example(), severity=severity))
    room.page.select("a2")
    room.press(Key.Key_D)
    assert room.options[0] == first
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    days = 15 if severity else 30
    assert room.action("a2").due == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("typed", "due"),
    [("15", date(2026, 3, 20)), ("19 mar", date(2026, 3, 19)), ("+3w", date(2026, 3, 26))],
)
def test_a_typed_due_date(room: Room, typed: str, due: date) -> None:
    room.page.select("a2")
    room.press(Key.Key_D)
    room.type(typed)
    room.press(Key.Key_Return)
    assert room.action("a2").due == due


def test_what_is_no_day_is_refused_at_the_cell(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_D)
    room.type("soonish")
    room.press(Key.Key_Return)
    assert room.refused.startswith("“soonish” is not a day.")
    room.press(Key.Key_Escape)
    assert room.action("a2").due is None


def test_undo_in_a_cell_is_of_the_typing_first(room: Room) -> None:
    room.session.apply("Move action", edits.move_action("a2", 1))
    room.press(Key.Key_F2)
    room.type(" now")
    room.press(Key.Key_Z, Held.ControlModifier)
    assert room.session.undo_label == "Move action"
    assert not room.page.cells.editor.text().endswith("now")


def test_a_removed_action_takes_its_cell_along(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_F2)
    room.type(" more")
    room.session.apply("Remove action", edits.remove_action("a2"))
    assert not room.editing
    assert [each.id for each in room.review.actions] == ["a1", "a3", "a4"]
