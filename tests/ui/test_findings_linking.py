"""What a finding stands on, and what will be done about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.edits.findings import add_finding
from facilitator.domain.phase import Phase
from facilitator.domain.records import Finding
from tests.ui.findings_room import current, example, finding, open_room, told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier


# -- because of --------------------------------------------------------------------------------


def test_l_links_factors_by_typing(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_L)
    room.enter("ccc holds")
    room.enter("bbb holds")
    room.press(Key.Key_Escape)
    assert finding(room, "f1").factors == ("c",)
    assert room.session.undo_label == "Link factor"


def test_insert_makes_one_finding_of_several_factors_and_words_it(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Insert)
    room.enter("ccc holds")
    room.enter("ddd holds")
    room.press(Key.Key_Escape)
    made = current(room)
    assert (made.text, made.factors, made.focus) == ("ccc holds", ("c", "d"), True)
    assert room.page.list.editor.hasFocus()
    room.enter("Data files are trusted")
    assert finding(room, made.id).text == "Data files are trusted"
    assert room.page.list.hasFocus()


def test_insert_offers_factors_without_a_finding_only(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_N)
    room.press(Key.Key_Insert)
    sheet = room.sheet
    assert sheet is not None
    offered = [each.id for each in sheet._model.shown]
    assert offered == ["a", "c", "d"], "b has one, e was ruled out."
    room.press(Key.Key_Escape)
    assert len(room.review.findings) == 3
    assert room.page.entry.hasFocus()


def test_the_last_factor_takes_the_new_finding_with_it(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Insert)
    room.press(Key.Key_Return)
    assert len(room.review.findings) == 4
    room.press(Key.Key_Return)
    assert len(room.review.findings) == 3
    room.press(Key.Key_Escape)
    assert not room.page.list.editor.typing


def test_insert_says_when_every_factor_has_its_finding(qtbot: QtBot) -> None:
    every = replace(example().findings[0], factors=("a", "b", "c", "d"))
    room = open_room(qtbot, replace(example(), findings=(every,)))
    room.press(Key.Key_Insert)
    assert room.sheet is None
    assert "Every factor has its finding" in told(room)


@pytest.mark.parametrize("key", [Key.Key_Insert, Key.Key_L])
def test_without_factors_a_sentence_says_where_they_come_from(qtbot: QtBot, key: Qt.Key) -> None:
    room = open_room(qtbot, replace(example(), factors=example().factors[:1]))
    room.press(key)
    assert "no factors yet" in told(room)


def test_a_finding_that_comes_from_the_factors_page_is_there_to_be_worded(qtbot: QtBot) -> None:
    raw = Finding(id="f9", position=9, text="ccc holds", factors=("c",), focus=True)
    room = open_room(qtbot, replace(example(), findings=(*example().findings, raw)))
    room.page.select("f9")
    assert room.page.list.editor.hasFocus()
    room.enter("In our own words")
    assert finding(room, "f9").text == "In our own words"
    room.page.select("f9")
    assert room.page.list.hasFocus()


def test_escape_leaves_no_finding_that_was_begun_on_the_tree(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    raw = Finding(id="f9", text="ccc holds", factors=("c",), focus=True)
    room.session.apply("Add finding", add_finding(raw))
    room.page.select("f9")
    room.press(Key.Key_Escape)
    assert "f9" not in {each.id for each in room.review.findings}
    assert room.host.went == [(Phase.FACTORS, "c")]
    assert room.session.undo_label is None
    room.session.redo()
    room.page.select("f9")
    room.enter("In our own words")
    assert finding(room, "f9").text == "In our own words"


def test_escape_leaves_a_finding_that_was_there_before(qtbot: QtBot) -> None:
    raw = Finding(id="f9", position=9, text="ccc holds", factors=("c",), focus=True)
    room = open_room(qtbot, replace(example(), findings=(*example().findings, raw)))
    room.page.select("f9")
    room.press(Key.Key_Escape)
    assert finding(room, "f9") == raw
    assert not room.host.went


def test_a_target_that_is_gone_changes_nothing(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.select("gone")
    assert current(room).id == "f1"


# -- so we will --------------------------------------------------------------------------------


def test_enter_links_an_action_that_is_there(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Return)
    room.enter("reject")
    room.press(Key.Key_Escape)
    linked = [each.id for each in room.review.actions if "f1" in each.findings]
    assert linked == ["x", "y"]


def test_a_new_action_half_typed_is_there_again_after_escape(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Return)
    room.type("Reject fee files th")
    room.press(Key.Key_Escape)
    assert told(room) == "Your words are kept: Enter goes on with them."
    room.press(Key.Key_Return)
    assert room.sheet.line.text() == "Reject fee files th"
    room.enter("at are empty")
    added = next(
        each for each in room.review.actions if each.text == "Reject fee files that are empty"
    )
    assert added.findings == ("f1",)
    room.press(Key.Key_Return)
    assert not room.sheet.line.text()


def test_words_that_have_linked_something_are_not_there_again(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Return)
    room.enter("reject")
    room.press(Key.Key_Escape)
    room.press(Key.Key_Return)
    assert not room.sheet.line.text()


def test_enter_and_a_new_text_add_an_action_of_the_finding(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Return)
    room.enter("Reject fee files that fail the schema @maria due +14d")
    assert room.sheet is None
    added = room.review.actions[-1]
    assert added.text == "Reject fee files that fail the schema"
    assert (added.owner, added.due) == ("Maria Keller", date(2026, 3, 19))
    assert (added.findings, added.factors) == (("f1",), ("b",))
    assert added.hint is not None, "Its steps stand beside it."
    assert room.page.list.hasFocus()


def test_a_refused_action_is_there_again_with_the_reason(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    before = room.review
    room.press(Key.Key_Return)
    room.enter("Do it at once !p9")
    assert room.review is before
    assert room.sheet is not None
    assert room.focus.property("text") == "Do it at once !p9"
    room.press(Key.Key_Backspace)
    room.enter("1")
    assert room.review.actions[-1].text == "Do it at once"


def test_ctrl_enter_goes_to_the_first_action(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_Return, Held.ControlModifier)
    assert room.host.went == [(Phase.ACTIONS, "y")]
    room.press(Key.Key_Down)
    room.press(Key.Key_Return, Held.ControlModifier)
    assert len(room.host.went) == 1
    assert "No action answers it" in told(room)
