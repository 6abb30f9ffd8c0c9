"""What is chosen for an action, and its place in the list."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.edits import actions as edits
from facilitator.domain.records import Review
from facilitator.domain.words import (
    ActionStatus,
    Durability,
    Impact,
    Likelihood,
    Priority,
)
from facilitator.ui.actions.columns import Column
from tests.ui.actions_room import TODAY, Room, example, open_room

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier
NOTHING = Review(id="r1", time_zone="Europe/London")


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    return open_room(qtbot, example())


@pytest.fixture
def empty(qtbot: QtBot) -> Room:
    return open_room(qtbot, NOTHING)


# -- what is chosen ------------------------------------------------------------------------------


def test_the_risk_matrix_gives_the_priority(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_P)
    assert room.focus.accessibleName() == "Risk: serious, possible, gives P2"
    room.press(Key.Key_Up)
    room.press(Key.Key_Right)
    assert room.focus.accessibleName() == "Risk: severe, likely, gives P1"
    room.press(Key.Key_Return)
    rated = room.action("a2")
    assert (rated.impact, rated.likelihood) == (Impact.SEVERE, Likelihood.LIKELY)
    assert room.sheet is None
    assert room.table.model().index(1, Column.PRIORITY).data() == "P1"


def test_a_rating_is_taken_away_and_a_priority_stated(room: Room) -> None:
    room.page.select("a1")
    room.press(Key.Key_P)
    room.press(Key.Key_3)
    stated = room.action("a1")
    assert (stated.impact, stated.stated_priority) == (None, Priority.P3)
    room.press(Key.Key_P)
    room.press(Key.Key_Delete)
    assert room.action("a1").stated_priority is None
    assert room.table.model().index(0, Column.PRIORITY).data() == "Not rated"


def test_tab_takes_the_risk_that_was_chosen_and_goes_on(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_P)
    room.press(Key.Key_Down)
    room.press(Key.Key_Tab)
    assert room.action("a2").impact is Impact.MINOR
    assert (room.table.column, room.editing) == (Column.DUE, True)
    room.press(Key.Key_Escape)
    room.press(Key.Key_P)
    room.press(Key.Key_Escape)
    assert room.action("a2").impact is Impact.MINOR


def test_a_call_of_ones_own_needs_a_reason(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_C)
    room.press(Key.Key_Up)
    room.press(Key.Key_Up)
    room.press(Key.Key_Return)
    room.press(Key.Key_Return)
    assert room.sheet is not None
    assert room.focus.property("wrong")
    room.type("It also stops the intake")
    room.press(Key.Key_Return)
    called = room.action("a2")
    assert (called.call, called.durability) == (Durability.GUARDRAIL, Durability.GUARDRAIL)
    assert called.call_reason == "It also stops the intake"
    assert "2 of 3 are durable" in room.page.facts.count.text()
    room.press(Key.Key_C)
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert (room.action("a2").call, room.action("a2").call_reason) == (None, "")


def test_the_status_is_chosen_by_typing(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_S)
    room.type("agr")
    room.press(Key.Key_Return)
    assert (room.action("a2").status, room.action("a2").agreed_on) == (ActionStatus.AGREED, TODAY)
    room.press(Key.Key_S)
    room.type("done")
    room.press(Key.Key_Return)
    assert room.action("a2").done_on == TODAY


def test_deferring_asks_who_why_and_until_when(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_S)
    room.type("defer")
    room.press(Key.Key_Return)
    for words in ("Say who accepts", "Say why", "Say until when"):
        assert room.action("a2").deferral is None
        while room.focus.objectName() != "actions.deferral.until":
            room.press(Key.Key_Return)
        room.press(Key.Key_Return)
        assert room.focus.accessibleDescription().startswith(words)
        room.type({"Say who accepts": "Head of Payments", "Say why": "Ledger first"}.get(words, ""))
    room.type("yesterday")
    room.press(Key.Key_Return)
    assert room.focus.property("wrong")
    room.focus.selectAll()
    room.type("30 June")
    room.press(Key.Key_Return)
    assert room.sheet is None
    put_off = room.action("a2").deferral
    assert put_off is not None
    assert (put_off.accepted_by, put_off.reason) == ("Head of Payments", "Ledger first")
    assert put_off.until == date(2026, 6, 30)
    assert "Deferred Head of Payments accepts it until 30 June 2026: Ledger first" in room.told


def test_factors_and_findings_are_linked_from_a_list(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_F)
    room.type("paged")
    room.press(Key.Key_Return)
    room.press(Key.Key_Escape)
    room.press(Key.Key_N)
    room.press(Key.Key_Return)
    room.press(Key.Key_Escape)
    linked = room.action("a2")
    assert (linked.factors, linked.findings) == (("fb",), ("n1",))
    assert "Against 1 factor, 1 finding" in room.told


def test_a_stopgap_stands_in_for_another(room: Room) -> None:
    room.page.select("a3")
    room.press(Key.Key_G)
    room.type("reject")
    room.press(Key.Key_Return)
    assert room.action("a3").stopgap_for == "a1"
    room.press(Key.Key_G)
    room.type("no stop")
    room.press(Key.Key_Return)
    assert room.action("a3").stopgap_for is None


# -- the list ------------------------------------------------------------------------------------


def test_moving_keeps_the_action_current_also_from_the_entry(room: Room) -> None:
    room.press(Key.Key_Down)
    room.press(Key.Key_Down, Held.ControlModifier)
    assert [each.id for each in room.review.actions] == ["a2", "a1", "a3", "a4"]
    assert room.table.current_id == "a1"
    room.press(Key.Key_Tab)
    room.press(Key.Key_Up, Held.ControlModifier)
    assert [each.id for each in room.review.actions] == ["a1", "a2", "a3", "a4"]
    assert room.table.current_id == "a1"


def test_delete_removes_and_the_next_is_current(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_Delete)
    assert [each.id for each in room.review.actions] == ["a1", "a3", "a4"]
    assert room.table.current_id == "a3"
    assert room.host.steps[0].startswith("Deleted: ")
    room.session.undo()
    assert room.table.current_id == "a2"


def test_without_actions_the_keys_say_what_to_do(empty: Room) -> None:
    for key in (Key.Key_F2, Key.Key_Tab):
        empty.press(key)
        assert empty.told == "There is no action yet. Type one below."
    assert empty.entry.hasFocus()


def test_a_changed_word_elsewhere_is_shown_and_made_current(room: Room) -> None:
    room.session.apply("Change", edits.change_action("a3", text="Other words"))
    assert room.table.current_id == "a3"
    assert room.table.model().index(2, Column.ACTION).data() == "Other words"
