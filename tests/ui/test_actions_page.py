"""The Actions page, worked by its keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.edits import actions as edits
from facilitator.domain.phase import Phase
from facilitator.domain.records import ActionItem, Backlog, Review
from facilitator.domain.words import (
    ActionStatus,
    Impact,
    Likelihood,
)
from facilitator.ui.actions.columns import Column
from facilitator.ui.theme import Theme
from tests.ui.actions_room import Room, example, open_room

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


# -- what is missing, and loose ends ------------------------------------------------------------


def test_what_is_missing_is_in_words(room: Room) -> None:
    cells = [room.table.model().index(1, column).data() for column in Column]
    assert cells[1:] == ["Watches for it", "No owner", "Not rated", "No date", "No ticket"]
    spoken = room.table.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("No owner", "Not rated", "No date", "No ticket", "Proposed"):
        assert words in spoken


def test_the_count_or_the_note_bar(room: Room) -> None:
    assert room.page.facts.count.text() == "1 of 3 is durable"
    assert not room.page.note_bar.isVisible()
    room.session.apply("Remove", edits.remove_action("a1"))
    assert room.page.note_bar.isVisible()
    assert not room.page.facts.count.isVisible()
    assert room.page.note_bar.accessibleName().startswith("No durable action yet.")
    room.session.undo()
    assert not room.page.note_bar.isVisible()


def test_an_empty_page_has_neither_count_nor_note_bar(empty: Room) -> None:
    assert not empty.page.note_bar.isVisible()
    assert not empty.page.facts.count.isVisible()
    assert not empty.page.facts.loose_ends.isVisible()


def _loose_ends(room: Room) -> list[str]:
    shown = room.sheet.list
    return [shown.item(row).text() for row in range(shown.count())]


def test_loose_ends_are_a_list_away(room: Room) -> None:
    assert room.page.facts.loose_ends.text() == "3 loose ends"
    room.press(Key.Key_R, Held.ControlModifier)
    assert _loose_ends(room) == [
        "Factors without an action",
        "Nobody was paged",
        "Same-day changes were promised",
        "Actions without a cause",
        "Alert on the depth of the queue",
    ]


def test_an_action_is_made_from_a_loose_factor(room: Room) -> None:
    room.press(Key.Key_R, Held.ControlModifier)
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.entry.hasFocus()
    assert room.entry.purpose == "for: Same-day changes were promised"
    room.enter("Refuse same-day changes")
    assert room.current.factors == ("fc",)
    assert room.page.facts.loose_ends.text() == "2 loose ends"


def test_a_loose_factor_is_shown_in_the_tree(room: Room) -> None:
    room.press(Key.Key_R, Held.ControlModifier)
    room.press(Key.Key_Right)
    assert room.host.went == [(Phase.FACTORS, "fb")]


def test_a_loose_action_is_shown_or_linked(room: Room) -> None:
    room.press(Key.Key_R, Held.ControlModifier)
    room.press(Key.Key_End)
    room.press(Key.Key_Right)
    assert (room.sheet, room.table.current_id) == (None, "a2")
    room.press(Key.Key_R)
    room.press(Key.Key_End)
    room.press(Key.Key_Return)
    room.type("paged")
    room.press(Key.Key_Return)
    assert room.action("a2").factors == ("fb",)


def test_no_loose_end_is_said_in_words(qtbot: QtBot) -> None:
    review = replace(example(), factors=(), actions=example().actions[:1])
    room = open_room(qtbot, review)
    room.press(Key.Key_R, Held.ControlModifier)
    assert room.sheet.list.count() == 0
    room.press(Key.Key_Escape)
    assert room.entry.hasFocus()


# -- the details ---------------------------------------------------------------------------------


def _field(room: Room, name: str) -> object:
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    return room.sheet.findChild(QWidget, f"action.{name}")


def _fill(room: Room, name: str, text: str) -> None:
    field = _field(room, name)
    field.setFocus()  # type: ignore[attr-defined]
    field.selectAll()  # type: ignore[attr-defined]
    room.type(text)
    room.press(Key.Key_Return)


def test_details_hold_every_field(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_Return, Held.ControlModifier)
    _fill(room, "text", "Stop the intake when the queue is long")
    _fill(room, "owner", "maria")
    _fill(room, "due", "+14d")
    _fill(room, "system", "Jira")
    _fill(room, "key", "PAY-5")
    _fill(room, "url", "https://jira.example/PAY-5")
    _fill(room, "proposed_on", "4 March")
    _fill(room, "agreed_on", "yesterday")
    _fill(room, "done_on", "2026-03-05")
    _fill(room, "check_on", "+90d")
    changed = room.action("a2")
    assert changed.text == "Stop the intake when the queue is long"
    assert (changed.owner, changed.due) == ("Maria Kovač", date(2026, 3, 19))
    place = Backlog(system="Jira", key="PAY-5", url="https://jira.example/PAY-5")
    assert changed.backlog == place
    assert (changed.proposed_on, changed.agreed_on) == (date(2026, 3, 4), date(2026, 3, 4))
    assert (changed.done_on, changed.check_on) == (date(2026, 3, 5), date(2026, 6, 3))
    assert _field(room, "owner").text() == "Maria Kovač"  # type: ignore[attr-defined]
    assert _field(room, "due").text() == "19 March 2026"  # type: ignore[attr-defined]


def test_details_choose_by_keys_and_sheets(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_Return, Held.ControlModifier)
    for name, steps in (("impact.none", 1), ("likelihood.none", 2)):
        _field(room, name).setFocus()  # type: ignore[attr-defined]
        for _ in range(steps):
            room.press(Key.Key_Right)
    rated = room.action("a2")
    assert (rated.impact, rated.likelihood) == (Impact.SEVERE, Likelihood.POSSIBLE)
    details = room.sheet
    _field(room, "status").setFocus()  # type: ignore[attr-defined]
    room.press(Key.Key_Space)
    room.type("in pro")
    room.press(Key.Key_Return)
    assert room.action("a2").status is ActionStatus.IN_PROGRESS
    assert room.sheet is details
    assert details.status.text() == "In progress"
    room.press(Key.Key_Z, Held.ControlModifier)
    assert room.action("a2").status is ActionStatus.PROPOSED
    assert details.status.text() == "Proposed"


def test_details_tell_a_refusal_and_close_with_their_action(room: Room) -> None:
    room.page.select("a2")
    room.press(Key.Key_Return, Held.ControlModifier)
    _fill(room, "due", "whenever")
    assert _field(room, "due").property("wrong")  # type: ignore[attr-defined]
    assert "is not a day" in room.sheet._reason.text()
    assert room.action("a2").due is None
    room.session.apply("Remove action", edits.remove_action("a2"))
    assert room.sheet is None


def test_a_deferral_is_changed_in_the_details(room: Room) -> None:
    from facilitator.domain.records import Deferral  # noqa: PLC0415

    deferral = Deferral(accepted_by="Head", reason="First things", until=date(2026, 6, 30))
    room.session.apply("Put off", edits.defer("a2", deferral))
    room.page.select("a2")
    room.press(Key.Key_Return, Held.ControlModifier)
    _fill(room, "deferral.accepted_by", "Board")
    _fill(room, "deferral.until", "31 July")
    changed = room.action("a2").deferral
    assert changed is not None
    assert (changed.accepted_by, changed.until) == ("Board", date(2026, 7, 31))
    _fill(room, "deferral.reason", " ")
    assert room.sheet._reason.text() == "Say why it is put off."


# -- looks, state and names ----------------------------------------------------------------------


def test_narrow_windows_drop_second_lines_and_then_columns(qtbot: QtBot) -> None:
    wide = open_room(qtbot, example())
    assert wide.table.wide
    assert wide.table.rowHeight(0) == 76
    narrow = open_room(qtbot, example(), size=(1160, 680))
    assert not narrow.table.wide
    assert narrow.table.rowHeight(0) == 48
    assert not narrow.table.isColumnHidden(Column.BACKLOG)
    large = open_room(qtbot, example(), Theme("light", 150), size=(1420, 900))
    assert large.table.isColumnHidden(Column.BACKLOG)
    large.page.select("a2")
    large.press(Key.Key_B)
    large.enter("PAY-77")
    assert large.action("a2").backlog == Backlog(key="PAY-77")


def test_long_words_take_a_second_line(qtbot: QtBot) -> None:
    long = replace(example().actions[0], text="Reject limits files that fail the schema " * 3)
    room = open_room(qtbot, replace(example(), actions=(long,)))
    assert room.table.rowHeight(0) == 101


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_painted_in_both_schemes(qtbot: QtBot, scheme: str) -> None:
    room = open_room(qtbot, example(), Theme(scheme, 100))
    room.page.select("a2")
    room.page.begin_for(factors=("fc",))
    room.type("Reject @maria !x due soon")
    assert not room.page.grab().isNull()


def test_state_is_carried_to_the_page_that_replaces_it(qtbot: QtBot) -> None:
    old = open_room(qtbot, example())
    old.page.select("a3")
    old.page.begin_for(factors=("fc",))
    old.type("Half a thought")
    new = open_room(qtbot, example())
    new.page.restore(old.page.state())
    assert new.table.current_id == "a3"
    assert (new.entry.text(), new.entry.purpose) == (old.entry.text(), old.entry.purpose)


def test_hints_follow_the_focus(room: Room) -> None:
    assert room.page.hints() == (("F2", "Edit"), ("Tab", "Next cell"), ("Ctrl 6", "Close"))
    room.press(Key.Key_Tab)
    assert ("S", "Status") in room.page.hints()
    room.press(Key.Key_F2)
    assert room.page.hints()[0] == ("Enter", "Keep")
    room.press(Key.Key_Escape)
    room.press(Key.Key_Escape)
    room.page.select("fc")
    assert room.page.hints()[1] == ("Esc", "No longer for it")


def test_what_takes_the_focus_has_a_name(room: Room) -> None:
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    room.page.select("a2")
    opened = [None, Key.Key_C, Key.Key_P, Key.Key_S, Key.Key_F, Key.Key_R, Key.Key_O]
    for key in opened:
        if key is not None:
            room.press(key)
        nameless = [
            each
            for each in room.page.window().findChildren(QWidget)
            if each.isVisible()
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not each.accessibleName()
        ]
        assert nameless == []
        if key is not None:
            room.press(Key.Key_Escape)


def test_the_names_that_scripts_rely_on(room: Room) -> None:
    assert (room.entry.objectName(), room.table.objectName()) == ("actions.entry", "actions.table")
    assert QApplication.focusWidget() is room.entry


def test_many_actions_follow_a_reset(room: Room) -> None:
    from facilitator.domain.edits import chain  # noqa: PLC0415

    new = [ActionItem(id=f"x{number:03}", text=f"do {number}") for number in range(120)]
    room.session.apply("Import", chain(*(edits.add_action(each) for each in new)))
    assert room.table.model().rowCount() == 124
    assert room.table.current_id == "x119"


def test_the_current_row_stays_in_view_when_room_is_taken_away(qtbot: QtBot) -> None:
    review = example()
    more = tuple(ActionItem(id=f"m{n}", position=10 + n, text=f"Number {n}") for n in range(8))
    room = open_room(qtbot, replace(review, actions=review.actions + more))
    room.select("m3")
    room.page.window().resize(1000, 460)
    qtbot.waitUntil(lambda: room.table.height() < 400)
    box = room.table.visualRect(room.table.currentIndex())
    assert 0 <= box.top() < box.bottom() < room.table.viewport().height()
