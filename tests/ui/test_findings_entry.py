"""Typing findings, and what is in focus, recorded or accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.words import (
    Disposition,
)
from facilitator.ui.findings.rows import rows_of
from tests.ui.findings_room import current, example, finding, full, open_room, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier


# -- the entry line ----------------------------------------------------------------------------


def test_typing_begins_in_the_entry_line_and_enter_adds(qtbot: QtBot) -> None:
    room = open_room(qtbot, replace(example(), findings=()))
    room.enter("  Nobody is   asked to look ")
    room.enter("One step reaches every region")
    texts = [(each.text, each.focus) for each in room.review.findings]
    assert texts == [
        ("Nobody is asked to look", True),
        ("One step reaches every region", True),
    ]
    assert not room.page.entry.text()
    assert current(room).text == "One step reaches every region"
    assert room.session.undo_label == "Add finding"


def test_with_findings_the_list_has_the_keys_and_n_or_escape_begins_typing(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert room.page.list.hasFocus()
    for key in (Key.Key_N, Key.Key_Escape):
        room.press(key)
        assert room.page.entry.hasFocus()
        room.press(Key.Key_Escape)
        assert room.page.list.hasFocus()


def test_a_sixth_is_added_below_and_said_so(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    room.press(Key.Key_N)
    room.enter("A seventh")
    assert (current(room).text, current(room).focus) == ("A seventh", False)
    assert "waits below" in told(room)


def test_nothing_is_no_finding_and_the_line_says_it(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    before = room.review
    room.press(Key.Key_N)
    room.enter("   ")
    assert told(room) == "Say what was found."
    assert room.review is before


def test_too_long_words_stay_in_the_line(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    room.page.entry.setText("x" * 2_001)
    room.press(Key.Key_Return)
    assert "2,001 characters" in told(room)
    assert len(room.page.entry.text()) == 2_001
    room.type("y")
    assert not room.page.aside.noted


def test_arrows_in_the_line_walk_the_list(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    room.press(Key.Key_Down)
    assert current(room).id == "f2"
    room.press(Key.Key_Up)
    assert current(room).id == "f1"
    assert room.page.entry.hasFocus()


def test_what_is_typed_is_told_beside_the_line(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    room.type("x")
    assert room.page.aside.sentence == "Adds finding 3, in focus"
    room.press(Key.Key_Backspace)
    assert room.page.aside.accessibleName().startswith("Insert makes one from factors; 3 have")


# -- focus -------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Asterisk, Key.Key_F])
def test_three_keys_toggle_the_focus(qtbot: QtBot, key: Qt.Key) -> None:
    room = open_room(qtbot)
    room.press(key)
    assert not finding(room, "f1").focus
    assert current(room).id == "f1"
    room.press(key)
    assert finding(room, "f1").focus


def test_a_sixth_in_focus_is_refused_in_the_words_of_the_rule(qtbot: QtBot) -> None:
    room = open_room(qtbot, full())
    before = room.review
    room.press(Key.Key_End)
    room.press(Key.Key_Space)
    assert told(room) == "Five findings are in focus. Take one out first: few findings change more."
    assert room.review is before
    assert room.host.complaints == []


def test_the_head_counts_the_focus(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert room.page.fact.count.text() == "2 in focus"
    assert room.page.fact.room.text() == "room for three more"
    room.press(Key.Key_Space)
    assert room.page.fact.accessibleName() == "1 in focus, room for four more"


def test_rows_are_those_in_focus_and_then_the_others() -> None:
    review = example()
    swapped = replace(
        review, findings=(replace(review.findings[0], focus=False), *review.findings[1:])
    )
    rows = rows_of(swapped)
    assert [(row.finding.id, row.number, row.headed) for row in rows] == [
        ("f2", 1, False),
        ("f1", 0, True),
        ("f3", 0, False),
    ]


# -- why not now, and where else ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "disposition"),
    [(Key.Key_R, Disposition.RECORDED), (Key.Key_A, Disposition.ACCEPTED_RISK)],
)
def test_recording_asks_for_a_reason(qtbot: QtBot, key: Qt.Key, disposition: Disposition) -> None:
    room = open_room(qtbot)
    room.press(key)
    room.press(Key.Key_Return)
    assert finding(room, "f1").focus, "No reason, no record."
    assert room.sheet is not None
    room.enter("It has its own review on 12 March")
    assert room.sheet is None
    found = finding(room, "f1")
    assert (found.focus, found.disposition) == (False, disposition)
    assert found.reason == "It has its own review on 12 March"
    assert room.page.list.hasFocus()
    assert current(room).id == "f1"


def test_escape_leaves_a_reason_as_it_was(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    before = room.review
    room.press(Key.Key_R)
    room.type("because")
    room.press(Key.Key_Escape)
    assert room.review is before
    assert room.page.list.hasFocus()


def test_w_says_where_else_and_shows_it_again(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_W)
    room.enter("Fees and refund rules")
    assert finding(room, "f1").elsewhere == "Fees and refund rules"
    room.press(Key.Key_W)
    assert room.focus.property("text") == "Fees and refund rules"
    room.press(Key.Key_Delete)
    room.press(Key.Key_Return)
    assert not finding(room, "f1").elsewhere
