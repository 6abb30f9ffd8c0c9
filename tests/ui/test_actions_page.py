"""The Actions page, worked by its keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from facilitator.domain.edits import actions as edits
from facilitator.domain.records import ActionItem, Backlog, Review
from facilitator.domain.words import (
    ActionStatus,
    Durability,
    Impact,
    Likelihood,
    Priority,
)
from facilitator.ui.actions.columns import Column
from facilitator.ui.phase import Phase
from facilitator.ui.theme import Theme
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


# -- the entry line ------------------------------------------------------------------------------


def test_a_line_is_read_while_it_is_typed_and_added_on_enter(room: Room) -> None:
    room.type("Reject configs that fail the schema @maria !p1 due +14d #PAY-7")
    assert room.told == (
        "Adds Blocks or contains it, Owner Maria Kovač, Priority P1, Due Thu 19 Mar, Backlog PAY-7"
    )
    assert [each.role.value for each in room.entry._spans] == [
        "owner",
        "priority",
        "due",
        "backlog",
    ]
    room.press(Key.Key_Return)
    added = room.current
    assert added.text == "Reject configs that fail the schema"
    assert (added.owner, added.stated_priority) == ("Maria Kovač", Priority.P1)
    assert (added.due, added.backlog) == (date(2026, 3, 19), Backlog(key="PAY-7"))
    assert (added.hint, added.proposed_on) == (Durability.GUARDRAIL, TODAY)
    assert added.vague is not None
    assert room.entry.text() == ""
    assert room.entry.hasFocus()


def test_one_addition_is_one_step_to_undo(room: Room) -> None:
    before = room.review
    room.enter("Remove the global switch")
    assert room.session.undo_label == "Add action"
    room.session.undo()
    assert room.review.actions == before.actions


def test_undo_in_the_entry_is_of_the_typing_and_then_of_the_document(room: Room) -> None:
    before = room.review
    room.enter("Remove the global switch")
    room.type("Half")
    room.press(Key.Key_Z, Held.ControlModifier)
    assert room.entry.text() == ""
    assert len(room.review.actions) == 5
    room.press(Key.Key_Z, Held.ControlModifier)
    assert room.review.actions == before.actions


def test_the_first_action_takes_the_place_of_the_empty_state(empty: Room) -> None:
    assert empty.page._stack.currentIndex() == 1
    assert empty.page.hints()[0] == ("Enter", "Add")
    empty.enter("Reject configs that fail the schema")
    assert empty.page._stack.currentIndex() == 0
    assert empty.texts == ["Reject configs that fail the schema"]


def test_letters_type_and_run_no_command(room: Room) -> None:
    before = room.review
    room.type("rsdofgnpcb RSDOFGNPCB")
    assert room.entry.text() == "rsdofgnpcb RSDOFGNPCB"
    assert (room.sheet, room.review) == (None, before)


def test_arrows_walk_the_table_while_typing_goes_on(room: Room) -> None:
    room.type("Half of a th")
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    room.type("ought")
    assert room.table.current_id == "a2"
    room.press(Key.Key_Up)
    assert room.table.current_id == "a1"
    room.press(Key.Key_PageDown)
    assert room.table.current_id == "a4"
    assert room.entry.text() == "Half of a thought"


def test_a_refused_line_stays_with_a_sentence(room: Room) -> None:
    before = room.review
    room.enter("Reject it @tom")
    assert room.entry.text() == "Reject it @tom"
    assert "“@tom” can be several people" in room.told
    assert room.entry.property("wrong")
    assert room.review is before
    room.type("a")
    assert not room.entry.property("wrong")
    assert "Owner Tomas Berg" in room.told


def test_enter_on_nothing_adds_nothing(room: Room) -> None:
    before = room.review
    room.press(Key.Key_Return)
    room.type("   ")
    room.press(Key.Key_Return)
    assert room.review is before


def test_an_owner_so_far_is_found_by_the_beginning(room: Room) -> None:
    room.enter("Remove the switch @nadia")
    assert room.current.owner == "Nadia Perez"


def test_the_coach_asks_about_the_current_action(room: Room) -> None:
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    assert room.told.startswith("Ask ")
    assert "?" in room.told


def test_pasted_lines_are_actions_in_one_step(room: Room) -> None:
    before = room.review
    room.paste("- [ ] Remove the switch @maria\n\n2. Alert on queue depth !p2\n")
    assert room.texts[4:] == ["Remove the switch", "Alert on queue depth"]
    assert [each.hint for each in room.review.actions[4:]] == [
        Durability.ELIMINATE,
        Durability.DETECT,
    ]
    assert room.session.undo_label == "Add 2 actions"
    room.session.undo()
    assert room.review.actions == before.actions


def test_of_pasted_lines_none_is_added_if_one_is_refused(room: Room) -> None:
    before = room.review
    room.paste("Remove the switch\nAlert on it @tom\n")
    assert room.review is before
    assert room.entry.text() == "Remove the switch Alert on it @tom"
    assert "Line 2, “Alert on it @tom”" in room.told
    assert "Nothing was added." in room.told


def test_too_many_pasted_lines_stay_in_the_entry(room: Room) -> None:
    before = room.review
    room.paste("\n".join(f"do {number}" for number in range(60)))
    assert room.review is before
    assert room.entry.text().startswith("do 0 do 1 ")
    assert "These are 60 lines; at most 50 are added at once." in room.told


# -- bad input -----------------------------------------------------------------------------------


def test_a_long_paste_stays_with_a_sentence(room: Room) -> None:
    before = room.review
    room.paste("x" * 100_000)
    assert len(room.entry.text()) == 100_000
    room.press(Key.Key_Return)
    assert "100,000 characters; at most 2,000 fit here" in room.told
    assert len(room.entry.text()) == 100_000
    assert room.review is before


def test_f2_changes_the_cell_with_the_frame(room: Room) -> None:
    room.page.select("a1")
    for _step in range(5):
        room.press(Key.Key_Right)
    assert room.table.column is Column.BACKLOG
    room.press(Key.Key_F2)
    room.type("PAY-900")
    room.press(Key.Key_Return)
    backlog = room.action("a1").backlog
    assert backlog is not None
    assert backlog.key.endswith("PAY-900")
    assert room.action("a1").text == "Reject limits files that fail the schema"


def test_a_long_paste_into_a_cell_stays_with_a_sentence(room: Room) -> None:
    room.press(Key.Key_F2)
    room.paste("x" * 100_000)
    assert "characters; at most 2,000 fit here" in room.told
    room.press(Key.Key_Return)
    assert "characters; at most 2,000 fit here" in room.refused
    assert len(room.page.cells.editor.text()) > 100_000 - 1
    assert room.action("a1").text == "Reject limits files that fail the schema"


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("Reject\x00 \x07limits\x1b", "Reject limits"),
        ("Reject <b>limits</b> & <img src='/x'>", "Reject <b>limits</b> & <img src='/x'>"),
        ("לדחות קובץ @maria", "לדחות קובץ"),
        ("Reject 🚀 files", "Reject 🚀 files"),
    ],
)
def test_odd_text_is_text(room: Room, pasted: str, text: str) -> None:
    room.paste(pasted)
    room.page.grab()
    room.press(Key.Key_Return)
    assert room.current.text == text


def test_a_lone_surrogate_is_left_out(room: Room) -> None:
    room.entry.insert("Reject \ud800limits")
    room.press(Key.Key_Return)
    assert room.texts[-1] in {"Reject limits", "Reject \ufffdlimits"}


# -- what added actions are for ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "factors", "findings", "words"),
    [
        ("fc", ("fc",), (), "for: Same-day changes were promised"),
        ("n1", (), ("n1",), "for: One step reaches every region"),
    ],
)
def test_a_factor_or_finding_is_what_the_next_actions_are_for(
    room: Room, target: str, factors: tuple[str, ...], findings: tuple[str, ...], words: str
) -> None:
    room.page.select(target)
    assert room.entry.hasFocus()
    assert (room.entry.purpose, room.entry.accessibleDescription()) == (words, words)
    room.enter("Promise the next day only")
    assert (room.current.factors, room.current.findings) == (factors, findings)
    room.press(Key.Key_Escape)
    assert room.entry.purpose == ""
    room.enter("Remove the switch")
    assert (room.current.factors, room.current.findings) == ((), ())


def test_what_is_gone_is_for_nothing(room: Room) -> None:
    from facilitator.domain.edits.factors import remove_subtree  # noqa: PLC0415

    room.page.begin_for(factors=("fc", "fb"))
    assert room.entry.purpose == "for: Nobody was paged and 1 more"
    room.session.apply("Delete factor", remove_subtree("fc"))
    assert room.entry.purpose == "for: Nobody was paged"
    room.session.apply("Delete factor", remove_subtree("fb"))
    assert room.entry.purpose == ""


def test_leaving_the_page_ends_it_unless_something_is_typed(room: Room) -> None:
    room.page.select("fc")
    room.type("Half")
    assert room.page.settle()
    assert room.entry.purpose
    room.entry.clear()
    assert room.page.settle()
    assert room.entry.purpose == ""


# -- cells ---------------------------------------------------------------------------------------


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
