"""The show of hands on the Close page, counted by keys and by the mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest

from facilitator.domain.edits.meeting import count_hands
from facilitator.domain.poll import Answer, Asked, counted, hand_words, hands
from facilitator.domain.records import Poll, Review
from facilitator.domain.rules import RuleViolation
from facilitator.ui.close.commands import COMMANDS
from facilitator.ui.close.page import ClosePage
from facilitator.ui.theme import Theme
from tests.ui.page_room import Room, open_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from facilitator.ui.close.poll import PollList

Key, Held = Qt.Key, Qt.KeyboardModifier
EMPTY = Review(id="r1", title="Shops could not pay", time_zone="Europe/London")
POLLS = st.none() | st.builds(Poll, learned_yes=st.integers(0, 9), again_no=st.integers(0, 9))
LEARNED, AGAIN = Asked.LEARNED, Asked.AGAIN


class PollRoom(Room[ClosePage]):
    """The page with the keys on the show of hands."""

    @property
    def list(self) -> PollList:
        return self.page.hands

    @property
    def words(self) -> tuple[str, str]:
        return hand_words(self.review.poll, LEARNED), hand_words(self.review.poll, AGAIN)

    def heard(self, row: int) -> str:
        index = self.list.model().index(row, 0)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def spot(self, row: int, words: str) -> QPointF:
        box = QRectF(self.list.visualRect(self.list.model().index(row, 0)))
        return next(each.box for each in self.list._said(row, box) if words in each.words).center()

    def click(self, at: QPointF) -> None:
        view = self.list.viewport()
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, Held.NoModifier, at.toPoint())


def open_room(qtbot: QtBot, poll: Poll | None = None, theme: Theme | None = None) -> PollRoom:
    review = replace(EMPTY, poll=poll)
    room = PollRoom(*open_page(qtbot, ClosePage, COMMANDS, review, theme))
    room.page.focus_start()
    room.press(Key.Key_H)
    return room


# -- counting ----------------------------------------------------------------------------------


@given(POLLS, st.sampled_from(Asked), st.sampled_from(Answer), st.integers(1, 5))
def test_a_hand_more_and_a_hand_less_change_nothing(
    poll: Poll | None, asked: Asked, answer: Answer, more: int
) -> None:
    before = count_hands(asked, answer, 0)(replace(EMPTY, poll=poll))
    there = count_hands(asked, answer, more)(before)
    assert hands(there.poll, asked, answer) == hands(before.poll, asked, answer) + more
    assert count_hands(asked, answer, -more)(there) == before


@given(POLLS, st.sampled_from(Asked), st.sampled_from(Answer))
def test_nobody_can_be_counted_away(poll: Poll | None, asked: Asked, answer: Answer) -> None:
    after = count_hands(asked, answer, -1_000)(replace(EMPTY, poll=poll)).poll
    assert hands(after, asked, answer) == 0
    assert after is None or counted(after)


def test_more_hands_than_any_room_has_are_refused() -> None:
    with pytest.raises(RuleViolation, match="0 to 999"):
        count_hands(LEARNED, Answer.YES, 1_000)(EMPTY)


# -- keys --------------------------------------------------------------------------------------


def test_letters_count_hands_and_arrows_choose_the_question(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    assert room.list.hasFocus()
    room.type("yyyp")
    room.press(Key.Key_Down)
    room.type("Yn")
    assert room.words == ("3 yes, 1 partly", "1 yes, 1 no")
    assert room.session.undo_label == "Count hands"
    assert room.heard(0) == "Did we learn something? 3 yes, 1 partly."


def test_backspace_takes_the_last_hand_of_the_question_away(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.type("yp")
    room.press(Key.Key_Down)
    room.type("n")
    room.press(Key.Key_Up)
    room.press(Key.Key_Backspace)
    assert room.words == ("1 yes", "1 no")
    for _ in range(3):
        room.press(Key.Key_Backspace)
    room.press(Key.Key_Down)
    room.press(Key.Key_Backspace)
    assert room.review.poll is None


def test_left_and_right_choose_the_answer_for_plus_and_minus(qtbot: QtBot) -> None:
    room = open_room(qtbot, Poll(learned_yes=2))
    room.press(Key.Key_Right)
    room.type("++")
    room.press(Key.Key_Return)
    room.type("-")
    assert room.words[0] == "2 yes, 2 partly"
    for _ in range(5):
        room.press(Key.Key_Left)
    room.type("-")
    assert room.words[0] == "1 yes, 2 partly"


def test_quick_hands_are_one_step_back(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.type("yyyy")
    room.session.undo()
    assert room.review.poll is None
    room.session.redo()


def test_the_page_keeps_its_other_keys(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.press(Key.Key_D)
    assert room.page.held.hasFocus()
    room.page.select("poll")
    room.press(Key.Key_Escape)
    assert not room.list.hasFocus()


# -- mouse and looks ---------------------------------------------------------------------------


def test_a_click_on_an_answer_counts_a_hand(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.click(room.spot(0, "partly"))
    room.click(room.spot(0, "no"))
    assert room.words[0] == "1 partly, 1 no"
    again = room.list.visualRect(room.list.model().index(1, 0))
    room.click(QPointF(again.topLeft()) + QPointF(20, 14))
    assert room.words == ("1 partly, 1 no", ""), "A click beside chooses the question."
    room.click(room.spot(1, "yes"))
    assert room.words[1] == "1 yes"


def test_without_a_hand_a_sentence_and_a_key_say_so(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.page.export.setFocus()
    assert room.heard(1) == "Would you come again? No hand counted yet."
    assert not room.list._said(0, QRectF(0, 0, 372, 70))


@pytest.mark.parametrize("theme", [Theme("light", 100), Theme("dark", 150), Theme("light", 200)])
@pytest.mark.parametrize("count", [0, 9, 30, 54, 99])
def test_dots_and_numbers_have_room(qtbot: QtBot, theme: Theme, count: int) -> None:
    room = open_room(qtbot, Poll(learned_yes=count, learned_partly=count), theme)
    shown = room.list
    last = shown.visualRect(shown.model().index(1, 0))
    assert last.bottom() < shown.height()
    box = QRectF(shown.visualRect(shown.model().index(0, 0)))
    for each in shown._said(0, box):
        assert box.contains(each.box)
    assert not room.page.grab().isNull()


def test_hands_counted_elsewhere_are_shown(qtbot: QtBot) -> None:
    room = open_room(qtbot)
    room.session.apply("x", count_hands(AGAIN, Answer.PARTLY, 3))
    assert room.heard(1) == "Would you come again? 3 partly."
