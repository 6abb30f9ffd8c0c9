"""The page of all actions, worked with real keys."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.edits.actions import change_action, remove_action
from facilitator.domain.phase import Phase
from facilitator.domain.records import Deferral
from facilitator.domain.words import ActionStatus, Durability, Priority
from facilitator.store.errors import LibraryUnusable, Trouble
from facilitator.ui.library.actions import choosing
from facilitator.ui.library.actions.chips import StateChips
from facilitator.ui.library.actions.columns import Column
from facilitator.ui.library.hall import LibraryHall
from facilitator.ui.theme import Theme
from tests.ui.all_actions_room import action, days, open_page, review

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from facilitator.domain.records import Review

Key, Held = Qt.Key, Qt.KeyboardModifier
LATE, LIMIT, ALERT, DONE = "Late one", "Limit retries", "Alert on lag", "Reject bad files"


def two() -> list[Review]:
    late = action("a1", LATE, due=days(-12))
    limit = action("a2", LIMIT, due=days(3), owner="Maria Kovač", stated_priority=Priority.P1)
    alert = action("a3", ALERT, due=None, owner="", hint=Durability.DETECT)
    done = action(
        "b1", DONE, status=ActionStatus.DONE, due=days(-50), done_on=days(-45), check_on=days(-1)
    )
    put_off = action(
        "b2",
        "Split the queue",
        status=ActionStatus.DEFERRED,
        deferral=Deferral(accepted_by="Head of Payments", reason="moves", until=days(60)),
    )
    back = replace(put_off, id="b3", text="Drop the old path")
    back = replace(
        back, deferral=Deferral(accepted_by="Head of Payments", reason="moves", until=days(-1))
    )
    new = action("b4", "Test the restore", agreed_on=days(-2), due=None)
    return [
        review("r1", late, limit, alert, held_on=days(-7)),
        review("r2", done, put_off, back, new, services=("Limits",), held_on=days(-40)),
    ]


# -- the list ------------------------------------------------------------------------------------


def test_the_page_begins_with_what_is_open_and_the_keys_are_in_the_table(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_page(qtbot, tmp_path, two())
    assert room.texts == [LATE, LIMIT, ALERT, "Test the restore"]
    assert room.focus is room.view.table
    assert room.view.table.row == 0
    assert room.hall.rail._items["actions"].accessibleName() == "Actions: 4"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("overdue", [LATE]),
        ("owner:maria", [LIMIT]),
        ("!p1", [LIMIT]),
        ("p1", [LIMIT]),
        ("open service:limits", ["Test the restore"]),
        ("check", [DONE]),
        ("zzz", []),
    ],
)
def test_the_line_filters(qtbot: QtBot, tmp_path: Path, line: str, found: list[str]) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.control(Key.Key_F)
    assert room.focus is room.view.line
    room.type(line)
    assert room.texts == found
    assert room.view.nothing.isVisible() is (not found)


def test_what_the_line_does_not_know_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.filter("foo:bar")
    assert not room.view.detail.isVisible()
    assert room.view.doubt.isVisible()
    assert "“foo:” is not known here" in room.view.doubt.text()
    room.filter("open")
    assert not room.view.doubt.isVisible()


def test_keys_and_chips_ask_for_the_usual_states(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_2, Held.AltModifier)
    assert room.view.line.text() == "overdue open"
    assert room.texts == [LATE]
    room.press(Key.Key_2, Held.AltModifier)
    room.press(Key.Key_1, Held.AltModifier)
    assert not room.view.line.text()
    assert len(room.texts) == 7
    chips = [each.accessibleName() for each in room.view.chips.chips.values()]
    assert chips[:2] == ["Open: 4, Alt 1", "Overdue: 1, Alt 2"]
    assert chips[4:] == ["Back: 1, Alt 5", "Did it hold?: 1, Alt 6"]


def test_days_are_told_in_words(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    due = [room.cell(row, Column.DUE) for row in range(4)]
    assert due == ["12 days late", "due in 3 days", "No date", "No date"]
    assert room.view.detail.accessibleName() == "Late one INC-r1 · Review r1"
    spoken = room.view.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Alert on lag. Watches for it. No owner. Not rated. No date. Agreed. 8 weeks old. "
        "No ticket. INC-r1 · Review r1."
    )


def test_enter_opens_the_review_at_the_action(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_Down)
    room.press(Key.Key_Return)
    assert room.door.opened == ["r1"]
    assert room.door.places == [(Phase.ACTIONS, "a2")]


# -- changing ------------------------------------------------------------------------------------


def test_one_is_changed_in_place_and_taken_back_and_done_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_O)
    room.type("Noor Haddad")
    room.press(Key.Key_Return)
    assert room.stored("r1", "a1").owner == "Noor Haddad"
    assert room.told == "1 action given to Noor Haddad."
    assert room.focus is room.view.table
    room.control(Key.Key_Z)
    assert room.stored("r1", "a1").owner == "Ivo Grau"
    assert room.told == "1 action taken back."
    room.press(Key.Key_Z, Held.ControlModifier | Held.ShiftModifier)
    assert room.stored("r1", "a1").owner == "Noor Haddad"


def test_several_are_changed_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.control(Key.Key_A)
    room.press(Key.Key_O)
    assert not room.focus.text()
    room.type("Noor")
    room.press(Key.Key_Return)
    assert room.told == "4 actions given to Noor."
    assert {room.cell(row, Column.OWNER) for row in range(4)} == {"Noor"}
    room.control(Key.Key_Z)
    assert room.stored("r1", "a3").owner == ""
    assert room.stored("r1", "a2").owner == "Maria Kovač"


def test_shift_and_arrows_choose_for_a_status(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_Down, Held.ShiftModifier)
    room.press(Key.Key_X)
    assert room.told == "2 actions now done."
    assert room.texts[:2] == [LATE, LIMIT], "rows stay where they are"
    assert room.stored("r1", "a1").done_on == days(0)
    assert room.view.chips.chips.keys()
    assert room.hall.rail._items["actions"].accessibleName() == "Actions: 2"


def test_a_day_that_is_none_is_told_at_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_D)
    room.type("zzz")
    room.press(Key.Key_Return)
    editor = room.view.cells.editor
    assert editor.hasFocus()
    assert "“zzz” is not a day" in editor.reason.text()
    assert editor.reason.isVisible()
    room.press(Key.Key_Escape)
    assert room.stored("r1", "a1").due == days(-12)
    assert room.focus is room.view.table


def test_tab_walks_from_cell_to_cell(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_Tab)
    assert room.view.cells.editor.accessibleName() == "Owner"
    room.type("Noor")
    room.press(Key.Key_Tab)
    assert room.sheet.objectName() == "actions.risk"
    room.press(Key.Key_2)
    assert room.stored("r1", "a1").stated_priority is Priority.P2
    assert room.stored("r1", "a1").owner == "Noor"


def test_several_are_put_off_with_who_why_and_until(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_Down, Held.ShiftModifier)
    room.press(Key.Key_L)
    room.enter("Head of Payments")
    room.enter("the migration comes first")
    room.enter("zzz")
    assert "is not a day" in room.sheet._problem.text()
    room.focus.selectAll()
    room.enter("+30d")
    assert room.sheet is None
    assert room.told.startswith("2 actions put off until")
    deferral = room.stored("r1", "a2").deferral
    assert deferral == Deferral(
        accepted_by="Head of Payments", reason="the migration comes first", until=days(30)
    )
    tip = str(room.view.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert "Accepted by Head of Payments until 4 April 2026: until then it may happen" in tip


def test_status_is_chosen_from_a_list(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_S)
    room.enter("in progress")
    assert room.stored("r1", "a1").status is ActionStatus.IN_PROGRESS


def test_did_it_hold_is_answered_with_evidence(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_H)
    assert "Only of what is done" in room.said
    room.filter("check")
    room.press(Key.Key_H)
    room.press(Key.Key_Return)
    assert room.sheet._problem.text() == "Say by what that was seen."
    room.enter("three deploys and no alert")
    assert room.stored("r2", "b1").status is ActionStatus.HELD
    assert room.stored("r2", "b1").held_because == "three deploys and no alert"
    room.control(Key.Key_Z)
    assert room.stored("r2", "b1").status is ActionStatus.DONE


def test_it_did_not_hold_or_somebody_looks_again(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.filter("check")
    room.press(Key.Key_G)
    room.enter("+30d")
    assert room.stored("r2", "b1").check_on == days(30)
    room.press(Key.Key_N)
    room.enter("INC-9 came by another path")
    assert room.stored("r2", "b1").status is ActionStatus.DID_NOT_HOLD


def test_nothing_to_take_back_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.control(Key.Key_Z)
    assert room.said == "There is nothing to take back here."


# -- the follow-up -------------------------------------------------------------------------------


def test_the_follow_up_walks_from_top_to_bottom(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_F)
    assert room.view.since.text() == "Since the last meeting on 26 Feb"
    assert room.texts == [
        "[Promised since 26 Feb: 1]",
        "Test the restore",
        "[Done since 26 Feb: nothing]",
        "[Did it hold? 1 to ask]",
        DONE,
        "[Overdue: 1]",
        LATE,
        "[Put off until now: 1]",
        "Drop the old path",
    ]
    walked = [room.view.table.row]
    for _ in range(4):
        room.press(Key.Key_Down)
        walked.append(room.view.table.row)
    assert walked == [1, 4, 6, 8, 8], "heads are passed over"
    room.press(Key.Key_W)
    assert room.stored("r2", "b3").status is ActionStatus.IN_PROGRESS
    room.press(Key.Key_F)
    assert room.view.line.text() == "open"
    assert room.view.since.text() == ""
    heights = {room.view.table.rowHeight(row) for row in range(len(room.texts))}
    assert len(heights) == 1


# -- what goes wrong -----------------------------------------------------------------------------


def test_an_empty_library_says_what_helps(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, [])
    assert room.view.nothing.text().startswith("No action is open. Esc lists all; Ctrl 1")
    room.filter("")
    assert room.view.nothing.text().startswith("No review has an action yet. Ctrl 1")
    room.press(Key.Key_Return)
    assert room.focus is room.view.line


def test_a_damaged_row_is_shown_and_the_rest_works(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    with closing(sqlite3.connect(tmp_path / "library.db")) as connection:
        connection.execute('UPDATE "action" SET "impact" = \'huge\' WHERE "id" = \'a1\'')
        connection.commit()
    room.hall.refresh()
    room.settle()
    assert room.texts[0].startswith("This action cannot be read")
    room.press(Key.Key_X)
    assert "damaged" in room.said
    room.control(Key.Key_A)
    room.press(Key.Key_O)
    assert "impact of action a1 cannot be read" in room.said, "its review cannot be changed"
    room.view.table.choose_row(3)
    room.press(Key.Key_X)
    assert room.stored("r2", "b4").status is ActionStatus.DONE


def test_a_library_that_cannot_be_read_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.door.trouble = LibraryUnusable(Trouble.LOCKED, "It is locked.")
    room.view.line.setText("overdue")
    room.settle()
    assert room.view.banner.sentence.text() == "It is locked."


def test_others_changes_stay_when_a_step_is_taken_back(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_Down, Held.ShiftModifier)
    room.press(Key.Key_O)
    room.enter("Ada")

    room.door.real.apply("r1", "Owner", change_action("a1", owner="Noor"))
    room.control(Key.Key_Z)
    assert room.stored("r1", "a1").owner == "Noor"
    assert room.told == "1 action taken back. 1 action stays as somebody else has made it."


@pytest.mark.parametrize(("scheme", "size"), [("light", 100), ("dark", 150)])
def test_it_paints_in_every_look(qtbot: QtBot, tmp_path: Path, scheme: str, size: int) -> None:
    room = open_page(qtbot, tmp_path, two(), Theme(scheme, size))
    room.filter("")
    shown = room.view.table.shown_columns()
    assert Column.ACTION in shown
    assert Column.DUE in shown
    assert not room.view.table.grab().isNull()


def test_leaving_the_page_gives_the_keys_back(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.hall.show_page("reviews")
    assert not room.registry.enabled("all_actions.done")
    assert not room.registry.enabled("edit.undo")
    assert room.registry.enabled("edit.find")


def test_it_goes_on_where_it_was_left(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_F)
    room.press(Key.Key_Down)
    room.press(Key.Key_W)
    room.hall.leave()
    again = LibraryHall(room.hall.theme, room.registry, room.door)
    room.hall.window().setCentralWidget(again)  # type: ignore[attr-defined]
    again.restore(room.hall.state())
    room.hall = again
    room.settle()
    assert room.view.follow
    assert room.cell(room.view.table.row or 0, Column.ACTION) == DONE
    room.control(Key.Key_Z)
    assert room.told == "1 action taken back."


def test_how_many_are_chosen_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.control(Key.Key_A)
    assert room.view.since.text() == "4 chosen"
    room.press(Key.Key_Down)
    assert room.view.since.text() == ""


def test_too_many_are_not_changed_at_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = open_page(qtbot, tmp_path, two())
    monkeypatch.setattr(choosing, "MOST", 3)
    room.control(Key.Key_A)
    room.press(Key.Key_X)
    assert room.said.startswith("4 actions are chosen. At most 3 are changed at once")
    assert room.stored("r1", "a1").status is ActionStatus.AGREED


def test_chips_wrap_where_there_is_little_room(qtbot: QtBot) -> None:
    chips = StateChips(Theme("light", 200))
    qtbot.addWidget(chips)
    chips.resize(500, 40)
    chips.show()
    shown = [each.geometry() for each in chips.chips.values()]
    assert len({each.top() for each in shown}) > 1
    assert all(chips.rect().contains(each) for each in shown)


def test_what_is_typed_stays_when_it_is_listed_anew_and_refused(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_D)
    room.type("zzz")
    room.hall.refresh()
    room.settle()
    assert room.view.cells.editor.text() == "zzz"
    assert room.view.cells.editor.isVisible()


def test_an_action_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.door.real.apply("r1", "Remove", remove_action("a1"))
    room.press(Key.Key_X)
    assert room.said.startswith("This action is not there any more")
    assert room.stored("r1", "a2").status is ActionStatus.AGREED
    room.press(Key.Key_Down)
    assert not room.said
    room.press(Key.Key_X)
    assert room.stored("r1", "a2").status is ActionStatus.DONE


def test_a_few_keys_more(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.press(Key.Key_B)
    room.enter("PAY-7")
    assert room.cell(2, Column.BACKLOG) == "PAY-7"
    room.press(Key.Key_P)
    room.press(Key.Key_Return)
    assert room.stored("r1", "a3").impact is not None
    room.press(Key.Key_Right)
    room.press(Key.Key_F2)
    assert room.view.cells.editor.accessibleName() == "Due date"
    room.press(Key.Key_Backtab)
    assert room.sheet.objectName() == "actions.risk"
    room.press(Key.Key_Escape)
    room.press(Key.Key_Escape)
    assert room.focus is room.view.line
    room.press(Key.Key_Escape)
    assert len(room.texts) == 7
    room.press(Key.Key_Down)
    assert room.view.table.hasFocus()


def test_typing_begins_at_the_first_row_and_listing_anew_stays(
    qtbot: QtBot, tmp_path: Path
) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.door.real.apply("r1", "Remove", remove_action("a1"))
    room.hall.refresh()
    room.settle()
    assert room.cell(room.view.table.row or 0, Column.ACTION) == ALERT
    room.filter("")
    assert room.view.table.row == 0


def test_home_and_end_choose_the_first_and_the_last(qtbot: QtBot, tmp_path: Path) -> None:
    room = open_page(qtbot, tmp_path, two())
    room.control(Key.Key_End)
    assert room.view.table.chosen_rows() == [3]
    room.press(Key.Key_Home)
    assert room.view.table.chosen_rows() == [0]
