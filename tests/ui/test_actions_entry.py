"""Typing actions: what a line says, what is refused, what they are for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.records import Backlog, Review
from facilitator.domain.words import (
    Durability,
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


# -- the entry line ------------------------------------------------------------------------------


def test_a_line_is_read_while_it_is_typed_and_added_on_enter(room: Room) -> None:
    room.type("Reject configs that fail the schema @maria !p1 due +14d #PAY-7")
    assert room.told.startswith(
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


def test_what_reads_like_a_day_and_is_none_is_told_in_amber(room: Room) -> None:
    room.type("Reject bad files due next month")
    noted = [each for each in room.page.preview.reading.below if each.noted]
    assert len(noted) == 1
    assert "due next month" in noted[0].words
    room.entry.clear()
    room.type("Reject bad files due next week")
    assert not [each for each in room.page.preview.reading.below if each.noted]
    assert "Due Thu 12 Mar" in room.told


def test_keys_of_the_table_typed_after_escape_make_no_action_at_once(room: Room) -> None:
    room.page.table.setFocus()
    room.press(Key.Key_Escape)
    before = room.review
    room.enter("sput")
    assert room.review is before
    assert room.told == (
        "“sput” would be a new action. Enter again adds it, F6 goes back to the table."
    )
    assert room.entry.property("wrong")
    room.press(Key.Key_Return)
    assert room.current.text == "sput"
    room.page.table.setFocus()
    room.press(Key.Key_Escape)
    room.enter("Reject bad files")
    assert room.current.text == "Reject bad files"
    room.enter("Rollback")
    assert room.current.text == "Rollback"
