"""A failure whose class was fixed before: the four questions in the Console."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from facilitator.domain.edits.brief import set_field
from facilitator.domain.held import questions
from facilitator.domain.phase import Phase
from facilitator.domain.returned import Fix
from facilitator.domain.words import ActionStatus
from facilitator.ui.console.returned_section import SHOWN, ReturnedSection
from facilitator.ui.prompt_card import PromptCard
from tests.ui.hands import top_sheet
from tests.ui.others_room import CLASS, Neighbours, Room, open_section

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key, Held = Qt.Key, Qt.KeyboardModifier


def _fix(number: int) -> Fix:
    return Fix(
        review_id=f"old{number}",
        title="Refunds stopped",
        incident=f"INC-{number}",
        failure_class=CLASS,
        action_id="a",
        text="Reject bad files",
        status=ActionStatus.DONE,
        done_on=date(2026, 2, 3),
    )


def _open(qtbot: QtBot, *fixes: Fix) -> Room[ReturnedSection]:
    return open_section(qtbot, ReturnedSection, Neighbours(fixes))


@pytest.fixture
def room(qtbot: QtBot) -> Room[ReturnedSection]:
    return _open(qtbot, _fix(1))


def test_the_fix_and_the_four_questions(room: Room[ReturnedSection]) -> None:
    told = "A fix for “Bad settings” was closed on 3 Feb in INC-1: Reject bad files"
    assert room.headings == [told, *(each.ask for each in questions())]
    assert room.section.isVisible()


def test_without_a_fix_there_is_nothing(qtbot: QtBot) -> None:
    room = _open(qtbot)
    assert not room.section.isVisible()


def test_few_reviews_are_named(qtbot: QtBot) -> None:
    room = _open(qtbot, *map(_fix, range(5)))
    assert len(room.headings) == SHOWN + len(questions())


def test_a_question_goes_to_the_stage_and_away(room: Room[ReturnedSection]) -> None:
    room.press(Key.Key_Down)
    assert room.section.list.button_words("chosen") == ("To the Stage", "Enter")
    room.press(Key.Key_Return)
    card = room.section.desk.host.card()
    assert isinstance(card, PromptCard)
    assert card.prompt.words == questions()[0].ask
    assert room.section.list.button_words("chosen") == ("Take it away", "Enter")
    room.press(Key.Key_Return)
    assert room.section.desk.host.card() is None
    card.deleteLater()


def test_the_current_question_says_more(room: Room[ReturnedSection]) -> None:
    rows = room.section.list
    before = rows.row_height(2)
    room.press(Key.Key_Down)
    room.press(Key.Key_Down)
    assert rows.row_height(2) > before
    assert rows.current is not None
    assert rows.current.second == questions()[1].more


def test_not_now_is_remembered(room: Room[ReturnedSection], qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.section.emptied):
        room.press(Key.Key_X)
    assert not room.section.isVisible()
    assert _fix(1).key in room.section.console.not_now
    room.section.found((_fix(1),))
    assert not room.section.isVisible()


def test_enter_shows_the_earlier_review_over_the_console(room: Room[ReturnedSection]) -> None:
    room.press(Key.Key_Return)
    room.wait()
    sheet = top_sheet(room.section)
    assert "– One file reaches all" in sheet.words.toPlainText()
    room.press(Key.Key_Escape)
    assert top_sheet(room.section) is None
    assert room.focus is room.section.list
    assert not room.others.visited


def test_ctrl_enter_there_goes_to_it(room: Room[ReturnedSection], qtbot: QtBot) -> None:
    room.press(Key.Key_Return)
    room.wait()
    room.press(Key.Key_Return, Held.ControlModifier)
    qtbot.waitUntil(lambda: room.others.visited == ["old1"])


def test_another_class_is_asked_about_anew(room: Room[ReturnedSection]) -> None:
    desk = room.section.desk
    desk.apply("x", set_field("title", "T"))
    assert not room.section.waits
    room.others.known = ()
    desk.apply("x", set_field("failure_class", "Full disk"))
    room.wait()
    assert room.others.asked == ["r1", "r1"]
    assert not room.section.isVisible()


def test_phases_do_not_matter(room: Room[ReturnedSection]) -> None:
    room.section.place_changed(Phase.CLOSE, None)
    assert room.section.isVisible()
